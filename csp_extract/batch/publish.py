"""A complete new set takes the place of the old one, or nothing changes.

The new set is written aside. A journal then says which files are to be moved, and each is renamed;
whatever dies in between is completed by the next command, for renaming again does no harm.
"""

import json
import shutil
from pathlib import Path

from csp_extract.batch.lock import hold

ASIDE = ".next"
_JOURNAL = ".journal.json"
_LAST = "run.json"


def aside(out: Path) -> Path:
    """Return an empty folder in which a new set is written."""
    folder = out / ASIDE
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def publish(out: Path) -> None:
    """Put the set written aside in the place of the old one, ``run.json`` last."""
    names = sorted(entry.name for entry in (out / ASIDE).iterdir())
    names.sort(key=lambda name: name == _LAST)
    part = out / f"{_JOURNAL}.part"
    part.write_text(json.dumps(names), encoding="utf-8")
    part.replace(out / _JOURNAL)
    complete(out)


def complete(out: Path) -> None:
    """Finish a publication that was begun; without a journal there is nothing to do."""
    journal = out / _JOURNAL
    if not journal.exists():
        return
    for name in json.loads(journal.read_text("utf-8")):
        source, target = out / ASIDE / name, out / name
        if not source.exists():
            continue  # moved before the run died
        if target.is_dir():
            shutil.rmtree(target)
        source.replace(target)
    shutil.rmtree(out / ASIDE, ignore_errors=True)
    journal.unlink()


def settle(out: Path) -> None:
    """Finish what a dead run left half published, before a command reads the output.

    Raises:
        OutputError: another run is publishing at this moment, or OUT cannot be written.
    """
    if (out / _JOURNAL).exists():
        with hold(out):
            complete(out)
