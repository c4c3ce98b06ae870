"""The letters a pattern cannot do without: never too many, and enough to spare most patterns."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_extract.extract.rule import Family, Rule
from csp_extract.extract.sieve import Sieve, Spared, letters_of
from tests.extract.test_rules import FAMILIES

_WRITTEN = (
    r"\b(?:will|would|shall) be \w+ed\b",
    r"(?i:Will|be)\s+(?:re-?)?launch(?:ed|ing)?",
    r"(?P<a>one|two){2,3}x(?P=a)",
    r"(?=.*end)(?!end)[^e]{0,9}?(?<=a)b+|[Cc]d?e",
    r"(?>plan|scheme)s?+ of (?:the )*work",
    r"[ß%(]|K(?:elvin)?",
    r"x*",
)


@given(st.sampled_from(_WRITTEN), st.data())
def test_no_match_without_its_letters(written: str, data: st.DataObject) -> None:
    """Whatever a pattern matches holds one of each set of its letters."""
    pattern = re.compile(written)
    text = data.draw(st.from_regex(pattern))
    assert all(any(each in text.casefold() for each in some) for some in letters_of(pattern))


@given(st.sampled_from(_WRITTEN), st.text("BEWILD ’aelnpx", max_size=12), st.data())
def test_spared_finds_the_same(written: str, before: str, data: st.DataObject) -> None:
    """A pattern that is spared finds what it finds by itself, from the start or from farther on."""
    pattern = re.compile(written)
    for text in (before, before + data.draw(st.from_regex(pattern))):
        found = [match.span() for match in pattern.finditer(text)]
        assert [match.span() for match in Spared(pattern).finditer(text)] == found
        for start in (0, len(before)):
            one, other = pattern.search(text, start), Spared(pattern).search(text, start)
            assert (one and one.span()) == (other and other.span())


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_examples_pass(family: Family[Any, Any]) -> None:
    """A rule is tried on each text that it matches in."""
    texts = [example.unmark()[0] for rule in family.rules for example in rule.examples]
    sieve = Sieve(family.rules)
    for text in texts:
        tried = {rule.name for rule in sieve(text)}
        assert tried >= {rule.name for rule in family.rules if rule.pattern.search(text)}


def _nothing(match: re.Match[str], context: None) -> None:
    """Read no value."""


def test_spares_and_keeps_order() -> None:
    """A rule is left out where a word of it is missing, whatever else is there."""
    one: Rule[None, None] = Rule(
        "one", re.compile(r"(?:will|would)\sbe (?:open|ready)"), _nothing, ()
    )
    two: Rule[None, None] = Rule("two", re.compile(r"\d+"), _nothing, ())
    sieve = Sieve([one, two])
    assert sieve("It WILL be ready") == [one, two]
    assert sieve("It will be shut") == sieve("") == [two]
