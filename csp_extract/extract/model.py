"""The packaged pipeline ``csp_en``: put together, and found again where it is installed."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from csp_extract.extract.learned import Chain, Part

PIPELINE = (
    "csp_structure",
    "csp_masthead",
    "csp_dates",
    "csp_amounts",
    "csp_priorities",
    "csp_aims",
    "csp_initiatives",
    "csp_names",
    "csp_payments",
    "csp_commitments",
    "csp_decisions",
    "csp_measures",
    "csp_roles",
    "csp_ledger",
)
_PACKAGE = Path(__file__).parents[1]
# A wheel carries the model inside the package; a checkout has it beside.
_PLACES = (_PACKAGE / "_models" / "csp_en", _PACKAGE.parent / "models" / "csp_en")

# The chains of the trained components, by component and name.
Weights = Mapping[str, Mapping[str, Chain]]


def build_model(weights: Weights | None = None) -> Language:
    """Return the pipeline put together from its components; without weights, rules alone."""
    nlp = spacy.blank("en")
    for name in PIPELINE:
        nlp.add_pipe(name)
    for name, part in _parts(nlp).items():
        part.chains = dict((weights or {}).get(name, {}))
    nlp.meta["name"] = "csp_en"
    nlp.meta["description"] = "Dates, money, initiatives, priorities and promises of UK councils"
    nlp.meta["license"] = "Apache-2.0"
    return nlp


@cache
def load_model() -> Language:
    """Return the packaged pipeline, loaded once a process."""
    place = next((place for place in _PLACES if (place / "config.cfg").exists()), None)
    if place is None:
        raise FileNotFoundError("the pipeline csp_en is not installed with the package")
    return spacy.load(place)


def save_model(place: Path, weights: Weights | None = None) -> None:
    """Write the pipeline to a folder, the same bytes for the same rules and weights.

    Without weights it keeps those that the packaged pipeline has.
    """
    if weights is None:
        weights = {name: part.chains for name, part in _parts(load_model()).items()}
    nlp = build_model(weights)
    place.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(place)


def _parts(nlp: Language) -> dict[str, Part]:
    """Return the trained components of a pipeline by name."""
    pipeline: list[tuple[str, Any]] = nlp.pipeline
    return {name: part for name, part in pipeline if isinstance(part, Part)}
