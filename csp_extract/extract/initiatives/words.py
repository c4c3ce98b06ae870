"""The words by which initiatives are named, and the pieces that their rules are built from."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from csp_extract.data import read_data
from csp_extract.extract.alternatives import one_of
from csp_extract.extract.organisations import parties_in
from csp_extract.records import InitiativeKind
from csp_extract.records.year import MONTH_NAMES


def lexicon() -> Mapping[str, Any]:
    """Return the words of ``lexicon.toml``."""
    return read_data(__package__)


@cache
def kinds() -> Mapping[str, InitiativeKind]:
    """Return the kind of each head noun."""
    return {
        head: InitiativeKind(kind) for kind, heads in lexicon()["heads"].items() for head in heads
    }


@cache
def schemes() -> Mapping[str, InitiativeKind]:
    """Return the kind of each scheme that has one name in the whole country."""
    return {
        name.casefold(): InitiativeKind(kind)
        for kind, names in lexicon()["schemes"].items()
        for name in names
    }


HEADS = one_of(kinds())
DONE = "|".join(lexicon()["verbs"]["done"])
# A verb of beginning or ending says so of its subject, not of an object that follows.
BEGUN = (
    f"(?:{one_of(lexicon()['verbs']['begun'])})"
    r"(?=\s(?:on|in|at|from|for|to|with|by|again|this|last|next|until|early|late|as|its|because|after"
    r"|when|between|every|each|over|throughout|across|under|into|operating|without|once|and)\b|[.;,]|$)"
)
TITLED = "|".join(word for words in lexicon()["titled"].values() for word in words)
PLANS = one_of(lexicon()["plans"]["nouns"])
CLASSES = one_of(lexicon()["classes"]["words"])
_TIMES = (
    rf"(?:{MONTH_NAMES}"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Tues?|Wed|Thurs?|Fri|Spring|Summer|Autumn|Winter|Quarter)"
)
CAP = rf"(?!{_TIMES}\b)(?:[A-Z][\w’'-]*|[A-Z]{{2,}}\d?|\d{{1,3}}(?=\s[A-Z]))"
# Inside a name a season may stand: "Ready for Winter".
_LATER = rf"(?:{CAP}|Spring|Summer|Autumn|Winter)"
SMALL = r"(?:of|and(?!\s[Tt]he\b)|for|the|in|on|to|with|against|this|your|our|a|&|from|or|at)"
NAME = rf"{CAP}(?:\s(?:{SMALL}\s){{0,2}}{CAP}){{0,6}}"
TITLE = rf"{CAP}(?:\s(?:{SMALL}\s){{0,2}}{_LATER}){{1,5}}"
COINED = rf"{CAP}(?:\s(?:{SMALL}\s){{0,2}}{_LATER}){{0,5}}"
# What was done, where a list of achievements opens with it: "Delivered training to 40 drivers".
_DONE_FIRST = frozenset(verb.split()[0].capitalize() for verb in lexicon()["verbs"]["done"])
_FIRST = frozenset(
    "The A An This That These Those Our Their Its In On At For By From During Since Following After"
    " Each Every All New Members Officers Members’ Some Other Further Both Also It Work Funding"
    " Should Would Could Can Will May Must Under Through Using With When While Whilst As Although"
    " If Where Before Until Via To Key Main Major Recent".split()
)
_MONTHS = frozenset(MONTH_NAMES.split("|"))
OPENING = frozenset(lexicon()["imperatives"]["words"]) | _DONE_FIRST | _FIRST | _MONTHS
AUX = (
    r"(?:was|were|is|are|(?:has|have)(?: not)?(?: now)? been|will be|is being|are being"
    r"|has|have|had been|(?:would|should|may|might|could) be|to be|is to be|are to be|was to have"
    r"|were to have|can be)"
)
NOT_AFTER = (
    r"(?!\s(?:[A-Z][a-z]+\s){0,2}(?:standards?|users?|levels?|provision|delivery|staff|Code|Commissioner|[Tt]eam|[Gg]roups?|[Bb]oard|[Oo]fficers?|[Mm]anager|[Cc]oordinator|[Pp]anel|[Mm]eetings?"
    r"|[Ff]und|[Pp]artnership|[Ll]ead|control|room|footage|operators?|providers?)\b|\)?\s(?:Act|Regulations)\b)"
)
# A head noun that another follows is none: "webchat service".
LAST = rf"(?!\s(?:{HEADS})s?\b)"
ADVERB = (
    r"(?:(?:now|also|again|recently|since|successfully|officially|once|being|not|all|first)\s)?"
)
# Between a capitalised name and its head noun no verb stands: "Pastors continue to patrol".
MIDDLE = (
    r"(?!(?:(?!organised|targeted|based)\w+ed|to|of|for|in|on|at|and|keeps?|is|are|was|were|has|have|had|will|may|can|continues?"
    r"|gave|held|ran|runs|met|took|made|sent|led|got|also|who|which|that|about|from|with|by|under|near|between|against|as|regarding|concerning|within|into|deliver|provide|offer|operate|organise|undertake|conduct|delivering|providing|running|offering|attending|visiting|leading|giving)\s)"
)
PLAIN = (
    r"(?!\d|(?:within|and|of|which|that|to|by|in|for|with|was|is|are|were|has|have|will|next|last|first"
    r"|each|no|any|this|these|those|same|other|such)\b)[\w’'&-]+\s"
)
# What such a thing is for or about: "a leaflet on hate crime reporting".
# A word is given back whole or not at all: else each is tried split in every way.
ABOUT = (
    r"(?:\s(?:for|on|about|against|of)\s(?:the\s|all\s)?(?:(?!(?:was|were|is|are|has|have|will|to|which"
    rf"|that|by|in|at|from|on|before|with)\b)[a-z][\w’'-]*+\s?){{1,6}}(?<!\s)|\s(?:at|in)\s(?:the\s)?{NAME})"
)
_ASIDE = re.compile(r"\s?\([^)]{1,30}\)(?=\s)")
YEARS = re.compile(r"\s(?:for\s)?20\d\d(?:\s?(?:[-–—/]|to)\s?(?:20)?\d\d)?$")
_WORK_ON = re.compile(
    r"^(?:upgrade|installation|replacement|refurbishment|extension|expansion|roll-?out)"
    r" of (?:the )?"
)
_PREPOSITION = re.compile(
    r"\s(?:for|of|to|with|in|on|at|about|against|from|20\d\d)(?:\s|$|\b)|\s?\(|,"
)


@lru_cache(maxsize=4096)
def kind_of(name: str) -> InitiativeKind | None:
    """Return the kind that the head noun of a name says."""
    folded = name.casefold().replace("’", "'")
    if folded in schemes():
        return schemes()[folded]
    folded = _WORK_ON.sub("", folded)
    folded = _PREPOSITION.split(_ASIDE.sub("", folded))[0]
    if re.match(r"operations?\b|op\b", folded):
        return InitiativeKind.OPERATION
    if folded.startswith("project "):
        return InitiativeKind.PROJECT
    if folded == "drive" and name[0].isupper():
        return None  # "Drive for Life" is coined
    for size in (3, 2, 1):
        tail = " ".join(folded.split()[-size:]).rstrip("”\"'’)")
        for form in (tail, tail.removesuffix("s"), tail.removesuffix("es"), f"{tail}s"):
            if form in _known():
                return _known()[form]
    return InitiativeKind.STRATEGY if folded.endswith(" plan") else None


@cache
def _known() -> Mapping[str, InitiativeKind]:
    """Return every word that ends a name, with its kind."""
    titled = {
        word.casefold(): InitiativeKind(kind)
        for kind, words in lexicon()["titled"].items()
        for word in words
    }
    plans = {noun.casefold(): InitiativeKind.STRATEGY for noun in lexicon()["plans"]["nouns"]}
    plans |= {"fund": InitiativeKind.SCHEME, "grants": InitiativeKind.SCHEME}
    plans |= {"pot": InitiativeKind.SCHEME, "watch": InitiativeKind.SCHEME}
    return {**plans, **kinds(), **titled, **schemes(), "team": InitiativeKind.SERVICE}


@lru_cache(maxsize=4096)
def is_refused(name: str) -> bool:
    """Return whether a name is that of a body, a post or a meeting."""
    words = YEARS.sub("", name).casefold().rstrip("”\"'’.)").split()
    if len(words) > 1 and any(" ".join(words[-size:]) in _services() for size in (1, 2, 3)):
        return False  # "Beck Mediation Service" is what is offered, not who offers it
    ends = (" ".join(words[-size:]) for size in (1, 2, 3))
    if any(end in _not_heads() for end in ends) and words[-2:-1] != ["and"]:
        return True  # "Look and Act" ends in a verb
    parties = [party for party in parties_in(name) if not party.is_common]
    return any(party.span.end == len(name) for party in parties)


_RANKS = frozenset(
    "Cllr Councillor Mr Mrs Ms Miss Dr Sir Dame Lord Lady Rev Reverend Inspector Sergeant Sgt Chief"
    " Superintendent Supt Insp PC DC DS DI CI DCI ACC DCC PCSO Constable Mayor Chair"
    " Chairman Chairwoman Professor Baroness".split()
)


@cache
def _services() -> frozenset[str]:
    """Return the head nouns of more than one word, which tell a service from a body."""
    return frozenset(head for head in kinds() if head.endswith((" service", "hub")))


@cache
def _not_heads() -> frozenset[str]:
    """Return the words that a name never ends with."""
    return frozenset(lexicon()["not_heads"]["words"])


def is_person(name: str) -> bool:
    """Return whether a name begins with a title or a rank: people open and begin things too."""
    return name.split(maxsplit=1)[0] in _RANKS


def is_ordinary(word: str) -> bool:
    """Return whether a capitalised word that opens a sentence is a common noun of reports.

    "Consultation opened" is told of no initiative, "Harbourlink opened" is.
    """
    folded = word.casefold()
    words = lexicon()["ordinary"]
    return folded in words["words"] or folded.endswith(tuple(words["endings"]))
