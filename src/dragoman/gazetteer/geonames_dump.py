"""Read the dumps of GeoNames: `allCountries.zip`, the zip of one country, `cities500.zip`, or the text files in them.

The format is that of https://download.geonames.org/export/dump/readme.txt: UTF-8, no header, a place a line in nineteen
columns divided by tabs. `admin1CodesASCII.txt` has four: "TR.68", name, name in ASCII, id.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

from dragoman.errors import InputError

COLUMNS: Final = 19
_ID, _NAME, _OTHER_NAMES, _LATITUDE, _LONGITUDE, _CLASS, _CODE, _COUNTRY = 0, 1, 3, 4, 5, 6, 7, 8
_DIVISION, _POPULATION, _CHANGED = 10, 14, 18
_DIVISION_COLUMNS = 4
_REPORT_EVERY = 50_000
"""Lines between two reports of progress."""
_AGAIN = "Download it again from https://download.geonames.org/export/dump/."


@dataclass(frozen=True, slots=True)
class DumpRow:
    """One line of a dump. Coordinates are WGS 84 degrees."""

    geonames_id: int
    name: str
    other_names: tuple[str, ...]
    latitude: float
    longitude: float
    feature: str
    """Class and code: "P.PPLC"."""
    country: str
    """ISO 3166-1 alpha-2; empty for seas."""
    division: str
    """GeoNames' code of the first-level division, unique in its country; may be empty."""
    population: int
    changed: str
    """Day of the last change, "2024-05-02"."""


def read_dump(path: Path, features: Iterable[str], *, report: Callable[[int], None] | None = None) -> Iterator[DumpRow]:
    """The lines of a dump that are of the wanted features, in constant memory.

    Args:
        path: a dump, zipped or not.
        features: class and code of those wanted: "P.PPL".
        report: told from time to time how many bytes of the file have been read since it was told last.

    Raises:
        InputError: the file is missing, no dump, damaged or cut off; the message names the line.

    """
    wanted = {feature.encode() for feature in features}
    line = b""
    number = 0
    with ExitStack() as files:
        raw, stream = files.enter_context(_Opened(path)).streams
        told = 0
        for number, line in enumerate(_read_lines(stream, path), start=1):
            cells = line.split(b"\t")
            if len(cells) != COLUMNS:
                raise _wrong_columns(path, number, cells)
            if b".".join(cells[_CLASS : _CODE + 1]) in wanted:
                yield _read_row(cells, path, number)
            if report and number % _REPORT_EVERY == 0:
                report(raw.tell() - told)
                told = raw.tell()
        if report:
            report(path.stat().st_size - told)
    if not number:
        raise InputError("it holds no places", place=str(path), remedy=_AGAIN)
    if not line.endswith(b"\n"):
        raise InputError("the last line breaks off", place=f"{path}:{number}", remedy=f"It is cut off. {_AGAIN}")


def read_division_names(path: Path) -> dict[tuple[str, str], str]:
    """The names of first-level divisions by country (alpha-2) and code, from `admin1CodesASCII.txt`.

    Raises:
        InputError: the file is missing or of another format.

    """
    names: dict[tuple[str, str], str] = {}
    try:
        with path.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, start=1):
                cells = line.rstrip("\r\n").split("\t")
                country, dot, code = cells[0].partition(".")
                if len(cells) != _DIVISION_COLUMNS or not dot:
                    raise InputError(
                        f"it has {len(cells)} columns where admin1CodesASCII.txt has {_DIVISION_COLUMNS}",
                        place=f"{path}:{number}",
                        remedy=_AGAIN,
                    )
                names[country, code] = cells[1]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"it cannot be read: {error}", place=str(path), remedy=_AGAIN) from None
    return names


class _Opened:
    """A dump opened for reading, and the file that it lies in: the same, or the zip around it."""

    def __init__(self, path: Path) -> None:
        self._files = ExitStack()
        try:
            raw = self._files.enter_context(path.open("rb"))
            self.streams = (raw, self._open_member(raw, path) if zipfile.is_zipfile(raw) else _rewound(raw))
            if path.suffix.lower() == ".zip" and self.streams[1] is raw:
                raise InputError("it is no zip file, or cut off", place=str(path), remedy=_AGAIN)
        except OSError as error:
            self._files.close()
            raise InputError(
                f"it cannot be read: {error.strerror or error}", place=str(path), remedy="Check the path."
            ) from None
        except BaseException:
            self._files.close()
            raise

    def _open_member(self, raw: BinaryIO, path: Path) -> BinaryIO:
        try:
            archive = self._files.enter_context(zipfile.ZipFile(raw))
            texts = [m for m in archive.infolist() if m.filename.lower().endswith(".txt")]
            # The zip of one country holds TR.txt and readme.txt.
            dumps = [m for m in texts if Path(m.filename).name.lower() != "readme.txt"]
            if len(dumps) != 1:
                found = ", ".join(m.filename for m in archive.infolist()[:5]) or "nothing"
                raise InputError(
                    f"a zip of GeoNames holds one dump, this one holds {found}", place=str(path), remedy=_AGAIN
                )
            member = self._files.enter_context(archive.open(dumps[0]))
            return io.BufferedReader(cast("io.RawIOBase", member), 1 << 20)
        except (zipfile.BadZipFile, NotImplementedError) as error:
            raise InputError(f"the zip file is damaged: {error}", place=str(path), remedy=_AGAIN) from None

    def __enter__(self) -> "_Opened":
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()


def _rewound(raw: BinaryIO) -> BinaryIO:
    raw.seek(0)
    return raw


def _read_lines(stream: BinaryIO, path: Path) -> Iterator[bytes]:
    """The lines of a stream; damage inside a zip becomes an error that says so."""
    number = 1
    try:
        for line in stream:
            yield line
            number += 1
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise InputError(f"it is damaged or cut off: {error}", place=f"{path}:{number}", remedy=_AGAIN) from None


def _wrong_columns(path: Path, number: int, cells: list[bytes]) -> InputError:
    place = f"{path}:{number}"
    fault = f"the line has {len(cells)} columns, and those of a GeoNames dump have {COLUMNS}"
    if number > 1:
        return InputError(fault, place=place, remedy=f"It is damaged or cut off. {_AGAIN}")
    return InputError(
        fault, place=place, remedy="Give allCountries.zip, the zip of one country, or cities500.zip from GeoNames."
    )


def _read_row(cells: list[bytes], path: Path, number: int) -> DumpRow:
    try:
        latitude, longitude = float(cells[_LATITUDE]), float(cells[_LONGITUDE])
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise ValueError(f"{latitude}, {longitude} is no place on earth")
        others = cells[_OTHER_NAMES].decode()
        return DumpRow(
            geonames_id=int(cells[_ID]),
            name=cells[_NAME].decode(),
            other_names=tuple(others.split(",")) if others else (),
            latitude=latitude,
            longitude=longitude,
            feature=f"{cells[_CLASS].decode()}.{cells[_CODE].decode()}",
            country=cells[_COUNTRY].decode(),
            division=cells[_DIVISION].decode(),
            population=int(cells[_POPULATION] or 0),
            changed=cells[_CHANGED].decode().strip(),
        )
    except ValueError as error:  # UnicodeDecodeError among them
        raise InputError(f"the line can't be read: {error}", place=f"{path}:{number}", remedy=_AGAIN) from None
