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


def test_day_of_what_is_planned_is_no_period() -> None:
    """A second clause may tell of a day to come, which is not when the first one counted."""
    reading = read_plain("The open day drew 52 visitors and the next is set for 4 June 2021.")
    start = reading.report.text.index("4 June 2021")
    value = DateValue("2021-06-04", role=DateRole.PLANNED)
    reading.dates = [Found(Span(start, start + 11), value, "a test")]
    (found,) = find_measures(reading)
    assert (found.value.value, found.value.period) == (Decimal(52), "")


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


def figures_in(text: str) -> list[tuple[str, str, str, str]]:
    """Return value, direction, change and base of the figures of a text."""
    return [
        (
            str(found.value.value),
            str(found.value.direction or ""),
            found.value.change,
            found.value.compared_with,
        )
        for found in find_measures(read_plain(text))
    ]


def test_change_after_a_figure_is_its_change() -> None:
    """A sentence tells after its figure how it moved, and from what."""
    text = "Crews attended 1,842 incidents, 6% fewer than in the same quarter last year."
    assert figures_in(text) == [("1842", "down", "6% fewer", "the same quarter last year")]
    text = "Officers seized 17 bikes, five fewer."
    assert figures_in(text) == [("17", "down", "five fewer", "")]


def test_base_in_numbers_gives_the_direction() -> None:
    """Two counts of one thing say which way it went."""
    text = "There were 40 thefts, against 31 in the year before."
    assert figures_in(text) == [("40", "up", "", "31 in the year before")]
    assert figures_in("Calls went from 61 in May to 44.") == [("44", "down", "", "61 in May")]
    text = "On-call cover was 78.3% against a target of 85%."
    assert figures_in(text) == [("78.3", "", "", "")]


def test_share_and_count_are_two_figures() -> None:
    """A fall by a share to a count is said once and read twice."""
    text = "Incidents fell by 12 per cent to 1,204."
    assert [(value, way) for value, way, *_ in figures_in(text)] == [
        ("12", "down"),
        ("1204", "down"),
    ]


def cells_of(*rows: tuple[str, ...], caption: str = "") -> Reading:
    """Return the reading of one table whose first row holds its heads."""
    text, blocks = f"{caption}\n", [Block(BlockKind.CAPTION, 0, len(caption))]
    for number, row in enumerate(rows):
        for col, words in enumerate(row):
            head = rows[0][col] if number else ""
            end = len(text) + len(words)
            blocks.append(
                Block(
                    BlockKind.CELL,
                    len(text),
                    end,
                    table=0,
                    row=number,
                    col=col,
                    row_head=row[0] if number and col else "",
                    col_head=head,
                    is_head=not number,
                )
            )
            text += f"{words}\n"
    report = Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
    return Reading(report, passages_of(report))


def test_table_of_places_gives_their_rates() -> None:
    """Rows are places, columns what is counted; the caption says that they are rates."""
    rows = (("Ward", "All crime", "Population"), ("Quayside", "71.4", "9,120"))
    reading = cells_of(*rows, caption="Rates for each 1,000 people")
    (found,) = find_measures(reading)
    assert (found.value.measure, found.value.area) == ("All crime", "Quayside")
    assert found.value.unit is MeasureUnit.RATE


def test_table_of_money_has_no_figures_of_performance() -> None:
    """A sum without a sign is money where the first head says so."""
    reading = cells_of(("Capital, £000", "2018/19"), ("Cameras", "880"))
    assert find_measures(reading) == []


def test_rating_in_the_cell_of_a_figure_is_its_rating() -> None:
    """A layout may leave two narrow columns in one cell."""
    reading = cells_of(("Measure", "2018/19 RAG"), ("Burglary", "58 Red"))
    (found,) = find_measures(reading)
    assert (found.value.value, found.value.rag, found.value.period) == (
        Decimal(58),
        "red",
        "2018/19",
    )


def test_rate_may_be_told_of_a_figure_before_it() -> None:
    """A rate without a noun is of what was counted right before it."""
    found = find_measures(read_plain("There were 912 offences (+6%), 88.1 per 1,000 residents."))
    assert [(each.value.measure, each.value.unit) for each in found] == [
        ("offences", MeasureUnit.COUNT),
        ("offences", MeasureUnit.RATE),
    ]
    assert (found[0].value.change, found[0].value.direction) == ("+6%", Direction.UP)


def test_forms_of_free_prose_are_read() -> None:
    """Figures in brackets, of another place and in each month stand with their change."""
    text = "There were reductions in cycle theft (4%), arson (9.5%) but an increase in fraud (12%)."
    assert figures_in(text) == [
        ("4", "down", "", ""),
        ("9.5", "down", "", ""),
        ("12", "up", "", ""),
    ]
    text = "Crime had risen by 4% across the borough, compared with a 6% rise across Northshire."
    found = find_measures(read_plain(text))
    assert [each.value.area for each in found] == ["borough", "Northshire"]
    assert found[0].value.compared_with == "6% rise across Northshire"
    text = "Wardens had increased by 12 since 2016."
    assert figures_in(text) == [("12", "up", "12", "2016")]


def test_change_of_a_figure_is_no_figure() -> None:
    """What is told of a figure as its change stands in its cell, and in no row of its own."""
    text = (
        "A total of 940 visits were made, which was a decrease of 60 visits on the previous year."
    )
    assert figures_in(text) == [("940", "down", "a decrease of 60", "the previous year")]
    assert figures_in("Of those trained, 999 calls answered were few.") == []
