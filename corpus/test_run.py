"""Open the test bodies once: ``python corpus/test_run.py REASON``; what was seen is written down.

The papers and gold of test bodies are frozen by hash (``--freeze`` writes ``frozen.json``); a run
on others than those is refused. Each run appends commit, reason and scores to ``test_runs.csv``,
and writes to ``unseen.json`` by how much confidence was too high, for ``make calibrate``.
"""

import csv
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from csp_extract.evaluate.calibration import shift_after

CORPUS = Path(__file__).parent
FROZEN = CORPUS / "frozen.json"
RUNS = CORPUS / "test_runs.csv"
UNSEEN = CORPUS / "unseen.json"
COMMAND = [sys.executable, "-m", "csp_extract"]


def main(reason: str) -> int:
    """Freeze, or run and write down; return the exit status."""
    if reason == "--freeze":
        FROZEN.write_text(json.dumps(_hashes(), indent=1) + "\n", "utf-8")
        return 0
    if not reason.strip():
        print("say why the test bodies are opened: make evaluate-test REASON=...")
        return 2
    changed = _changed()
    if changed:
        print("not as frozen: " + ", ".join(changed))
        return 1
    with tempfile.TemporaryDirectory() as folder:
        board = _board(Path(folder))
    _append(reason, board["tables"])
    _write_shifts(board["confidence"])
    return 0


def _hashes() -> dict[str, str]:
    """Return the hash of every source, story and annotation of the test bodies."""
    splits = tomllib.loads((CORPUS / "splits.toml").read_text("utf-8"))["split"]
    bodies = [body for body, split in splits.items() if split == "test"]
    files = [
        file
        for body in bodies
        for pattern in (f"reports/{body}/*.md", f"reports/{body}/*.toml", f"gold/{body}-*.jsonl")
        for file in sorted(CORPUS.glob(pattern))
    ]
    return {
        file.relative_to(CORPUS).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }


def _changed() -> list[str]:
    """Return the files that are not as they were frozen."""
    frozen = json.loads(FROZEN.read_text("utf-8")) if FROZEN.exists() else {}
    now = _hashes()
    return sorted(name for name in frozen | now if frozen.get(name) != now.get(name))


def _board(folder: Path) -> dict[str, Any]:
    """Return the scores of a fresh run on the test bodies."""
    out, board = folder / "out", folder / "board.json"
    subprocess.run([*COMMAND, "run", f"@{CORPUS / 'test.txt'}", "--out", str(out)], check=False)
    wishes = ["--split", "test", "--json", str(board)]
    subprocess.run([*COMMAND, "evaluate", str(CORPUS / "gold"), str(out), *wishes], check=True)
    scores: dict[str, Any] = json.loads(board.read_text("utf-8"))
    return scores


def _append(reason: str, tables: dict[str, dict[str, float]]) -> None:
    """Write a line with commit, reason and scores."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()
    row = {"commit": commit, "reason": reason}
    for table, figures in sorted(tables.items()):
        for name in ("f1", "value_f1"):
            if name in figures:
                row[f"{table}_{name}"] = str(figures[name])
    is_new = not RUNS.exists()
    with RUNS.open("a", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(row), lineterminator="\n")
        if is_new:
            writer.writeheader()
        writer.writerow(row)


def _write_shifts(reliability: dict[str, dict[str, Any]]) -> None:
    """Write what each table's confidence was worth, and by how much it is to be lowered."""
    last = json.loads(UNSEEN.read_text("utf-8")) if UNSEEN.exists() else {}
    shown = {}
    for table, figures in sorted(reliability.items()):
        rows, told, right = (figures[name] for name in ("rows", "told", "right"))
        shift = shift_after(last.get(table, {}).get("shift", 0.0), rows, told, right)
        shown[table] = {"rows": rows, "told": told, "right": right, "shift": shift}
    UNSEEN.write_text(json.dumps(shown, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
