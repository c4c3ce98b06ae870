"""Which files a call names: files, folders with all below them, and lists of paths."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from csp_extract.errors import WrongCallError


@dataclass(frozen=True, order=True)
class Input:
    """A file to read, and its path relative to the INPUT that named it."""

    path: str  # as reports.csv has it, with forward slashes
    file: Path


def find_inputs(names: Iterable[str]) -> list[Input]:
    """Return the files that the names stand for, each once, in the order of their paths.

    A folder stands for the PDF files in it and below; ``@list.txt`` for the paths in a text file,
    one a line, relative to that file. A file that is named itself is taken whatever its ending.

    Raises:
        WrongCallError: a name stands for nothing.
    """
    found = {entry.file.resolve(): entry for name in names for entry in _expand(name, Path())}
    return sorted(found.values())


def _expand(name: str, base: Path) -> Iterator[Input]:
    """Yield the files of one name."""
    if name.startswith("@"):
        listing = base / name[1:]
        if not listing.is_file():
            raise WrongCallError(f"no such list: {listing}")
        for line in listing.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield from _expand(line.strip(), listing.parent)
        return
    place = base / name
    if place.is_dir():
        for file in sorted(place.rglob("*")):
            if file.suffix.lower() == ".pdf" and file.is_file():
                yield Input(file.relative_to(place).as_posix(), file)
    elif place.is_file():
        yield Input(place.name, place)
    else:
        raise WrongCallError(f"no such file or folder: {place}")
