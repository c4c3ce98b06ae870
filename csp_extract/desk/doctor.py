"""What a machine has of what the program needs."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, requires, version
from typing import NamedTuple

from csp_extract.extract.model import load_model
from csp_extract.read import find_engine


class Check(NamedTuple):
    """One thing looked for; ``is_needed`` where no report can be read without it."""

    name: str
    told: str
    is_well: bool
    is_needed: bool = True

    @property
    def mark(self) -> str:
        """The outcome in a word."""
        return "ok" if self.is_well else "MISSING" if self.is_needed else "absent"


def examine() -> list[Check]:
    """Return what was looked for and what was found."""
    return [_python(), *_packages(), _model(), _search(), _tesseract(), _processors()]


def _python() -> Check:
    """Look at the interpreter."""
    return Check("python", sys.version.split()[0], sys.version_info >= (3, 11))


def _packages() -> Iterator[Check]:
    """Look for every package that the distribution asks for, extras left out."""
    for line in requires("csp-extract") or ():
        if "extra ==" in line:
            continue
        name = line.split(";")[0].split("<")[0].split(">")[0].split("=")[0].split("[")[0].strip()
        try:
            yield Check(name, version(name), is_well=True)
        except PackageNotFoundError:
            yield Check(name, f"not installed ({line})", is_well=False)


def _model() -> Check:
    """Look whether the pipeline can be loaded."""
    try:
        nlp = load_model()
    except (OSError, ValueError) as error:
        return Check("model csp_en", str(error), is_well=False)
    return Check("model csp_en", f"{len(nlp.pipe_names)} components", is_well=True)


def _search() -> Check:
    """Look whether SQLite can search full text."""
    with closing(sqlite3.connect(":memory:")) as base:
        try:
            base.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
        except sqlite3.Error as error:
            return Check("sqlite", str(error), is_well=False)
    return Check("sqlite", f"{sqlite3.sqlite_version} with full-text search", is_well=True)


def _tesseract() -> Check:
    """Look for the reader of scans; reports with a text layer do without."""
    engine = find_engine()
    told = (
        f"{engine.name} at {engine.program}"
        if engine
        else "not installed, or without English: scans end as partial, with the problem needs_ocr"
    )
    return Check("tesseract", told, is_well=engine is not None, is_needed=False)


def _processors() -> Check:
    """Say how many workers can be busy at once."""
    count = len(os.sched_getaffinity(0))
    return Check("processors", f"{count}, a good number for --jobs", is_well=True)
