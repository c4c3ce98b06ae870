"""Whatever the text, the grammar answers: without raising, in order, and in time."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_extract.extract.dates.calendar import Anchor
from csp_extract.extract.dates.grammar import FAMILY, read_dates
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


def _ordinal(day: int) -> str:
    endings = "th|st|nd|rd|th|th|th|th|th|th".split("|")
    return f"{day}{'th' if 10 < day < 20 else endings[day % 10]}"


SPELLINGS: tuple[Callable[[date], str], ...] = (
    lambda day: f"{_ordinal(day.day)} {day:%B %Y}",
    lambda day: f"{_ordinal(day.day)} of {day:%B}, {day:%Y}",
    lambda day: f"{day:%A} {_ordinal(day.day)} {day:%B %Y}",
    lambda day: f"{day:%a} {day.day} {day:%b %Y}",
    lambda day: f"{day:%A}, {day:%B} {day.day}, {day:%Y}",
    lambda day: f"{day.day} {day:%B}".upper() + f" {day:%Y}",
    lambda day: f"{day.day}/{day.month}/{day:%Y}",
    lambda day: f"{day:%d-%b-%Y}",
    lambda day: f"{day.day} {day:%B} ’{day:%y}",
)
DAYS = st.dates(date(1980, 1, 1), date(2060, 12, 31))
BEFORE = st.sampled_from(("", "held on ", "by ", "(", "since ", "The fair of "))
AFTER = st.sampled_from(("", ".", " in the hall", ") and later", ", at six", "; it rained"))


@given(DAYS, st.sampled_from(SPELLINGS), BEFORE, AFTER)
def test_any_spelling_reads_back_with_its_span(
    day: date, spell: Callable[[date], str], before: str, after: str
) -> None:
    """Whatever stands around a spelled day, it is read whole, and nothing beside it."""
    spelled = spell(day)
    (reads,) = read_dates(f"{before}{spelled}{after}", lambda _: ANCHOR)
    assert reads.value.edtf == day.isoformat()
    assert reads.span == (len(before), len(before) + len(spelled))


@given(DAYS, st.integers(1, 400), st.sampled_from(("to", "–", "until", "-")))
def test_any_stretch_reads_back(first: date, length: int, joint: str) -> None:
    """Two full days are the stretch between them."""
    last = first + timedelta(days=length)
    text = f"from {first.day} {first:%B %Y} {joint} {last.day} {last:%B %Y} in all"
    (value,) = _read(text)
    assert (value.start, value.end) == (first, last)


MASKED = (
    "£{}", "£{}k", "{}%", "paragraph 3.{}", "section {}", "Minute {}/19", "Tel: 01632 {}",
    "the Crime Act {}", "the Fire (Scotland) Regulations {}", "https://tarn.example/{}/plan",
    "PCC/D/{}/17", "CSP/{}", "{:,} people", "page {}", "call 0161 {} 2019",
)  # fmt: skip


@given(st.integers(1990, 2060), st.sampled_from(MASKED))
def test_numbers_of_other_kinds_are_no_dates(number: int, form: str) -> None:
    """What looks like a year in a sum, a law, a reference or a telephone number is none."""
    assert _read(f"They noted {form.format(number)} and went on.") == []


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


def test_need_hides_no_match() -> None:
    """Wherever a rule's pattern matches in an example of any rule, its need is met."""
    texts = [example.unmark()[0] for rule in FAMILY.rules for example in rule.examples]
    hidden = [
        (rule.name, text)
        for rule in FAMILY.rules
        for text in texts
        if rule.needs and rule.pattern.search(text) and not rule.needs(text)
    ]
    assert hidden == []
