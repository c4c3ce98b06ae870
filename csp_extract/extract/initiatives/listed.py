"""Items of lists and rows of tables that are each an initiative."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import is_refused, kind_of, lexicon
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Reading
from csp_extract.extract.rule import Reads
from csp_extract.records import BlockKind
from csp_extract.records.year import MONTH_NAMES

_COLUMN = re.compile(
    r"(?:(?:name|nature|title|details) of )?(?:the )?(?:funded )?"
    r"(?:project|initiative|scheme|activity|programme|event"
    r"|campaign|operation|intervention|service)s?(?: name| title| description| funded)?"
    r"|(?:project|scheme) (?:and|/) \w+",
    re.IGNORECASE,
)
# Columns that name things where another column gives each its money.
_PURPOSE = re.compile(
    r"(?:purpose|use|applied to|spent on|bid|application|funding for)"
    r"(?: of (?:the )?(?:grant|fund|spend))?",
    re.IGNORECASE,
)
_MONEY = re.compile(r"£|\b(?:amount|award(?:ed)?|grant|cost|allocation|spend|sum)\b", re.IGNORECASE)
_CUT = re.compile(r"\s?(?:[;.,:]|\s[–-]\s|\(£)|\s£")
# "£2,000 to Tarn Council for the garden": the thing comes last.
_PAID = re.compile(r"£[\d,.]+(?:k|m)?\s(?:to\s[^.;]{3,60}?\s)?(?:for|towards)\s(?:the\s)?")
# "Held a quiz week in May", "Fitted locks for 62 victims": what was done, and when or to how many.
_DONE_FIRST = re.compile(
    rf"(?:{'|'.join(verb.capitalize() for verb in lexicon()['verbs']['done'])}|Ran|Held|Gave)\s"
    r"(?:(?:a|an|the|our|its|new|two|three|four|five|six|\d{1,3})\s)*"
)
_WHEN = re.compile(
    r"\s(?:in|on|during|since|from|between)\s(?:early\s|late\s|mid\s)?(?:\d{1,2}\s)?"
    rf"(?:{MONTH_NAMES}|20\d\d|spring|summer|autumn"
    r"|winter)\b.*$|\s(?:for|to|by|at)\s(?:over\s|some\s|around\s|about\s)?\d[\d,]*\s.*$"
)
_PAYEE = re.compile(
    r"(?P<who>[A-Z][^:–£]{2,60}?)\s?(?::|\s[–—-])\s(?:for\s)?(?:an?\s|the\s)?(?P<what>[^£;]{4,90}?)"
    r"(?=\s?\(?£|\s?[;.]?$|,\s(?=which|who|to\b))"
)
_CONDITION = re.compile(r"(?:If|When|Where|Once|Unless|Subject to|Should)\b")
# "£2,000 to Tarn Trust for its garden": whose it is, is no part of the name.
_WHOSE = re.compile(r"(?:their|its|our|his|her)\s")
_OPEN_END = re.compile(r"\s(?:of|for|to|with|in|on|at|from|and|the|a|an)$")
_AIM = re.compile(
    r"(?:Preventing|Reducing|Improving|Promoting|Supporting|Increasing|Tackling|Protecting|Building"
    r"|Ensuring|Strengthening|Support for|Help for)\b"
)
_TERM = re.compile(r",\s(?:(?:\w+|\d+)\s(?:years?|months?)|20\d\d(?:[/–-]\d\d(?:\d\d)?)?)$")
# What a title is said to be: "Bright Doors: new locks for victims".
_TITLED = re.compile(
    r"(?P<title>[A-Z][\w’'&@!-]*(?:\s[\w’'&@!-]+){0,6})"
    r"(?:\s?(?::|\s[–-])\s|,\s(?:an?|the|our)\s).{12,}",
    re.DOTALL,
)
_CONTRACT = re.compile(
    r"(?:Contract|Grant|Funding|Contribution|Contributions) (?:for|to|towards) (?:the )?(?=[A-Z])"
)
_LONG = 16  # words; a longer item tells a story
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|must|continues?|attended|met|agreed)\b"
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of one list of cues."""
    return re.compile(rf"\b(?:{'|'.join(lexicon()['lists'][name])})\b", re.IGNORECASE)


def listed_names(reading: Reading) -> Iterator[tuple[Reads[str], str]]:
    """Yield the items of lists led in as funded or delivered, each with its lead-in sentence."""
    for index, block in enumerate(reading.blocks):
        items = reading.items_of(index)
        if len(items) < 2 or block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            continue
        lead = _lead(reading, index)
        if not lead:
            continue
        spans = [_item_span(reading, item) for item in items]
        for span in _what_for(reading, items) or spans:
            if span is not None:
                words = reading.report.text[span.start : span.end]
                yield Reads(span, words, "item under a delivery cue"), lead


