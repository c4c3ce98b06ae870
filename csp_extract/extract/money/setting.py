"""A sum in its sentence: the clause that speaks of it, and the words before and after."""

import re
from functools import lru_cache
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.organisations import parties_in

_BREAK = re.compile(
    r"[;:]\s|,\s(?:and|but|with|which(?!\s(?:is|are|was|were)\s)|while|plus|of which|against"
    r"|having|so that)\s"
    r"|,\s(?:some\s|about\s)?(?=£\S{1,12}\s(?:having|was|were|is|has|had|will|would|may|can)\s)"
    r"|\sand\s(?!20\d\d|£\S+\s(?:for|to|from)\b|(?:is|was|are|were|will|has|had|would)\b)(?=(?:\S+\s){0,4}?(?:will|was|were|is|are|has|have|had|may|can)\s)"
    r"|\swith\s(?=the sum|a further)|\sagainst\s(?=an?\s|the\s)"
    r"|,\s(?=an?\s(?:reduction|increase|rise|cut|fall|saving|drop)\sof\s)"
)


_MOST = 600  # characters
_ASIDE = re.compile(r"\s\([^()]{2,80}\)(?=\s(?:from|for|to|towards|by|of|in|was|is|has|will)\b)")


class Setting(NamedTuple):
    """A sum by its characters in a sentence, and the clause that holds it."""

    text: str
    clause: Span
    span: Span
    own: Span | None = None  # the clause itself, where ``clause`` is widened to the sentence

    def past_aside(self) -> "Setting":
        """Return the sum with the bracket right after it: "£900 (£300 a year)"."""
        aside = _ASIDE.match(self.text, self.span.end)
        return self._replace(span=Span(self.span.start, aside.end())) if aside else self

    @property
    def before(self) -> str:
        """The words of the clause before the sum."""
        return self.text[self.clause.start : self.span.start]

    @property
    def after(self) -> str:
        """The words of the clause after the sum."""
        return self.text[self.span.end : self.clause.end]

    def widened(self) -> "Setting":
        """Return the same sum with its whole sentence for a clause."""
        return self._replace(clause=_reach(self.text, self.span), own=self.clause)

    def is_of_another(self, start: int) -> bool:
        """Return whether words there follow another sum in a clause before this one's own."""
        return self.own is not None and start < self.own.start and "£" in self.text[:start]


def setting_of(text: str, span: Span) -> Setting:
    """Return a sum with the clause that holds it."""
    start, end = _reach(text, span)
    for match in _BREAK.finditer(text, start, end):
        if match[0] == " and " and _is_in_name(text, match.start()):
            continue
        if match.end() <= span.start:
            is_label = match[0] == ": " and match.end() == span.start
            is_label = is_label and "£" not in text[start : match.start()]
            start = start if is_label else match.end()  # "Total spend: £4,000"
        elif match.start() >= span.end:
            end = match.start()
            break
    return Setting(text, Span(start, end), span)


def _is_in_name(text: str, offset: int) -> bool:
    """Return whether an "and" belongs to the name of a body: "Police and Crime Commissioner"."""
    return any(start < offset < end for start, end in _names(text))


@lru_cache(maxsize=16)
def _names(text: str) -> tuple[Span, ...]:
    """Return where the bodies of a sentence stand; its sums are read one after the other."""
    return tuple(party.span for party in parties_in(text))


def _reach(text: str, span: Span) -> Span:
    """Return the characters around a sum that may speak of it, so that long lists stay cheap."""
    return Span(max(0, span.start - _MOST), min(len(text), span.end + _MOST))


def as_head(text: str) -> Setting:
    """Return a head or a caption as what speaks of a sum that stands outside it."""
    return Setting(text, Span(0, len(text)), Span(len(text), len(text)))
