"""Where people's corrections are kept, and what a run says of them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from csp_extract.batch import mark_of
from csp_extract.errors import WrongCallError
from csp_extract.records import Correction
from csp_extract.review import Waiting, told
from csp_extract.tables import read_corrections

_OWN = "corrections.csv"


@dataclass(frozen=True)
class Book:
    """The corrections that a run replays, and the file they are kept in."""

    file: Path
    is_own: bool  # the file is the output's own, not one that the user named
    corrections: tuple[Correction, ...] = ()

    def account(self, waiting: Iterable[Waiting]) -> dict[str, Any]:
        """Return what run.json says: how many, from where, and which of them changed nothing."""
        idle = [{"correction_id": one.correction_id, "why": why} for one, why in waiting]
        return {
            "file": "" if self.is_own else str(self.file),
            "sha256": mark_of(self.file).sha256 if self.corrections else "",
            "kept": len(self.corrections),
            "waiting": idle,
        }


def open_book(out: Path, named: Path | None, *, is_new: bool = False) -> Book:
    """Return the corrections of an output: from the file named, else the last run's, else its own.

    With ``is_new``, a file that is named and does not exist yet is an empty book.

    Raises:
        WrongCallError: the file is gone, or no table of corrections.
    """
    file = named.resolve() if named else _last(out)
    is_own = file is None or file == (out / _OWN).resolve()
    file = file or out / _OWN
    if file.exists():
        return Book(file, is_own, tuple(read_corrections(file)))
    if is_own or is_new:
        return Book(file, is_own)
    raise WrongCallError(f"no corrections in {file}; name their file with --corrections")


def _last(out: Path) -> Path | None:
    """Return the file that the last run took corrections from, if not the output's own."""
    try:
        told = json.loads((out / "run.json").read_text("utf-8"))["corrections"]["file"]
    except (OSError, ValueError, KeyError):
        return None
    return Path(told) if told else None


def account(kept: int, waiting: Sequence[Waiting]) -> Iterator[str]:
    """Yield what a run says of corrections: how many changed something, and why others did not."""
    if kept:
        yield f"{kept} corrections kept, {kept - len(waiting)} of them replayed"
    for one, why in waiting:
        yield f"waits: {told(one)}: {why}"
