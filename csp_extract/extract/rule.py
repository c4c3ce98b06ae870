"""What a rule is: a pattern, the value it reads, and the proof it carries with it.

``examples`` are sentences with the span to be found between ``[[`` and ``]]`` and the value it
reads as; ``refuses`` are near misses that the whole family must leave unread. One test
(``tests/extract/test_rules.py``) tries them all.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from csp_extract.extract.found import Span

T = TypeVar("T")
C = TypeVar("C")


class Example(NamedTuple):
    """A sentence that marks its span, and how the value reads."""

    sentence: str
    reads_as: str

    def unmark(self) -> tuple[str, Span]:
        """Return the sentence without its marks, and the span they stood around."""
        before, rest = self.sentence.split("[[", 1)
        marked, after = rest.split("]]", 1)
        return before + marked + after, Span(len(before), len(before) + len(marked))


@dataclass(frozen=True, slots=True)
class Rule(Generic[C, T]):
    """A regularity of the language: what a person would call it, how it looks, what it means.

    ``value`` is a pure function of the match and the family's context; ``None`` declines.
    ``needs`` tells, cheaply, whether a text may hold what the pattern matches, where the letters
    that the pattern needs (``sieve.py``) do not tell it: shared by many rules, it is asked once.
    """

    name: str
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], C], T | None]
    examples: tuple[Example, ...]
    refuses: tuple[str, ...] = ()
    needs: Callable[[str], bool] | None = None


@dataclass(frozen=True, slots=True)
class Reads(Generic[T]):
    """A span that a rule read, before the family gives it its place in the report."""

    span: Span
    value: T
    rule: str


@dataclass(frozen=True, slots=True)
class Family(Generic[C, T]):
    """The rules of one family, and the reader that applies them all to a piece of text.

    ``read`` returns spans in order, none overlapping another; ``show`` writes a value the way the
    examples do.
    """

    name: str
    rules: tuple[Rule[C, T], ...]
    read: Callable[[str], list[Reads[T]]]
    show: Callable[[T], str]
