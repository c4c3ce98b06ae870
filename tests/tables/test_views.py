"""Awards are counted once, and added up only where that makes sense."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from csp_extract.records import (
    AmountKind,
    AmountStatus,
    AmountValue,
    Box,
    FindingKind,
    FindingRow,
    Mention,
    Provenance,
    Qualifier,
    ReportRecord,
    ReportRow,
    RunStatus,
    Scope,
    Severity,
    TextSource,
)
from csp_extract.tables import rows_across, rows_of, write_tables

GRANT: dict[str, Any] = {
    "currency": "GBP",
    "kind": AmountKind.GRANT,
    "status": AmountStatus.CONFIRMED,
    "funder": "Home Office",
    "financial_years": ("2021/22",),
}


def report(nth: int, *sums: dict[str, Any]) -> ReportRecord:
    """Return the record of a report with sums; what they do not say is that of a grant."""
    mentions = []
    for place, told in enumerate(sums):
        proof = Provenance(
            report_id=f"r{nth}",
            page=1,
            page_end=1,
            para="1",
            section="",
            text="£1",
            char_start=place,
            char_end=place + 2,
            quote="£1",
            quote_start=place,
            bbox=(Box(1, 0.0, 0.0, 1.0, 1.0),),
            text_source=TextSource.TEXT,
            confidence=None,
            source="money",
        )
        value = AmountValue(**(GRANT | told | {"value": Decimal(told["value"])}))
        mentions.append(Mention(f"a{nth}{place}", proof, value))
    row = ReportRow(
        report_id=f"r{nth}",
        path=f"{nth}.pdf",
        status=RunStatus.OK,
        body="Marsh Council",
        meeting_date=date(2021, 1, nth),
    )
    return ReportRecord(row, "£1", (), {"amounts": tuple(mentions)})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder for tables."""
    place = tmp_path / "out"
    place.mkdir()
    return place


def yearly(folder: Path, *records: ReportRecord) -> list[tuple[str, str, str, int]]:
    """Return year, payer, total and number of awards as the view has them."""
    write_tables(rows_of(records), folder)
    with closing(sqlite3.connect(folder / "csp.sqlite")) as base:
        return base.execute(
            "SELECT financial_year, funder, total, awards FROM funding_by_year"
        ).fetchall()


def test_an_award_told_twice_counts_once(folder: Path) -> None:
    """The next report says the same sum again, now with the getter."""
    rows = yearly(
        folder,
        report(1, {"value": 9000}),
        report(2, {"value": 9000, "funder": "the Home Office", "recipient": "the Partnership"}),
    )
    assert rows == [("2021/22", "Home Office", "9000.00", 1)]


def test_getters_of_equal_sums_are_two_awards(folder: Path) -> None:
    """The same sum to two bodies is counted twice."""
    sums = [{"value": 9000, "recipient": "A Trust"}, {"value": 9000, "recipient": "B Trust"}]
    assert yearly(folder, report(1, *sums)) == [("2021/22", "Home Office", "18000.00", 2)]


def test_parts_of_a_listed_award_are_not_added(folder: Path) -> None:
    """A total and its parts are one award."""
    sums = [
        {"value": 9000, "total_of": ("a11", "a12")},
        {"value": 4000, "purpose": "lamps"},
        {"value": 5000, "purpose": "gates"},
    ]
    assert yearly(folder, report(1, *sums)) == [("2021/22", "Home Office", "9000.00", 1)]


def test_fund_and_its_holder_are_one_payer(folder: Path) -> None:
    """The same sum told under the name of the fund counts once."""
    sums = [{"value": 9000}, {"value": 9000, "funder": "Safer Streets Fund"}]
    assert yearly(folder, report(1, *sums)) == [("2021/22", "Home Office", "9000.00", 1)]


@pytest.mark.parametrize(
    "told",
    [
        {"kind": AmountKind.COST},
        {"kind": AmountKind.BUDGET},
        {"status": AmountStatus.APPLIED_FOR},
        {"status": AmountStatus.UNSUCCESSFUL},
        {"status": AmountStatus.RETURNED},
        {"scope": Scope.WIDER},
        {"qualifier": Qualifier.UP_TO},
        {"financial_years": ("2021/22", "2022/23")},
        {"financial_years": ()},
        {"funder": ""},
    ],
)
def test_what_is_no_award_of_a_year_is_left_out(folder: Path, told: dict[str, Any]) -> None:
    """Costs, bids, wider pots, ceilings and sums of several years are not added."""
    assert yearly(folder, report(1, {"value": 9000} | told)) == []


def test_findings_are_listed_worst_first(folder: Path) -> None:
    """The view puts the heaviest at the head."""
    findings = [
        FindingRow("f1", FindingKind.SUM_RESTATED, Severity.LOW, "", "r1", "Less.", ("a10",)),
        FindingRow("f2", FindingKind.MISPRINT, Severity.HIGH, "", "r1", "More.", ("a10",)),
    ]
    rows = rows_of([report(1, {"value": 9000})]) | rows_across({"findings": findings})
    write_tables(rows, folder)
    with closing(sqlite3.connect(folder / "csp.sqlite")) as base:
        told = base.execute("SELECT message FROM to_check").fetchall()
    assert told == [("More.",), ("Less.",)]


def test_shares_of_a_fund_are_not_added_to_it(folder: Path) -> None:
    """What is shared out of a fund is part of what its holder gave, told as a total or not."""
    fund = {"funder": "Safer Streets Fund", "status": AmountStatus.AGREED}
    sums = [
        {"value": 9000, "purpose": "Safer Streets Fund"},
        fund | {"value": 4000, "recipient": "A Trust"},
        fund | {"value": 3000, "recipient": "B Trust"},
    ]
    assert yearly(folder, report(1, *sums)) == [("2021/22", "Home Office", "9000.00", 1)]


def test_awards_that_add_up_to_another_are_its_shares(folder: Path) -> None:
    """The parts of an award are known by their sum where no words tie them to it."""
    sums = [
        {"value": 9000},
        {"value": 4000, "recipient": "A Trust"},
        {"value": 5000, "recipient": "B Trust"},
    ]
    assert yearly(folder, report(1, *sums)) == [("2021/22", "Home Office", "9000.00", 1)]


def test_names_of_one_office_are_one_payer(folder: Path) -> None:
    """A commissioner is the same payer in full, in short, and behind the name of a fund."""
    sums = [
        {"value": 9000, "funder": "Police and Crime Commissioner"},
        {"value": 9000, "funder": "the PCC"},
        {"value": 9000, "funder": "Safety Fund (Commissioner)"},
    ]
    assert [row[2:] for row in yearly(folder, report(1, *sums))] == [("9000.00", 1)]
