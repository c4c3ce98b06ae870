"""Dates that cannot be as they are printed are found; those that can are not."""

from datetime import date

import pytest

from csp_extract.extract.mentions import extract_mentions
from csp_extract.extract.model import load_model
from csp_extract.extract.plain import lay_out_plain
from csp_extract.findings import findings_within
from csp_extract.records import FindingKind, FindingRow, ReportRecord, ReportRow
from csp_extract.settings import Given
from csp_extract.tables import rows_of

MEETING = date(2019, 11, 20)  # a Wednesday


def _find(text: str) -> list[FindingRow]:
    found = extract_mentions(load_model(), lay_out_plain(text), "r0", Given(meeting_date=MEETING))
    row = ReportRow(report_id="r0", meeting_date=MEETING)
    return findings_within(rows_of([ReportRecord(row, text, (), found.mentions)]))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It opened on Thursday 15 June 2018.", FindingKind.WEEKDAY_WRONG),
        ("Stalls from Mon 3 to Sat 7 June 2019", FindingKind.WEEKDAY_WRONG),
        ("They will meet on Weds 11/12/20.", FindingKind.WEEKDAY_WRONG),
        ("The budget for 2108/20 was agreed.", FindingKind.MISPRINT),
        ("The budget for 2018/20 was agreed.", FindingKind.MISPRINT),
        ("The panel met on 31 June 2019.", FindingKind.MISPRINT),
        ("It was adopted in March 20191.", FindingKind.MISPRINT),
        ("It will be done by 3 May 2109.", FindingKind.MISPRINT),
        ("It ran from 30 June 2019 to 3 June 2019.", FindingKind.END_BEFORE_START),
        ("Marshals were appointed on 4 December 2019.", FindingKind.PAST_AFTER_MEETING),
        (
            "Minutes of the Board, and the letter dated 2 March 2020.",
            FindingKind.PAST_AFTER_MEETING,
        ),
        ("The Board met on Saturday 12 October 2019.", FindingKind.MEETING_ON_WEEKEND),
    ],
)
def test_finding(text: str, kind: FindingKind) -> None:
    """One thing that cannot be right is one finding, which names its row."""
    (finding,) = _find(text)
    assert finding.kind is kind
    assert finding.row_ids


@pytest.mark.parametrize(
    "text",
    [
        "It opened on Friday 15 June 2018.",
        "Stalls from Mon 3 to Sat 8 June 2019 and on Friday and Saturday nights",
        "The budget for 2018/19 and the plan 2018-2021.",
        "Bids are to be returned by 4 December 2019.",
        "The lamps will have been fitted by 4 December 2019.",
        "The report will be considered by the Board on 4 December 2019.",
        "The fair was held on Saturday 12 October 2019.",
        "A stall on Monday, as ever, and on 4 December",
    ],
)
def test_no_finding(text: str) -> None:
    """What may well be right is left alone."""
    assert _find(text) == []


def test_message_tells_the_year_in_which_the_weekday_is_right() -> None:
    """A weekday looked up in last year's calendar is the commonest of these slips."""
    (finding,) = _find("It was let on Thursday 12 April 2019.")
    assert finding.message == (
        "Thursday 12 April 2019: 12 April 2019 was a Friday. In 2018 the weekday would be right."
    )
