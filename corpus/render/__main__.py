"""Print the corpus: ``python corpus/render [id ...]``. Sources in, PDFs and the manifest out."""

import csv
import hashlib
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CORPUS = HERE.parent
sys.path.insert(0, str(HERE))

from printers import print_paper  # noqa: E402
from source import Source, read_source  # noqa: E402

_COLUMNS = "id body kind meeting_date split layout producer source pdf sha256".split()


def main(wanted: list[str]) -> None:
    """Print the papers asked for, or all; write the manifest of all."""
    layouts = tomllib.loads((HERE / "layouts.toml").read_text("utf-8"))
    splits = tomllib.loads((CORPUS / "splits.toml").read_text("utf-8"))
    rows = []
    for file in sorted((CORPUS / "reports").glob("*/*.md")):
        source = read_source(file)
        layout = layouts[source.head["layout"]]
        target = file.with_suffix(".pdf")
        if not wanted or source.head["id"] in wanted or file.parent.name in wanted:
            print_paper(source, layout, layouts, target)
            print(f"{target.name}: {layout['producer']}")
        rows.append(_row(source, layout, file, target, splits["split"][file.parent.name]))
    with (CORPUS / "manifest.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    _write_lists(rows)


def _write_lists(rows: list[dict[str, str]]) -> None:
    """Write which PDFs are open to everyone, and which for a release alone."""
    for name, splits in (("open", {"train", "development"}), ("test", {"test"})):
        paths = [row["pdf"] for row in rows if row["split"] in splits and row["pdf"]]
        (CORPUS / f"{name}.txt").write_text("".join(f"{path}\n" for path in paths), "utf-8")


def _row(
    source: Source, layout: dict[str, Any], file: Path, target: Path, split: str
) -> dict[str, str]:
    """Return a paper's line of the manifest."""
    pdf = target.read_bytes() if target.exists() else b""
    return {
        "id": source.head["id"],
        "body": source.head["body"],
        "kind": source.head["kind"],
        "meeting_date": str(source.head["meeting_date"]),
        "split": split,
        "layout": source.head["layout"],
        "producer": layout["producer"],
        "source": file.relative_to(CORPUS).as_posix(),
        "pdf": target.relative_to(CORPUS).as_posix() if pdf else "",
        "sha256": hashlib.sha256(pdf).hexdigest() if pdf else "",
    }


if __name__ == "__main__":
    main(sys.argv[1:])
