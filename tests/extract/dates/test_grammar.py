"""Whatever the text, the grammar answers: without raising, in order, and in time."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_extract.extract.dates.calendar import Anchor
from csp_extract.extract.dates.grammar import read_dates
from csp_extract.records import DateValue

ANCHOR = Anchor(date(2019, 10, 1))
_WORDS = (
    "1|8|29|31|32|0|2018|2019|1998|19|20|/|-| – | | to | and |, |.|Q2|quarter |second |FY|June "
    "|May |FEB|Dec|Tuesday |the |end of |mid-|next |last |year|month|every |first |winter "
    "|municipal |of |from |until |three |’|(|)|th"
)
PIECES = st.sampled_from(_WORDS.split("|"))
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


def _read(text: str) -> list[DateValue]:
    return [reads.value for reads in read_dates(text, lambda _: ANCHOR)]


@given(TEXTS)
def test_no_text_makes_it_raise(text: str) -> None:
    """Any text is read, and every expression lies within it, apart from the others."""
    at = 0
    for reads in read_dates(text, lambda _: ANCHOR):
        assert at <= reads.span.start < reads.span.end <= len(text)
        at = reads.span.end


@given(TEXTS)
def test_values_are_whole(text: str) -> None:
    """A value has first day, last day and EDTF together, in order; or none of them."""
    for value in _read(text):
        if value.start is None or value.end is None:
            assert (value.start, value.end, value.edtf) == (None, None, "")
        else:
            assert value.start <= value.end
            assert value.edtf


@given(
    st.dates(date(1980, 1, 1), date(2060, 12, 31)),
    st.sampled_from(["%d %B %Y", "%A %d %B %Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%B %d, %Y"]),
)
def test_any_day_reads_back(day: date, form: str) -> None:
    """A day in a British form has its own EDTF."""
    assert [value.edtf for value in _read(f"held on {day:{form}} in the hall")] == [day.isoformat()]


@given(st.integers(1990, 2060), st.sampled_from(["/", "-", " / ", "–"]))
def test_any_financial_year_reads_back(year: int, mark: str) -> None:
    """Two years that follow one another are April to March."""
    (value,) = _read(f"in {year}{mark}{(year + 1) % 100:02}")
    assert (value.start, value.end) == (date(year, 4, 1), date(year + 1, 3, 31))


HOSTILE = (
    "1 " * 20,
    "5, ",
    "and 8 ",
    "2019-",
    "12/12/",
    "May ",
    "mid-",
    "the ",
    "Monday ",
    "0-0 ",
    "May, ",
    "1 May, ",
    "on Mondays and ",
    "mid-May to ",
    "w/c 5 ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length(piece: str) -> None:
    """Four times the text takes about four times as long, not sixteen."""

    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        _read(text)
        return time.process_time() - start

    short = max(min(seconds(2_000) for _ in range(3)), 0.002)
    assert min(seconds(8_000) for _ in range(3)) < 10 * short
