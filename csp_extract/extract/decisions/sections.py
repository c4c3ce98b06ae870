"""What the headings above a passage, and the line it is itself, make of the lines under them."""

import re
from dataclasses import replace

from csp_extract.extract.decisions.items import reads_as_decided, takes_all
from csp_extract.extract.decisions.labels import LABEL
from csp_extract.extract.decisions.leads import Lead, lead_of
from csp_extract.extract.decisions.openings import Opening
from csp_extract.extract.decisions.verbs import ACTS, opens_with_act
from csp_extract.extract.reading import Passage, Reading
from csp_extract.records import BlockKind

_SECTION = re.compile(
    r"\b(?:recommendations?|decisions?(?: required| made| taken)?|resolved|resolution"
    r"|actions? required|views sought"
    r"|proposed decision)\b",
    re.IGNORECASE,
)
# "What do we ask of you?", "What I should like from the Panel": the items under it are requests.
_ASKS = re.compile(
    r"\bwhat\b(?!.{0,60}\b(?:did|know|else)\b).{0,60}\b(?:(?:ask|want|need|asking|like)\b.{0,60}\b(?:you|members|committee|panel|board)\b"
    r"|(?:(?:do|should|must) you|we (?:ask|need|want|are asking)|are we asking)\b)"
    r"|\bwhat\b.{0,60}\blike from\b",
    re.IGNORECASE,
)
_NOT_SECTION = re.compile(
    r"\b(?:reasons?|background|options|implications|previous|progress|what did the committee)\b",
    re.IGNORECASE,
)
_MADE = re.compile(r"resol|made|taken|^[\d.\s]*decisions?\s?:?$|\bdecided?\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:was|were|had)\b")  # of what was, and decides nothing
_COMMITTEE = re.compile(r"That (?:the )?(?:[A-Z][\w&,-]*(?: (?:and|of|for))? ?){1,8}:?")
HEADED = "under a heading of recommendations"
# "That must wait" speaks of what was said before.
_NOT_THAT = r"(?:[\s,]+(?!(?:must|is|was|will|would|can|could|may|might|has|had|means?|said)\b))"
_THAT = re.compile(rf"(?:That|THAT){_NOT_THAT}")
_ITEM_THAT = re.compile(rf"(?:[Tt]hat|THAT){_NOT_THAT}")
_TO_ACT = re.compile(rf"(?:[A-Z][\w ]{{2,40}}\s)?[Tt]o (?:{ACTS})\b")


def section_of(passage: Passage) -> str:
    """Return the label or heading that a passage stands under."""
    return passage.block.row_head or passage.block.section


def in_section(reading: Reading, offset: int) -> bool:
    """Return whether the words at an offset stand under a heading of recommendations."""
    passage = reading.passage_at(offset)
    if passage is None:
        return False
    section = passage.block.section
    return bool(_SECTION.search(section) or _ASKS.search(section))


def lead_at(reading: Reading, passage: Passage, *, told: bool) -> tuple[Lead, str] | None:
    """Return what the lines under a passage are, where it ends its block and leads them in."""
    if reading.passages_of(passage.block_index)[-1].index != passage.index:
        return None
    block = passage.block
    if block.kind is BlockKind.CELL:
        return None
    led = lead_of(passage.text)
    if led is None:
        return None
    lead, rule = led
    if lead.in_minutes and not told:
        lead = replace(lead, is_strict=True, takes_next=False)
    section = section_of(passage)
    if _SECTION.search(section) and not _NOT_SECTION.search(section) and _MADE.search(section):
        lead = replace(lead, how="agreed" if lead.how == "agreed" else "resolved")
    return lead, rule


def by_section(passage: Passage) -> Opening | None:
    """Return how a sentence under a heading of recommendations opens: with "That"."""
    if _COMMITTEE.fullmatch(" ".join(passage.text.split())):
        return Opening(0, 0, "recommended", _who_of(passage), is_open=True, rule=HEADED)
    section = section_of(passage)
    is_item = passage.block.kind is BlockKind.BULLET and passage.is_first
    if _ASKS.search(section) and (is_item or opens_with_act(passage.text)):
        return Opening(0, 0, "recommended", "you", is_open=False, rule=HEADED)
    if not _SECTION.search(section) or _NOT_SECTION.search(section):
        return None
    if not _is_decision(passage):
        return None
    how = "resolved" if _MADE.search(section) else "recommended"
    is_open = passage.text.rstrip().endswith(":")
    who = _who_of(passage) if is_open else ""
    return Opening(0, 0, how, who, is_open, HEADED)


def _is_decision(passage: Passage) -> bool:
    """Return whether a sentence reads as a decision: it begins with "That", or tells whom to do."""
    that = _ITEM_THAT if passage.block.lead_in >= 0 else _THAT
    label = LABEL.match(passage.text) if passage.block.kind is BlockKind.FIELD else None
    if that.match(passage.text, label.end() if label else 0):
        return True
    if not passage.is_first or passage.text.rstrip().endswith("?"):
        return False
    is_listed = bool(passage.block.label) or passage.block.kind is BlockKind.FIELD
    if not is_listed:
        return False
    section = section_of(passage)
    if passage.block.label and lead_of(section):
        return reads_as_decided(passage.text) or (
            takes_all(section) and not _TELLS.search(passage.text)
        )
    return bool(
        _TO_ACT.match(passage.text)
        or (passage.block.kind is not BlockKind.FIELD and opens_with_act(passage.text))
    )


def _who_of(passage: Passage) -> str:
    """Return who decides, from "That the Committee:"; more than a few words name nobody."""
    words = " ".join(passage.text.split())
    who = re.split(r"\s(?:is|are)\s|:$", re.sub(r"^(?:That|THAT)\s(?:the\s)?", "", words))[0]
    return who if len(who) < 60 else ""
