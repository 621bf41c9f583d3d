"""A small dump in the format of GeoNames: facts of well-known places, and a few that nobody knows."""

import zipfile
from pathlib import Path

# id, name, other names, latitude, longitude, class, code, country, admin1, population
PLACES = (
    (323786, "Ankara", "Angora,Ankyra,Анкара,ANK", 39.91987, 32.85427, "P", "PPLC", "TR", "68", 5_000_000),
    (323784, "Ankara Province", "Ankara,Ankara Ili", 39.75, 32.66667, "A", "ADM1", "TR", "68", 5_500_000),
    (9000001, "Karsiova", "Karşıova", 39.5, 33.1, "P", "PPL", "TR", "68", 400),
    (9000002, "Yenitarla", "", 39.6, 33.2, "P", "PPL", "TR", "68", 600),
    (9000003, "Yenitarla Ilcesi", "Yenitarla", 39.61, 33.21, "A", "ADM2", "TR", "68", 9_000),
    (9000004, "Yenitarla", "", 39.62, 33.22, "A", "ADM3", "TR", "68", 700),
    (9000005, "Kucukkale", "", 39.7, 33.3, "P", "PPLA3", "TR", "68", 0),
    (9000006, "Eskiharabe", "", 39.8, 33.4, "P", "PPLH", "TR", "68", 9_000),
    (9000007, "Karaburun Strait", "", 38.6, 26.5, "H", "STRT", "", "", 0),
    (9000008, "Bozdag Tepesi", "", 39.1, 33.0, "T", "MT", "TR", "68", 0),
    (9000009, "Ulukaya Daglari", "Ulukaya,Ulukaya Mountains,Uluka", 39.1, 33.9, "T", "MTS", "TR", "68", 0),
    (630671, "Black Sea", "Karadeniz,Mar Negro,Mer Noire", 43.0, 34.0, "H", "SEA", "", "", 0),
    (9000010, "Ankara Lisesi", "", 39.9, 32.8, "S", "SCH", "TR", "68", 0),
    (298795, "Republic of Türkiye", "Turkey", 39.0, 35.0, "A", "PCLI", "TR", "00", 84_000_000),
    (9000011, "New Islet Division", "", -10.0, 170.0, "A", "ADM1", "TV", "99", 0),
    (9000012, "Landkreis Neudorfhausen", "", 52.1, 9.1, "A", "ADM2", "DE", "06", 0),
)


def make_line(place: tuple[object, ...], changed: str = "2026-01-02") -> str:
    """One line of nineteen columns."""
    number, name, others, latitude, longitude, sort, code, country, division, people = place
    cells = (
        number,
        name,
        str(name).encode("ascii", "ignore").decode(),
        others,
        latitude,
        longitude,
        sort,
        code,
        country,
    )
    return "\t".join(map(str, (*cells, "", division, "", "", "", people, "", 10, "Etc/UTC", changed))) + "\n"


def write_dump(path: Path, places: tuple[tuple[object, ...], ...] = PLACES) -> Path:
    """The dump as a text file, or in a zip with a readme, by the suffix of `path`."""
    lines = "".join(map(make_line, places))
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("readme.txt", "This is the readme.\n")
            archive.writestr(f"{path.stem}.txt", lines)
    else:
        path.write_text(lines, encoding="utf-8", newline="")
    return path
