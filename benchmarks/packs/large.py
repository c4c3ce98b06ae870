"""Read one large pack and say what it took: ``python benchmarks/packs/large.py PDF``."""

import resource
import sys
import time
from pathlib import Path

from csp_extract.packs import split_pack
from csp_extract.pipeline import extract
from csp_extract.read import read_report
from csp_extract.read.outline import read_outline


def main(data: bytes) -> None:
    """Print the seconds of reading, parting and extracting, and the peak memory of the process."""
    start = time.process_time()
    pages = read_report(data, "pack")
    read = time.process_time()
    split_pack(pages, read_outline(data, "pack"))
    parted = time.process_time()
    count = len(pages)
    del pages
    before = _peak()
    begun = time.process_time()
    record = extract(data)
    whole = time.process_time() - begun
    print(
        f"{count} pages, {len(record.parts)} papers: read {read - start:.1f} s, parted "
        f"{parted - read:.1f} s, all of it {whole:.1f} s; peak {before:.0f} MB after reading, "
        f"{_peak():.0f} MB in all"
    )


def _peak() -> float:
    """Return the most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]).read_bytes())
