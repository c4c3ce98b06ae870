"""What became of a motion: in its own sentence, or in the vote told after it."""

import re

from csp_extract.extract.decisions.lexicon import lexicon
from csp_extract.extract.found import Span

_TOLD = re.compile(
    r"\A[.;)\s]*(?:The (?:motion|amendment|vote)|On being put|Upon being put|This was|Motion"
    r"|Vote|All (?:were )?(?=carried))[^.]*"
)
_AFTER = 200  # characters after a resolution that may tell what became of it


def status_of(text: str, motion: Span) -> str:
    """Return what became of the motion in ``text[motion]``, or nothing where it is not told."""
    told = _TOLD.search(text[motion.end : motion.end + _AFTER])
    after = f"{text[slice(*motion)]} {told[0] if told else ''}".casefold()
    for words, status in lexicon().status.items():
        if re.search(
            rf"\b(?:was|were|vote[a-z]*|motion|amendment|be|and|all)\s(?:[a-z]+\s)?{words}\b", after
        ):
            return status
    return ""
