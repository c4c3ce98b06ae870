"""The whole way: pages to lines, lines to chunks, chunks to a report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from csp_extract.layout.boxes import Frame, boxes_of, narrowed, with_boxes_in_flow
from csp_extract.layout.chunks import Chunk, chunks_of, usual_step
from csp_extract.layout.columns import with_columns
from csp_extract.layout.composed import composed
from csp_extract.layout.continued import completed, continues, without_repeated_head
from csp_extract.layout.furniture import is_furniture
from csp_extract.layout.kinds import shapes_of
from csp_extract.layout.labels import is_label_line
from csp_extract.layout.line import Line, join_level, lines_of
from csp_extract.layout.stream import in_order
from csp_extract.layout.tables import Table, cut_tables
from csp_extract.layout.unruled import cut_unruled
from csp_extract.records import Page, Report, TextSource, Word


def lay_out(pages: Sequence[Page]) -> Report:
    """Return the report that the pages print."""
    frames = {page.number: boxes_of(page) for page in pages}
    pages = [with_boxes_in_flow(in_order(page), frames[page.number]) for page in pages]
    chunks = _chunks(pages, frames)
    shapes = shapes_of(chunks)
    text, blocks, places = composed(chunks, shapes, pages)
    return Report(
        text=text,
        blocks=blocks,
        places=places,
        page_count=len(pages),
        page_sizes=tuple(page.seen_size for page in pages),
        source=_source(pages),
        ocr_pages=frozenset(page.number for page in pages if page.source is TextSource.OCR),
        warnings=tuple(f"page {page.number}: {note}" for page in pages for note in page.warnings),
    )


def _source(pages: Sequence[Page]) -> TextSource:
    """Return where the characters of the report came from."""
    sources = {page.source for page in pages if page.words}
    if not sources:
        return TextSource.NONE
    return sources.pop() if len(sources) == 1 else TextSource.MIXED


def _chunks(pages: Sequence[Page], frames: Mapping[int, Sequence[Frame]]) -> list[Chunk]:
    """Return the chunks of all pages in reading order, furniture set aside."""
    items = _items(pages, frames)
    step = usual_step([item for item in items if isinstance(item, Line)])
    chunks: list[Chunk] = []
    run: list[Line] = []
    last: Table | None = None
    number = -1
    for item in items:
        if isinstance(item, Line):
            run.append(item)
            continue
        chunks.extend(chunks_of(run, step))
        table = item
        if not run and last is not None and continues(last, item):
            rest = without_repeated_head(last, item)
            table = replace(rest, cells=completed(chunks, rest.cells))
        else:
            number += 1
        run = []
        chunks.extend(Chunk(list(cell.lines), None, cell, number) for cell in table.cells)
        last = table
    return chunks + chunks_of(run, step)


def _items(pages: Sequence[Page], frames: Mapping[int, Sequence[Frame]]) -> list[Line | Table]:
    """Return the lines and tables of all pages in stream order, without heads and feet."""
    cut = [
        cut_tables(page, (*pages[max(at - 1, 0) : at], *pages[at + 1 : at + 2]))
        for at, page in enumerate(pages)
    ]
    lines = [
        lines_of(page, _rest(page, taken)) for page, (_, taken) in zip(pages, cut, strict=True)
    ]
    furniture = is_furniture(pages, lines)
    items: list[Line | Table] = []
    for page, own, (tables, _) in zip(pages, lines, cut, strict=True):
        kept = [line for line in own if id(line) not in furniture]
        items.extend(_ordered(page, kept, tables, frames[page.number]))
    return items


def _rest(page: Page, taken: set[int]) -> Sequence[Word]:
    """Return the words of a page but those that are taken by their places in the stream."""
    if not taken:
        return page.words
    return [word for at, word in enumerate(page.words) if at not in taken]


def _ordered(
    page: Page,
    lines: Sequence[Line],
    tables: Sequence[tuple[int, Table]],
    frames: Sequence[Frame],
) -> list[Line | Table]:
    """Return the lines of a page with labels joined and columns known, tables in their place."""
    joined = _placed(page, join_level(lines, is_label_line), frames)
    if not tables and not frames:
        return cut_unruled(joined)  # they are in the order of the stream
    order = {id(word): at for at, word in enumerate(page.words)}
    cuts = [at for at, _ in tables]
    keyed = sorted(((_order(line, order), line) for line in joined), key=lambda pair: pair[0])
    placed: list[tuple[int, Line | Table]] = list(tables)
    for part in _between(keyed, cuts):
        placed.extend((_order(item, order), item) for item in cut_unruled(part))
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _placed(page: Page, lines: Sequence[Line], frames: Sequence[Frame]) -> list[Line]:
    """Return the lines with their columns and margins, those of side boxes apart."""
    boxed = [line for line in lines if any(frame.holds(line) for frame in frames)]
    inside = {id(line) for line in boxed}
    flow = with_columns(page, [line for line in lines if id(line) not in inside])
    return narrowed([*flow, *boxed], frames)


def _order(item: Line | Table, order: Mapping[int, int]) -> int:
    """Return the place in the stream of the words of a line or table, its label aside."""
    line = item if isinstance(item, Line) else item.cells[0].lines[0]
    return order[id(line.words[-1])]


def _between(keyed: Sequence[tuple[int, Line]], cuts: Sequence[int]) -> Iterator[list[Line]]:
    """Yield the runs of lines that no ruled table parts."""
    for _, run in groupby(keyed, lambda pair: sum(cut < pair[0] for cut in cuts)):
        yield [line for _, line in run]
