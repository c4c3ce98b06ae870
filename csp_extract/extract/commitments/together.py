"""Two acts in one clause: "will share a draft in May and bring the plan by July"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from csp_extract.extract.commitments.acts import NO_VERB
from csp_extract.extract.commitments.lexicon import lexicon
from csp_extract.extract.commitments.promise import Promise
from csp_extract.extract.commitments.verbs import base_of
from csp_extract.extract.commitments.when import MONTH, without_date
from csp_extract.extract.found import Span

# "and" before a verb with its object: an article, a pronoun, a preposition or a name follows.
_AND = re.compile(
    r",?\s(?:and(?:\sthen)?|then)\s(?:to\s)?(?P<verb>[a-z-]{3,20})\s(?=(?:the|an?|its|their|our|his|her"
    r"|this|it|them|all|each|both|back|on|out|up|to|with|for|in|new|further|two|three|four|\d+|by)\b"
    r"|[A-Z])"
)
_DAY = re.compile(
    rf"\b(?:{MONTH}|20\d\d|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Christmas|Easter"
    r"|(?:next|this)\s(?:week|month|year)|Q[1-4])\b"
)


def parts_of(text: str, promise: Promise) -> Iterator[Promise]:
    """Yield the acts of a clause: two where each has a day of its own, else the one.

    Without a second day "and" may join two nouns, or two halves of one act.
    """
    clause = text[slice(*promise.clause)]
    for match in _AND.finditer(clause):
        verb, joint = match["verb"], f" {match[0].strip(' ,')} "
        at = promise.action.find(joint)
        is_dated = _DAY.search(clause, 0, match.start()) and _DAY.search(clause, match.end())
        if at > 0 and is_dated and _is_act(verb):
            start, end = promise.clause
            first, second = promise.action[:at], f"{verb} {promise.action[at + len(joint) :]}"
            cut = start + match.start("verb")
            yield replace(
                promise, action=without_date(first), clause=Span(start, start + match.start())
            )
            yield replace(promise, action=without_date(second), clause=Span(cut, end))
            return
    yield promise


def _is_act(word: str) -> bool:
    """Return whether a word can be the base form of a verb that promises."""
    lex = lexicon()
    no_act = {*NO_VERB, *lex.states, *lex.fates, *lex.somebody}
    return word not in no_act and base_of(word) == word and not word.endswith("ly")
