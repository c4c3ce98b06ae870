"""Passages kept aside: nothing learned from them, and no limit was chosen on them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from csp_extract.evaluate.learning.marked import read_passages
from csp_extract.evaluate.learning.paper import Paper
from csp_extract.evaluate.learning.papers import read_with
from csp_extract.evaluate.learning.proof import Tally, tally_of
from csp_extract.extract.model import Weights, build_model

_TABLES = ("priorities", "initiatives", "decisions", "commitments", "measures")


def prove_aside(passages: Path, weights: Weights) -> dict[str, dict[str, Any]]:
    """Return, by table, what rules alone and the whole pipeline score on the passages of a folder.

    Raises:
        WrongCallError: there are none, or one cannot be read.
    """
    papers = read_passages(passages)
    ways = {
        "rules kept aside": _tallies(papers, build_model()),
        "with kept aside": _tallies(papers, build_model(weights)),
    }
    return {
        table: {way: tallies[table].scores() for way, tallies in ways.items()} for table in _TABLES
    }


def _tallies(papers: Sequence[Paper], nlp: Language) -> dict[str, Tally]:
    """Return how a pipeline's rows match the marks, by table."""
    tallies = dict.fromkeys(_TABLES, Tally())
    for paper in papers:
        reading = read_with(nlp, paper)
        for table in _TABLES:
            tallies[table] += tally_of(paper, table, getattr(reading, table))
    return tallies
