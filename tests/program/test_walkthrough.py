"""The walk-through is what the program says today, and its words are on the pages it names."""

import importlib.util
import re
import unicodedata
from pathlib import Path
from types import ModuleType
from typing import Any

import pdfplumber
import pytest

from csp_extract.batch import Limits
from csp_extract.run import RunOptions, run

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "walkthrough.md"
SCRIPT = ROOT / "corpus" / "walkthrough.py"
CLAIM = re.compile(
    r"“(?P<quote>[^”]*(?:”[^\[]*)?)” \[`(?P<row>[a-z][0-9a-f]{12})`\]"
    r"\((?P<file>[^)#]+)#page=(?P<page>\d+)\)"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SCRIPT.exists(), reason="the corpus is not here"),
]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_walkthrough", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_page_is_what_the_program_says(tmp_path: Path) -> None:
    """``python corpus/walkthrough.py > docs/walkthrough.md`` was called after the last change."""
    script: Any = _script()
    run([str(script.PAPERS)], tmp_path / "out", RunOptions(Limits(jobs=2)))
    assert script.walk_through(tmp_path / "out") == DOCS.read_text("utf-8")


def _letters(text: str) -> str:
    """Return letters and figures alone, so that line ends and bullets make no difference."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if letter.isalnum())


def test_every_claim_is_on_its_page() -> None:
    """Another reader finds each word in bold on the page of the PDF that the line links to.

    Word by word, for it reads a table across its cells; that they stand together is what the page
    says of ``verify``.
    """
    claims = list(CLAIM.finditer(DOCS.read_text("utf-8")))
    pages: dict[tuple[str, str], str] = {}
    for claim in claims:
        place = claim["file"], claim["page"]
        if place not in pages:
            with pdfplumber.open(DOCS.parent / claim["file"]) as pdf:
                pages[place] = _letters(pdf.pages[int(claim["page"]) - 1].extract_text())
        for words in re.findall(r"\*\*(.+?)\*\*", claim["quote"]):
            lost = [word for word in words.split() if _letters(word) not in pages[place]]
            assert not lost, (claim["row"], words)
    assert "0 are not." in DOCS.read_text("utf-8")
    assert len(claims) >= 30
    assert DOCS.read_text("utf-8").count("#page=") == len(claims) + 1  # and once in the words above
