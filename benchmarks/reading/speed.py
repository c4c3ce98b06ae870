"""How fast papers are read, beside pdfplumber's ``extract_words`` and PDFium's text call.

Each engine reads the same files in one process, in turn, and the best of several rounds counts:
the machine's noise only ever adds. Times are CPU seconds; only ratios matter.
"""

import io
import time
from collections.abc import Callable
from math import inf

import pdfplumber
import pypdfium2

from csp_extract.layout import lay_out
from csp_extract.read import read_report
from csp_extract.settings import OcrMode

_ROUNDS = 3
Engine = Callable[[bytes], object]


def read(data: bytes) -> object:
    """Return pages by our reader."""
    return read_report(data, "benchmark.pdf", OcrMode.NEVER)


def read_and_lay_out(data: bytes) -> object:
    """Return a report by our reader and layout."""
    return lay_out(read_report(data, "benchmark.pdf", OcrMode.NEVER))


def bare_text(data: bytes) -> object:
    """Return the text alone, by PDFium's own call: the practical limit."""
    pdf = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in pdf]


def plumber_words(data: bytes) -> object:
    """Return words by pdfplumber."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [page.extract_words() for page in pdf.pages]


def main(papers: list[bytes]) -> None:
    """Print the table of engines."""
    pages = sum(len(pypdfium2.PdfDocument(data)) for data in papers)
    seconds = _measured(papers)
    print(f"{len(papers)} files, {pages} pages; best of {_ROUNDS} rounds, CPU time")
    print(f"{'engine':18} {'ms a page':>9} {'times pdfplumber':>17} {'times bare text':>16}")
    for engine, spent in seconds.items():
        times, bare = seconds[plumber_words] / spent, spent / seconds[bare_text]
        print(f"{engine.__name__:18} {1000 * spent / pages:9.2f} {times:17.1f} {bare:16.1f}")


def _measured(papers: list[bytes]) -> dict[Engine, float]:
    """Return the least CPU seconds of each engine for all papers."""
    least: dict[Engine, float] = {}
    for _ in range(_ROUNDS):
        for engine in (bare_text, read, read_and_lay_out, plumber_words):
            engine(papers[0])  # what is loaded at the first call is no part of the speed
            least[engine] = min(least.get(engine, inf), _spent(engine, papers))
    return least


def _spent(engine: Engine, papers: list[bytes]) -> float:
    """Return the CPU seconds of one round."""
    start = time.process_time()
    for data in papers:
        engine(data)
    return time.process_time() - start
