"""The rule for "since the last meeting": which day that was, only the archive can tell."""

import re

from csp_extract.extract.dates.calendar import Anchor, unknown
from csp_extract.extract.dates.needs import MEETING
from csp_extract.extract.rule import Example, Rule
from csp_extract.records import DateValue, Precision

LAST_MEETING = "since the last meeting"


def _last(_: re.Match[str], __: Anchor) -> DateValue | None:
    return unknown(Precision.DAY)


RULES: tuple[Rule[Anchor, DateValue], ...] = (
    Rule(
        LAST_MEETING,
        re.compile(
            r"(?<=\b[Ss]ince )(?:the|its|your|our|their|this)\s(?:\w+[’']s\s)?(?:last|previous)\s"
            r"(?:(?:\w+\s)?(?:meeting|report|update)\b(?!\s(?:\d|in|on|held)))"
        ),
        _last,
        (
            Example("what has been done since [[the last meeting]].", ""),
            Example("Progress since [[your last report]] is slow", ""),
            Example("Since [[the Committee's previous meeting]] two have left", ""),
        ),
        ("the last meeting was short", "since the last fire"),
        needs=MEETING,
    ),
)
