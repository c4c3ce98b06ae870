"""The heads of tables whose first row the layout did not take for heads."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from csp_extract.extract.reading import Reading
from csp_extract.records import Block

_FEW = 4  # words of a head


def with_heads(
    reading: Reading, blocks: Sequence[Block], use_of: Callable[[str], str]
) -> Sequence[Block]:
    """Return the cells of one table; a first row that names acts and owners or days heads them.

    Cells that have heads keep them.
    """
    first = [block for block in blocks if block.row == 0]
    if any(block.col_head for block in blocks) or len(first) < _FEW - 1:
        return blocks
    heads = {block.col: reading.report.slice(block) for block in first}
    uses = {use_of(head) for head in heads.values() if len(head.split()) <= _FEW}
    is_headed = "action" in uses and uses & {"owner", "due"}
    is_short = all(len(head.split()) <= _FEW for head in heads.values())
    if not is_headed or not is_short:
        return blocks
    return [replace(block, col_head=heads.get(block.col, "")) for block in blocks if block.row != 0]
