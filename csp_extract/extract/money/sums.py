"""Sums of money from their numerals: exact, or between two."""

import re
from decimal import Decimal
from typing import NamedTuple

_FACTORS = {
    "k": Decimal(1000),
    "thousand": Decimal(1000),
    "m": Decimal(1_000_000),
    "mn": Decimal(1_000_000),
    "mil": Decimal(1_000_000),
    "million": Decimal(1_000_000),
    "bn": Decimal(1_000_000_000),
    "b": Decimal(1_000_000_000),
    "billion": Decimal(1_000_000_000),
}
_CURRENCIES = {
    "£": "GBP",
    "gbp": "GBP",
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "€": "EUR",
    "eur": "EUR",
}
NUMBER = r"(?:\d{1,3}(?:,\s?\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,4})?)"
FACTOR = (
    r"(?:[kK]|[mM](?:n|il)?|[bB]n|thousand|million|billion|THOUSAND|MILLION|BILLION)(?![A-Za-z])"
)
SIGN = r"(?:£|GBP\s?|€|EUR\s?|US\$|\$|USD\s?)"


class Sum(NamedTuple):
    """A sum in units of its currency; ``most`` where a range is told."""

    least: Decimal
    most: Decimal | None
    currency: str


def number(text: str, factor: str | None = None) -> Decimal:
    """Return a numeral times its factor, without needless zeros behind the point."""
    plain = Decimal(re.sub(r"[,\s]", "", text))
    value = plain * _FACTORS[factor.casefold()] if factor else plain
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()


def currency(sign: str) -> str:
    """Return the ISO 4217 code of a printed sign."""
    return _CURRENCIES[sign.strip().casefold()]
