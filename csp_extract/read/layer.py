"""Whether the text layer of a page can be trusted, or what is printed there must be recognised."""

from enum import StrEnum

from csp_extract.read.letters import Sense, sense_of
from csp_extract.records import Page, Word

_PICTURE = 0.5  # share of a page from which a picture may be a scan of it
_OUTLINES = 150  # shapes of the size of letters: a page whose fonts were turned into curves
_FEW_WORDS = 8  # a text layer holds at least a line; a stamp or a page number does not
_EDGE = 0.08  # of the height, above and below: stamps and page numbers stand there
_ENOUGH = 80  # letters from which it can be told how a layer reads
# Shares of letters in words that could be English; see letters.py for what is usual.
_NONSENSE, _POOR, _POOR_HIDDEN = 0.25, 0.8, 0.93
_BETTER = 0.05  # by which recognised words must read better


class Doubt(StrEnum):
    """Why a text layer is not to be trusted."""

    PICTURE = "no text layer"
    RUBBISH = "a text layer that does not read as words"
    POOR = "a text layer that reads poorly"


def doubt_of(layer: Page, sense: Sense, outlines: int, *, is_hidden: bool) -> Doubt | None:
    """Return what is wrong with the text layer of a page, or nothing; ``sense`` is how it reads.

    A hidden layer is the work of a scanner: it should read as well as we would read its picture.
    """
    is_drawn = layer.image_cover >= _PICTURE or outlines >= _OUTLINES
    if is_drawn and _body_words(layer) < _FEW_WORDS:
        return Doubt.PICTURE
    if sense.letters < _ENOUGH:
        return None
    if sense.share < _NONSENSE:
        return Doubt.RUBBISH
    return Doubt.POOR if sense.share < (_POOR_HIDDEN if is_hidden else _POOR) else None


def _body_words(layer: Page) -> int:
    """Return how many words stand where stamps and page numbers do not."""
    upper, lower = _EDGE * layer.height, (1 - _EDGE) * layer.height
    return sum(word.top > upper and word.bottom < lower for word in layer.words)


def reads_better(recognised: tuple[Word, ...], layer: tuple[Word, ...], doubt: Doubt) -> bool:
    """Return whether recognised words are to be preferred to those of a doubtful text layer.

    A photograph gives few words, and another language reads no better from its picture.
    """
    new, old = (sense_of(word.text for word in words) for words in (recognised, layer))
    if doubt is Doubt.PICTURE:
        return _sensible(new) > _sensible(old)
    return new.share > old.share + _BETTER and new.letters >= old.letters / 2


def _sensible(sense: Sense) -> float:
    """Return how many letters stand in words that could be English."""
    return sense.letters * sense.share
