"""The papers that the parts learn from, and how the rules read them."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from spacy.language import Language

from csp_extract.errors import WrongCallError
from csp_extract.evaluate.learning.marked import read_passages
from csp_extract.evaluate.learning.paper import Mark, Paper
from csp_extract.evaluate.locate import place_each
from csp_extract.evaluate.manifest import TRAIN, of_splits, read_manifest
from csp_extract.evaluate.rows import TABLES, GoldRow, read_gold
from csp_extract.extract.components import attach, reading_of
from csp_extract.extract.model import build_model
from csp_extract.extract.reading import Reading
from csp_extract.layout import lay_out
from csp_extract.read import read_report
from csp_extract.records import ReportKind
from csp_extract.settings import Given, OcrMode


def read_papers(gold: Path, passages: Path) -> list[Paper]:
    """Return the training papers of the corpus and the passages."""
    return [*read_corpus(gold), *read_passages(passages)]


def read_corpus(gold: Path, split: str = TRAIN) -> list[Paper]:
    """Return the papers of one split, laid out from their PDFs, with the gold in place.

    Raises:
        WrongCallError: there is no gold, or no manifest beside it.
    """
    manifest = read_manifest(gold)
    names = of_splits(manifest, (split,))
    annotated = read_gold(gold)
    return [
        _paper(name, manifest[name], annotated[name], gold.parent)
        for name in sorted(names & annotated.keys())
    ]


def _paper(name: str, line: dict[str, str], rows: Sequence[GoldRow], corpus: Path) -> Paper:
    """Return one paper of the corpus."""
    file = corpus / line["pdf"]
    if not file.exists():
        raise WrongCallError(f"no {file}: the manifest names it")
    report = lay_out(read_report(file.read_bytes(), file.name, OcrMode.NEVER))
    return Paper(
        name=name,
        body=line["body"],
        report=report,
        marks=tuple(_marks(rows, report.text)),
        kind=ReportKind(line["kind"]),
        meeting_date=date.fromisoformat(line["meeting_date"]),
    )


def _marks(rows: Sequence[GoldRow], text: str) -> Iterator[Mark]:
    """Yield the annotations whose words are in the text."""
    for row, place in zip(rows, place_each(rows, text), strict=True):
        if row.table in TABLES and place is not None:
            values = {key: str(value) for key, value in row.values.items()}
            yield Mark(*place, row.table, values, row.is_optional, is_mention=False)


def reading_of_paper(paper: Paper) -> Reading:
    """Return a paper as the rules alone read it."""
    return read_with(_rules(), paper)


def read_with(nlp: Language, paper: Paper) -> Reading:
    """Return a paper as a pipeline reads it."""
    doc = nlp.make_doc(paper.report.text)
    attach(doc, paper.report, Given(meeting_date=paper.meeting_date))
    return reading_of(nlp(doc))


@cache
def _rules() -> Language:
    """Return the pipeline without its trained parts."""
    return build_model()
