"""Write the runs of letters that English words have: ``python benchmarks/reading/letters.py LIST``.

LIST is a file of words, one a line; csp_extract/read/letters.toml was made from Debian's wbritish.
"""

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "csp_extract" / "read" / "letters.toml"
_LEAST = 2  # words that have a run; what one alone has is a foreign word's or a mistake
_HEAD = """\
# Scope: runs of three letters in English words, "_" for the edge of a word: under the first two,
# every third. Admission: at least two words of Debian's wbritish (SCOWL) have the run.
# Written by benchmarks/reading/letters.py; not to be edited by hand.
"""


def main(source: Path) -> None:
    """Write the table."""
    words = {re.sub(r"'s$", "", word.lower()) for word in source.read_text("utf-8").split()}
    counts: Counter[str] = Counter()
    for word in words:
        if len(word) > 1 and re.fullmatch(r"[a-z]+", word):
            edged = f"_{word}_"
            counts.update({edged[at : at + 3] for at in range(len(edged) - 2)})
    known = sorted(run for run, count in counts.items() if count >= _LEAST)
    table: dict[str, str] = {}
    for run in known:
        table[run[:2]] = table.get(run[:2], "") + run[2]
    rows = "".join(f'{pair} = "{thirds}"\n' for pair, thirds in sorted(table.items()))
    TARGET.write_text(_HEAD + rows, "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/reading/letters.py LIST")
    main(Path(sys.argv[1]))
