"""The order of the stream, repaired where producers are known to leave the order of reading."""

from csp_extract.layout.furniture import EDGE
from csp_extract.records import Page


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
