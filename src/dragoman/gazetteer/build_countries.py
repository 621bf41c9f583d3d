"""Compile `data/states.csv` from CLDR (Babel) and ISO 3166 (pycountry).

Run `python -m dragoman.gazetteer.build_countries` with the extra `[gazetteer]` installed; the result is kept
in the package, so that neither library is needed to code texts.
"""

import csv
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

KOSOVO = "XKX"
# Shorter native names are ordinary words in English news: "Mali" is kept from English, "Eire" is distinctive.
SHORTEST_NATIVE = 4
HEADER = """\
# Names of states and territories: CLDR English and native names, ISO 3166 names and official names.
# Compiled by `python -m dragoman.gazetteer.build_countries` from Babel {babel} (CLDR, Unicode licence)
# and pycountry {pycountry} (Debian iso-codes). Do not edit: further names belong in state_aliases.csv.
"""


def compile_names() -> list[tuple[str, str, str]]:
    """All (name, alpha-3, source) rows, sorted, each name once a country."""
    import pycountry
    from babel import Locale

    english = Locale("en").territories
    rows: dict[tuple[str, str], str] = {}
    for country in pycountry.countries:
        cldr = english.get(country.alpha_2, country.name)
        for name in (cldr, english.get(f"{country.alpha_2}-alt-short")):
            _keep(rows, name, country.alpha_3, "cldr")
        for attribute in ("name", "common_name", "official_name"):
            _keep(rows, getattr(country, attribute, None), country.alpha_3, "iso3166")
        for name in _native_names(country.alpha_2):
            _keep(rows, name, country.alpha_3, "cldr-native")
    for name in (english["XK"], "Republic of Kosovo", *_native_names("XK")):
        _keep(rows, name, KOSOVO, "cldr")
    return sorted((name, alpha3, source) for (name, alpha3), source in rows.items())


def _native_names(alpha2: str) -> list[str]:
    """Latin-script names of a territory in its own official languages."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    names = []
    for language in get_official_languages(alpha2, regional=False, de_facto=True):
        try:
            name = Locale.parse(language).territories.get(alpha2)
        except (UnknownLocaleError, ValueError):
            continue
        # Latin script, with room for its extended letters: "Türkiye", "Việt Nam"; "中国" is left out.
        if name and len(name) >= SHORTEST_NATIVE and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in name):
            names.append(name)
    return names


def _keep(rows: dict[tuple[str, str], str], name: str | None, alpha3: str, source: str) -> None:
    if not name:
        return
    for variant in _variants(name):
        rows.setdefault((variant, alpha3), source)


def _variants(name: str) -> list[str]:
    """Forms in which a reference name stands in news: without brackets, turned round at the comma, "&" as "and"."""
    plain = name.split(" (")[0].split(" SAR ")[0]
    variants = [plain]
    if ", " in plain:
        # "Iran, Islamic Republic of"; "Palestine, State of". The short half of "Korea, Republic of" and of
        # "Congo, The Democratic Republic of the" would be ambiguous.
        head, tail = plain.split(", ", 1)
        variants = [f"{tail} {head}"] if head in {"Korea", "Congo"} else [head, f"{tail} {head}"]
    return [form for v in variants for form in {v, v.replace(" & ", " and "), v.replace("St. ", "Saint ")}]


def main() -> None:
    """Write the table next to this module."""
    target = Path(str(files("dragoman.gazetteer"))) / "data" / "states.csv"
    header = HEADER.format(babel=version("babel"), pycountry=version("pycountry"))
    with target.open("w", encoding="utf-8", newline="") as stream:
        stream.write(header)
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("name", "country", "source"))
        writer.writerows(compile_names())


if __name__ == "__main__":
    main()
