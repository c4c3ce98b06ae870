"""The words by which lists of priorities, and other lists beside them, are told."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from csp_extract.data import read_data
from csp_extract.extract.sieve import Spared


def lexicon() -> Mapping[str, Any]:
    """Return the words of ``lexicon.toml``."""
    return read_data(__package__)


NAMES = "|".join(lexicon()["names"])
NAME = Spared(re.compile(rf"\b(?:{NAMES})\b", re.IGNORECASE))
HEADING = re.compile(
    rf"(?:[\w’'&/()–-]+\s){{0,6}}?(?:{NAMES})(?:\s(?:for|of|in|to|and|[\w/–-]*\d[\w/–-]*|the|\w+)){{0,5}}:?"
    r"|Wh(?:at|ere)\swe\s(?:will|want\sto|plan\sto|are\sgoing\sto)\s(?:focus|concentrate)(?:\son)?"
    rf"|What\s(?:are|were)\s(?:[\w’']+\s){{0,4}}?(?:{NAMES})(?:\s[\w/–-]+){{0,4}}\?",
    re.IGNORECASE,
)
# "Progress against priorities": what was done about each, not a list of them.
PROGRESS = re.compile(
    r"\b(?:progress|performance|deliver\w*|actions?|achiev\w+|against|updates?)\b", re.IGNORECASE
)
_OTHERS = "|".join(lexicon()["others"])
_THINGS = "|".join(lexicon()["things"])
_UNDERTAKINGS = "|".join(lexicon()["undertakings"])
OTHER_LIST = Spared(
    re.compile(
        rf"\b(?:following\s(?:[\w’'/-]+\s){{0,4}}?(?:{_OTHERS})|(?:{_OTHERS})\b(?:\s[\w’'/,()–-]+){{0,8}}?\s(?:are|include|includes|included|were|:))",
        re.IGNORECASE,
    )
)
# The aims of one paper or one project are no priorities of a body.
OTHER_OWNER = Spared(
    re.compile(
        rf"\b(?:{NAMES}|focus|emphasis)\b(?:\s\w+){{0,2}}?\s(?:of|for|behind|from)\s(?:the|this|these|each)\s"
        rf"(?:[\w-]+\s){{0,3}}?(?!(?-i:Service|Group)\b)(?:{_THINGS})\b"
        rf"|\b(?:{_UNDERTAKINGS})(?:[’']s|\sha[sd])\s(?:[\w-]+\s){{0,3}}?(?:{NAMES})\b",
        re.IGNORECASE,
    )
)
# Who shares the priorities: "the Police, the Council, Health".
PARTNER = re.compile(
    rf"(?:the\s)?(?:[\w-]+\s)?(?:{'|'.join(lexicon()['partners'])})", re.IGNORECASE
)
# Who says so, before what is said: "He advised that".
SAID = (
    r"(?:^|\b(?:said|replied|advised|reported|stated|noted|confirmed|explained|heard|agreed|told|added|resolved|RESOLVED|recommended|proposed"
    r"|informed)\s(?:[\w’']+\s){0,3}?that\s)"
)
# How a list is joined to its name: "are", "should be", "continue to be".
ARE = (
    r"(?:(?:are|were|remain(?:ed)?|included?|(?:(?:will|would|should|shall|to)\s)?be"
    r"|(?:has|have|had)\sbeen|continued?\sto\sbe)(?:\s(?:now|currently|still|therefore|to\sbe|again))?"
    r"(?!\s\w+ed\s(?:by|in|on|at|during|as|for|to|and|under|with|through|from)\b))"
)
# Several of them, however many: "aims", "areas of focus".
PLURAL = re.compile(
    r"\b(?:priorities|objectives|aims|themes|areas|goals|outcomes|ambitions)\b", re.IGNORECASE
)


@cache
def chapters() -> str:
    """Return the pattern of what parts of any paper are called, whatever it is about."""
    return "|".join(lexicon()["chapters"])
