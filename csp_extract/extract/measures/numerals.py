"""Whole numbers as papers write them: in figures, or spelt out to ninety-nine."""

import re

_ONES = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split(),
        1,
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
}
_UNITS = "|".join(list(_ONES)[:9])
SPELT = (
    rf"(?:(?i:{'|'.join(_TENS)})(?:[ -](?i:{_UNITS}))?"
    rf"|(?i:{'|'.join(sorted(_ONES, key=len, reverse=True))}))(?![\w-])"
)
FIGURES = (
    r"(?<![\d£$€.,/–-])(?<!/\s)(?:\d{1,3}(?:,\d{3})+|(?!(?:19|20)\d\d\b)\d{1,6})"
    r"(?![\d%/–-]|[.,:]\d)"
)
# A number that is dialled: "999 calls answered".
DIALLED = re.compile(r"(?:999|101|111)\scalls?\b")
COUNT = rf"(?:{FIGURES}|(?<![\w-]){SPELT})"


def count_of(words: str) -> int:
    """Return the number that figures or words spell."""
    figures = words.replace(",", "")
    if figures.isdigit():
        return int(figures)
    parts = re.split(r"[ -]", words.casefold())
    return sum(_TENS.get(part) or _ONES[part] for part in parts)
