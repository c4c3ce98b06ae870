"""Rows of mention tables, and corrections of them, made by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from csp_extract.records import Correction, CorrectionKind
from csp_extract.review import identify
from csp_extract.tables import TABLES

Row = dict[str, str]


def _row(table: str, row_id: str, /, **cells: str) -> Row:
    header = TABLES[table].header
    place = {"report_id": "r1", "page": "1", "char_start": "0", "text": row_id}
    return {**dict.fromkeys(header, ""), header[0]: row_id, **place, **cells}


@pytest.fixture
def row() -> Callable[..., Row]:
    """Return a function that makes a row of a table."""
    return _row


@pytest.fixture
def rows() -> dict[str, list[Row]]:
    """Return a report with an initiative, two sums of it, and what the ledger says of them."""
    return {
        "reports": [{"report_id": "r1"}],
        "amounts": [_row("amounts", "a1", initiative_id="i1"), _row("amounts", "a2", text="£2")],
        "initiatives": [_row("initiatives", "i1", amount_ids="a1; a2", name="Night Watch")],
        "candidates": [_row("candidates", "k1", table="amounts", row_id="a1")],
    }


@pytest.fixture
def say() -> Callable[..., Correction]:
    """Return a function that makes a correction with its id."""

    def make(kind: str, table: str, row_id: str, **cells: Any) -> Correction:
        anchor = {"report_id": "r1", "page": "1", "text": row_id, "who": "A Reader"}
        return identify(Correction("", CorrectionKind(kind), table, row_id, **{**anchor, **cells}))

    return make
