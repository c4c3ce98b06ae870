"""Text without the differences that scoring forgives, and the way back to the original.

Case, runs of white space, the kinds of dashes and quotation marks, ligatures and full width forms
are one and the same to a scorer (annotation guide, "Scoring").
"""

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_QUOTES = dict.fromkeys("‘’‚‛′`", "'") | dict.fromkeys("“”„‟″", '"')
_SAME = str.maketrans(_DASHES | _QUOTES)
_FUZZY_FROM = 85  # percent of alike characters from which a misread quote still counts as found


def fold(text: str) -> str:
    """Return the text as scoring compares it."""
    return "".join(" ".join(unicodedata.normalize("NFKC", text).split()).casefold()).translate(
        _SAME
    )


@dataclass(frozen=True)
class FoldedText:
    """A report's text, folded, with the way back to its characters."""

    text: str

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        letters: list[str] = []
        origin: list[int] = []
        for place, letter in enumerate(self.text):
            if letter.isspace():
                if letters and letters[-1] != " ":
                    letters.append(" ")
                    origin.append(place)
                continue
            for piece in unicodedata.normalize("NFKC", letter).casefold().translate(_SAME):
                letters.append(piece)
                origin.append(place)
        return "".join(letters), [*origin, len(self.text)]

    def find_all(self, quote: str) -> list[tuple[int, int]]:
        """Return where the quote stands, as half-open characters of ``text``, in order."""
        folded, origin = self._folded
        wanted = fold(quote)
        found: list[tuple[int, int]] = []
        start = folded.find(wanted) if wanted else -1
        while start != -1:
            found.append((origin[start], origin[start + len(wanted) - 1] + 1))
            start = folded.find(wanted, start + 1)
        return [span for span in found if self._is_whole(span)] or found

    def find_nearly(self, quote: str) -> list[tuple[int, int]]:
        """Return where most of the quote's letters stand, or nothing: for pages misread by OCR."""
        folded, origin = self._folded
        wanted = fold(quote)
        alignment = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=_FUZZY_FROM)
        if alignment is None or alignment.dest_end <= alignment.dest_start:
            return []
        return [(origin[alignment.dest_start], origin[alignment.dest_end - 1] + 1)]

    def _is_whole(self, span: tuple[int, int]) -> bool:
        """Return whether the span cuts no number or word in two."""
        start, end = span
        cuts_left = start > 0 and self.text[start - 1].isalnum() and self.text[start].isalnum()
        cuts_right = (
            end < len(self.text) and self.text[end].isalnum() and self.text[end - 1].isalnum()
        )
        return not (cuts_left or cuts_right)
