"""Papers in folds by body, so that each part is proved on bodies that it has not seen."""

from collections.abc import Sequence
from typing import NamedTuple

from csp_extract.evaluate.learning.paper import Paper


class Fold(NamedTuple):
    """The papers to learn from, and those of the bodies left out."""

    learn: list[Paper]
    left_out: list[Paper]


def folds_of(papers: Sequence[Paper], count: int = 8) -> list[Fold]:
    """Return the folds: each body is left out once, passages and corpus are spread evenly."""
    places: dict[str, int] = {}
    for is_passage in (False, True):
        bodies = sorted({paper.body for paper in papers if paper.is_passage is is_passage})
        places |= {body: place % count for place, body in enumerate(bodies)}
    return [
        Fold(
            [paper for paper in papers if places[paper.body] != fold],
            [paper for paper in papers if places[paper.body] == fold],
        )
        for fold in range(count)
    ]
