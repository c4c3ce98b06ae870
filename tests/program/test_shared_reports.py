"""The real report that lies beside the project, where it does: its two layouts say the same."""

from collections import Counter
from pathlib import Path

import pytest

from csp_extract.pipeline import extract
from csp_extract.read import find_engine
from csp_extract.records import MENTION_TABLES, ReportRecord, RunStatus
from csp_extract.settings import OcrMode, Settings

REPORTS = Path(__file__).parents[3] / "shared" / "reports"
WORD = REPORTS / "maldon-2017-11-08.pdf"
COLUMNS = REPORTS / "maldon-2017-11-08-two-column.pdf"
SCAN = REPORTS / "maldon-2017-11-08-scan.pdf"

pytestmark = pytest.mark.skipif(not WORD.exists(), reason="../shared is not beside the project")


@pytest.fixture(scope="module")
def word() -> ReportRecord:
    """Return the record of the layout that a word processor makes."""
    return extract(WORD)


def _said(record: ReportRecord, table: str) -> Counter[tuple[str, ...]]:
    """Return what the rows of a table say, ids and places aside."""
    skipped = {"amount_ids", "date_ids", "initiative_id", "mentions", "priority_ids", "row_id"}
    skipped |= {"total_of"}
    return Counter(
        (
            mention.provenance.text,
            mention.provenance.para,
            *(
                str(getattr(mention.value, name))
                for name in type(mention.value).__dataclass_fields__
                if name not in skipped
            ),
        )
        for mention in record.of(table)
    )


@pytest.mark.parametrize("table", sorted(set(MENTION_TABLES) - {"candidates"}))
def test_two_columns_say_the_same(word: ReportRecord, table: str) -> None:
    """The same report in two columns gives the same mentions."""
    assert _said(extract(COLUMNS), table) == _said(word, table)


def test_sums_and_their_total(word: ReportRecord) -> None:
    """The total names its parts, and every sum its value."""
    amounts = {str(mention.value.value): mention for mention in word.of("amounts")}
    assert sorted(amounts, key=int) == ["1708", "7000", "12527", "14235", "200000"]
    parts = {amounts["12527"].mention_id, amounts["1708"].mention_id}
    assert set(amounts["14235"].value.total_of) == parts


def test_dates_that_libraries_miss_and_numbers_that_are_none(word: ReportRecord) -> None:
    """Financial years, ranges and rules are read; telephones, Acts and paragraphs are not."""
    dates = [mention.provenance.text for mention in word.of("dates")]
    assert {"2017 / 18", "8 and 9 August 2017", "first Tuesday of each month"} <= set(dates)
    assert not {"24/7", "2004", "3.1.3"} & set(dates)
    assert not any("01621" in text or text == "7" for text in dates)


def test_two_lists_of_priorities_have_their_owners(word: ReportRecord) -> None:
    """Five of the partnership's and seven of the Commissioner's."""
    owners = Counter(mention.value.owner.casefold() for mention in word.of("priorities"))
    assert sorted(owners.values())[-2:] == [5, 7]


def test_scan_says_what_it_needs() -> None:
    """A report without a text layer that nothing may recognise is partial, and the reason named."""
    row = extract(SCAN, Settings(ocr=OcrMode.NEVER)).row
    assert row.status is RunStatus.PARTIAL
    assert row.problem.startswith("needs_ocr:")


@pytest.mark.skipif(find_engine() is None, reason="Tesseract with English is not installed")
def test_scan_gives_the_same_sums_and_dates(word: ReportRecord) -> None:
    """What is printed is read from its picture too."""
    scan = extract(SCAN)
    assert scan.row.status is RunStatus.OK
    for table, least in (("amounts", 1.0), ("dates", 0.95)):
        written = Counter(mention.provenance.text for mention in word.of(table))
        scanned = Counter(mention.provenance.text for mention in scan.of(table))
        assert (written & scanned).total() >= least * written.total()
