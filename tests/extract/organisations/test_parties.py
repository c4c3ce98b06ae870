"""Bodies and offices are found by their head nouns, in lists, pairs and abbreviations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_extract.extract.organisations import PartyKind, acronyms_of, parties_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kent Police and Tarn District Council met.", ["Kent Police", "Tarn District Council"]),
        ("the Tarn Fire and Rescue Service", ["Tarn Fire and Rescue Service"]),
        (
            "Partners: Tarn Police, Safer Roads Partnership and the Red Hill Trust",
            ["Partners", "Tarn Police", "Safer Roads Partnership", "Red Hill Trust"],
        ),
        ("by Chief Inspector Jo Field to the board", ["Chief Inspector", "board"]),
        ("Director of Housing and Community Safety", ["Director of Housing and Community Safety"]),
        ("Jo Field, Head of Regulatory Services", ["Head of Regulatory Services"]),
        ("funded by the Police and Crime Commissioner", ["Police and Crime Commissioner"]),
        ("the Council’s plan", ["Council"]),
        ("Operation Lantern ran in Westbrook", []),
    ],
)
def test_parties_come_apart_at_joints_between_names(text: str, names: list[str]) -> None:
    """An "and" inside a name stays; one between two names parts them."""
    assert [party.name for party in parties_in(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Work of the Tarn and Dale Partnership", "Tarn and Dale Partnership"),
        ("The Future of Beck Town Council", "Beck Town Council"),
        ("Performance of Police Scotland", "Police Scotland"),
        ("In the Harbour Partnership all agreed", "Harbour Partnership"),
        ("Since Beck Town Council met", "Beck Town Council"),
        (
            "Office of the Police and Crime Commissioner",
            "Office of the Police and Crime Commissioner",
        ),
    ],
)
def test_titles_and_openings_are_no_part_of_a_name(text: str, name: str) -> None:
    """What a title says of a body, or opens a sentence before it, is cut off; an office is not."""
    assert [party.name for party in parties_in(text)] == [name]


def test_a_known_name_is_kept_whole() -> None:
    """A department of several matters is one body, and what follows its name is no part of it."""
    text = (
        "from the Department for Levelling Up, Housing and Communities in May, "
        "the Department for Communities and Local Government and Ashby Council"
    )
    assert [party.name for party in parties_in(text)] == [
        "Department for Levelling Up, Housing and Communities",
        "Department for Communities and Local Government",
        "Ashby Council",
    ]


def test_own_abbreviation_is_a_party_if_its_name_is() -> None:
    """An abbreviation of a thing that is nobody names nobody."""
    text = "the Joint Tasking Group (JTG) and Number Plate Reading (NPR): the JTG chose NPR"
    own = acronyms_of(text)
    assert own == {"JTG": "Joint Tasking Group", "NPR": "Number Plate Reading"}
    assert [party.name for party in parties_in("JTG and NPR", own)] == ["JTG"]


def test_kinds_tell_bodies_from_offices() -> None:
    """An office is the seat of a person, a body is not."""
    kinds = {party.name: party.kind for party in parties_in("Tarn Council; its Chief Constable")}
    assert kinds == {
        "Tarn Council": PartyKind.ORGANISATION,
        "Chief Constable": PartyKind.ROLE,
    }


@given(st.text(alphabet="Aa Police,&and ()’.-CouncilTeamof\n", max_size=300))
def test_spans_hold_the_names(text: str) -> None:
    """Whatever the text, a party's span holds exactly its name, and none overlaps another."""
    last = 0
    for party in parties_in(text, acronyms_of(text)):
        assert text[party.span.start : party.span.end] == party.name
        assert party.span.start >= last
        last = party.span.end
