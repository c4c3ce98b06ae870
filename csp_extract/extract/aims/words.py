"""Words as the chains of priorities see them: folded, by class, and those that name priorities."""

import re
from functools import lru_cache

from csp_extract.extract.priorities.words import NAME

_TOKEN = re.compile(r"[^\W_]+(?:[’'&/-][^\W_]+)*|£[\d,.]+|[^\w\s]")
# Words by which bodies speak of what they put first, whatever they call it.
CUE = re.compile(
    r"\b(?:priorit\w+|aims?|objectives?|themes?|outcomes?|goals?|focus\w*|ambitions?|pillars?"
    r"|strands?|pledges?|missions?|concentrat\w+|areas? of work|key issues|emphasis|concerns?"
    r"|strategic)\b",
    re.IGNORECASE,
)
_COUNTS = frozenset("two three four five six seven eight nine ten".split())
_CLASSES = {
    **dict.fromkeys(_COUNTS, "count"),
    **dict.fromkeys(
        "is are was were be been being has have had will would should shall must can could may"
        " might do does did".split(),
        "verb",
    ),
    **dict.fromkeys("the a an this that these those its our their his her all each".split(), "the"),
    **dict.fromkeys("it they we he she which who there".split(), "it"),
    **dict.fromkeys(("and", "&", "or"), "and"),
}
_LINKS = frozenset("of in on at by for with to from under against as into through across".split())


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words and signs of a text."""
    return tuple(_TOKEN.findall(text))


@lru_cache(maxsize=16384)
def class_of(word: str) -> str:
    """Return what sort of word or sign it is: a cue, a verb, a joint, a form in "-ing"."""
    folded = word.lower()
    if CUE.fullmatch(folded):
        return "cue"
    if folded in _CLASSES:
        return _CLASSES[folded]
    if folded in _LINKS or not word[0].isalnum():
        return folded
    if word[0].isdigit():
        return "0"
    ending = next((end for end in ("ing", "ed", "ly") if folded.endswith(end)), "")
    return ending or ("X" if word[0].isupper() else "x")


@lru_cache(maxsize=4096)  # headings, heads of columns and lead-ins are asked about line by line
def cues_of(text: str, where: str) -> tuple[str, ...]:
    """Return the words of a text that name priorities, or count them, each with where it stands."""
    cues = dict.fromkeys(
        sort if sort == "count" else word.lower()
        for word in words_of(text)
        if (sort := class_of(word)) in {"cue", "count"}
    )
    found = [f"{where}={cue}" for cue in cues]
    if is_named(text):
        found.append(f"{where} named")
    elif not cues:
        found.append(f"{where} none")
    return tuple(found)


@lru_cache(maxsize=16384)
def is_named(text: str) -> bool:
    """Return whether a text has a name of priorities."""
    return NAME.search(text) is not None
