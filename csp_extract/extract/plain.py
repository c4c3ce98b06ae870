"""Plain text as a report: for spaCy users, for examples in rules, and for tests."""

import re

from csp_extract.records import Block, BlockKind, Report, TextSource

_LABEL = re.compile(r"\s*((?:\d{1,2}\.)+\d{0,2}|\([a-z]{1,4}\)|[•*-])\s+")


def lay_out_plain(text: str) -> Report:
    """Return a report of one block a line; a printed number or bullet becomes its label."""
    blocks: list[Block] = []
    start, para, lead_in = 0, "", -1
    for line in text.split("\n"):
        label = _LABEL.match(line)
        skipped = label.end() if label else len(line) - len(line.lstrip())
        mark = label[1] if label else ""
        is_bullet = mark in {"•", "*", "-"}
        if mark and not is_bullet:
            para = mark.rstrip(".")
        if line.strip():
            kind = BlockKind.BULLET if is_bullet else BlockKind.PARAGRAPH
            end = start + len(line.rstrip())
            blocks.append(
                Block(
                    kind,
                    start + skipped,
                    end,
                    label=mark,
                    para=para,
                    lead_in=lead_in if is_bullet else -1,
                    level=int(is_bullet),
                )
            )
            if not is_bullet:
                lead_in = len(blocks) - 1
        start += len(line) + 1
    return Report(text, tuple(blocks), (), 0, (), TextSource.TEXT)
