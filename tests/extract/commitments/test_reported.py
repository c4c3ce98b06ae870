"""Reported speech of minutes, put back into the tense in which it was said."""

from csp_extract.extract.commitments.reported import in_present


def test_what_somebody_would_do_is_what_it_will_do() -> None:
    """A promise told in the past keeps its place in the text."""
    told = "The Inspector said that she would look into it."
    said = in_present(told, is_dated=False)
    assert said == "The Inspector said that she  will look into it."
    assert len(said) == len(told)


def test_opinions_and_effects_stay_in_the_past() -> None:
    """What one would like, or what would help, promises nothing."""
    for told in (
        "He would welcome a report.",
        "She said that lighting would help.",
        "Members thought the scheme would be too dear.",
    ):
        assert in_present(told, is_dated=True) == told


def test_plans_are_to_come_where_a_day_says_so() -> None:
    """An expectation without a day to come may be over."""
    told = "The tender was expected to close in May."
    assert in_present(told, is_dated=False) == told
    assert in_present(told, is_dated=True) == "The tender  is expected to close in May."
    told = "The order was expected to be sealed."
    assert in_present(told, is_dated=False) == "The order  is expected to be sealed."
    assert in_present("It was aiming to open.", is_dated=False) == "It  is aiming to open."


def test_what_went_on_and_what_had_been_agreed_stand() -> None:
    """Work under way and a bond taken on are told in the past of what lasts."""
    for told, said in (
        ("Officers were exploring a lease.", "Officers  are exploring a lease."),
        ("The force had agreed to pay.", "The force has agreed to pay."),
        ("There were plans to grow.", "There  are plans to grow."),
        ("The team continued to patrol.", "The team continues to patrol."),
    ):
        assert in_present(told, is_dated=False).split() == said.split()
        assert len(in_present(told, is_dated=False)) == len(told)


def test_what_was_agreed_to_be_done_will_be() -> None:
    """An agreement in minutes binds the one it names."""
    told = "It was agreed that officers would write to the bank."
    said = in_present(told, is_dated=False)
    assert "officers  will" in said
    assert len(said) == len(told)


def test_hope_of_a_meeting_is_the_hope_for_what_will_be() -> None:
    """What was hoped "could" happen is foretold."""
    told = "It was hoped that the hub could move in June."
    said = in_present(told, is_dated=False)
    assert said == "It is  hoped that the hub  will move in June."
    assert len(said) == len(told)
    told = "She said that there would be a further round in May."
    assert "there  will be a further round" in in_present(told, is_dated=False)
