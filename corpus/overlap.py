"""Tell how alike the bodies are: ``python corpus/overlap.py``; five-word runs in common.

For each pair of bodies: the runs of five words that stand in both, as a share of those of the one
that has fewer. Writers who saw nothing of one another share officialese, not sentences.
"""

import re
import sys
from itertools import combinations
from pathlib import Path

CORPUS = Path(__file__).parent
sys.path.insert(0, str(CORPUS / "render"))

from source import printed, read_source  # noqa: E402

_RUN = 5


def main() -> None:
    """Print the share of every pair, the most alike first."""
    for share, one, two in shares():
        print(f"{share:7.3%}  {one} {two}")


def shares() -> list[tuple[float, str, str]]:
    """Return the share of every pair of bodies, the most alike first."""
    bodies = sorted(folder for folder in (CORPUS / "reports").iterdir() if folder.is_dir())
    runs = {folder.name: _runs(folder) for folder in bodies}
    return sorted(
        (
            (len(runs[one] & runs[two]) / min(len(runs[one]), len(runs[two])), one, two)
            for one, two in combinations(runs, 2)
            if runs[one] and runs[two]
        ),
        reverse=True,
    )


def _runs(folder: Path) -> set[tuple[str, ...]]:
    """Return the runs of five words in the papers of a body."""
    found: set[tuple[str, ...]] = set()
    for file in folder.glob("*.md"):
        for line in printed(read_source(file).blocks):
            words = re.findall(r"[a-z’']+|\d+", line.casefold())
            found.update(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return found


if __name__ == "__main__":
    main()
