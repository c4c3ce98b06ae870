"""Passages kept aside: other bodies than those learned from, and read by rules and by chains."""

from pathlib import Path

import pytest

from csp_extract.evaluate.learning.aside import prove_aside
from csp_extract.evaluate.learning.marked import read_passages
from csp_extract.extract.learned import Part
from csp_extract.extract.model import load_model

_CORPUS = Path(__file__).parents[3] / "corpus"
_PASSAGE = """body: Northmere District Council
kind: report
meeting: 2019-03-12

## Progress
The Council [[C:will will publish the plan by June 2019]].
The ward lists [[C:will shall hang where all who pass may read them]].
"""


def test_no_body_kept_aside_teaches() -> None:
    """A body whose other passage was learned from would be known."""
    aside = {paper.body for paper in read_passages(_CORPUS / "aside")}
    taught = {paper.body for paper in read_passages(_CORPUS / "passages")}
    assert not aside & taught


def test_a_row_that_rules_find_counts_for_both_ways(tmp_path: Path) -> None:
    """Without chains the pipeline is the rules; what they miss is missed by both."""
    (tmp_path / "one.txt").write_text(_PASSAGE, "utf-8")
    scores = prove_aside(tmp_path, {})
    assert scores["commitments"]["rules kept aside"] == scores["commitments"]["with kept aside"]
    assert scores["commitments"]["rules kept aside"]["rows"] == 2
    assert scores["commitments"]["rules kept aside"]["recall"] == pytest.approx(0.5)


@pytest.mark.slow
def test_the_packaged_parts_read_more_than_the_rules() -> None:
    """On passages that nothing learned from the chains earn their place, table by table."""
    weights = {name: part.chains for name, part in load_model().pipeline if isinstance(part, Part)}
    for ways in prove_aside(_CORPUS / "aside", weights).values():
        assert ways["with kept aside"]["f1"] > ways["rules kept aside"]["f1"]
