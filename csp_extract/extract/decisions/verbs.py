"""The code of a decision, from the first verb of deciding in its words."""

import re

from csp_extract.extract.decisions.lexicon import lexicon
from csp_extract.records import DecisionVerb

# The verb stands first, after the subject of a "that" clause, or after "be".
_REACH = 220  # characters
_NEAR = 60  # characters before a passive verb that belongs to the first clause
_HOW = {
    "resolved": DecisionVerb.RESOLVED,
    "agreed": DecisionVerb.AGREED,
    "recommended": DecisionVerb.RECOMMENDED,
    "requested": DecisionVerb.RECOMMENDED,
}
# "a note of progress", "the approved plan": no verb.
_NOUN = re.compile(
    r"\b(?:an?|the|its|their|this|each|no)\s(?:note|receive|approve|approved|agreed|adopted)\b",
    re.IGNORECASE,
)
_BE = re.compile(r"\bbe\s(?:[a-z]+ly\s)?(?P<verb>[a-z]+)\b")


def verb_of(words: str, how: str) -> DecisionVerb:
    """Return what is done with the matter; an act that is asked for is what the paper calls it."""
    verbs = lexicon().verbs
    plain = " ".join(words[:_REACH].split())
    first = re.findall(r"[A-Za-z]+", _NOUN.sub("", plain))[:10]
    near = [verbs[word.lower()] for word in first if word.lower() in verbs]
    passive = _BE.search(plain)
    if passive and passive["verb"] not in verbs and passive.start() < _NEAR:
        return _HOW[how]
    if passive and passive["verb"] in verbs and not near:
        return verbs[passive["verb"]]
    return near[0] if near else _HOW[how]
