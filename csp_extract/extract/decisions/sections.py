"""Decisions that stand under a heading: of recommendations, of what was resolved."""

import re

from csp_extract.extract.decisions.lexicon import lexicon
from csp_extract.extract.decisions.openings import Opening
from csp_extract.extract.reading import Passage
from csp_extract.records import BlockKind

SECTION = re.compile(
    r"\b(?:recommendations?|decisions?(?: required| made| taken)?|resolved|resolution"
    r"|actions? required"
    r"|proposed decision)\b",
    re.IGNORECASE,
)
ALONE = "alone on its line"
ITEM_THAT = re.compile(r"[Tt]hat[,\s]|THAT[,\s]")
HEADED = "under a heading of recommendations"
# A word that heads what was decided and says no more: everything listed under it is a decision.
_WORD = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s)?(?P<word>RESOLVED|Resolved|RESOLUTIONS?|Resolutions?|RECOMMENDED|AGREED|Agreed"
    r"|DECISIONS?|Decisions?|RECOMMENDATIONS?|Recommendations?)(?:\s(?:that|to|unanimously))?\s?[:–-]?"
)
_FOLLOW = re.compile(
    r"\b(?:[Tt]he\sfollowing\srecommendations?\s(?:are|were|was|is)\s[a-z]+"
    r"|(?:makes?|made|offers?|submits?|agreed|approved)\s(?:the\s)?following\s(?:[a-z]+\s)?recommendations?)"
    r"[^.;:]{0,90}:\s?$"
)
# "What do we ask of you?": the items under it are requests.
_ASKS = re.compile(
    r"\bwhat\b.*\b(?:ask|want|need|asking)\b.*\byou\b|\bwhat\sdo\syou\sneed\sto\sdo\b",
    re.IGNORECASE,
)
_NOT_SECTION = re.compile(
    r"\b(?:reasons?|background|options|implications|previous|progress)\b", re.IGNORECASE
)
_COMMITTEE = re.compile(r"That (?:the )?(?:[A-Z][\w&,-]*(?: (?:and|of|for))? ?){1,8}:?")
_BODY = re.compile(r"The (?:[A-Z][\w&,-]*(?: (?:and|of|for))? ?){1,8}:")
_THAT = re.compile(r"(?:That|THAT)[,\s](?!\s?(?:must|will|is|was|has|had|may|can|means|would)\b)")
_PLAIN_VERB = re.compile(r"(?:[Tt]o\s)?(?P<verb>[A-Za-z]+)\b")
_SUBJUNCTIVE = re.compile(
    r"[^.;?]{2,160}?(?<!\bwill)(?<!\bwould)(?<!\bshall)(?<!\bshould)(?<!\bmay)(?<!\bcan)(?<!\bcould)(?<!\bto)"
    r"(?<!\bmust)(?<!\bmight)\sbe\s(?:[a-z]+ly\s)?[a-z]+\b"
)


def heads(passage: Passage) -> Opening | None:
    """Return the opening of a line that only heads decisions: "RESOLVED that", "Decision:"."""
    words = " ".join(passage.text.split())
    if passage.block.kind in {BlockKind.CELL, BlockKind.CONTENTS, BlockKind.FIELD}:
        return None
    alone = _WORD.fullmatch(words)
    if alone is not None and passage.block.kind is not BlockKind.TITLE:
        word = alone["word"].lower()
        how = "recommended" if word.startswith("recommend") else "resolved"
        how = "agreed" if word == "agreed" else how
        return Opening(0, len(passage.text), how, "", is_open=True, rule=ALONE)
    if passage.block.kind is not BlockKind.HEADING and _FOLLOW.search(words):
        rule = "recommendations follow"
        return Opening(0, len(passage.text), "recommended", "", is_open=True, rule=rule)
    return None


def by_section(passage: Passage) -> Opening | None:
    """Return how a sentence under a heading of decisions opens: with "That", or its verb."""
    words = " ".join(passage.text.split())
    if _COMMITTEE.fullmatch(words):
        return Opening(0, 0, "recommended", _who_of(passage), is_open=True, rule=HEADED)
    section = passage.block.row_head or passage.block.section
    if (
        passage.block.kind is BlockKind.FIELD
        and _WORD.fullmatch(section)
        and _BODY.fullmatch(words)
    ):
        return Opening(0, 0, "resolved", "", is_open=True, rule=HEADED)
    if _ASKS.search(section) and passage.block.kind is BlockKind.BULLET and passage.is_first:
        return Opening(0, 0, "recommended", "you", is_open=False, rule=HEADED)
    if not SECTION.search(section) or _NOT_SECTION.search(section):
        return None
    that = ITEM_THAT if passage.block.lead_in >= 0 else _THAT
    if not that.match(passage.text) and not _is_decisive(passage, section):
        return None
    is_made = re.search(r"resol|made|taken|^(?:\d[\d.]*\s)?decisions?:?$", section, re.IGNORECASE)
    how = "resolved" if is_made else "recommended"
    is_open = passage.text.rstrip().endswith(":")
    who = _who_of(passage) if is_open else ""
    return Opening(0, 0, how, who, is_open, HEADED)


def _is_decisive(passage: Passage, section: str) -> bool:
    """Return whether an item under a bare heading decides: by its verb, or in the subjunctive."""
    text = passage.text.replace("\n", " ")
    is_item = bool(passage.block.label) or passage.block.kind is BlockKind.FIELD
    word = _WORD.fullmatch(section)
    if word is None or not (passage.is_first and is_item) or text.rstrip().endswith(("?", ":")):
        return False
    if word["word"].lower() in {"resolved", "agreed"}:
        return True
    first = _PLAIN_VERB.match(text)
    is_verb = first is not None and first["verb"].lower() in lexicon().decides
    is_infinitive = text.startswith("To ") and len(text.split()) > 3
    return is_verb or is_infinitive or bool(_SUBJUNCTIVE.match(text))


def _who_of(passage: Passage) -> str:
    """Return who decides, from "That the Committee:"; more than a few words name nobody."""
    words = " ".join(passage.text.split())
    who = re.sub(r"^(?:That|THAT)\s(?:the\s)?|:$|\s(?:is|are)\s.*", "", words)
    return who if len(who) < 60 else ""
