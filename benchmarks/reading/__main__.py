"""Measure the reader: ``python benchmarks/reading [PDF ...]``; without files, the corpus.

Each engine reads the same files in one process, in turn, and the best of several rounds counts:
the machine's noise only ever adds. Figures are CPU seconds, so that only ratios matter.
"""

import io
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber
import pypdfium2

from csp_extract.layout import lay_out
from csp_extract.read import read_report

ROOT = Path(__file__).parents[2]
_ROUNDS = 3
Engine = Callable[[bytes], object]


def read(data: bytes) -> object:
    """Return pages by our reader."""
    return read_report(data, "benchmark.pdf")


def read_and_lay_out(data: bytes) -> object:
    """Return a report by our reader and layout."""
    return lay_out(read_report(data, "benchmark.pdf"))


def bare_text(data: bytes) -> object:
    """Return the text alone, by PDFium's own call: the practical limit."""
    pdf = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in pdf]


def plumber_words(data: bytes) -> object:
    """Return words by pdfplumber."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [page.extract_words() for page in pdf.pages]


def main(names: list[str]) -> None:
    """Print the table of engines."""
    files = [Path(name) for name in names] or sorted((ROOT / "corpus/reports").rglob("*.pdf"))
    papers = [file.read_bytes() for file in files]
    if not papers:
        sys.exit("no PDF to read: name some, or print the corpus first")
    pages = sum(len(pypdfium2.PdfDocument(data)) for data in papers)
    seconds = dict(_measured(papers))
    print(f"{len(papers)} files, {pages} pages; best of {_ROUNDS} rounds, CPU time")
    print(f"{'engine':18} {'ms a page':>9} {'pages a s':>9} {'times pdfplumber':>17}")
    for name, spent in seconds.items():
        times = seconds["plumber_words"] / spent
        print(f"{name:18} {1000 * spent / pages:9.2f} {pages / spent:9.0f} {times:17.1f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process, all engines: {peak:.0f} MB")


def _measured(papers: list[bytes]) -> Iterator[tuple[str, float]]:
    """Yield each engine with its least CPU seconds for all papers."""
    for engine in (bare_text, read, read_and_lay_out, plumber_words):
        engine(papers[0])  # what is loaded at the first call is no part of the speed
        yield engine.__name__, min(_spent(engine, papers) for _ in range(_ROUNDS))


def _spent(engine: Engine, papers: list[bytes]) -> float:
    """Return the CPU seconds of one round."""
    start = time.process_time()
    for data in papers:
        engine(data)
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
