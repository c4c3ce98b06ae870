"""A cell holds what its column can hold, written as the program writes it, and nothing else."""

import pytest

from csp_extract.errors import WrongCallError
from csp_extract.review import allowed, can_be_set


@pytest.mark.parametrize(
    ("table", "column", "value", "cells"),
    [
        ("amounts", "value", "1e3", {"value": "1000"}),
        ("amounts", "funder", "  Home \n Office ", {"funder": "Home Office"}),
        ("amounts", "financial_years", "2019/20; 2020/21", {"financial_years": "2019/20; 2020/21"}),
        ("amounts", "kind", "", {"kind": ""}),
        ("initiatives", "status", "ended", {"status": "ended"}),
        ("initiatives", "reach", "120", {"reach": "120"}),
        (
            "commitments",
            "due",
            "2021-02",
            {"due": "2021-02", "due_start": "2021-02-01", "due_end": "2021-02-28"},
        ),
        (
            "commitments",
            "due",
            "2020-24",  # winter
            {"due": "2020-24", "due_start": "2020-12-01", "due_end": "2021-02-28"},
        ),
        ("commitments", "due", "", {"due": "", "due_start": "", "due_end": ""}),
        (
            "dates",
            "edtf",
            "2019-04/2020-03",
            {"edtf": "2019-04/2020-03", "start": "2019-04-01", "end": "2020-03-31"},
        ),
        ("dates", "edtf", "../2020", {"edtf": "../2020", "start": "", "end": "2020-12-31"}),
    ],
)
def test_value_gives_its_cells(table: str, column: str, value: str, cells: dict[str, str]) -> None:
    """The first and last day of a stretch follow from it."""
    assert allowed(table, column, value) == cells


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("amounts", "value", "NaN"),
        ("amounts", "value", "1e99"),
        ("amounts", "value", "twelve"),
        ("amounts", "currency", "pounds"),
        ("amounts", "kind", "gift"),
        ("amounts", "financial_years", "2019/21"),
        ("amounts", "initiative_id", "Night Watch"),
        ("initiatives", "reach", "-3"),
        ("commitments", "due", "next spring"),
        ("commitments", "due", "2021-02-30"),
        ("commitments", "due", "2021/2020"),
        ("commitments", "due_end", "2021-02-28"),  # follows from due
        ("commitments", "quote", "We will."),  # proof is not anyone's to change
        ("initiatives", "mentions", "1-2"),
        ("candidates", "reason", "other"),
        ("reports", "title", "A report"),
        ("no_table", "text", ""),
    ],
)
def test_what_cannot_stand_is_refused(table: str, column: str, value: str) -> None:
    """A wrong value is a wrong call, told before anything is written."""
    with pytest.raises(WrongCallError):
        allowed(table, column, value)


def test_proof_and_ledger_are_out_of_reach() -> None:
    """Words, places and offsets are the page's; the ledger has no rules to correct."""
    assert can_be_set("candidates") == []
    assert not {"text", "quote", "bbox", "page"} & set(can_be_set("commitments"))
