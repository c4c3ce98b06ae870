"""Write docs/tracking.md: ``python benchmarks/tracking OUT [REPORTS ...]``.

OUT is a run over the open bodies. What each feature and veto is worth is worked out anew; then the
archive is multiplied to each number of REPORTS, and followed.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ablation import features_without, vetoes_told
from archive import archive_of

HERE = Path(__file__).parent
_REPORTS = (300, 1000)


def main(out: Path, reports: list[int]) -> None:
    """Print the page."""
    print("# Tracking: what each part is worth, and what it costs\n")
    print("Written by `make tracking`; how things are followed is in [design.md](design.md).\n")
    print("## Features\n")
    print("\n".join(features_without(out)))
    print("\n## Vetoes\n")
    print("\n".join(vetoes_told(out)))
    print("\n## Cost\n")
    print("\n".join(_costs(out, reports)))


def _costs(out: Path, reports: list[int]) -> Iterator[str]:
    """Yield time and memory of the tracking step for archives of growing size."""
    _, size = archive_of(out, 0)
    yield (
        f"The open archive of {size} reports, multiplied: each body under other names, four papers"
        " for each of its own, with other names of everything in each copy and the days moved by a"
        " quarter, so that a series is four times as long. One process for each line; *one more* is"
        " the time for the series of the body that has a new report, the only one that can change."
    )
    yield ""
    yield "| reports | bodies | rows | seconds | a report, ms | memory, MB | one more, s |"
    yield "|---:|---:|---:|---:|---:|---:|---:|"
    for count in reports:
        told = subprocess.run(
            [sys.executable, HERE / "cost.py", out, str(count)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        yield told.stdout.strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(arg) for arg in sys.argv[2:]] or list(_REPORTS))
