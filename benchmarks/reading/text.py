"""What is read right: the text, its order, its numbers, held against the sources of the corpus.

White space, bullets, ligatures and the marks of footnotes are folded; footnotes are compared after
all other text, for pages print them at their feet.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from papers import Block as Told
from papers import Paper, Source
from rapidfuzz.distance import Levenshtein
from source import pieces

from csp_extract.layout import lay_out
from csp_extract.read import read_report
from csp_extract.records import Block, BlockKind, Report
from csp_extract.settings import OcrMode

_BULLET = re.compile(r"(?<!\S)[•–▪○◦o](?!\S)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_KNOWN_BY = 40  # characters by which a block is found again
_HEAD = f"{'layout':16} {'producer':12} {'papers':>6} {'CER %':>6} {'lost':>5} {'added':>5} "


def main(all_papers: Sequence[Paper]) -> None:
    """Print a line for each layout, then what is wrong in the order of papers that are open."""
    totals: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    places: list[str] = []
    for paper in all_papers:
        report = lay_out(read_report(paper.data, paper.name, OcrMode.NEVER))
        counts = Counter(dict(_compared(paper.source, report)))
        moved = list(_moved(paper.source, report))
        counts["moved"], counts["papers"] = len(moved), 1
        if paper.is_open:
            places += [f"  {paper.name}: {place}" for place in moved]
        for key in ((paper.layout, paper.producer), ("all", "open" if paper.is_open else "test")):
            totals[key].update(counts)
    print(f"{_HEAD}{'heads':>5} {'moved':>5} {'numbers %':>9}")
    for (layout, producer), total in sorted(totals.items(), key=lambda one: one[0][0] == "all"):
        wrong = 100 * total["wrong"] / max(total["characters"], 1)
        numbers = 100 * total["numbers right"] / max(total["numbers"], 1)
        print(
            f"{layout:16} {producer:12} {total['papers']:6} {wrong:6.2f} {total['lost']:5} "
            f"{total['added']:5} {total['heads']:5} {total['moved']:5} {numbers:9.1f}"
        )
    print("moved, in papers that are open:", *(places or ["  nothing"]), sep="\n")


def _compared(source: Source, report: Report) -> Iterator[tuple[str, int]]:
    """Yield how a paper's text differs from its source."""
    heads = list(_heads(source, report))
    got = _folded(
        " ".join(_lines(report, [block for block in report.blocks if block not in heads]))
    )
    want = _folded(" ".join(text for _, _, text in _printed(source.blocks)))
    want_words, got_words = Counter(want.split()), Counter(got.split())
    yield "characters", len(want)
    yield "wrong", Levenshtein.distance(want, got)
    yield "lost", (want_words - got_words).total()
    yield "added", (got_words - want_words).total()
    # the head of the first page stays, for many houses have their masthead there
    pages = [report.places_of(block.start, block.end)[0].box.page for block in heads]
    yield "heads", sum(page > 1 for page in pages)
    yield from _numbers(source, report)


def _lines(report: Report, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the printed blocks of a report, labels first; footnotes last."""
    for block in sorted(blocks, key=lambda block: block.kind is BlockKind.FOOTNOTE):
        begin = report.text.rfind("\n", 0, block.start) + 1
        yield report.text[begin : block.end]


def _printed(blocks: Sequence[Told]) -> Iterator[tuple[str, str, str]]:
    """Yield kind, label and text of every printed block, footnotes last."""
    yield from _flow(blocks)
    yield from (
        ("note", block.label, f"{block.label} {_plain(block.text)}")
        for block in blocks
        if block.kind == "note"
    )


def _flow(blocks: Sequence[Told]) -> Iterator[tuple[str, str, str]]:
    """Yield kind, label and text of every printed block but footnotes."""
    for block in blocks:
        if block.kind == "note":
            continue
        if block.text:
            yield block.kind, block.label, _plain(f"{block.label} {block.text}".strip())
        if block.caption:
            yield "caption", "", _plain(block.caption)
        for _, label, text in block.items:
            yield block.kind, label, _plain(f"{label} {text}".strip())
        yield from (("cell", "", _plain(cell)) for row in block.rows for cell in row)
        yield from _flow(block.blocks)


def _plain(text: str) -> str:
    """Return a text without its marks, those of footnotes neither."""
    return "".join(piece.text for piece in pieces(text) if not piece.is_raised)


def _folded(text: str) -> str:
    """Return a text without bullets and ligatures, its white space folded."""
    return " ".join(_BULLET.sub(" ", text.translate(_LIGATURES)).split())


def _heads(source: Source, report: Report) -> Iterator[Block]:
    """Yield the blocks that are running heads or feet: no block of the source says them, too."""
    parts = [part for place in ("head", "foot") for part in source.head.get(place, ()) if part]
    parts += [block.text for block in source.blocks if block.kind == "title"]  # as browsers do
    parts.append(f"{source.head['meeting_date']:%d/%m/%Y}, 09:41")
    running = {" ".join(some) for count in (1, 2) for some in combinations(parts, count)}
    said = Counter(text for _, _, text in _flow(source.blocks))
    own = [block for block in report.blocks if report.slice(block).strip() in running]
    counts = Counter(report.slice(block).strip() for block in own)
    for block in own:
        text = report.slice(block).strip()
        if counts[text] > said[text]:
            counts[text] -= 1
            yield block


def _numbers(source: Source, report: Report) -> Iterator[tuple[str, int]]:
    """Yield how many blocks have a printed number or letter, and how many have it as printed."""
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for block in report.blocks:
        labels[_known_by(report.slice(block))].add(_number(block.label))
    printed = [
        (_number(label), _known_by(text.removeprefix(label)))
        for kind, label, text in _flow(source.blocks)
        if label
    ]
    yield "numbers", len(printed)
    yield "numbers right", sum(label in labels[text] for label, text in printed)


def _number(label: str) -> str:
    """Return a printed number without stops, which houses add."""
    return label.strip(".: ")


def _known_by(text: str) -> str:
    """Return the beginning of a text, white space aside."""
    return "".join(_folded(text).split())[:_KNOWN_BY]


def _moved(source: Source, report: Report) -> Iterator[str]:
    """Yield the beginning of every block that stands before one that it should follow.

    Blocks are known by their first words; those that a paper has twice tell nothing.
    """
    text = "".join(_folded(report.text).split())
    flow = [_known_by(block) for kind, _, block in _flow(source.blocks) if kind != "cell"]
    counts = Counter(flow)
    reached = 0
    for block in flow:
        place = text.find(block)
        is_known = len(block) > 12 and counts[block] == 1 and text.count(block) == 1
        if is_known and place < reached:
            yield block
        reached = max(reached, place if is_known else 0)
