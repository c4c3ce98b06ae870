"""Records kept under the hash of what made them, so that nothing is read twice."""

import hashlib
from dataclasses import astuple
from pathlib import Path

from csp_extract import __version__
from csp_extract.records import ReportRecord, dump_record, load_record
from csp_extract.settings import Settings


class Store:
    """The folder ``.records`` of an output; it belongs to the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @staticmethod
    def key(sha256: str, settings: Settings, code: str) -> str:
        """Return the hash of a file's hash, the settings and the program that reads it.

        ``code`` stands for the rules and models in use, so that a change of them reads anew.
        """
        made_of = repr((sha256, __version__, code, astuple(settings)))
        return hashlib.sha256(made_of.encode()).hexdigest()[:40]

    def get(self, key: str) -> ReportRecord | None:
        """Return the record kept under a key; one that cannot be read back is none."""
        try:
            return load_record((self.folder / f"{key}.json").read_text("utf-8"))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str, record: ReportRecord) -> None:
        """Keep a record; whoever dies while writing leaves no half of one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        part = self.folder / f"{key}.part"
        part.write_text(dump_record(record), encoding="utf-8", newline="")
        part.replace(self.folder / f"{key}.json")

    def keep_only(self, keys: set[str]) -> None:
        """Drop the records that no input needs any more."""
        for file in self.folder.glob("*"):
            if file.stem not in keys:
                file.unlink()
