"""How well tables are read: cells held against the sources of the corpus, beside other readers.

A cell is right if its words are, and those of the cells to its left and above it: so a figure is
under its head and beside its label. A table goes to the source's table with which it has most cells
in common; cells of tables that the source does not have count as wrong. Forms are left out.
"""

import importlib.util
import io
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pdfplumber
from papers import Block, Paper
from text import _folded, _plain

from csp_extract.layout import lay_out
from csp_extract.read import read_report
from csp_extract.records import BlockKind
from csp_extract.settings import OcrMode

Grid = list[list[str]]  # words of the cells, row by row
Relations = Counter[tuple[str, str, str]]
Reader = Callable[[Paper], list[Grid]]


def ours(paper: Paper) -> list[Grid]:
    """Return the tables that layout finds."""
    report = lay_out(read_report(paper.data, paper.name, OcrMode.NEVER))
    found: defaultdict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    for block in report.blocks:
        if block.kind is BlockKind.CELL:
            found[block.table][block.row, block.col] = report.slice(block)
    return [_grid(cells) for cells in found.values()]


def _grid(cells: dict[tuple[int, int], str]) -> Grid:
    """Return cells row by row, empty ones too."""
    rows, columns = (range(max(place[way] for place in cells) + 1) for way in (0, 1))
    return [[cells.get((row, column), "") for column in columns] for row in rows]


def pdfplumber_defaults(paper: Paper) -> list[Grid]:
    """Return the tables that pdfplumber finds by its defaults: by lines."""
    with pdfplumber.open(io.BytesIO(paper.data)) as pdf:
        return [_filled(table) for page in pdf.pages for table in page.extract_tables()]


def pdfplumber_text(paper: Paper) -> list[Grid]:
    """Return the tables that pdfplumber finds by the places of words."""
    settings = {"vertical_strategy": "text", "horizontal_strategy": "text"}
    with pdfplumber.open(io.BytesIO(paper.data)) as pdf:
        return [_filled(table) for page in pdf.pages for table in page.extract_tables(settings)]


def camelot_lattice(paper: Paper) -> list[Grid]:
    """Return the tables that camelot finds by lines."""
    return _camelot(paper, "lattice")


def camelot_stream(paper: Paper) -> list[Grid]:
    """Return the tables that camelot finds by the places of words."""
    return _camelot(paper, "stream")


def _camelot(paper: Paper, flavour: str) -> list[Grid]:
    """Return the tables that camelot finds."""
    import camelot  # noqa: PLC0415 only where it is installed

    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(paper.data)
        tables = camelot.read_pdf(file.name, pages="all", flavor=flavour)
        return [_filled(table.df.to_numpy().tolist()) for table in tables]


def _filled(table: Sequence[Sequence[str | None]]) -> Grid:
    """Return a table with nothing as empty words."""
    return [[cell or "" for cell in row] for row in table]


def main(papers: Sequence[Paper]) -> None:
    """Print a line for each reader and sort of table."""
    readers: list[Reader] = [ours, pdfplumber_defaults, pdfplumber_text]
    if importlib.util.find_spec("camelot"):
        readers += [camelot_lattice, camelot_stream]
    else:
        print("camelot is not installed, and not compared")
    print(f"{'reader':20} {'sort':8} {'tables':>6} {'precision':>9} {'recall':>6} {'F1':>5}")
    for reader in readers:
        totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for paper in papers:
            for sort, count in _scored(paper, reader(paper)):
                totals[sort].update(count)
        for sort, total in sorted(totals.items(), reverse=True):
            precision = total["right"] / max(total["found"], 1)
            recall = total["right"] / max(total["cells"], 1)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(
                f"{reader.__name__:20} {sort:8} {total['tables']:6} "
                f"{precision:9.3f} {recall:6.3f} {f1:5.3f}"
            )


def _scored(paper: Paper, grids: Sequence[Grid]) -> Iterator[tuple[str, Counter[str]]]:
    """Yield how many cells are right of each table of a source, and of tables that it has not."""
    wanted = list(_tables(paper.source.blocks))
    forms = [_words(block.rows) for block in _walk(paper.source.blocks) if block.kind == "form"]
    mine: defaultdict[int, Relations] = defaultdict(Counter)
    for grid in grids:
        words = _words(grid)
        common = [(words & _words(block.rows)).total() for block in wanted]
        best = max(common, default=0)
        if max(((words & form).total() for form in forms), default=0) > best:
            continue
        mine[common.index(best) if best else -1].update(_relations(grid))
    for at, block in enumerate(wanted):
        want, found = _relations(block.rows), mine.pop(at, Counter())
        is_ruled = block.is_ruled and paper.layout != "lab-unruled"
        yield (
            "ruled" if is_ruled else "unruled",
            Counter(
                tables=1,
                cells=want.total(),
                found=found.total(),
                right=(want & found).total(),
            ),
        )
    if mine:
        yield "none", Counter(tables=1, found=mine[-1].total())


def _walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield all blocks, those in boxes too."""
    for block in blocks:
        yield block
        yield from _walk(block.blocks)


def _tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the tables of a source."""
    yield from (block for block in _walk(blocks) if block.kind == "table")


def _words(grid: Sequence[Sequence[str]]) -> Counter[str]:
    """Return the words of all cells that have some."""
    return Counter(text for row in grid for cell in row if (text := _text(cell)))


def _relations(grid: Sequence[Sequence[str]]) -> Relations:
    """Return every filled cell with the words to its left and above it."""
    rows = [[_text(cell) for cell in row] for row in grid]
    found: Relations = Counter()
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                above = rows[number - 1] if number else []
                left = row[column - 1] if column else ""
                found[text, left, above[column] if column < len(above) else ""] += 1
    return found


def _text(cell: str) -> str:
    """Return the words of a cell, white space aside: engines break lines otherwise."""
    return "".join(_folded(_plain(cell)).split())
