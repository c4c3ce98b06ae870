"""Papers without a meeting date: what has no year counts from what they tell as done."""

import pytest

from csp_extract.extract.dates import find_dates
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of

# A paper, the expression without a year, and its value.
PAPERS = (
    ("The ramp was opened on 4 May 2018. In March it had been closed.", "March", "2018-03"),
    ("Bids closed in June 2021. A decision is expected in September.", "September", "2021-09"),
    (
        "The gates were hung on 9 June 2020. The lease ends in 2024. It will reopen in August.",
        "August",
        "2020-08",
    ),
    ("The ramp is to be opened on 4 May 2018. It will be painted in June.", "June", "2018-06"),
    ("In June it was painted.", "June", ""),
)


@pytest.mark.parametrize(("paper", "expression", "edtf"), PAPERS)
def test_a_month_counts_from_the_last_day_told_as_done(
    paper: str, expression: str, edtf: str
) -> None:
    """Without a meeting the days of the text itself tell the year, and nothing else does."""
    report = lay_out_plain(paper)
    found, _ = find_dates(Reading(report, passages_of(report)))
    read = {paper[slice(*row.span)]: row.value.edtf for row in found}
    assert read[expression] == edtf
