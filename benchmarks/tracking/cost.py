"""Follow an archive of a number of reports, and print what it took as a line of a table."""

import resource
import sys
from pathlib import Path
from time import process_time

from archive import archive_of, first_body

from csp_extract.track import track


def main(out: Path, reports: int) -> None:
    """Print reports, bodies, rows, seconds, milliseconds a report, memory, and one more."""
    (rows, texts), _ = archive_of(out, reports)
    alone = first_body(rows)
    start = process_time()
    track(alone, {row["report_id"]: texts[row["report_id"]] for row in alone["reports"]})
    more = process_time() - start
    start = process_time()
    track(rows, texts)
    spent = process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    bodies = len({row["body"] for row in rows["reports"]})
    lines = sum(len(table) for table in rows.values())
    count = len(texts)
    print(
        f"| {count:,} | {bodies} | {lines:,} | {spent:.0f} | {1000 * spent / count:.0f} |"
        f" {memory:,} | {more:.1f} |"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
