"""Which meeting a paper is for, and on what day it is held."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from csp_extract.extract.dates import read_date
from csp_extract.extract.masthead.fields import column_of, lexicon
from csp_extract.records import Precision

_OPENING = 1500  # characters in which minutes say when they were taken
_HELD_ON = re.compile(r"\b(?:held|meeting|meet)\b[^.\n]{0,80}?\bon\b", re.IGNORECASE)
# Of other meetings: "the last meeting held on", "the minutes of the meeting held on ... be agreed".
_OTHER_MEETING = re.compile(
    r"\b(?:last|previous|next|earlier|future|be (?:approved|agreed|confirmed|signed|deferred)"
    r"|(?:were|was) (?:approved|agreed|confirmed|signed)|true record|correct record)\b",
    re.IGNORECASE,
)
# "Minutes of the meeting held on", "At a meeting of", "Held on": the line tells of its own meeting.
_OWN_MEETING = re.compile(
    r"(?:[^:–—]{3,60}[:–—])?\W*"
    r"(?:(?:draft |unconfirmed )?(?:minutes?|notes|record|proceedings|notice|agenda)\b"
    r"|(?:at |of )?an? (?:\w+ ){0,3}meeting\b|meeting\b|held\b)",
    re.IGNORECASE,
)
# "Cabinet received a report": meetings that need no other name.
_SAT = re.compile(
    r"^(?:The )?(?P<who>Cabinet|Executive|(?:Full )?Council)(?: Members)? "
    r"(?:received|considered|noted|approved|agreed|resolved|had before)\b",
    re.MULTILINE,
)
_LONGEST = 14  # words of a line of a masthead; what is longer is a sentence, on other days too
_SENTENCE = re.compile(r"[.;]$|\b(?:is|are|was|were|has|have|had|will|would|be|set|that)\b")
_LABEL = re.compile(
    r"^(?:report to|to|(?:(?:minutes?|notes?) of )?(?:the |a )?meeting of|meeting"
    r"|(?:minutes?|notes?) of|(?:final )?decision[- ]maker|agenda|committee)?(?: the)?:? ?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:joint )?report (?:of|by|from)\b|(?:scrutiny|review|update|work|role) (?:of|on)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^[\d/.]{6,10} *[-–—:,]? *|,? +(?:agenda$|meeting$|held\b.*)"
    r"|,? *[-–—:]? *(?:\((?:virtual|item|special|remote) [^)]*\).*"
    r"|(?:mon|tues?|wed|wednes|thurs?|fri|satur|sun)(?:day)?\b.*"
    r"|\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4}.*)$",
    re.IGNORECASE,
)


def committee_of(fields: Mapping[str, str], lines: Sequence[str], body: str) -> str:
    """Return the meeting that the form or a line of the masthead names.

    It is told without label, day or item. The name of the body alone is its letterhead.
    """
    called = fields.get("committee", "")
    if called and not column_of(called):  # a form whose head is "Meeting | Date" has no value
        return _name_in(called) or called
    found = [name for line in lines if (name := _name_in(line))]
    scrutinised = [name for name in found if not name.casefold().endswith("council")]
    meetings = [name for name in found if _bare(name) != _bare(body)]
    return next(iter(scrutinised or meetings), "")


def _bare(name: str) -> str:
    """Return a name in lower case without its article."""
    return name.casefold().removeprefix("the ")


def committee_in(text: str) -> str:
    """Return the meeting of a council's own that the opening of minutes tells of, or nothing."""
    told = _SAT.search(text, 0, _OPENING)
    return told["who"] if told else ""


def day_of_meeting(fields: Mapping[str, str], lines: Sequence[str], text: str) -> date | None:
    """Return the day of the meeting: from the form, the masthead, or the words of minutes."""
    called = (fields.get("meeting_date", ""), fields.get("committee", ""))
    for words in (*called, *filter(_stands_alone, lines)):
        day = _day(words)
        if day is not None:
            return day
    for line in text[:_OPENING].split("\n"):
        held = _HELD_ON.search(line)
        if held and _OWN_MEETING.match(line) and not _OTHER_MEETING.search(line):
            return _day(line[held.end() : held.end() + 40])
    return None


def is_meeting(line: str) -> bool:
    """Return whether a line names a meeting, with or without its day, and nothing else."""
    return bool(_name_in(line))


def _name_in(line: str) -> str:
    """Return the name of a meeting if the line holds nothing else."""
    name = _LABEL.sub("", line.strip())
    for _ in range(2):  # "Cabinet Meeting - 3 May 2019": first the day, then the word
        name = _WHEN.sub("", name).strip(" -–—:,")
    return name if _meeting_name().fullmatch(name) and not _ABOUT.match(name) else ""


@cache
def _meeting_name() -> re.Pattern[str]:
    """Return the pattern of the name of a meeting: capitalised words that end in its noun."""
    heads = "|".join(
        f"{head}|{head.title()}|{head.upper()}" for head in lexicon()["committee"]["heads"]
    )
    word = r"(?:[A-Z][\w’'&/-]*|\([A-Z][^)]*\)|and|of|the|for|on|in|as|&|AND|OF|THE),?"
    area = r"(?:[Ff]or|FOR) [A-Z][\w’' -]{2,40}"
    last = rf"(?:[Ss]ub-?|SUB-?)?(?:{heads})(?: \([^)]*\)| [A-Z1-9]| {area})?"
    return re.compile(rf"(?:{word} ){{0,14}}{last}")


def _stands_alone(line: str) -> bool:
    """Return whether a line is one of a masthead and no sentence."""
    return bool(_name_in(line)) or (len(line.split()) <= _LONGEST and not _SENTENCE.search(line))


def _day(words: str) -> date | None:
    """Return the day that the words name, if it is one day."""
    value = read_date(words) if words else None
    is_day = value is not None and value.precision is Precision.DAY
    return value.start if is_day and value is not None else None
