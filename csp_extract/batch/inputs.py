"""Which files a call names: files, folders with all below them, and lists of paths."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from csp_extract.errors import WrongCallError


@dataclass(frozen=True, order=True)
class Input:
    """A file to read, and its path relative to the INPUT that named it."""

    path: str  # as reports.csv has it, with forward slashes
    file: Path


class Mark(NamedTuple):
    """What tells one file's content from another's."""

    sha256: str
    size: int


def find_inputs(names: Iterable[str]) -> list[Input]:
    """Return the files that the names stand for, each once, in the order of their paths.

    A folder stands for the PDF files in it and below; ``@list.txt`` for the paths in a text file,
    one a line, relative to that file. A file that is named itself is taken whatever its ending. A
    file that several names reach goes by the first of its paths, whatever the order of the names.

    Raises:
        WrongCallError: a name stands for nothing, or all names together for no file.
    """
    names = list(names)
    found: dict[Path, Input] = {}
    for entry in sorted(entry for name in names for entry in _expand(name, Path(), ())):
        found.setdefault(entry.file.resolve(), entry)
    if not found:
        raise WrongCallError(f"no PDF in {', '.join(names)}")
    return list(found.values())


def mark_of(file: Path) -> Mark:
    """Return the mark of a file, read piece by piece.

    Raises:
        OSError: the file cannot be read.
    """
    with file.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256")
        return Mark(digest.hexdigest(), handle.tell())


def _expand(name: str, base: Path, lists: tuple[Path, ...]) -> Iterator[Input]:
    """Yield the files of one name; ``lists`` are the lists that led to it."""
    if name.startswith("@"):
        yield from _read_list(base / name[1:], lists)
        return
    place = base / name
    if place.is_dir():
        for file in place.rglob("*"):
            if file.suffix.lower() == ".pdf" and file.is_file():
                yield Input(file.relative_to(place).as_posix(), file)
    elif place.is_file():
        yield Input(place.name, place)
    else:
        raise WrongCallError(f"no such file or folder: {place}")


def _read_list(listing: Path, lists: tuple[Path, ...]) -> Iterator[Input]:
    """Yield the files of a list; empty lines and lines that begin with ``#`` say nothing."""
    if listing.resolve() in lists:
        raise WrongCallError(f"the list {listing} names itself")
    try:
        lines = listing.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongCallError(f"no list of paths in UTF-8: {listing}") from error
    for line in lines:
        if line.strip() and not line.startswith("#"):
            yield from _expand(line.strip(), listing.parent, (*lists, listing.resolve()))
