"""The order of the stream, repaired where producers are known to leave the order of reading."""

from itertools import pairwise, takewhile

from csp_extract.layout.furniture import EDGE
from csp_extract.records import Page

_BOX_WORDS = 150
_FALL = 0.3  # part of the page's height by which the text begins above a box printed before it


def in_order(page: Page) -> Page:
    """Return the page with its words in the order of reading."""
    return with_box_last(with_head_first(page))


def with_box_last(page: Page) -> Page:
    """Return the page with words put last that the stream has before the text above them.

    Text boxes, stamps and running feet are often printed before the text of their page.
    """
    fall = _FALL * page.height
    head = tuple(takewhile(lambda word: word.bottom < EDGE * page.height, page.words))
    words = page.words[len(head) :]
    for place, (last, word) in enumerate(pairwise(words[: _BOX_WORDS + 1]), 1):
        if word.bottom < last.top - fall:
            box, text = words[:place], words[place:]
            is_below = min(part.top for part in box) > word.bottom + fall
            is_beside = word.x0 > max(part.x1 for part in box)
            if is_below and not is_beside:
                return page._replace(words=(*head, *text, *box))
            return page
    return page


def with_head_first(page: Page) -> Page:
    """Return the page with words above all others put first, where the stream has them last.

    Browsers and typesetting programs print the running head of a page after its text.
    """
    words = page.words
    upper, lower = EDGE * page.height, (1 - EDGE) * page.height
    start = len(words)
    while start and (words[start - 1].bottom < upper or words[start - 1].top > lower):
        start -= 1
    head = tuple(word for word in words[start:] if word.bottom < upper)
    body = words[:start]
    if not head or not body or min(word.top for word in body) < max(word.top for word in head):
        return page
    foot = tuple(word for word in words[start:] if word.bottom >= upper)
    return page._replace(words=(*head, *body, *foot))
