"""What a clause looks like to the chains: its words, its place, and what stands around it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from csp_extract.extract.reading import Reading
from csp_extract.extract.roles.clauses import Clause
from csp_extract.extract.roles.within import found_within
from csp_extract.records import Block

_TOKEN = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?|£|\d[\d,./]*|[%:;?]")
_MODALS = frozenset(
    "will shall would should must may can could might is are was were be been to has have had"
    " do does did not 'll".split()
)
_EDGE = 3  # words at either end whose places count
_NEAR = 5  # words of a neighbour, a lead-in or a heading
_SUFFIX = re.compile(r"(?:ing|ed|es|s|ly|ment|tion)$")


@lru_cache(maxsize=16384)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, numbers by their shape."""
    return tuple(_folded(token) for token in _TOKEN.findall(text))


@lru_cache(maxsize=16384)
def _folded(token: str) -> str:
    """Return a word in lower case, a number as its shape."""
    if token[0].isdigit():
        if len(token) == 4 and token[:2] in {"19", "20"}:
            return "0year"
        return "0" if token.isdigit() and len(token) < 3 else "00"
    return token.lower().replace("’", "'")


def looks_of(reading: Reading, clauses: Sequence[Clause]) -> list[list[str]]:
    """Return the features of each clause, those of its neighbours among them."""
    text = reading.report.text
    held = found_within(reading, [clause.span for clause in clauses])
    words = [tokens(text[clause.span.start : clause.span.end]) for clause in clauses]
    papers = of_paper(reading)
    rows = []
    for place, clause in enumerate(clauses):
        before = words[place - 1] if place else ()
        after = words[place + 1] if place + 1 < len(clauses) else ()
        is_joined = bool(place) and clauses[place - 1].passage.index == clause.passage.index
        rows.append(
            [
                "bias",
                *papers,
                *_of_words(words[place]),
                *_of_letters(text[clause.span.start : clause.span.end]),
                *_of_place(reading, clause, is_joined=is_joined),
                *(f"<{word}" for word in before[:_EDGE]),
                *(f"<<{word}" for word in before[-2:]),
                *(f">{word}" for word in after[:_EDGE]),
                *held[place],
            ]
        )
    return rows


def of_paper(reading: Reading) -> list[str]:
    """Return what sort of paper it is."""
    return [f"kind={reading.about.kind}"]


def _of_words(words: Sequence[str]) -> Iterator[str]:
    """Yield the words of a clause, alone and in pairs, those at its ends also by their place."""
    for word in dict.fromkeys(words):
        yield f"w={word}"
        if len(word) > 5:
            yield f"s={_SUFFIX.sub('', word)[:7]}"
    for pair in pairwise(words):
        yield f"{pair[0]} {pair[1]}"
    for place, word in enumerate(words[:_EDGE]):
        yield f"{place}={word}"
    if words:
        yield f"-1={words[-1]}"
        yield f"ends={words[0][-3:]}"
    for place, word in enumerate(words):
        if word in _MODALS:
            rest = words[place + 1 : place + 3]
            yield f"{word}+{rest[0][-3:] if rest else ''}"
            yield f"{words[place - 1] if place else '^'}+{word}+{' '.join(rest[:1])}"


def _of_letters(text: str) -> Iterator[str]:
    """Yield what the writing itself shows: capitals, length, last sign."""
    yield f"last={text[-1:] if not text[-1:].isalnum() else 'a'}"
    yield f"first={'A' if text[:1].isupper() else 'a' if text[:1].isalpha() else text[:1]}"
    yield f"long={min(len(text) // 25, 8)}"
    if text.isupper():
        yield "capitals"


def _of_place(reading: Reading, clause: Clause, *, is_joined: bool) -> Iterator[str]:
    """Yield where a clause stands: in its sentence, its block, its list, its table, its section."""
    block = clause.passage.block
    yield f"block={block.kind}"
    yield f"place={min(clause.place, 3)}{'' if clause.passage.is_first else '+'}{is_joined}"
    yield f"block={block.kind} place={min(clause.place, 1)}"
    yield from of_block(reading, block)


def of_block(reading: Reading, block: Block) -> Iterator[str]:
    """Yield the words above: of the lead-in, the heading, the head of the column."""
    if block.lead_in >= 0:
        lead = tokens(reading.report.slice(reading.blocks[block.lead_in]))
        yield from (f"lead={word}" for word in lead[-_NEAR:])
        yield f"label={_shape(block.label)}"
    yield from (f"section={word}" for word in tokens(block.section)[:_NEAR])
    if block.table >= 0:
        yield from (f"col={word}" for word in tokens(reading.head_of(block))[:_NEAR])
        yield f"at={min(block.row, 2)},{min(block.col, 3)}"


def _shape(label: str) -> str:
    """Return the shape of a label: bullet, letter or number."""
    if not label.strip("()."):
        return "none"
    sign = label.strip("().")[0]
    return "letter" if sign.isalpha() else "number" if sign.isdigit() else "bullet"
