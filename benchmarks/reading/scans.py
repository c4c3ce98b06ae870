"""Measure what is read of scans: ``python benchmarks/reading/scans.py [PAPERS [CONDITION ...]]``.

Papers of the open bodies, one of each layout and then more, are made pictures as scanners make
them, read by Tesseract, and held against what was printed: characters against the source, words and
figures against the text layer, place by place, and mentions against those of the text layer. The
last table tells how often words are right by how sure Tesseract is of them.
"""

import csv
import io
import re
import resource
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF
from typing import Any, NamedTuple

import numpy as np
import pypdfium2
from PIL import Image
from rapidfuzz.distance import Levenshtein
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from csp_extract import pipeline
from csp_extract.layout import lay_out
from csp_extract.read import find_engine, read_report
from csp_extract.records import MENTION_TABLES, Page, Word
from csp_extract.settings import OcrMode

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "corpus" / "render"))

from source import Source, printed, read_source  # noqa: E402

_NEAR_PT = 4.0
_BULLET = re.compile(r"(?<!\S)[•–▪○o](?!\S)")
_QUOTES = str.maketrans("’‘“”–—", "''\"\"--")


class Condition(NamedTuple):
    """How a page was scanned."""

    dpi: int = 200
    lean: float = 0.4  # degrees, to one side and the other
    noise: float = 7.0
    quality: int = 55  # of the JPEG
    is_black_and_white: bool = False
    quarters: int = 0


CONDITIONS = {
    "clean": Condition(),
    "fine": Condition(dpi=300, quality=75),
    "coarse": Condition(dpi=150),
    "leaning": Condition(lean=2.0),
    "noisy": Condition(noise=20.0, quality=40),
    "fax": Condition(noise=20.0, is_black_and_white=True),
    "sideways": Condition(quarters=1),
}


