"""Words that are no row have a page all the same."""

from pathlib import Path

from csp_extract.desk.places import page_words, pages_of

ROWS = [
    {"report_id": "r1", "char_start": "0", "page": "1"},
    {"report_id": "r1", "char_start": "20", "page": "1"},
    {"report_id": "r1", "char_start": "40", "page": "2"},
    {"report_id": "r2", "char_start": "15", "page": "9"},
]


def test_page_is_that_of_the_rows_around(tmp_path: Path) -> None:
    """Between two rows of one page there is no doubt; between two pages both are told."""
    (tmp_path / "texts").mkdir()
    text = "The survey was done. Nobody came to it. The fair was held."
    (tmp_path / "texts" / "r1.txt").write_text(text, "utf-8")
    assert pages_of(tmp_path, "r1", "The survey was done.", ROWS) == (1,)
    assert pages_of(tmp_path, "r1", "Nobody came to it.", ROWS) == (1, 2)
    assert pages_of(tmp_path, "r1", "The fair was held. | a cell", ROWS) == (2,)
    assert page_words((1, 2)) == "page 1 or 2"


def test_words_that_are_not_there_have_none(tmp_path: Path) -> None:
    """A report without text, or without the words, gives no page."""
    assert pages_of(tmp_path, "r1", "The survey", ROWS) == ()
    assert page_words(()) == ""
