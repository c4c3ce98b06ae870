"""The measure of a number that a chain is sure of."""

import re

from csp_extract.extract.found import Found, Span
from csp_extract.extract.learned import rule_of
from csp_extract.extract.measures.base import complete
from csp_extract.extract.measures.figures import measure_of
from csp_extract.extract.measures.lexicon import direction_of
from csp_extract.extract.reading import Reading
from csp_extract.extract.roles.numbers import Number
from csp_extract.records import Direction, MeasureUnit, MeasureValue

RULE = rule_of("measures")
_ENDS = re.compile(
    r"[,;:()]\s?|\.\s|\s[–—-]\s|\s(?:and|but|while|which|with|of\swhich|compared|against|as)\s"
)
_COUNTED = re.compile(
    r"\s(?:of\s(?:(?:the|its|our|their|all)\s)?(?:\d+\s)?)?"
    r"(?P<what>(?!(?:in|to|at|on|by|for|from|per|were|was|are|is|have|had|has|the|this|last|of|or)\b)"
    r"[a-z’'-]+(?:\s(?!(?:in|at|on|by|from|were|was|are|is|have|had|has|this|last|since|during)\b)"
    r"[\w’'-]+){0,5})"
)
# What stands between a subject and its figure.
_LINK = re.compile(
    r"\s(?:(?:is|are|was|were|has|have|had|been|be|now|stood|stands|at|to|by|from|only|over|nearly|about"
    r"|around|just|some|a|the|of|total|fell|rose|went|came|peaked|up|down|increased|decreased)\s?)+$",
    re.IGNORECASE,
)
_BAR = re.compile(r"(?:^|\s)(?:the|a|an|with|that|there)\s?$", re.IGNORECASE)


def measure_of_number(reading: Reading, number: Number) -> Found[MeasureValue] | None:
    """Return the figure of a number: what is counted stands after it, else before it."""
    passage = number.passage
    text = passage.text
    at, end = number.span.start - passage.start, number.span.end - passage.start
    after = _ENDS.search(text, end)
    right = max(after.start() if after else len(text.rstrip(" .;")), end)
    left = max((cut.end() for cut in _ENDS.finditer(text, 0, at)), default=0)
    unit = MeasureUnit.PERCENT if number.is_share else MeasureUnit.COUNT
    what = _what(reading, number, text[left:at], text[end:right])
    value = measure_of(what, number.value, unit, _way(text[left:right]))
    if value is None:
        return None
    span = Span(passage.start + left, passage.start + right)
    return Found(span, complete(reading, passage, span, len(text), value), RULE)


def _what(reading: Reading, number: Number, before: str, after: str) -> str:
    """Return the words of what is counted: after the number, before it, or at the head of a row."""
    counted = _COUNTED.match(after)
    if counted is not None:
        return counted["what"]
    subject = _BAR.sub("", _LINK.sub("", f" {before.strip()} ")).strip()
    return subject or number.passage.block.row_head or reading.head_of(number.passage.block)


def _way(words: str) -> Direction | None:
    """Return which way the words say that the figure moved."""
    ways = (direction_of(word) for word in re.findall(r"[a-z]+", words))
    return next((way for way in ways if way is not None), None)
