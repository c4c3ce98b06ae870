"""What must never be linked is not, however alike it sounds."""

from datetime import date

import pytest

from csp_extract.records import TrackKind
from csp_extract.track.features import FEATURES, told
from csp_extract.track.items import Item, Paper
from csp_extract.track.vetoes import VETOES, veto_of

PAPER = Paper("r1", "harbour", "Harbour Council", "report", None)


def _item(kind: TrackKind, name: str, **cells: str) -> Item:
    column = {TrackKind.COMMITMENT: "action", TrackKind.EVENT: "event"}.get(kind, "name")
    return Item(kind, "table", name, PAPER, {column: name, "text": name, **cells})


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (TrackKind.INITIATIVE, "Operation Heron", "Operation Herring"),
        (TrackKind.INITIATIVE, "Domestic Homicide Review 1", "Domestic Homicide Review 2"),
        (TrackKind.INITIATIVE, "DHR1", "Domestic Homicide Review 2"),
        (TrackKind.INITIATIVE, "the first review", "the second review"),
        (TrackKind.COMMITMENT, "complete Phase 1", "complete phase two"),
        (TrackKind.COMMITMENT, "hold Safety Week 2018", "hold Safety Week 2019"),
        (TrackKind.EVENT, "Bike Day in Kelby", "Bike Day in Marsh End"),
    ],
)
def test_vetoed(kind: TrackKind, left: str, right: str) -> None:
    """Another code name, number, year or place is another thing."""
    assert veto_of(kind, _item(kind, left), _item(kind, right))
    assert veto_of(kind, _item(kind, right), _item(kind, left))


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (TrackKind.INITIATIVE, "Operation Heron", "the operation"),
        (TrackKind.INITIATIVE, "DHR 2", "Domestic Homicide Review 2"),
        (TrackKind.INITIATIVE, "the review", "Domestic Homicide Review 2"),
        (TrackKind.COMMITMENT, "complete Phase 1", "finish the works"),
        (TrackKind.EVENT, "Bike Day in March", "Bike Day in Kelby"),
    ],
)
def test_not_vetoed(kind: TrackKind, left: str, right: str) -> None:
    """What one side does not say forbids nothing."""
    assert not veto_of(kind, _item(kind, left), _item(kind, right))


def test_items_of_one_list_are_different() -> None:
    """Two places of one list are two priorities; the list told twice is one."""
    first, second = (
        _item(TrackKind.PRIORITY, name, rank=rank, owner="Board")
        for name, rank in (("Rural crime", "1"), ("Rural roads", "2"))
    )
    again = _item(TrackKind.PRIORITY, "Crime in villages", rank="1", owner="Board")
    assert veto_of(TrackKind.PRIORITY, first, second)
    assert not veto_of(TrackKind.PRIORITY, first, again)


def _due(kind: TrackKind, name: str, day: str, paper: Paper, **cells: str) -> Item:
    column = "action" if kind is TrackKind.COMMITMENT else "event"
    return Item(kind, "t", name, paper, {column: name, "start": day, "end": day, **cells})


EARLIER = Paper("r0", "harbour", "Harbour Council", "report", date(2018, 5, 1))
LATER = Paper("r2", "harbour", "Harbour Council", "report", date(2019, 5, 1))


@pytest.mark.parametrize(
    ("left", "right", "is_vetoed"),
    [
        ("report on the governors' decision", "A decision", True),
        ("decide on the lamps", "decide on the wardens", True),
        ("consult", "consult on the alley gates", True),
        ("consult on the alley gates", "consult on the gates", False),
        ("take it to the January meeting", "put the bid to the January board", True),
        ("invite the Commissioner", "invite the Commissioner to come", False),
        ("shelter is to be fitted", "shelter", False),
    ],
)
def test_a_bare_act_is_no_thing(left: str, right: str, *, is_vetoed: bool) -> None:
    """Promises with different days need a thing in common: an act or a month is none."""
    one = _due(TrackKind.COMMITMENT, left, "2018-06-01", EARLIER)
    two = _due(TrackKind.COMMITMENT, right, "2019-11-01", LATER)
    assert bool(veto_of(TrackKind.COMMITMENT, one, two)) is is_vetoed
    assert bool(veto_of(TrackKind.COMMITMENT, two, one)) is is_vetoed


def test_a_bare_act_told_twice_needs_a_thing_in_both_sentences() -> None:
    """Two bare acts are one promise where both sentences name what is consulted on."""
    quotes = ("We will consult on the alley gates.", "It will now consult on alley gates.")
    one, two, other = (
        _due(TrackKind.COMMITMENT, "consult", day, paper, quote=quote)
        for day, paper, quote in (
            ("2018-06-01", EARLIER, quotes[0]),
            ("2019-11-01", LATER, quotes[1]),
            ("2019-11-01", LATER, "The panel will consult."),
        )
    )
    assert not veto_of(TrackKind.COMMITMENT, one, two)
    assert veto_of(TrackKind.COMMITMENT, one, other)


def test_what_comes_each_year_is_another_time() -> None:
    """In the same weeks a year on it is the next edition, unless the paper says that it moved."""
    first = _due(TrackKind.EVENT, "hold Safety Week", "2018-10-09", EARLIER)
    second = _due(TrackKind.EVENT, "hold Safety Week", "2019-10-14", LATER)
    moved = _due(
        TrackKind.EVENT, "hold Safety Week", "2019-10-14", LATER, quote="It was postponed."
    )
    later = _due(TrackKind.EVENT, "hold Safety Week", "2019-03-14", LATER)
    assert veto_of(TrackKind.EVENT, first, second)
    assert not veto_of(TrackKind.EVENT, first, moved)
    assert not veto_of(TrackKind.EVENT, first, later)


def test_two_days_in_one_report_are_two_steps() -> None:
    """A report that promises a tender by May and the works by July makes two promises."""
    kind = TrackKind.COMMITMENT
    tender = _due(kind, "let the lighting works", "2018-05-31", PAPER)
    works = _due(kind, "complete the lighting works", "2018-07-31", PAPER)
    assert veto_of(kind, tender, works)


def test_words_of_form_tie_no_promises() -> None:
    """A report to the committee may be about anything."""
    kind = TrackKind.COMMITMENT
    first = _due(kind, "report to the Committee", "2018-05-31", PAPER)
    second = _due(kind, "bring a final report to Committee", "2019-03-31", LATER)
    assert veto_of(kind, first, second)


def test_money_for_another_is_another_award() -> None:
    """Words that every partnership shares are no name."""
    kind = TrackKind.FUNDING
    first, second, third = (
        Item(kind, "amounts", name, PAPER, {"value": "9", "recipient": name})
        for name in ("Kelby Safety Partnership", "Marsh End Partnership", "Kelby")
    )
    assert veto_of(kind, first, second)
    assert not veto_of(kind, first, third)


def test_reasons_exist_and_differ() -> None:
    """Every feature and veto has a sentence of its own for the user."""
    features = {feature for kind in FEATURES.values() for feature in kind}
    sentences = [told(feature) for feature in features]
    sentences += [told(veto) for veto in {veto for kind in VETOES.values() for veto in kind}]
    assert all(sentences)
    assert len(set(sentences)) == len(sentences)
