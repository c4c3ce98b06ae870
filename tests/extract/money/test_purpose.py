"""What a sum is for: the forms in which a clause, or the words around it, tell it."""

import pytest

from csp_extract.extract.components import reading_of
from csp_extract.extract.model import build_model

CASES = [
    ("The board awarded £4,000 for boxing sessions.", "boxing sessions"),
    ("A grant of £7,500 was made to the Trust in May for six bus shelters.", "six bus shelters"),
    ("They asked for £3,000, for summer outings.", "summer outings"),
    ("The raid turned up £8,000 worth of copper wire.", "copper wire"),
    ("We agreed to £2,600 of overtime.", "overtime"),
    ("It took £5,200 in parking fines.", "parking fines"),
    ("The cost of the new shutters was £1,850.", "new shutters"),
    ("A bid for street lighting of £90,000 went in.", "street lighting"),
    ("Two ramps were built at a cost of £6,400.", "Two ramps"),
    ("Members agreed to buy a marquee for £1,200.", "marquee"),
    ("The rescue boat is paid for by the council (£14,000) and the port (£9,000).", "rescue boat"),
    ("Thirty penalty notices of £80 were served.", "Thirty penalty notices"),
    ("The winter reserve stands at £52,000.", "winter reserve"),
    ("new locks on Mill Lane, all fitted by June (£2,300)", "new locks on Mill Lane"),
    ("A drone was looked at. It would have cost £31,000.", "drone"),
    ("They were given £6,000 to combat the theft of boats.", "combat the theft of boats"),
    ("Ministers announced a £9m investment over four years in harbour patrols.", "harbour patrols"),
    ("It was agreed to meet £2,200 mooring costs.", "mooring costs"),
    ("Mending quay lamps through a yearly round of checks: £3,100.", "Mending quay lamps"),
    ("Quay lamp renewal £40k - scheme deferred.", "Quay lamp renewal"),
    ("We hold £900 theft prevention funding.", "theft prevention funding"),
    ("The council has street theatre funding of £2,000.", "street theatre"),
    ("Summer play grants of £300 were made.", "Summer play grants"),
    ("We got £6,000 to spend on lamps.", "lamps"),
    ("Harbour Lights Fair. The tents cost £900.", "tents"),
    ("Window locks, to the value of £900, were fitted.", "Window locks"),
    ("Retention money of £900 has yet to be paid.", "Retention money"),
    ("The Mill Lane scheme received (£900) from the council.", "Mill Lane scheme"),
]


@pytest.mark.parametrize(("text", "purpose"), CASES)
def test_forms_of_purpose(text: str, purpose: str) -> None:
    """Each form in which English tells what money is for is read in its own words."""
    doc = build_model()(text)
    assert reading_of(doc).amounts[0].value.purpose == purpose


@pytest.mark.parametrize(
    "text",
    [
        "The board has an existing budget of £4,000.",
        "The board is awarding £5,000 and is expected to name the clubs.",
        "Harbour Council: £4,000.",
        "The grant of £9,000 is for 2019/20.",
        "The award is £9,000 for three years.",
        "The total was £9,000.",
        "The Commissioner gave £9,000 to the Trust.",
    ],
)
def test_no_purpose_is_made_up(text: str) -> None:
    """A year, a stretch of time, a total and a getter are no purpose."""
    doc = build_model()(text)
    assert reading_of(doc).amounts[0].value.purpose == ""
