"""Printed numbers, letters and bullets at the head of a paragraph or an item."""

import re
from typing import NamedTuple

from csp_extract.layout.line import Line

_NUMBER = re.compile(
    r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4})[.:]?$"
    r"|(?P<whole>\d{1,3})[.):]?$|\((?P<bracketed>\d{1,3}|[A-Z])\)$"
    r"|\(?(?P<letter>[a-z])[).]$|\((?P<bare>[a-z])$"
    r"|\(?(?P<roman>[ivxl]{1,6}|[IVX]{1,5})[).]$"
    r"|(?P<upper>[A-Z])[.)]$|(?P<capital>[A-Z])$|(?P<mixed>[A-Z]\d{1,2}(?:\.\d{1,2}){0,3})[.:)]?$"
    # "23/17" and "2017/23" of minutes, "CS.14" and "CS14", "A.1", "3a" and "3.1b", "II"
    r"|(?P<reference>\d{1,4}/\d{2,4}|[A-Z]{1,4}[./-]?\d{1,3}|\d{1,2}(?:\.\d{1,2}){0,2}[a-z]"
    r"|[IVX]{1,5})[.:)]?$"
)
_YEARS = re.compile(r"(?:19|20)(\d\d)/(?:(?:19|20)?(\d\d))")  # "2016/17" numbers nothing
_BULLETS = frozenset("•●○◦▪▫■□◆◇❖➢➤►▶✓✔▸‣⁃∙·*-–—o")
_ROMAN = frozenset("IVX")
_HANGING_EM = 0.42  # a gap wider than a word space after a number says that it hangs
_STOPPED = re.compile(r"[.):]$")


class Label(NamedTuple):
    """What stands before the words of a block."""

    text: str  # as printed
    is_bullet: bool
    kind: str  # decimal, whole, letter, roman, upper, mixed, reference, bullet
    width: int  # words of the line that it takes


def label_of(line: Line) -> Label | None:
    """Return the label that a line begins with, by the form of its first word and its gap."""
    first = line.words[0]
    if first.text in _BULLETS:
        if len(line.words) == 1 or _gap(line) > (0.1 if first.text != "o" else _HANGING_EM):
            return Label(first.text, is_bullet=True, kind="bullet", width=1)
        return None
    match = _NUMBER.match(first.text)
    if match is None:
        return None
    kind = "letter" if match.lastgroup == "bare" else str(match.lastgroup)
    if kind == "reference" and (len(line.words) == 1 or _is_year(first.text)):
        return None
    if len(line.words) == 1 or _is_label(line, kind, is_stopped=bool(_STOPPED.search(first.text))):
        return Label(first.text, is_bullet=False, kind=kind, width=1)
    return None


def _is_year(text: str) -> bool:
    """Return whether a number with a slash is a financial year."""
    years = _YEARS.match(text)
    return years is not None and (int(years[1]) + 1) % 100 == int(years[2])


def _is_label(line: Line, kind: str, *, is_stopped: bool) -> bool:
    """Return whether the first word is a label: it hangs, or its form can be nothing else."""
    hangs = _gap(line) > _HANGING_EM
    following = line.words[1].text
    is_opening = following[:1].isupper() or following[:1] in "“\"'‘(£["
    match kind:
        case "decimal":
            return hangs or (is_opening and following.casefold() not in _UNITS)
        case "whole":
            runs_in = line.words[0].is_bold and not line.words[1].is_bold
            return hangs or ((is_stopped or runs_in) and is_opening)
        case "reference":
            return hangs and is_opening
        case "letter" | "roman":
            return is_stopped or hangs
        case "bracketed":
            return True
        case "capital":  # "A   What we ask", not "A review of"
            return hangs and is_opening and (line.is_bold or line.words[0].text in _ROMAN)
        case "upper":
            return hangs
        case _:
            return hangs or is_opening


_UNITS = frozenset({"million", "per", "%", "hours", "miles", "km"})


def _gap(line: Line) -> float:
    """Return the space after the first word in parts of the font size."""
    first, second = line.words[0], line.words[1]
    return (second.x0 - first.x1) / max(line.size, 1.0)


def is_label_line(line: Line) -> bool:
    """Return whether a line is nothing but a label."""
    if len(line.words) != 1:
        return False
    label = label_of(line)
    if label is None:
        return False
    # A lone figure may be a table's cell or a page number: only marked numbers float alone.
    return (
        line.is_bold if label.kind == "capital" else label.kind != "whole" or line.text[-1] in ".)"
    )


def para_of(label: str) -> str:
    """Return a printed number as an address: without its closing stop."""
    return label.rstrip(".:").strip()
