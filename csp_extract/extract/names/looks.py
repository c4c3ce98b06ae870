"""What each word of a sentence looks like to the chain that tells names of initiatives."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from csp_extract.extract.found import Span
from csp_extract.extract.initiatives.words import kinds, lexicon
from csp_extract.extract.organisations import parties_in
from csp_extract.extract.reading import Passage, Reading

_TOKEN = re.compile(r"[^\W_]+(?:[’'&-][^\W_]+)*|£[\d,.]+|[^\w\s]")
_LINKS = frozenset(
    "of and for the in on to with against this your our a an & from or at by".split()
)
_NEAR = 7  # words from a verb of delivery to what is delivered
_EDGE = 4  # words of a heading or a lead-in that count
_STEM = 5  # letters by which forms of a verb are one
_STEPS = (-2, -1, 1, 2)  # to the neighbours of a word
_NOBODY = {step: f"w{step}=" for step in _STEPS}
_CAPITALS = re.compile(r"[A-Z]")
_SMALL = re.compile(r"[a-zß-ÿ]+")
_DIGITS = re.compile(r"\d+")


class Word(NamedTuple):
    """A word or sign of a passage: where it stands in it, as written and folded, its class."""

    start: int
    end: int
    text: str
    folded: str
    sort: str


def words_of(text: str) -> list[Word]:
    """Return the words and signs of a text."""
    return [
        Word(*match.span(), match[0], folded := match[0].lower(), sort_of(folded))
        for match in _TOKEN.finditer(text)
    ]


class Seen(NamedTuple):
    """What a word looks like wherever it stands: worked out once for all its places."""

    own: tuple[str, ...]
    sort: tuple[str, ...]  # none where no lexicon knows it
    near: Mapping[int, tuple[str, str]]  # to a neighbour, by how many steps off it stands
    broad: str  # its sort, or else its shape


@lru_cache(maxsize=16384)
def _seen(text: str) -> Seen:
    """Return the features of a word as written."""
    folded = text.lower()
    sort, shape = sort_of(folded), _shape(text)
    broad = sort or shape
    return Seen(
        (f"w={folded}", f"s={shape}", f"e={folded[-3:]}"),
        (f"c={sort}",) if sort else (),
        {step: (f"w{step}={folded}", f"c{step}={broad}") for step in _STEPS},
        broad,
    )


@lru_cache(maxsize=16384)
def sort_of(word: str) -> str:
    """Return what the family's lexicon says of a folded word, else what sort of sign it is."""
    known = _sorts()
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in known:
            return known[form]
    if word in _LINKS:
        return "link"
    if word[0].isdigit():
        return "number"
    return "" if word[0].isalpha() else word[0]


@cache
def _sorts() -> Mapping[str, str]:
    """Return the sort of each word that the lexicon of initiatives holds."""
    words = lexicon()
    verbs = [*words["verbs"]["done"], *words["verbs"]["begun"]]
    titled = {word.casefold(): kind for kind, those in words["titled"].items() for word in those}
    return {
        **{phrase.split()[-1]: "not" for phrase in words["not_heads"]["words"]},
        **{phrase.split()[-1]: "class" for phrase in words["classes"]["words"]},
        **dict.fromkeys(words["chapters"]["words"], "chapter"),
        **{phrase.split()[0]: "done" for phrase in verbs},
        **{phrase.split()[-1]: "strategy" for phrase in map(str.lower, words["plans"]["nouns"])},
        **titled,
        **{phrase.split()[-1].casefold(): str(kind) for phrase, kind in kinds().items()},
    }


def _shape(word: str) -> str:
    """Return the shape of a word: "Xx", "XXx", "x", "0"."""
    return _DIGITS.sub("0", _SMALL.sub("x", _CAPITALS.sub("X", word)))[:4]


def looks_of(
    reading: Reading,
    passage: Passage,
    words: Sequence[Word],
    named: Sequence[Span],
    acronyms: Mapping[str, str],
) -> list[list[str]]:
    """Return the features of each word of a passage.

    ``named`` are the characters of the report that rules take for names, ``acronyms`` what the
    report explains in brackets.
    """
    common = list(_of_passage(reading, passage, len(words)))
    parties = parties_in(passage.text, acronyms)
    told = [""] * len(words)
    _mark(told, words, [(party.span, "office" if party.is_common else "body") for party in parties])
    ruled = [""] * len(words)
    own = [Span(one.start - passage.start, one.end - passage.start) for one in named]
    _mark(ruled, words, [(span, "rule") for span in own])
    looks, runs = _of_words(words), _runs(words)
    heads, cues = _heads_after(words), _cues_before(words)
    rows = []
    for at in range(len(words)):
        row = [*common, *looks[at], *runs[at]]
        for name, value in (
            ("party", told[at]),
            ("ruled", ruled[at]),
            ("head", heads[at]),
            ("cue", cues[at]),
        ):
            if value:
                row.append(f"{name}={value}")
        rows.append(row)
    return rows