def scanned(data: bytes, how: Condition) -> bytes:
    """Return a PDF of pictures of the pages of another one."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        size = page.get_size()
        picture = page.render(scale=how.dpi / 72, grayscale=True).to_pil()
        lean = how.lean * (-1) ** number
        picture = picture.rotate(lean, fillcolor=255, resample=Image.Resampling.BICUBIC)
        noise = np.random.default_rng(number).normal(0, how.noise, (picture.height, picture.width))
        grey = (np.asarray(picture) + noise).clip(0, 255).astype("uint8")
        if how.is_black_and_white:
            grey = np.where(grey > 150, 255, 0).astype("uint8")
        picture = Image.fromarray(np.rot90(grey, how.quarters))
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=how.quality)
        size = (size[1], size[0]) if how.quarters % 2 else size
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(jpeg), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def main(count: int, wanted: list[str]) -> None:
    """Print a line for each condition."""
    engine = find_engine()
    if engine is None:
        sys.exit("Tesseract with English is not installed")
    pipeline.read_report = cache(read_report)  # a page is recognised once for all measures
    papers = _papers()[:count]
    print(f"{engine.name}; {len(papers)} papers; per cent")
    print(
        f"{'condition':10} {'pages':>5} {'CER':>6} {'words':>6} {'extra':>6} {'figures':>7} "
        f"{'rows':>6} {'wrong':>6} {'CPU s':>6}"
    )
    sure: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for name in wanted or CONDITIONS:
        total: Counter[str] = Counter()
        for pdf, source in papers:
            total.update(_measured(pdf, source, CONDITIONS[name], sure))
        _print(name, total)
    print("\nsurety of Tesseract: words, share of them right")
    for step, (right, words) in sorted(sure.items()):
        print(f"{step / 20:4.2f} {words:6} {right / words:7.3f}")


def _print(name: str, total: Counter[str]) -> None:
    """Print what was counted."""

    def share(part: str, whole: str) -> float:
        return 100 * total[part] / max(total[whole], 1)

    print(
        f"{name:10} {total['pages']:5} {share('wrong', 'characters'):6.2f} "
        f"{share('found', 'words'):6.2f} {share('extra', 'words'):6.2f} "
        f"{share('figures found', 'figures'):7.2f} {share('rows found', 'rows'):6.2f} "
        f"{share('rows wrong', 'rows'):6.2f} {total['ms'] / 1000 / total['pages']:6.2f}",
        flush=True,
    )


def _papers() -> list[tuple[Path, Path]]:
    """Return PDF and source of born-digital papers of the open bodies, one of each layout first."""
    by_layout: dict[str, list[tuple[Path, Path]]] = defaultdict(list)
    with (ROOT / "corpus" / "manifest.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["split"] != "test" and row["layout"] != "scan":
                pair = ROOT / "corpus" / row["pdf"], ROOT / "corpus" / row["source"]
                by_layout[row["layout"]].append(pair)
    return [paper for rank in zip_longest(*by_layout.values()) for paper in rank if paper]


def _measured(
    pdf: Path, source: Path, how: Condition, sure: dict[int, list[int]]
) -> dict[str, int]:
    """Return the counts of one paper under one condition."""
    written = pdf.read_bytes()
    data = scanned(written, how)
    start = _cpu_seconds()
    pages = pipeline.read_report(data, "report.pdf", OcrMode.AUTO)
    spent = _cpu_seconds() - start
    counts: Counter[str] = Counter(pages=len(pages), ms=round(1000 * spent))
    counts.update(dict(_characters(pages, read_source(source))))
    for page, original in zip(pages, read_report(written, pdf.name), strict=True):
        _count_words(page, original, how, counts, sure)
    ours, theirs = (_rows(paper) for paper in (data, written))
    counts["rows"] = theirs.total()
    counts["rows found"] = (ours & theirs).total()
    counts["rows wrong"] = (ours - theirs).total()
    return counts


def _cpu_seconds() -> float:
    """Return what this process and those that it called have spent."""
    own, called = (resource.getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + called.ru_utime + called.ru_stime


def _characters(pages: tuple[Page, ...], source: Source) -> Iterator[tuple[str, int]]:
    """Yield how many characters of the source are wrong in the text, heads and feet aside."""
    running = {text for place in ("head", "foot") for text in source.head.get(place, ()) if text}
    lines = lay_out(pages).text.splitlines()
    got = _folded(" ".join(line for line in lines if line.strip() not in running))
    want = _folded(" ".join(line for line in printed(source.blocks) if line not in running))
    yield "characters", len(want)
    yield "wrong", Levenshtein.distance(want, got)


def _count_words(
    page: Page, original: Page, how: Condition, counts: Counter[str], sure: dict[int, list[int]]
) -> None:
    """Count the words of a page that are found in their places."""
    places = defaultdict(list)
    turn = how.lean * (-1) ** (page.number - 1)
    leaning = original._replace(turn=turn)  # where the scanner put the words
    for word in original.words:
        places[_folded(word.text)].append(_middle(leaning.seen, word))
    total = sum(map(len, places.values()))
    found = right_figures = 0
    is_placed = how.quarters == 0
    for word in page.words:
        own = places.get(_folded(word.text), [])
        at = _middle(page.seen, word)
        near = [place for place in own if not is_placed or _is_near(place, at)]
        step = sure[int(word.confidence * 20)]
        step[1] += 1
        if near:
            own.remove(near[0])
            found += 1
            step[0] += 1
            right_figures += any(map(str.isdigit, word.text))
    figures = sum(any(map(str.isdigit, word.text)) for word in original.words)
    counts["words"] += total
    counts["found"] += found
    counts["extra"] += len(page.words) - found
    counts["figures"] += figures
    counts["figures found"] += right_figures


def _middle(seen: Callable[..., tuple[float, ...]], word: Word) -> tuple[float, float]:
    """Return the middle of a word as a reader sees the page."""
    x0, top, x1, bottom = seen(word.x0, word.top, word.x1, word.bottom)
    return (x0 + x1) / 2, (top + bottom) / 2


def _is_near(left: tuple[float, float], right: tuple[float, float]) -> bool:
    """Return whether two places are one to the eye."""
    return abs(left[0] - right[0]) < _NEAR_PT and abs(left[1] - right[1]) < _NEAR_PT


def _rows(data: bytes) -> Counter[tuple[str, ...]]:
    """Return the table and the words of every mention of a paper."""
    record = pipeline.extract(data)
    return Counter(
        (table, _folded(mention.provenance.text))
        for table in MENTION_TABLES
        if table != "candidates"
        for mention in _mentions(record, table)
    )


def _mentions(record: Any, table: str) -> Iterator[Any]:
    """Yield the mentions of a record and of the papers in it."""
    for paper in record.each():
        yield from paper.of(table)


def _folded(text: str) -> str:
    """Return a text without bullets, with plain quotes and dashes, its white space folded."""
    return " ".join(_BULLET.sub(" ", text).translate(_QUOTES).split())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, sys.argv[2:])
