"""Training is deterministic, learns what there is to learn, and nobody needs it to run."""

import subprocess
import sys

from csp_extract.evaluate.learning.fit import Labelled, fit_chain
from csp_extract.extract.learned.weights import write_chain

LINES = [
    Labelled([["w=will", "bias"], ["w=was", "bias"], ["w=will", "bias"]], ["Y", "N", "Y"]),
    Labelled([["w=was", "bias"], ["w=a b\tc", "bias"]], ["N", "N"]),
] * 5


def test_same_lines_same_bytes() -> None:
    """A chain that is trained again has the same weights to the last digit."""
    assert write_chain(fit_chain(LINES)) == write_chain(fit_chain(LINES))


def test_learns_from_its_lines() -> None:
    """The labels of clear lines come back, whatever the features are called."""
    chain = fit_chain(LINES)
    for table, (_, labels) in zip(
        chain.marginals([items for items, _ in LINES]), LINES, strict=True
    ):
        assert [chain.labels[place] for place in table.argmax(axis=1)] == list(labels)
    assert set(chain.names) <= {"w=will", "w=was", "w=a b\tc", "bias"}


def test_pipeline_loads_without_crfsuite() -> None:
    """The packaged pipeline loads where python-crfsuite cannot be imported."""
    code = (
        "import sys; sys.modules['pycrfsuite'] = None;"
        "from csp_extract.extract.model import load_model; load_model();"
        "assert 'sklearn' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
