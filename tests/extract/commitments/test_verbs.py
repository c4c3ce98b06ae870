"""Participles and "-ing" forms go back to the base form."""

import pytest

from csp_extract.extract.commitments.verbs import base_of, singular_off

PAIRS = (
    "launched launch provided provide held hold managed manage delivered deliver prepared prepare"
    " created create invited invite repaired repair chaired chair maintained maintain carried carry"
    " planned plan mapped map assessed assess timed time promoted promote developed develop"
    " submitted submit arranged arrange compiled compile piloting pilot visiting visit taking take"
    " running run seeking seek overseen oversee distributed distribute shared share meeting meet"
).split()


@pytest.mark.parametrize(("form", "base"), list(zip(PAIRS[::2], PAIRS[1::2], strict=True)))
def test_base_of(form: str, base: str) -> None:
    """Lost letters come back and doubled ones go."""
    assert base_of(form) == base


@pytest.mark.parametrize(
    ("form", "base"),
    [("endorses", "endorse"), ("publishes", "publish"), ("notes", "note"), ("address", "address")],
)
def test_singular_off(form: str, base: str) -> None:
    """The third person loses its ending only."""
    assert singular_off(form) == base
