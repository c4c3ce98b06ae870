"""A run folder and its gold, made by hand."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = (
    "Harbour report\n"
    "1.1 The fund gave £5,000 in May 2019. It gave £5,000 again in 2019/20.\n"
    "1.2 Officers will report back by 31 May 2020 on Operation Lantern.\n"
)
GOLD = [
    {"table": "report", "para": "p1", "quote": "Harbour report", "title": "Harbour report"},
    {"table": "amounts", "para": "1.1", "quote": "£5,000", "value": "5000", "currency": "GBP"},
    {"table": "amounts", "para": "1.1", "quote": "£5,000", "value": "5000", "currency": "GBP"},
    {
        "table": "dates",
        "para": "1.2",
        "quote": "31 May 2020",
        "start": "2020-05-31",
        "end": "2020-05-31",
        "role": "deadline",
        "bound": "by",
    },
    {"table": "dates", "para": "1.1", "quote": "May 2019", "optional": True},
    {
        "table": "initiatives",
        "para": "1.2",
        "quote": "Operation Lantern",
        "name": "Operation Lantern",
        "kind": "operation",
    },
]


def _row(table: str, quote: str, nth: int = 0, **cells: str) -> dict[str, str]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    places = {"char_start": str(start), "char_end": str(start + len(quote))}
    fixed = {"report_id": "r1", "text": quote, "para": "", "source": "test", "total_of": ""}
    return {"id": f"{table}{start}", **fixed, **places, **cells}


@pytest.fixture
def make_run(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """Return a function that writes gold and a run; the run may be spoilt."""

    def make(spoil: Callable[[dict[str, list[Any]]], None] = lambda _: None) -> tuple[Path, Path]:
        rows = {
            "amounts": [
                _row("a", "£5,000", value="5000", value_max="", currency="GBP"),
                _row("a", "£5,000", 1, value="5000", value_max="", currency="GBP"),
            ],
            "dates": [
                _row(
                    "d", "31 May 2020", start="2020-05-31", end="2020-05-31", role="deadline",
                    bound="by", edtf="2020-05-31",
                ),
            ],
            "initiatives": [
                _row(
                    "i", "Operation Lantern", name="Operation Lantern", aliases="", kind="operation"
                ),
            ],
        }  # fmt: skip
        spoil(rows)
        gold, out = tmp_path / "gold", tmp_path / "out"
        (out / "texts").mkdir(parents=True)
        gold.mkdir()
        (out / "texts" / "r1.txt").write_text(TEXT, "utf-8")
        about = {
            "report_id": "r1",
            "path": "harbour.pdf",
            "status": "ok",
            "title": "Harbour report",
        }
        for name, lines in {"reports": [about], **rows}.items():
            with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
                writer = csv.DictWriter(handle, list(lines[0]) if lines else ["id"])
                writer.writeheader()
                writer.writerows(lines)
        (gold / "harbour.gold.jsonl").write_text("\n".join(map(json.dumps, GOLD)), "utf-8")
        return gold, out

    return make
