"""Time the extraction beside spaCy's tokenizer: ``python benchmarks/extract``.

The papers of the open corpus are read and laid out beforehand, then both go over the same texts in
turn. Each text is met once, since the program remembers what it
made of a sentence. CPU seconds of one core, with models loaded and warm.
"""

import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import spacy

from csp_extract.extract.components import attach
from csp_extract.extract.model import load_model
from csp_extract.layout import lay_out
from csp_extract.read import read_report
from csp_extract.records import Report
from csp_extract.settings import Given, OcrMode

CORPUS = Path(__file__).parents[2] / "corpus"
WARM = "The partnership will open a shelter on 4 May 2019 at a cost of £3,000, 12% down on 2018."
WORD = re.compile(r"\S+")


def main() -> None:
    """Print words a second for each, and what each component costs a word."""
    reports = list(_reports())
    words = sum(len(WORD.findall(report.text)) for report in reports)
    print(f"{len(reports)} papers, {words:,} words")
    seconds = _times(reports)
    parts = {name: spent for name, spent in seconds.items() if name.startswith("csp_")}
    for name in sorted(seconds.keys() - parts.keys()):
        print(f"{name:20} {words / seconds[name]:12,.0f} words a CPU second")
    print("of extract, microseconds a word:")
    for name, spent in parts.items():
        print(f"{name:20} {spent / words * 1e6:12.1f}")


def _reports() -> Iterator[Report]:
    """Yield the papers that have a text layer, laid out."""
    for line in (CORPUS / "open.txt").read_text(encoding="utf-8").split():
        file = CORPUS / line
        yield lay_out(tuple(read_report(file.read_bytes(), file.name, OcrMode.NEVER)))


def _times(reports: Sequence[Report]) -> Mapping[str, float]:
    """Return the CPU seconds of the whole, of its components, and of the tokenizer alone."""
    nlp, blank = load_model(), spacy.blank("en")
    nlp(WARM)
    blank(WARM)
    seconds = Counter[str]()
    for report in reports:
        began = time.process_time()
        doc = nlp.make_doc(report.text)
        attach(doc, report, Given())
        for name, component in nlp.pipeline:
            start = time.process_time()
            component(doc)
            seconds[name] += time.process_time() - start
        seconds["extract"] += time.process_time() - began
        began = time.process_time()
        blank.make_doc(report.text)
        seconds["spaCy's tokenizer"] += time.process_time() - began
    return seconds


if __name__ == "__main__":
    main()
