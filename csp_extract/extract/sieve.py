"""Which rules a text is worth trying: those whose patterns find the letters they cannot do without.

The letters come from the pattern itself, as its parser sees it, so that nobody keeps them in step
by hand. To look for all letters of a family costs less than to try two expressions.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain as joined
from itertools import groupby, starmap
from re import _constants as ops  # type: ignore[attr-defined]  # as hypothesis does
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Generic, NamedTuple, TypeVar

from csp_extract.extract.rule import Rule

R = TypeVar("R", bound=Rule[Any, Any])
_MOST = 64  # wordings that are written out
_FEW = 6  # characters of a class that are
_LONG = 4  # letters of a word that are looked for
_ONCE = frozenset({""})


class Sieve(Generic[R]):
    """Rules, in order, with the letters that each cannot do without."""

    def __init__(self, rules: Sequence[R]) -> None:
        """Work out the letters of each rule."""
        needs = [{_openings(each) for each in letters_of(rule.pattern)} for rule in rules]
        # A bit for each set of letters: what a text holds meets several, a rule asks for several.
        bits = {need: 1 << place for place, need in enumerate({*joined(*needs)})}
        self._rules = [
            (rule, sum(map(bits.__getitem__, own))) for rule, own in zip(rules, needs, strict=True)
        ]
        self._met = Counter[str]()
        for need, bit in bits.items():
            self._met.update(dict.fromkeys(need, bit))
        self._long = frozenset(each for each in self._met if len(each) == _LONG)
        self._short = sorted(self._met.keys() - self._long)

    def __call__(self, text: str) -> list[R]:
        """Return the rules that may match in a text, in order."""
        folded = text.casefold()
        held = {folded[at : at + _LONG] for at in range(len(folded) - _LONG + 1)} & self._long
        held.update(each for each in self._short if each in folded)
        met = 0
        for each in held:
            met |= self._met[each]
        return [rule for rule, needs in self._rules if needs & met == needs]


class Spared:
    """A pattern that is tried only on texts that hold the letters it cannot do without.

    Worth it where it is asked of many texts, holds in few, and begins with no fixed letter.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """Work out the letters of the pattern."""
        self._pattern = pattern
        self._needs = [_shortest(letters) for letters in letters_of(pattern)]

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self._pattern.search(text, start) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text."""
        return self._pattern.finditer(text) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        folded = text.casefold()
        for needed in self._needs:
            for letters in needed:
                if letters in folded:
                    break
            else:
                return False
        return True


def _shortest(letters: Iterable[str]) -> list[str]:
    """Return the letters without those that hold others of them."""
    kept: list[str] = []
    for each in sorted(letters, key=lambda each: (len(each), each)):
        if not any(short in each for short in kept):
            kept.append(each)
    return kept


def _openings(letters: Iterable[str]) -> frozenset[str]:
    """Return the first letters of words: so few that those of a text are soon looked up."""
    return frozenset(each[:_LONG] for each in letters)


class _Form(NamedTuple):
    """What a part of a pattern matches: all wordings where they are few, and what it must hold."""

    wordings: frozenset[str] | None
    held: tuple[frozenset[str], ...]


def letters_of(pattern: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    """Return sets of folded letters: one of each stands in every text that a pattern matches in."""
    return _of_sequence(_parser.parse(pattern.pattern, pattern.flags)).held


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Form:
    """Return what parts that follow on one another match together."""
    held: list[frozenset[str]] = []
    run, is_whole = _ONCE, True
    for is_plain, parts in groupby(items, _is_literal):
        for form in [_spelt(parts)] if is_plain else starmap(_of_item, parts):
            if form.wordings is not None and len(run) * len(form.wordings) <= _MOST:
                run = frozenset(one + two for one in run for two in form.wordings)
                continue
            held += [*_told_by(run), *form.held]
            run, is_whole = form.wordings or _ONCE, False
    return _Form(run if is_whole else None, tuple(dict.fromkeys([*held, *_told_by(run)])))


def _is_literal(item: tuple[Any, Any]) -> bool:
    return item[0] is ops.LITERAL


def _spelt(items: Iterable[tuple[Any, Any]]) -> _Form:
    """Return what single characters match that follow on one another."""
    return _Form(frozenset({"".join(chr(code) for _, code in items).casefold()}), ())


def _of_item(op: Any, arg: Any) -> _Form:
    """Return what one part of a pattern matches."""
    if op is ops.IN:
        return _of_class(arg)
    if op is ops.BRANCH:
        return _of_branches([_of_sequence(branch) for branch in arg[1]])
    if op is ops.SUBPATTERN:
        return _of_sequence(arg[-1])
    if op is ops.ATOMIC_GROUP:
        return _of_sequence(arg)
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}:
        return _of_repeat(*arg)
    if op in {ops.AT, ops.ASSERT_NOT}:
        return _Form(_ONCE, ())
    return _Form(None, _of_sequence(arg[1]).held if op is ops.ASSERT else ())


def _of_class(members: Sequence[tuple[Any, Any]]) -> _Form:
    """Return what a class of characters matches: a few of them, or anything."""
    if len(members) > _FEW or any(op is not ops.LITERAL for op, _ in members):
        return _Form(None, ())
    return _Form(frozenset(chr(code).casefold() for _, code in members), ())


def _of_branches(forms: Sequence[_Form]) -> _Form:
    """Return what one of several ways matches."""
    wordings = frozenset().union(*(form.wordings or () for form in forms))
    is_whole = len(wordings) <= _MOST and all(form.wordings is not None for form in forms)
    held: tuple[frozenset[str], ...] = ()
    if all(form.held for form in forms):
        held = (frozenset().union(*(max(form.held, key=_rarity) for form in forms)),)
    return _Form(wordings if is_whole else None, held)


def _of_repeat(least: int, most: Any, items: Iterable[tuple[Any, Any]]) -> _Form:
    """Return what a part matches that may stand several times, or not at all."""
    form = _of_sequence(items)
    if (least, most) == (1, 1):
        return form
    if least:
        return _Form(None, form.held)
    if most == 1 and form.wordings is not None and len(form.wordings) < _MOST:
        return _Form(form.wordings | _ONCE, ())
    return _Form(None, ())


def _told_by(wordings: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Return the letters of which one is held wherever one of the wordings is; none if any."""
    words = frozenset(each.strip() for each in wordings)
    return () if "" in words else (words,)


def _rarity(letters: frozenset[str]) -> tuple[int, int]:
    """Return how telling letters are: the length of the shortest first, then how few there are."""
    return min(_LONG, *map(len, letters)), -len(letters)
