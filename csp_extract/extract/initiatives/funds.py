"""Funds that the body whose paper it is runs itself; those of others only pay for things."""

import re
from collections.abc import Iterator

from csp_extract.extract.alternatives import one_of
from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import CAP, lexicon
from csp_extract.extract.reading import Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind

_CHECK = re.compile(r"und\b|\bGrants\b|\bPot\b")
_CAP = rf"(?!(?:The|Our|My|A|In|Since|From|When|While)\b){CAP}"
_SMALL = r"(?!(?:a|the|our|my|its|their|to|of|in|for|from|and|by|this|that|which|new)\b)[a-z][\w-]+"
_TITLE = rf"(?P<name>(?:{_CAP}\s){{1,4}}(?:Fund|Grants|Pot))"
_ANY = rf"(?P<name>(?:{_CAP}\s){{1,4}}(?:Fund|Grants|Pot)|(?:{_SMALL}\s){{1,3}}fund)\b"
_OWN = re.compile(
    r"(?:\b[Mm]y|\b[Oo]ur(?:\sown)?|\b[Tt]he\s(?:Council|Partnership|Authority)[’']s(?:\sown)?"
    rf"|\b[Ww]e\s(?:ran|run|set\sup|opened|launched)(?:\sthe)?)\s{_ANY}"
)
_COMMISSIONER = re.compile(rf"(?:\b[Tt]he\s|\b[Cc]ommissioner[’']s\s(?:own\s)?){_ANY}")
# What is bid for, or owned by Government, is no fund of the body's own.
_OTHERS = (
    re.compile(rf"(?:Government|Office|Justice|Lottery)[’']?s?\s(?:new\s)?{_TITLE}\b"),
    re.compile(
        r"\b(?:bid|application|applied|award\sof\s£[\d,]+|won)\s(?:to|from|for)\sthe\s"
        rf"{_TITLE}\b"
    ),
)
# Whoever pays out, closes or reviews a fund runs it.
_RUN = re.compile(
    rf"(?:(?<=^)|(?<=[Tt]he\s)|(?<=[.;:]\s)){_TITLE}"
    r"\s(?:(?:has|have|was|were)\s(?:been\s|again\s|now\s)*(?:closed\sto|open\sto|paused|reviewed"
    r"|relaunched|oversubscribed)"
    r"|(?:made|gave|supported|received)\s\d+\s(?:awards|grants|groups|projects|bids|applications))"
)
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_OFFICES = re.compile(r"\b(?:Commissioner|Mayor|Office)\b")
_NATIONAL = re.compile(rf"\b(?:{one_of(lexicon()['national_funds']['names'])})\b")
_TITLE_OF = re.compile(rf"(?:^|[–—:-]\s){_TITLE}\b(?=\s*$|\s?[–—:(-]|\s20)")


def own_funds(reading: Reading) -> Iterator[Reads[str]]:
    """Yield the funds of the report's own body.

    A paper of a police and crime commissioner tells of its own where it names none but "the fund".
    """
    is_commissioner = "Commissioner" in reading.about.body
    patterns = (_RUN, _OWN, _COMMISSIONER) if is_commissioner else (_RUN, _OWN)
    text = reading.report.text
    others = {match["name"].casefold() for other in _OTHERS for match in other.finditer(text)}
    yield from _told_of(reading, others)
    for passage in reading.passages:
        if passage.block.kind is BlockKind.HEADING or not _CHECK.search(passage.text):
            continue
        for pattern in patterns:
            for match in pattern.finditer(passage.text):
                if match["name"].casefold() not in others:
                    start, end = match.span("name")
                    span = Span(passage.start + start, passage.start + end)
                    yield Reads(span, match["name"], "fund of its own")


def _told_of(reading: Reading, others: set[str]) -> Iterator[Reads[str]]:
    """Yield the fund that a commissioner's paper is about, by its title or a heading.

    A body whose paper does not say who it is counts as one that runs the fund it tells of.
    """
    if reading.about.body and not _OFFICES.search(reading.about.body):
        return
    for block in reading.blocks:
        match = _TITLE_OF.search(reading.report.slice(block)) if block.kind in _HEADS else None
        is_others = match and (match["name"].casefold() in others or _NATIONAL.search(match[0]))
        if match and not is_others:
            start, end = match.span("name")
            yield Reads(
                Span(block.start + start, block.start + end), match["name"], "fund of its own"
            )
            return
