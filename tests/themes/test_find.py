"""Themes: told by words, never concluded."""

import pytest

from csp_extract.themes import themes_in


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Tackling anti-social behaviour in parks", ("anti-social behaviour",)),
        ("Op Lapwing: ASB on off-road bikes", ("anti-social behaviour",)),
        (
            "Support for victims of domestic abuse",
            ("domestic abuse", "victims and vulnerable people"),
        ),
        ("County lines and knives", ("exploitation and organised crime", "serious violence")),
        ("Making roads safer for new drivers", ("road safety",)),
        (
            "Hare coursing and fuel theft",
            ("burglary, theft and robbery", "rural, heritage and wildlife crime"),
        ),
        ("Prevent training for staff", ("counter-terrorism and extremism",)),
    ],
)
def test_words_tell_their_themes_in_the_order_of_the_lexicon(
    text: str, themes: tuple[str, ...]
) -> None:
    """Each theme is found by words of its own, and once."""
    assert themes_in(text) == themes


@pytest.mark.parametrize(
    "text", ["Harbourlink", "to prevent delay", "The Board met in May.", "a speedy answer", ""]
)
def test_other_words_tell_none(text: str) -> None:
    """A name alone, a verb or a common word says nothing of a theme."""
    assert themes_in(text) == ()
