"""What reading holds in memory: ``python benchmarks/reading/memory.py``.

A pack of 500 pages in a process of its own, then 1,000 papers one after another in another: the
most that the process has held after every tenth of them.
"""

import io
import resource
import subprocess
import sys

import pypdfium2
from papers import papers

from csp_extract.layout import lay_out
from csp_extract.read import read_report
from csp_extract.settings import OcrMode

_PAGES, _FILES = 500, 1000


def main(part: str) -> None:
    """Print one part, or run both in processes of their own."""
    if part == "pack":
        _read(_pack([paper.data for paper in papers([]) if paper.is_open]))
        print(f"a pack of {_PAGES} pages: {_peak():.0f} MB at most")
    elif part == "files":
        own = [paper.data for paper in papers([]) if paper.is_open]
        peaks = []
        for number in range(_FILES):
            _read(own[number % len(own)])
            if (number + 1) % (_FILES // 10) == 0:
                peaks.append(f"{_peak():.0f}")
        print(f"{_FILES} files, MB at most after every tenth of them: {', '.join(peaks)}")
    else:
        for one in ("pack", "files"):
            subprocess.run([sys.executable, __file__, one], check=True)


def _read(data: bytes) -> None:
    """Read and lay out one file."""
    lay_out(read_report(data, "benchmark.pdf", OcrMode.NEVER))


def _pack(own: list[bytes]) -> bytes:
    """Return a PDF of so many pages, those of papers one after another."""
    pack = pypdfium2.PdfDocument.new()
    while len(pack) < _PAGES:
        for data in own:
            pack.import_pages(pypdfium2.PdfDocument(data))
    for at in reversed(range(_PAGES, len(pack))):
        pack[at].close()
        pack.del_page(at)
    target = io.BytesIO()
    pack.save(target)
    return target.getvalue()


def _peak() -> float:
    """Return the most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
