"""What became of a motion: in its own sentence, or in the vote told after it."""

import re

from csp_extract.extract.decisions.lexicon import lexicon
from csp_extract.extract.found import Span

_TOLD = re.compile(
    r"\A[.;)\s]*(?:The (?:motion|amendment|vote)|On being put|Upon being put|This was|Motion"
    r"|Vote|All (?:were )?(?=carried))[^.]*"
)
_AFTER = 200  # characters after a resolution that may tell what became of it

_VOTED = 700  # characters after a motion in which the debate and the vote may be told
_SENTENCE_END = re.compile(r"(?<=[.;])\s")
_VERDICT = re.compile(
    r"\b(?:was|were|be|been|and|declared|then|which|vote)\s(?:\w+\s){0,2}?"
    r"(?P<fate>not carried|lost|carried|fell|defeated|withdrawn)\b"
    r"|\bmotion\s(?P<falls>fell|failed)\b"
)
_ANOTHER = re.compile(r"\b(?:RESOLVED|[Mm]oved|MOVED|[Pp]roposed)\b")
_PUT = re.compile(r"motion|amendment")
# "by 9 votes to 0", "by a vote of 9-0": what was decided was voted on, and won.
_WON = re.compile(
    r"\bby\s(?:a\svote\sof\s)?(?P<won>\d{1,3})(?:\svotes)?\s?(?:to|[–-])\s?(?P<lost>\d{1,3})\b"
)
_OPPOSITE = {"carried": "lost", "lost": "carried"}


def fate_of(text: str, motion: Span, *, is_amendment: bool) -> str:
    """Return what the vote told after a motion made of it, or nothing where none is told.

    Amendments may be moved and voted on before the motion is; a vote between the two decides both.
    """
    own = "amendment" if is_amendment else "motion"
    for told in _SENTENCE_END.split(" ".join(text[motion.end : motion.end + _VOTED].split())):
        sentence = told.casefold()
        if _ANOTHER.search(told) and (is_amendment or "amendment" not in sentence):
            break
        verdict = _VERDICT.search(sentence)
        if verdict is None:
            continue
        named = _PUT.findall(sentence[: verdict.start()]) or [own]
        if own not in named:
            continue
        if "amended" in sentence and not is_amendment:
            return "amended"
        status = lexicon().status[verdict["fate"] or verdict["falls"]]
        return status if named[-1] == own else _OPPOSITE.get(status, status)
    return ""


def is_voted(words: str) -> bool:
    """Return whether words tell of a vote that was won: "by 9 votes to 2"."""
    vote = _WON.search(words)
    return vote is not None and int(vote["won"]) > int(vote["lost"])


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
