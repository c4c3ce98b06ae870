"""The born-digital papers of the corpus, each with the source that it was printed from."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
sys.path.insert(0, str(CORPUS / "render"))

from source import Block, Source, read_source  # noqa: E402

__all__ = ["ROOT", "Block", "Paper", "Source", "papers"]


@dataclass(frozen=True)
class Paper:
    """A printed paper; of test bodies nobody may see more than figures."""

    name: str
    is_open: bool
    layout: str
    producer: str
    source: Source
    data: bytes


def papers(layouts: list[str]) -> Iterator[Paper]:
    """Yield the papers in some layouts, or in all but scans."""
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for row in rows:
        is_wanted = row["layout"] in layouts if layouts else row["producer"] != "scan"
        if is_wanted and row["pdf"]:
            yield Paper(
                row["id"],
                row["split"] != "test",
                row["layout"],
                row["producer"],
                _as_printed(read_source(CORPUS / row["source"]), row["producer"]),
                (CORPUS / row["pdf"]).read_bytes(),
            )


def _as_printed(source: Source, producer: str) -> Source:
    """Return a source with its blocks in the order of print: pages of HTML have the title first."""
    if producer in {"weasyprint", "chromium"}:
        source.blocks.sort(key=lambda block: block.kind not in {"masthead", "title"})
    return source
