"""How surely a row is right: what was measured of the rule that found it."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_WHOLE = "*"  # the table as a whole, for rules that were never measured


@cache
def _rates() -> Mapping[str, Mapping[str, float]]:
    """Return the share of right rows by table and rule, as ``make calibrate`` wrote it."""
    rates: dict[str, dict[str, float]] = json.loads(
        files(__package__).joinpath("confidence.json").read_text("utf-8")
    )
    return rates


def confidence_of(table: str, rule: str) -> float | None:
    """Return how often rows of a rule were right on the annotated papers, from 0 to 1.

    ``None`` for tables that have no gold.
    """
    rates = _rates().get(table)
    return rates.get(rule, rates[_WHOLE]) if rates else None
