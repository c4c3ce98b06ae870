"""Rules for sums of money in running text."""

import re
from bisect import bisect_left
from decimal import Decimal

from csp_extract.extract.found import Span
from csp_extract.extract.money.sums import FACTOR, NUMBER, SIGN, Sum, currency, number
from csp_extract.extract.rule import Example, Family, Reads, Rule

_END = r"(?![\d]|,\d|\.\d|%)"
_MINUS = r"(?P<minus>(?<![\w£])[-−–](?=[£$€]))?"


_CHANGES = re.compile(
    r"\b(?:rais\w+|increas\w+|reduc\w+|decreas\w+|cut|f[ae]ll\w*|r[io]se\w*|rising|went|gone"
    r"|go(?:es)?|going|up|down|drop\w*|gr[eo]wn?|chang\w+|revis\w+|lift\w*|mov\w+)\b"
    r"[^£;.]{0,40}\bfrom\s$"
)


_BETWEEN = re.compile(
    r"\b(?:between|betwixt|from|range of|ranging|anywhere)\b[^£;.]{0,30}$", re.IGNORECASE
)


def _single(match: re.Match[str], _: None) -> Sum | None:
    if match["number"].strip("0") == "" and len(match["number"]) > 1:
        return None  # "£000" is the unit of a table
    value = number(match["number"], match["factor"])
    return Sum(-value if match["minus"] else value, None, currency(match["sign"]))


def _range(match: re.Match[str], _: None) -> Sum | None:
    if _CHANGES.search(match.string[max(0, match.start() - 60) : match.start()]):
        return None  # "raised from £2,500 to £3,000": two sums
    if " and " in match[0] and not _BETWEEN.search(match.string[: match.start()][-40:]):
        return None  # "shares of £2,500 and £3,000": two sums
    last_factor = match["factor2"]
    least = number(match["number"], match["factor"] or last_factor)
    most = number(match["number2"], last_factor)
    if most < least and not match["factor"]:
        least = number(match["number"])  # "£500-£1k": the factor is the second sum's own
    return Sum(least, most, currency(match["sign"])) if least < most else None


def _pence(match: re.Match[str], _: None) -> Sum | None:
    return Sum(number(match["number"]) / Decimal(100), None, "GBP")


def _pounds(match: re.Match[str], _: None) -> Sum | None:
    word = match["word"].casefold()
    return Sum(number(match["number"], match["factor"]), None, "EUR" if "euro" in word else "GBP")


RULES: tuple[Rule[None, Sum], ...] = (
    Rule(
        "sum with a sign",
        re.compile(
            rf"{_MINUS}(?P<sign>{SIGN})\s?(?P<number>{NUMBER})(?:\s?(?P<factor>{FACTOR}))?{_END}"
        ),
        _single,
        (
            Example("the panel set aside [[£3,450]] for lighting", "GBP 3450"),
            Example("a pot of [[£1.2m]] for five years", "GBP 1200000"),
            Example("worth [[£3.039 million]] in all", "GBP 3039000"),
            Example("grants of [[£1,510k]]", "GBP 1510000"),
            Example("a gap of [[-£1.2m]]", "GBP -1200000"),
            Example("about [[€5,000]] from Interreg", "EUR 5000"),
            Example("([[£7,000]])", "GBP 7000"),
            Example("it cost [[GBP 5,000]].", "GBP 5000"),
            Example("[[£12.50]] each", "GBP 12.5"),
        ),
        (
            "a £ sign",
            "the number 1,200",
            "in 2017/18",
            "call 01234 567890",
            "all in £000s",
            "budget (£000)",
        ),
    ),
    Rule(
        "range of sums",
        re.compile(
            rf"(?P<sign>{SIGN})\s?(?P<number>{NUMBER})(?:\s?(?P<factor>{FACTOR}))?"
            rf"(?:\s?[-–—]\s?|\sto\s|\sand\s(?=[£$€]))"
            rf"(?:{SIGN})?(?P<number2>{NUMBER})(?:\s?(?P<factor2>{FACTOR}))?{_END}"
            r"(?!\s?(?:per cent|people|wards|[JFMASOND][a-z]{2,8}\s\d{4}))"
        ),
        _range,
        (
            Example("between [[£5,000 and £7,000]]", "GBP 5000-7000"),
            Example("in the range [[£5-7k]]", "GBP 5000-7000"),
            Example("grants of [[£500 to £2,000]]", "GBP 500-2000"),
            Example("[[£1.5m – £2m]]", "GBP 1500000-2000000"),
            Example("grants from [[£500 to £2,000]]", "GBP 500-2000"),
        ),
        ("24 and 30 people",),
    ),
    Rule(
        "pence",
        re.compile(r"(?<![\d£.,])(?P<number>\d{1,2})(?:p| pence)(?![\w.])"),
        _pence,
        (Example("a rise of [[50p]] a week", "GBP 0.5"), Example("[[20 pence]] each", "GBP 0.2")),
        ("see p50", "page 50 p 3"),
    ),
    Rule(
        "pounds in words",
        re.compile(
            rf"(?<![\d£.,])(?P<number>{NUMBER})(?:\s(?P<factor>thousand|million|billion))?"
            r"\s(?P<word>pounds|euros|POUNDS)\b(?! of)"
        ),
        _pounds,
        (
            Example("a total of [[12,000 pounds]] was raised", "GBP 12000"),
            Example("some [[3 million euros]]", "EUR 3000000"),
        ),
        ("12 pounds of cannabis",),
    ),
)
_MAY_HOLD = re.compile(r"[£€$]|GBP|EUR|\d\s?p(?:ence)?\b|pounds|euros", re.IGNORECASE)


def read_sums(text: str) -> list[Reads[Sum]]:
    """Return the sums of a piece of text in order, none overlapping another; ranges win."""
    if not _MAY_HOLD.search(text):
        return []
    found = [
        Reads(Span(*match.span()), value, rule.name)
        for rule in RULES
        for match in rule.pattern.finditer(text)
        if (value := rule.value(match, None)) is not None
    ]
    kept: list[Reads[Sum]] = []
    for reads in sorted(found, key=lambda reads: (reads.span.start - reads.span.end, reads.span)):
        place = bisect_left(kept, reads.span, key=lambda other: other.span)
        if not any(
            reads.span.overlaps(other.span) for other in kept[max(place - 1, 0) : place + 1]
        ):
            kept.insert(place, reads)
    return kept


def _show(value: Sum) -> str:
    most = f"-{value.most:f}" if value.most is not None else ""
    return f"{value.currency} {value.least:f}{most}"


FAMILY = Family("money", RULES, read_sums, _show)
