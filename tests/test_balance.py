"""Every candidate of a page is either taken by a row or refused with a reason."""

from dataclasses import replace

from csp_extract.balance import Balance, balance_by_page, balance_of
from csp_extract.extract.mentions import extract_mentions
from csp_extract.extract.model import load_model
from csp_extract.extract.plain import lay_out_plain
from csp_extract.records import ReportRecord, ReportRow
from csp_extract.settings import Given

TEXT = "The Panel agreed £4,500 on 3 May 2022; the line is open 24/7."


def _record() -> ReportRecord:
    found = extract_mentions(load_model(), lay_out_plain(TEXT), "r0", Given())
    return ReportRecord(ReportRow(), TEXT, (), found.mentions)


def test_what_is_sighted_is_taken_or_refused() -> None:
    """A sum and a date have rows, and "24/7" its reason."""
    (balance,) = balance_by_page(_record()).values()
    assert balance == Balance(sighted=3, taken=2, refused=1)
    assert balance.is_even


def test_candidate_without_row_and_reason_tips_the_balance() -> None:
    """A row that was lost on the way is noticed."""
    mention = _record().of("candidates")[0]
    lost = replace(mention, value=replace(mention.value, row_id="", reason=None))
    assert not balance_of([lost]).is_even


def test_balance_is_printed_with_its_share_of_unexplained() -> None:
    """The share of what no reason explains is what a reader looks at."""
    balance = Balance(sighted=200, taken=180, refused=20, unexplained=1)
    assert str(balance).endswith("1 of them (0.5%) for no reason we know")