def _mark(table: list[str], words: Sequence[Word], spans: Sequence[tuple[Span, str]]) -> None:
    """Write into the table what holds the words of each span."""
    for span, name in spans:
        for at, word in enumerate(words):
            if span.start <= word.start and word.end <= span.end:
                table[at] = name if at and table[at - 1].endswith(name) else f"first {name}"


def _of_passage(reading: Reading, passage: Passage, length: int) -> Iterator[str]:
    """Yield where the passage stands: its block, its list, its column, its section."""
    block = passage.block
    yield "bias"
    yield f"block={block.kind}"
    if length < 9:
        yield f"short {block.kind}"
    if block.lead_in >= 0:
        lead = reading.report.slice(reading.blocks[block.lead_in])[-160:].lower()
        yield "led"
        sorts = dict.fromkeys(sort_of(each) for each in lead.split())
        yield from (f"lead={sort}" for sort in sorts if sort)
    if block.table >= 0:
        yield f"column={min(block.col, 2)}"
        yield from (f"col={each}" for each in reading.head_of(block).lower().split()[:_EDGE])
    yield from (f"sec={each}" for each in block.section.lower().split()[:_EDGE])


def _of_words(words: Sequence[Word]) -> list[list[str]]:
    """Return for each word its letters, shape and sort, and those of its neighbours."""
    seen = [_seen(word.text) for word in words]
    rows = []
    for at, own in enumerate(seen):
        row = [*own.own, f"at={min(at, 3)}{words[at].text[0].isupper()}", *own.sort]
        for step in _STEPS:
            row += seen[at + step].near[step] if 0 <= at + step < len(seen) else (_NOBODY[step],)
        row.append(f"b={seen[at - 1].broad if at else ''} {own.broad}")
        rows.append(row)
    return rows


def _runs(words: Sequence[Word]) -> list[list[str]]:
    """Return for each word what the run of capitalised words around it is, and stands between."""
    rows: list[list[str]] = [[] for _ in words]
    at = 0
    while at < len(words):
        if not words[at].text[0].isupper():
            at += 1
            continue
        end = _end_of_run(words, at)
        before = words[at - 1] if at else None
        after = words[end] if end < len(words) else None
        last = words[end - 1]
        row = [
            f"run={min(end - at, 4)}",
            f"run last={last.folded}",
            f"run ends={last.sort}",
            f"run before={before.folded if before else ''}",
            f"run after={after.folded if after else ''}",
            f"run sorts={(before.sort if before else '^')} {(after.sort if after else '$')}",
            f"run first={words[at].folded}",
        ]
        for place in range(at, end):
            rows[place] = [*row, f"run at={place == at}{place == end - 1}"]
        at = end
    return rows


def _end_of_run(words: Sequence[Word], at: int) -> int:
    """Return where a run of capitalised words ends; small words may stand within."""
    end = at + 1
    while end < len(words):
        ahead = end
        while ahead < len(words) and ahead < end + 2 and words[ahead].folded in _LINKS:
            ahead += 1
        if ahead >= len(words) or not (
            words[ahead].text[0].isupper() or words[ahead].text[0].isdigit()
        ):
            break
        end = ahead + 1
    return end


def _heads_after(words: Sequence[Word]) -> list[str]:
    """Return for each word how far the noun is that may end its name, and of what sort."""
    rows, far, sort = [], 0, ""
    for word in reversed(words):
        if word.sort in _HEADS:
            far, sort = 0, word.sort
        elif word.sort in _BARS or not word.folded[0].isalnum():
            sort = ""
        rows.append(f"{min(far, 4)} {sort}" if sort else "")
        far += 1
    return rows[::-1]


def _cues_before(words: Sequence[Word]) -> list[str]:
    """Return for each word the verb of delivery that stands not far before it."""
    rows, far, cue = [], 0, ""
    for word in words:
        rows.append(cue if far <= _NEAR else "")
        far += 1
        if word.sort == "done":
            far, cue = 0, word.folded[:_STEM]
    return rows


_HEADS = frozenset({*map(str, set(kinds().values())), "strategy", "class", "not"})
_BARS = frozenset({"done", "link"})
