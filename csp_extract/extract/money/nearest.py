"""The cue that stands nearest to a sum and so says what it is or how far it has come."""

import re
from enum import StrEnum
from typing import TypeVar

from csp_extract.extract.found import Span
from csp_extract.extract.money.setting import Setting
from csp_extract.extract.money.words import cues, lexicon

Code = TypeVar("Code", bound=StrEnum)
_STOP = re.compile(r"[,;:.)]")
_LED_IN = 14  # characters from a cue to the sum that it leads in
_FAR = 100  # characters: any cue on the near side of another sum comes before one beyond it
_LONGEST = 60  # characters of a cue
_NEAR = 70  # characters from a cue to the sum it is about
_AIM = re.compile(r"\b(?:for|towards)\b")


def nearest(section: str, setting: Setting, codes: type[Code]) -> Code | None:
    """Return the code whose cue stands nearest to a sum in its clause."""
    text, clause, span, _ = setting
    found: list[tuple[int, int, Code]] = []
    is_head = span.start == span.end  # it speaks as a whole
    reach = len(text) if is_head else _NEAR
    low = clause.start if is_head else max(clause.start, span.start - _NEAR - _LONGEST)
    high = clause.end if is_head else min(clause.end, span.end + _NEAR + _LONGEST)
    for place, code in enumerate(lexicon()[section]):
        for match in cues(section, code).finditer(text, low, high):
            if match.start() >= span.end and _AIM.search(text, span.end, match.start()):
                continue  # "£900 for the purchase of": the cue belongs to the purpose
            if setting.is_of_another(match.start()):
                continue
            distance = _distance(match, setting)
            if distance <= reach and not _is_of_next(text, span, match):
                found.append((distance + _crossing(text, span, match), place, codes(code)))
    return min(found)[2] if found else None


def _is_of_next(text: str, span: Span, match: re.Match[str]) -> bool:
    """Return whether a cue after a sum is of another: "£900, a reduction of £50"."""
    if match.start() < span.end:
        return False
    led_in = _STOP.split(text[match.end() : match.end() + _LED_IN], maxsplit=1)[0]
    return "£" in text[span.end : match.end()] + led_in


def _crossing(text: str, span: Span, match: re.Match[str]) -> int:
    """Return how much further a cue stands for another sum that parts it from this one."""
    return _FAR if "£" in text[match.end() : span.start] else 0


def _distance(match: re.Match[str], setting: Setting) -> int:
    """Return how far a cue stands from a sum; what stands after it counts half as much again."""
    if match.end() <= setting.span.start:
        return setting.span.start - match.end()
    return (match.start() - setting.span.end) * 3 // 2
