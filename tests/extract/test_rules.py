"""Every rule proves itself: its examples read as they say, its refusals stay unread."""

import importlib
import pkgutil
from collections import Counter

import pytest

import csp_extract.extract
from csp_extract.extract.rule import Family, Rule


def _families() -> list[Family]:
    """Return the rule families that the packages of the extract room declare."""
    families: list[Family] = []
    for module in pkgutil.iter_modules(csp_extract.extract.__path__):
        if module.ispkg:
            package = importlib.import_module(f"csp_extract.extract.{module.name}")
            families.extend(getattr(package, "FAMILIES", ()))
    return families


FAMILIES = _families()
RULES = [
    pytest.param(family, rule, id=f"{family.name}: {rule.name}")
    for family in FAMILIES
    for rule in family.rules
]


@pytest.mark.parametrize(("family", "rule"), RULES)
def test_examples_read_as_they_say(family: Family, rule: Rule) -> None:
    """With the whole family on, each example yields exactly its span and value."""
    for example in rule.examples:
        text, span = example.unmark()
        read = [(reads.span, family.show(reads.value)) for reads in family.read(text)]
        assert (span, example.reads_as) in read, (text, read)


@pytest.mark.parametrize(("family", "rule"), RULES)
def test_rule_wins_two_of_its_examples(family: Family, rule: Rule) -> None:
    """A rule that others always beat to the span would not be missed."""
    wins: Counter[str] = Counter()
    for example in rule.examples:
        text, span = example.unmark()
        wins.update(reads.rule for reads in family.read(text) if reads.span == span)
    assert wins[rule.name] >= 2, wins


@pytest.mark.parametrize(("family", "rule"), RULES)
def test_refusals_stay_unread(family: Family, rule: Rule) -> None:
    """No rule of the family reads anything in a near miss."""
    for text in rule.refuses:
        assert family.read(text) == [], text


@pytest.mark.parametrize(("family", "rule"), RULES)
def test_pattern_matches_no_empty_string(family: Family, rule: Rule) -> None:
    """A pattern that matches nothing would find something everywhere."""
    assert rule.pattern.fullmatch("") is None, family.name
    assert rule.pattern.search("") is None, family.name
