"""Which reports belong together: by body, layout or split, as the corpus's manifest says."""

import csv
from collections.abc import Iterable
from pathlib import Path

from csp_extract.errors import WrongCallError

TRAIN = "train"  # the split from which rules are written and parts are trained
GROUPS = ("body", "layout", "producer", "split", "kind")


def read_manifest(gold: Path) -> dict[str, dict[str, str]]:
    """Return the manifest's line of each report by its id; nothing where the gold has none.

    The manifest stands beside the folder of the gold.
    """
    file = gold.parent / "manifest.csv"
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row for row in csv.DictReader(handle)}


def of_splits(manifest: dict[str, dict[str, str]], splits: Iterable[str]) -> frozenset[str]:
    """Return the ids of the reports in some splits.

    Raises:
        WrongCallError: no report is in them.
    """
    wanted = frozenset(splits)
    found = frozenset(name for name, row in manifest.items() if row["split"] in wanted)
    if not found:
        raise WrongCallError(f"no report of the split {', '.join(sorted(wanted))} in the manifest")
    return found
