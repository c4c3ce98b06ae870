"""The code of a decision, from the first verb of deciding in its words."""

import re

from csp_extract.extract.decisions.bodies import BODY
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
_BE = re.compile(r"\bbe\s(?:(?:[a-z]+ly|further|also|then)\s)?(?P<verb>[a-z]+)\b")
_LEADING = re.compile(
    r"(?:[Tt]hat\s|[Tt]o\s)?(?P<verb>recommend(?:s|ed)?|ask(?:s|ed)?|request(?:s|ed)?|instruct(?:s|ed)?"
    r"|invite[sd]?|delegate[sd]?|urge[sd]?)\b",
    re.IGNORECASE,
)
# "agreed to note the report" notes it.
_AGREED_TO = re.compile(
    r"^[^.:;]{0,80}?\bagree[sd]?\sto\s(?=(?:note|approve|endorse|adopt|defer|refer|remit|reject|continue"
    r"\sconsideration)\b)",
    re.IGNORECASE,
)
# A verb in the past is what was done, whatever else the words ask for.
_DONE = re.compile(
    rf"(?:(?:{BODY})\s(?:\w+ly\s|also\s|then\s)?)?(?P<verb>[a-z]+ed)\b(?!\sto\b)", re.IGNORECASE
)
_CONTINUED = re.compile(r"(?:[Tt]o\s)?continue[sd]?\sconsideration\b", re.IGNORECASE)
ACTS = "|".join(lexicon().acts)
_NOUNS = (
    r"(?!(?:support|review|request|challenge|award|grant|fund|offer|release|comment|note|call)s?"
    r"\s(?:for|of|from|by)\b)"
)
_OPENS_ACT = re.compile(
    rf"{_NOUNS}(?:[Tt]o\s)?(?:otherwise\s|formally\s)?(?:{ACTS})(?:e?s)?\b(?!’|'|\s(?:are|is|was|were|has|have|will)\b)",
    re.IGNORECASE,
)
_OPENS_VERB = re.compile(
    rf"(?:[Tt]o\s)?(?:otherwise\s|formally\s)?(?:{ACTS})(?:e?s|d|ed|red|eed)?\b", re.IGNORECASE
)


def opens_with_act(words: str) -> bool:
    """Return whether words begin with a verb by which committees decide: "note", "endorses"."""
    return _OPENS_ACT.match(words) is not None


def opens_with_verb(words: str) -> bool:
    """Return whether words begin with such a verb in any form: "NOTED", "agreed"."""
    return _OPENS_VERB.match(words) is not None


def verb_of(words: str, how: str) -> DecisionVerb:
    """Return what is done with the matter; an act that is asked for is what the paper calls it."""
    verbs = lexicon().verbs
    plain = " ".join(words[:_REACH].split())
    plain = _AGREED_TO.sub("", plain, count=1)
    done = _DONE.match(plain)
    if done and done["verb"].lower() in verbs:
        return verbs[done["verb"].lower()]
    leading = _LEADING.match(plain)
    if leading:
        is_advice = leading["verb"].lower().startswith("recommend")
        return DecisionVerb.RECOMMENDED if is_advice else _HOW[how]
    if _CONTINUED.match(plain):
        return DecisionVerb.DEFERRED
    first = re.findall(r"[A-Za-z]+", _NOUN.sub("", plain))[:10]
    near = [verbs[word.lower()] for word in first if word.lower() in verbs]
    passive = _BE.search(plain)
    if passive and passive["verb"] not in verbs and passive.start() < _NEAR:
        return _HOW[how]
    if passive and passive["verb"] in verbs and not near:
        return verbs[passive["verb"]]
    return near[0] if near else _HOW[how]
