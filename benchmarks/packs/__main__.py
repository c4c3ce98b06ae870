"""Measure the parting of packs: ``python benchmarks/packs [PAGES]``.

Builds a pack of every open body's papers in every style and counts the packs whose papers all
begin where they were put. Then parts and reads one pack of PAGES pages (300) in a process of its
own, and says what that took.
"""

import importlib.util
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from csp_extract.packs import split_pack
from csp_extract.read import read_report
from csp_extract.read.outline import read_outline

ROOT = Path(__file__).parents[2]
_PAGES = 300
_PAGES_A_REPORT = 4


def main(pages: int) -> None:
    """Print a line for each style, and one for the large pack."""
    build = _builder()
    print(f"{'style':18} {'packs':>5} {'right':>5} {'papers':>6} {'missed':>6} {'added':>5}")
    for style, settings in build.styles().items():
        total: Counter[str] = Counter()
        for pack in build.packs([style]):
            total.update(dict(_compared(pack)))
        note = "  (held out)" if settings.get("is_held_out") else ""
        print(
            f"{style:18} {total['packs']:5} {total['right']:5} {total['papers']:6} "
            f"{total['missed']:6} {total['added']:5}{note}"
        )
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(_large(build, pages))
        file.flush()
        subprocess.run([sys.executable, Path(__file__).parent / "large.py", file.name], check=True)


def _builder() -> ModuleType:
    """Return the module that builds packs."""
    spec = importlib.util.spec_from_file_location(
        "corpus_packs", ROOT / "corpus" / "packs" / "build.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _compared(pack: object) -> Iterator[tuple[str, int]]:
    """Yield how the papers found differ from those put in."""
    data, want = pack.data, set(pack.starts)  # type: ignore[attr-defined]
    split = split_pack(read_report(data, "pack"), read_outline(data, "pack"))
    got = {part.page_from for part in split.parts}
    yield "packs", 1
    yield "right", int(got == want)
    yield "papers", len(want)
    yield "missed", len(want - got)
    yield "added", len(got - want)


def _large(build: ModuleType, pages: int) -> bytes:
    """Return a pack of about so many pages, made of papers of all bodies."""
    papers = [paper for own in build.papers().values() for paper in own]
    settings = build.styles()["committee-system"] | {"reports": pages // _PAGES_A_REPORT}
    pack: bytes = build.build("large", settings, papers).data
    return pack


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _PAGES)
