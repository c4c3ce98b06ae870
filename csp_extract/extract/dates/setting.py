"""The tense of an expression: of its own clause, else of the words that it hangs on."""

import re

from csp_extract.extract.dates.lexicon import any_of, words
from csp_extract.extract.dates.tense import clause_of, has_verb, is_past
from csp_extract.extract.found import Span
from csp_extract.extract.reading import Passage

_AHEAD = any_of(words()["ahead"])
_HANGS = re.compile(r"[:;]\s*$")


def tense_of(passage: Passage, span: Span) -> bool | None:
    """Return whether an expression is told as past; ``None`` where no words say.

    A clause without a verb of its own hangs on what the sentence said before it, as the items of a
    list do ("Future dates: 14 May; 10 September"), or on its heading.
    """
    text = passage.text
    clause = clause_of(text, span)
    if has_verb(clause.text):
        return is_past(clause.text, span.start - clause.span.start)
    before = text[: clause.span.start]
    if not _HANGS.search(before):
        return False if _AHEAD.search(passage.block.section) else None
    return False if _AHEAD.search(before) else is_past(before, len(before))
