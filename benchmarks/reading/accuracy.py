"""Measure what is read right: ``python benchmarks/reading/accuracy.py OUT [LAYOUT ...]``.

Prints every source of the corpus by every layout into the folder OUT (the producers must be
installed, see corpus/render/install.sh), reads the PDFs back and compares the text with the
source: the share of characters that are wrong, words lost, words added, and running heads or feet
that stayed in the text. Bullets and white space are folded.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from csp_extract.layout import lay_out
from csp_extract.read import read_report

ROOT = Path(__file__).parents[2]
RENDER = ROOT / "corpus" / "render"
sys.path.insert(0, str(RENDER))

from printers import print_paper  # noqa: E402
from source import Source, printed, read_source  # noqa: E402

_BULLET = re.compile(r"(?<!\S)[•–▪○o](?!\S)")


def main(out: Path, wanted: list[str]) -> None:
    """Print one line for each layout."""
    layouts = tomllib.loads((RENDER / "layouts.toml").read_text("utf-8"))
    sources = [read_source(file) for file in sorted((ROOT / "corpus/reports").glob("*/*.md"))]
    print(f"{'layout':16} {'papers':>6} {'wrong %':>8} {'lost':>5} {'added':>5} {'heads':>5}")
    for name, layout in layouts.items():
        if layout["producer"] == "scan" or (wanted and name not in wanted):
            continue
        (out / name).mkdir(parents=True, exist_ok=True)
        total: Counter[str] = Counter()
        for source in sources:
            target = out / name / f"{source.head['id']}.pdf"
            if not target.exists():
                print_paper(source, layout, layouts, target)
            total.update(dict(_compared(source, target)))
        wrong = 100 * total["wrong"] / max(total["characters"], 1)
        print(
            f"{name:16} {len(sources):6} {wrong:8.2f} {total['lost']:5} {total['added']:5} "
            f"{total['heads']:5}"
        )


def _compared(source: Source, target: Path) -> Iterator[tuple[str, int]]:
    """Yield how a paper's text differs from its source."""
    pages = read_report(target.read_bytes(), target.name)
    assert not any(page.is_unread for page in pages)
    lines = lay_out(pages).text.splitlines()
    running = {text for place in ("head", "foot") for text in source.head.get(place, ()) if text}
    heads = [line for line in lines if line.strip() in running]
    got = _folded(" ".join(line for line in lines if line.strip() not in running))
    want = _folded(" ".join(line for line in printed(source.blocks) if line not in running))
    want_words, got_words = Counter(want.split()), Counter(got.split())
    yield "characters", len(want)
    yield "wrong", Levenshtein.distance(want, got)
    yield "lost", (want_words - got_words).total()
    yield "added", (got_words - want_words).total()
    yield "heads", len(heads)


def _folded(text: str) -> str:
    """Return a text without bullets, its white space folded."""
    return " ".join(_BULLET.sub(" ", text).split())


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python benchmarks/reading/accuracy.py OUT [LAYOUT ...]")
    main(Path(sys.argv[1]), sys.argv[2:])
