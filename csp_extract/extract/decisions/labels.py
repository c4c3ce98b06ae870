"""The letters and numbers before the items of a resolution."""

import re

MARK = (
    r"[\[(](?:[a-h]|[ivx]{1,4}|\d{1,2})[\])]\s*|(?:[a-h]|[ivx]{1,4}|[A-Z]?\d{1,2})[).]\s+"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+"
)
LABEL = re.compile(rf"(?:{MARK})")
# A label that the layout took off its item.
TAKEN_OFF = re.compile(r"[\[(]?[A-Za-z]?\d{0,2}[a-z]{0,4}[).\]]{1,2}$|[•*-]$")
# "3.2": a number that every paragraph of a paper may carry.
DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?(?:\s|$)")
