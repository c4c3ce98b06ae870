"""What ``csp-extract train`` does for the trained parts: learn each, tell how well, keep both."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from csp_extract.evaluate.learning.aims import learn_aims
from csp_extract.evaluate.learning.card import write_card
from csp_extract.evaluate.learning.names import learn_names
from csp_extract.evaluate.learning.papers import read_papers
from csp_extract.evaluate.learning.roles import learn_roles
from csp_extract.evaluate.learning.trained import Learned, Learner

# Each trained component of the pipeline, and what trains it.
PARTS: Mapping[str, Learner] = {
    "csp_aims": learn_aims,
    "csp_names": learn_names,
    "csp_roles": learn_roles,
}


def train_parts(gold: Path, passages: Path) -> dict[str, Learned]:
    """Return every part trained on the papers of the training bodies and on the passages."""
    papers = read_papers(gold, passages)
    return {name: learn(papers) for name, learn in PARTS.items()}


def write_proof(place: Path, parts: Mapping[str, Learned], aside: Mapping[str, Any]) -> None:
    """Write the scores of the parts and the card into the folder of the pipeline.

    ``aside`` holds the scores on passages kept aside, as ``prove_aside`` returns them.
    """
    scores = {name: part.scores for name, part in parts.items()} | {"kept aside": aside}
    text = json.dumps(scores, indent=1, sort_keys=True) + "\n"
    (place / "scores.json").write_text(text, encoding="utf-8", newline="\n")
    (place / "README.md").write_text(write_card(parts, aside), encoding="utf-8", newline="\n")
