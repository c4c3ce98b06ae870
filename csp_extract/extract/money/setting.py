"""A sum in its sentence: the clause that speaks of it, and the words before and after."""

import re
from typing import NamedTuple

from csp_extract.extract.found import Span

_BREAK = re.compile(
    r"[;:]\s|,\s(?:and|but|with|which|while|plus|of which|against|having|so that)\s"
    r"|,\s(?=£\S{1,12}\s(?:having|was|were|is|has|will)\s)"
    r"|\sand\s(?!20\d\d)(?=(?:\S+\s){0,4}?(?:will|was|were|is|are|has|have|had|may|can)\s)"
    r"|\swith\s(?=the sum|a further)"
)


class Setting(NamedTuple):
    """A sum by its characters in a sentence, and the clause that holds it."""

    text: str
    clause: Span
    span: Span

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
        return self._replace(clause=Span(0, len(self.text)))


def setting_of(text: str, span: Span) -> Setting:
    """Return a sum with the clause that holds it."""
    start, end = 0, len(text)
    for match in _BREAK.finditer(text):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    return Setting(text, Span(start, end), span)


def as_head(text: str) -> Setting:
    """Return a head or a caption as what speaks of a sum that stands outside it."""
    return Setting(text, Span(0, len(text)), Span(len(text), len(text)))
