"""Measures of whole reports: figures in sentences and in tables of indicators."""

from decimal import Decimal

from csp_extract.extract.found import Found, Span
from csp_extract.extract.measures import find_measures
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import (
    AmountValue,
    Block,
    BlockKind,
    CommitmentValue,
    DateRole,
    DateValue,
    Direction,
    MeasureUnit,
    Report,
    TextSource,
)


def read_plain(text: str) -> Reading:
    """Return the reading of plain text, before any family has run."""
    report = lay_out_plain(text)
    return Reading(report, passages_of(report))


def test_period_and_base_of_the_sentence_hold_for_its_figures() -> None:
    """What a sentence says of time and comparison belongs to each of its figures."""
    reading = read_plain(
        "In the year to 30 June 2020 theft fell by 4% (9 fewer) compared to the same period last"
        " year."
    )
    start = reading.report.text.index("30 June 2020")
    value = DateValue("2020-06-30", role=DateRole.PERIOD)
    reading.dates = [Found(Span(start, start + 12), value, "a test")]
    (found,) = find_measures(reading)
    assert (found.value.value, found.value.direction, found.value.change) == (
        Decimal(4),
        Direction.DOWN,
        "9 fewer",
    )
    assert found.value.period == "year to 30 June 2020"
    assert found.value.compared_with == "the same period last year"


def test_counts_that_are_promised_or_money_are_no_measures() -> None:
    """A figure to come is a target; a sum belongs to the amounts."""
    assert find_measures(read_plain("The scheme will train 40 volunteers.")) == []
    reading = read_plain("Officers to train 40 volunteers.")
    reading.commitments = [Found(Span(0, 31), CommitmentValue(), "a test")]
    assert find_measures(reading) == []
    reading = read_plain("It cost 500 people dearly.")
    reading.amounts = [Found(Span(8, 11), AmountValue(), "a test")]
    assert find_measures(reading) == []


def test_table_of_indicators_gives_period_direction_and_rating() -> None:
    """A number under a period is a measure of its row; a target is none."""
    heads = ("Indicator", "2019/20", "2020/21", "Target 2021", "Change", "RAG")
    cells = ("Burglary offences", "120", "1,096", "100", "-20%", "Amber")
    text, blocks = "", []
    for row, words in enumerate((heads, cells)):
        for col, word in enumerate(words):
            blocks.append(
                Block(
                    BlockKind.CELL,
                    len(text),
                    len(text) + len(word),
                    table=0,
                    row=row,
                    col=col,
                    row_head=cells[0] if row and col else "",
                    col_head=heads[col] if row else "",
                    is_head=row == 0 or col == 0,
                )
            )
            text += word + "\n"
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    found = find_measures(Reading(report, passages_of(report)))
    assert [(each.value.value, each.value.period) for each in found] == [
        (Decimal(120), "2019/20"),
        (Decimal(1096), "2020/21"),
    ]
    assert [each.value.rag for each in found] == ["", "amber"]
    assert [each.value.direction for each in found] == [None, Direction.DOWN]
    assert [each.value.compared_with for each in found] == ["", "2019/20"]
    assert {each.value.unit for each in found} == {MeasureUnit.COUNT}


def test_what_was_counted_begins_at_a_word() -> None:
    """Words before "that" stay outside, and no word is cut."""
    (found,) = find_measures(read_plain("It was reported that theft had fallen by 8%."))
    assert found.value.measure == "theft"
