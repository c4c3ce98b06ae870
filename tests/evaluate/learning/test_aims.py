"""Marks become labels of lines and lists, and training again gives the same weights."""

from csp_extract.evaluate.learning.aims import learn_aims, lesson_of
from csp_extract.evaluate.learning.marked import read_marked
from csp_extract.evaluate.learning.papers import reading_of_paper
from csp_extract.extract.learned.weights import write_chain

HEAD = "body: Body {}\nkind: minutes\n\n"
TEXT = """# NOTES
What we hold dear in {}
[[P Calmer streets]]
[[P Kinder homes]]
The hall is old and was painted.
Above all strategic work went into [[P theft]], [[P fraud]] and [[P noise]].
Strategic work needs a van, a lamp and [[P? a map]].
"""


def test_marks_label_lines_and_lists() -> None:
    """A line is a priority, a list within a sentence is the marked one; doubt teaches nothing."""
    paper = read_marked(HEAD.format(1) + TEXT.format(2019), "a")
    lesson = lesson_of(paper, reading_of_paper(paper))
    assert "".join(lesson.lines.labels) == "NYYNNN"
    assert [offer.labels for offer in lesson.offers].count(["Y"]) == 1
    assert not any("word=map" in item for offer in lesson.offers for item in offer.items)


def test_training_again_gives_the_same_bytes() -> None:
    """Papers learned from twice give the same weights and the same scores."""
    papers = [
        read_marked(HEAD.format(number) + TEXT.format(2010 + number), f"p{number}")
        for number in range(9)
    ]
    first, second = learn_aims(papers), learn_aims(papers)
    assert first.scores == second.scores
    assert first.chains.keys() == {"lines", "sentences"}
    for key, chain in first.chains.items():
        assert write_chain(chain) == write_chain(second.chains[key])
