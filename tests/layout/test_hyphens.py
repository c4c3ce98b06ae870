"""Hyphens and web addresses at the ends of lines."""

import pytest

from csp_extract.layout.hyphens import Hyphens, goes_on
from csp_extract.records import Word


def _word(text: str, *, is_hyphenated: bool = False) -> Word:
    return Word(
        text, 0, 0, 10, 10, 10, is_bold=False, is_italic=False, line=0, is_hyphenated=is_hyphenated
    )


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("partner-", "ship", "partner"),
        ("self-", "assessment", "self-"),
        ("Stoke-", "on-Trent", "Stoke-"),
        ("anti-", "social", "anti-"),
        ("post-", "ed", "post"),
        ("co-", "ordinated", "co-"),
        ("knife-", "enabled", "knife-"),
        ("Decem-", "ber", "Decem"),
    ],
)
def test_hyphens_stay_where_the_word_has_one(left: str, right: str, joined: str) -> None:
    """The form of the two halves tells the typesetter's hyphen from the writer's."""
    words = [_word(left, is_hyphenated=True), _word(right)]
    assert Hyphens(words).join(*words) == joined


def test_the_report_is_its_own_dictionary() -> None:
    """A word that the report spells with or without a hyphen elsewhere is spelt so here."""
    halves = [_word("multi-", is_hyphenated=True), _word("agency")]
    assert Hyphens([*halves, _word("multiagency")]).join(*halves) == "multi"
    halves = [_word("street-", is_hyphenated=True), _word("wise")]
    assert Hyphens([*halves, _word("street-wise")]).join(*halves) == "street-"


@pytest.mark.parametrize(
    ("left", "right", "is_one"),
    [
        ("https://", "www.fenwick.example/plan", True),
        ("https://www.fenwick.example/", "community-safety/plan.", True),
        ("https://www.fenwick.example/", "and", False),
        ("https://www.fenwick.example/plan", "page-2", False),
        ("and/", "or-else", False),
        ("PCC/D/", "2018/14", True),
        ("and/", "2018", False),
    ],
)
def test_web_addresses_stay_whole(left: str, right: str, is_one: bool) -> None:  # noqa: FBT001
    """An address goes on after a mark, where what follows looks like an address too."""
    assert goes_on(_word(left), _word(right)) is is_one


def test_a_typesetter_who_breaks_words_breaks_here_too() -> None:
    """One hyphen that can be nothing else tells, or many at the ends of lines."""
    halves = [_word("part-", is_hyphenated=True), _word("nership"), _word("partnership")]
    unsure = [_word("knife-", is_hyphenated=True), _word("enabled")]
    assert Hyphens([*halves, *unsure]).join(*unsure) == "knife"
    assert Hyphens(5 * unsure).join(*unsure) == "knife"
