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
from csp_extract.tables.read import read_rows

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


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output of a run over the papers of the walk-through."""
    script: Any = _script()
    place = tmp_path_factory.mktemp("walk") / "out"
    run([str(script.PAPERS)], place, RunOptions(Limits(jobs=2)))
    return place


def test_every_claim_is_what_the_program_says(out: Path) -> None:
    """Each row is found today, on the page and in the words of the line; so is each track and lead.

    Where one is not: ``make walkthrough``, and read the difference.
    """
    walk: Any = _script().Walk(out)
    page = DOCS.read_text("utf-8")
    told = [walk.claim(claim["row"]).removeprefix("- ") for claim in CLAIM.finditer(page)]
    assert [line for line in told if line not in page] == []
    known = {row["track_id"] for row in read_rows(out, "tracks")}
    known |= {row["finding_id"] for row in read_rows(out, "findings")}
    assert {
        one for one in re.findall(r"[`\s]([tf][0-9a-f]{12})`", page) if one not in known
    } == set()


def test_script_writes_the_page(out: Path) -> None:
    """Every section of the page is one that the script writes."""
    heads = [line for line in _script().walk_through(out).splitlines() if line.startswith("#")]
    assert heads == [line for line in DOCS.read_text("utf-8").splitlines() if line.startswith("#")]


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
    # Once in the words at the head, and once where a later paper's words are no row.
    assert DOCS.read_text("utf-8").count("#page=") - len(claims) in {1, 2}