def _lead(reading: Reading, index: int) -> str:
    """Return the sentence of a block that leads in initiatives, or nothing."""
    sentences = [passage.text for passage in reading.passages_of(index)]
    cued = [
        text
        for text in sentences
        if _pattern("cues").search(text)
        and not _pattern("against").search(text)
        and re.search(r"following|these|below|:$|includ\w+|such as|namely|list", text)
    ]
    return cued[-1] if cued and (cued[-1] == sentences[-1] or len(sentences) <= 3) else ""


def _what_for(reading: Reading, items: Sequence[int]) -> list[Span]:
    """Return what each payee of a list is paid for: "Beck Trust – a drop-in (£400)"; else nothing.

    Most of the items must name a body before the dash, and none after it.
    """
    rows = []
    for item in items:
        block = reading.blocks[item]
        match = _PAYEE.match(reading.report.slice(block))
        if match is None:
            return []
        rows.append((block, match))
    payees = sum(_is_body(match["who"]) for _, match in rows)
    if payees * 2 < len(rows) or any(_is_body(match["what"]) for _, match in rows):
        return []
    return [
        Span(block.start + match.start("what"), block.start + match.end("what"))
        for block, match in rows
    ]


def _is_body(words: str) -> bool:
    """Return whether words name a body or somebody, and do nothing else."""
    return any(party.span.end == len(words) for party in parties_in(words)) or (
        is_refused(words) and not kind_of(words)
    )


def _item_span(reading: Reading, index: int) -> Span | None:
    """Return the name that an item begins with; none for items that are sentences."""
    block = reading.blocks[index]
    text = reading.report.slice(block)
    paid = _PAID.match(text)
    if text.startswith("£") and paid is None:
        return None
    done = paid or _DONE_FIRST.match(text)
    offset = done.end() if done else 0
    whose = _WHOSE.match(text, offset)
    offset = whose.end() if whose else offset
    text = text[offset:]
    if _CONDITION.match(text):
        return None
    cut = _CUT.search(text)
    end = cut.start() if cut and cut.start() > 3 else len(text)
    words = _WHEN.sub("", text[:end].rstrip(" ;,."))
    count = len(words.split())
    if _OPEN_END.search(words) or (_AIM.match(words) and kind_of(words) is None):
        return None  # "Preventing crime" is an aim, not what is done for it
    is_name = kind_of(words) is not None or not _VERB.search(words)
    if re.fullmatch(r"(?:Phase|Stage|Lot|Round|Year|Quarter)\s\w+", words):
        return None
    if not 1 < count <= _LONG or not is_name or (is_refused(words) and not kind_of(words)):
        return None
    return Span(block.start + offset, block.start + offset + len(words))


def table_names(reading: Reading) -> Iterator[Reads[str]]:
    """Yield the cells of a column that is headed as one of projects, or of what grants are for."""
    cells = [block for block in reading.blocks if block.kind is BlockKind.CELL]
    granted = {block.table for block in cells if _MONEY.search(reading.head_of(block))}
    for block in cells:
        head = reading.head_of(block)
        is_purpose = _PURPOSE.fullmatch(head) is not None and block.table in granted
        if not is_purpose and not _COLUMN.fullmatch(head):
            continue
        text = reading.report.slice(block)
        is_left_over = _leftover().match(text) or (is_purpose and is_refused(text))
        if text == head or is_left_over or not 1 <= len(text.split()) <= _LONG:
            continue
        name = _bare(text)
        if re.search(r"[A-Za-z]{3}", text[name.start : name.end]):
            span = Span(block.start + name.start, block.start + name.end)
            yield Reads(span, text[name.start : name.end], "column of projects")


def _bare(text: str) -> Span:
    """Return the name of a cell without what sum it got or what it does.

    "Contract for the Hub, three years"; "Bright Doors: new locks for victims".
    """
    tail = _TITLED.match(text) or _TERM.search(text)
    lead = _CONTRACT.match(text)
    end = (
        len(text)
        if tail is None
        else tail.end("title")
        if "title" in tail.re.groupindex
        else tail.start()
    )
    return Span(lead.end() if lead else 0, end)


@cache
def _leftover() -> re.Pattern[str]:
    """Return the pattern of rows that are no thing: totals, reserves, the cost of an office."""
    words = "|".join(lexicon()["leftover"]["words"])
    return re.compile(rf"(?:.*\s)?(?:{words})(?:\b.{{0,20}})?$", re.IGNORECASE)
