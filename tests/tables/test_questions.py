"""The standing questions about an archive of three years, each answered as a reader would."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from csp_extract.across import look_across
from csp_extract.tables import TABLES, write_tables

Answer = Callable[[str], list[dict[str, Any]]]


class Papers:
    """Rows of the tables of single reports, made by hand."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, str]]] = {name: [] for name in TABLES}
        self.texts: dict[str, str] = {}

    def paper(self, year: int, text: str, **cells: str) -> str:
        """Add the paper of a May meeting and return its id."""
        report_id = cells.get("report_id", f"r{year}")
        row = {
            "report_id": report_id,
            "body": "Harbour Council",
            "kind": "report",
            "path": f"{year}.pdf",
            "meeting_date": f"{year}-05-01",
            "status": "ok",
        }
        self.rows["reports"].append({**dict.fromkeys(TABLES["reports"].header, ""), **row, **cells})
        self.texts[report_id] = text
        return report_id

    def mention(self, table: str, report_id: str, text: str, **cells: str) -> str:
        """Add a mention and return its id."""
        place = len(self.rows[table])
        header = TABLES[table].header
        row = {
            header[0]: f"{table[0]}{place}",
            "report_id": report_id,
            **dict.fromkeys(("page", "page_end"), "1"),
            **dict.fromkeys(("char_start", "quote_start"), str(place)),
            "char_end": str(place + 1),
            "text": text,
            "quote": f"{text}.",
        }
        self.rows[table].append({**dict.fromkeys(header, ""), **row, **cells})
        return row[header[0]]


@pytest.fixture
def papers() -> Papers:
    """Return three years of a council's papers."""
    found = Papers()
    texts = (
        "Officers will publish the survey of harbour lighting.",
        "The survey of harbour lighting has not been published.",
        "No news.",
    )
    for year, text in zip((2018, 2019, 2020), texts, strict=True):
        report_id = found.paper(year, text)
        names = ["Rural crime", "Anti-social behaviour", "Domestic abuse", "Arson"][: 2022 - year]
        for rank, name in enumerate(names, 1):
            found.mention("priorities", report_id, name, rank=str(rank), owner="Harbour CSP")
        status = "planned" if year == 2018 else "in_progress"
        found.mention("initiatives", report_id, "Night Watch", name="Night Watch", kind="scheme",
                      status=status)  # fmt: skip
    found.mention(
        "commitments", "r2018", "publish the survey of harbour lighting",
        action="publish the survey of harbour lighting",
        due="2018-07", due_start="2018-07-01", due_end="2018-07-31", owner="Officers",
    )  # fmt: skip
    return found


@pytest.fixture
def ask(papers: Papers, tmp_path: Path) -> Answer:
    """Return a function that asks a view of the archive."""

    def answer(view: str) -> list[dict[str, Any]]:
        folder = tmp_path / "out"
        if not folder.exists():
            folder.mkdir()
            write_tables(look_across(papers.rows, papers.texts).rows, folder)
        with closing(sqlite3.connect(folder / "csp.sqlite")) as base:
            base.row_factory = sqlite3.Row
            return [dict(row) for row in base.execute(f'SELECT * FROM "{view}"')]

    return answer


def test_priority_matrix_has_a_column_for_each_year(ask: Answer) -> None:
    """The place in each year's list; empty where the list lacks it."""
    rows = {
        row["priority"]: (row["2018"], row["2019"], row["2020"]) for row in ask("priority_matrix")
    }
    assert rows == {
        "Rural crime": ("1", "1", "1"),
        "Anti-social behaviour": ("2", "2", "2"),
        "Domestic abuse": ("3", "3", ""),
        "Arson": ("4", "", ""),
    }


def test_promise_ledger_tells_what_became_of_it(ask: Answer) -> None:
    """One line for a promise: by whom, by when, how it stands, and the words."""
    (row,) = ask("promise_ledger")
    assert (row["owner"], row["due_at_last"], row["state"]) == ("Officers", "2018-07", "overdue")
    assert (row["promised"], row["outcome_told"]) == ("2018-05-01", "2019-05-01")
    assert row["outcome"] == "The survey of harbour lighting has not been published."


def test_initiative_timeline_is_in_order(ask: Answer) -> None:
    """Each paper's status, and the change beside it."""
    told = [
        (row["meeting_date"], row["status"], row["change"]) for row in ask("initiative_timeline")
    ]
    assert told == [
        ("2018-05-01", "planned", None),
        ("2019-05-01", "in_progress", "launched"),
        ("2020-05-01", "in_progress", None),
    ]


def test_since_last_report_tells_only_the_last_meeting(ask: Answer) -> None:
    """In the last year one priority went; what went the year before is old."""
    told = [(row["change"], row["name"]) for row in ask("since_last_report")]
    assert ("dropped", "Domestic abuse") in told
    assert all(row["meeting_date"] == "2020-05-01" for row in ask("since_last_report"))


def test_draft_of_a_final_is_not_counted(papers: Papers, ask: Answer) -> None:
    """What a superseded paper says stays in its table, and out of every view and track."""
    draft = papers.paper(2020, "No news.", report_id="r-draft", superseded_by="r2020")
    papers.mention("amounts", draft, "£900", value="900", currency="GBP", kind="grant",
                   funder="Home Office", financial_years="2020/21", status="agreed")  # fmt: skip
    papers.mention("initiatives", draft, "Day Watch", name="Day Watch")
    assert ask("awards") == ask("funding") == []
    assert len(ask("papers")) == 3
    assert {row["initiative"] for row in ask("initiative_timeline")} == {"Night Watch"}
    assert "Day Watch" in {row["name"] for row in ask("initiatives")}


def test_pairs_to_judge_come_once_and_worth_most_first(papers: Papers, ask: Answer) -> None:
    """Of all unsure pairs between two tracks one is asked for."""
    for year in (2018, 2019, 2020):
        papers.mention("initiatives", f"r{year}", "Night Watch patrols of the harbour estate",
                       name="Night Watch patrols of the harbour estate", kind="scheme")  # fmt: skip
    rows = ask("to_judge")
    assert [row["worth"] for row in rows] == sorted((row["worth"] for row in rows), reverse=True)
    links = [row for row in ask("links") if row["judgement"] == "unsure"]
    assert len(rows) <= len(links)
    assert {row["left_id"] for row in rows} <= {row["left_id"] for row in links}


def test_rows_to_review_come_by_what_they_are_worth(papers: Papers, ask: Answer) -> None:
    """Doubt counts, and so does what hangs on a row; what a person settled is not asked again."""
    papers.texts["r2019"] = "No news."  # so that the promise is overdue without a word of it
    papers.rows["commitments"][0]["confidence"] = "0.9000"  # a finding rests on it
    for year, confidence in ((2018, "0.5000"), (2019, "0.9000")):
        one = papers.mention("measures", f"r{year}", "12 burglaries", confidence=confidence)
        papers.rows["measures"][-1]["corrected"] = "A Reader" if year == 2019 else ""
    rows = ask("needs_review")
    assert [(row["row_id"], row["findings"]) for row in rows] == [("m0", 0), ("c0", 1)]
    assert one not in {row["row_id"] for row in rows}
