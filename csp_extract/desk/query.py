"""Questions to the tables, in SQL; nothing that a question says can change them."""

import csv
import io
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from csp_extract.errors import WrongCallError


def ask(out: Path, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the columns and rows of an answer.

    Raises:
        WrongCallError: OUT has no database, or the question cannot be understood.
    """
    file = out / "csp.sqlite"
    if not file.exists():
        raise WrongCallError(f"no csp.sqlite in {out}: run csp-extract run first")
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as base:
        base.set_authorizer(_allow)
        try:
            cursor = base.execute(sql)
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise WrongCallError(f"cannot answer: {error}") from error


def _allow(action: int, *_: str | None) -> int:
    """Return whether a statement may do something: all but to open other files."""
    is_refused = action in {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}
    return sqlite3.SQLITE_DENY if is_refused else sqlite3.SQLITE_OK


def view_names(out: Path) -> list[str]:
    """Return the names of the standing questions."""
    _, rows = ask(out, "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
    return [str(name) for (name,) in rows]


def write_csv(columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> str:
    """Return an answer as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()
