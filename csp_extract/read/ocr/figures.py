"""Figures that Tesseract took for letters, where nothing but figures can stand."""

import re

_FIGURES = str.maketrans("AIlOoSsBZzG", "41100558226")
_ORDINAL = re.compile(r"([0-9AIlOSBZG]{1,2})(st|nd|rd|th)(?=[,.;:)]*$)")
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_DAYS = 31
# A figure, and beside it only figures, their marks and what looks like one or nought.
_NUMBER = re.compile(r"[(£]*(?=[lIO,.]*\d)[\dlIO][\dlIO,./]{2,}[%km)]?[,.;:)]*")
_ONE_OR_NOUGHT = str.maketrans("lIO", "110")


def mended(text: str) -> str:
    """Return a word with its figures: "Ath" is the 4th, "2Ol8" is 2018, "£l2,500" is a sum."""
    if _NUMBER.fullmatch(text):
        return text.translate(_ONE_OR_NOUGHT)
    match = _ORDINAL.match(text)
    if match is None or match[1].isdigit():
        return text
    day = int(match[1].translate(_FIGURES))
    is_day = 1 <= day <= _DAYS and _ENDINGS.get(day, "th") == match[2]
    return f"{day}{text[match.end(1) :]}" if is_day else text
