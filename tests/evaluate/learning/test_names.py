"""Marks become labels of words, and training again gives the same weights."""

from csp_extract.evaluate.learning.marked import read_marked
from csp_extract.evaluate.learning.names import learn_names, lesson_of
from csp_extract.evaluate.learning.papers import reading_of_paper
from csp_extract.extract.learned.weights import write_chain

HEAD = "body: Body {}\nkind: minutes\n\n"
TEXT = """# NOTES
Wardens spoke of [[I:project Lantern {} Hour]] to Mr Holm. [[I?:event Tea]] came after Lunch.
Members thanked [[i Lantern {} Hour]] again.
"""


def test_words_of_a_mark_are_labelled() -> None:
    """The first word opens a name, others go on with it; a line of doubt teaches nothing."""
    paper = read_marked(HEAD.format(1) + TEXT.format(7, 7), "a")
    lesson = lesson_of(paper, reading_of_paper(paper))
    labels = ["".join(each.labels) for each in lesson.labelled]
    assert labels[-2:] == ["OOOBIIOOOO", "OOBIIOO"]
    assert len(lesson.lines) == len(lesson.labelled) + 1


def test_training_again_gives_the_same_bytes() -> None:
    """Papers learned from twice give the same weights and the same scores."""
    papers = [
        read_marked(HEAD.format(number) + TEXT.format(number, number), f"p{number}")
        for number in range(9)
    ]
    first, second = learn_names(papers), learn_names(papers)
    assert first.scores == second.scores
    assert first.chains.keys() == {"initiatives"}
    assert write_chain(first.chains["initiatives"]) == write_chain(second.chains["initiatives"])
