"""The marks of footnotes: small figures, raised, that touch the word before them.

``2018`` with a raised ``1`` would else read as 20181. The raised letters of ``8th`` belong to their
word.
"""

from collections.abc import Iterator, Mapping, Sequence

from csp_extract.read.pieces import Pieces, Raw
from csp_extract.read.styles import Style, Styles
from csp_extract.records import Word

Span = tuple[int, int]  # of letters of a word, half-open

_LENGTH = 3  # figures of a mark at most
_AFTER = ".,;:)"  # what may follow it
_SIZE, _RISE = 0.9, 0.2  # of the word before it: its size at most, its height at least
_LEVEL_PT = 1.0  # by which the feet of words on one line may differ


def marks_in(styles: Styles, pieces: Pieces, printed: Sequence[Style]) -> dict[int, Span]:
    """Return where in which words marks stand; ``printed`` are the styles that the words begin in.

    A word that is drawn in one go holds none, but may be one.
    """
    texts, firsts, lasts, *_ = pieces
    noted = [
        at
        for at, text in enumerate(texts)
        if not text[-1:].isalpha() and text.rstrip(_AFTER)[-1:].isdigit()
    ]
    ends = styles.of([lasts[at] for at in noted])
    doubtful = [
        at
        for at, end in zip(noted, ends, strict=True)
        if _may_end_in_mark(texts[at], printed[at], end) or _may_be_mark(texts, printed, at)
    ]
    # to ask for one costs as much as to ask for many
    styles.of([index for at in doubtful for index in range(firsts[at], lasts[at] + 1)])
    found: dict[int, Span] = {}
    for at in doubtful:
        base = at - 1
        while found.get(base, (-1, 0))[0] == 0:
            base -= 1
        start, end = _mark(styles, texts[at], firsts[at], firsts[base] if base >= 0 else -1)
        if start < end:
            found[at] = start, end
    return found


def _may_end_in_mark(text: str, first: Style, last: Style) -> bool:
    """Return whether a word may end in a mark: its last figure is printed otherwise than its first.

    Stops after a figure say nothing of how it is printed, unless all are drawn in one go.
    """
    return first is not last and (first != last or not text[-1].isdigit())


def _may_be_mark(texts: Sequence[str], printed: Sequence[Style], at: int) -> bool:
    """Return whether a whole word is short, and smaller than the word before it."""
    return at > 0 and printed[at].size < printed[at - 1].size and len(texts[at]) <= _LENGTH + 2


def _mark(styles: Styles, text: str, first: int, base: int) -> Span:
    """Return where a mark stands in a word; one that stands alone is raised above the base.

    ``first`` and ``base`` are the first characters of the word and of the one before it.
    """
    start = end = len(text.rstrip(_AFTER))
    while start > 1 and text[start - 1].isdigit() and _is_raised(styles, first, first + start - 1):
        start -= 1
    if end <= _LENGTH and text[:end].isdigit() and _is_raised(styles, base, first):
        return 0, end
    return (start, end) if end - start <= _LENGTH else (0, 0)


def _is_raised(styles: Styles, base: int, index: int) -> bool:
    """Return whether a character is smaller than another, and stands higher beside it."""
    if base < 0:
        return False
    style, under = styles.of([index, base])
    if style.size > _SIZE * under.size or not (style.is_upright and under.is_upright):
        return False
    return _RISE * under.size < style.baseline - under.baseline < under.size


def with_marks_apart(pieces: Pieces, marks: Mapping[int, Span]) -> Iterator[tuple[Raw, bool]]:
    """Yield words, and whether they are marks; full stops after a mark go to its word."""
    for at, raw in enumerate(pieces.rows()):
        if at not in marks:
            yield raw, False
            continue
        start, end = marks[at]
        text, first = raw.text, raw.first
        if start:
            yield raw._replace(text=text[:start] + text[end:], last=first + start - 1), False
        yield raw._replace(text=text[start:end], first=first + start, last=first + end - 1), True


def on_their_lines(words: Sequence[Word]) -> list[tuple[int, Word]]:
    """Return words after marks on the line of their mark, for PDFium begins a new one there.

    Each comes with its place among the words. Stops after a mark that stands alone go to the word
    before it.
    """
    kept: list[tuple[int, Word]] = []
    shift = 0  # lines that PDFium counted without a new line on the page
    for at, counted in enumerate(words):
        word = counted._replace(line=counted.line - shift)
        if len(kept) > 1 and kept[-1][1].is_raised:
            (place, base), (_, mark) = kept[-2:]
            if word.line != mark.line and word.x0 > mark.x0 and _is_level(base, word):
                shift += word.line - mark.line
                word = word._replace(line=mark.line)
            if _is_stop(word, base, mark):
                kept[-2] = place, base._replace(text=base.text + word.text)
                continue
        kept.append((at, word))
    return kept


def _is_level(base: Word, word: Word) -> bool:
    """Return whether two words stand on one line."""
    return abs(base.bottom - word.bottom) < _LEVEL_PT


def _is_stop(word: Word, base: Word, mark: Word) -> bool:
    """Return whether a word is the stop after a word that carries a mark."""
    return not word.text.strip(_AFTER) and 0 <= word.x0 - base.x1 < base.size + mark.x1 - mark.x0
