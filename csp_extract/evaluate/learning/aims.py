"""Training of the component ``csp_aims``: chains over lines and over lists within sentences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from csp_extract.evaluate.learning.fit import Labelled, fit_chain
from csp_extract.evaluate.learning.folds import folds_of
from csp_extract.evaluate.learning.paper import Mark, Paper
from csp_extract.evaluate.learning.papers import reading_of_paper
from csp_extract.evaluate.learning.proof import Tally, tally_of, write_ablation
from csp_extract.evaluate.learning.trained import Learned
from csp_extract.extract.aims import lines as of_lines
from csp_extract.extract.aims import sentences as of_sentences
from csp_extract.extract.aims.offers import Offer, offers_of
from csp_extract.extract.aims.sift import LINES, NO, SENTENCES, YES, judge, sifted
from csp_extract.extract.found import Span
from csp_extract.extract.learned import Chain
from csp_extract.extract.reading import Reading

_TABLE = "priorities"
_HALF = 0.5  # of a line that a priority must fill
_SAME = 0.65  # of an item and its annotation together that both must have


@dataclass(frozen=True)
class Lesson:
    """A paper as the chains see it: its lines, and the lists that its sentences may hold."""

    paper: Paper
    reading: Reading
    lines: Labelled
    offers: Sequence[Labelled]


def learn_aims(papers: Sequence[Paper]) -> Learned:
    """Return the chains of priorities, if leaving out bodies showed a gain."""
    lessons = {paper.name: lesson_of(paper, reading_of_paper(paper)) for paper in papers}
    tallies: dict[tuple[str, bool], Tally] = {}
    for fold in folds_of(papers):
        chains = fit_aims([lessons[paper.name] for paper in fold.learn])
        for paper in fold.left_out:
            for how, tally in _tallies(lessons[paper.name], chains):
                key = how, paper.is_passage
                tallies[key] = tallies.get(key, Tally()) + tally
    scores = {_TABLE: _scores(tallies)}
    wins = tallies["with", True].f1 > tallies["rules", True].f1
    chains = fit_aims(list(lessons.values())) if wins else {}
    return Learned(chains, scores, write_ablation(scores))


def lesson_of(paper: Paper, reading: Reading) -> Lesson:
    """Return a paper as the chains see it."""
    marks = [mark for mark in paper.marks if mark.table == _TABLE]
    lines = of_lines.lines_of(reading)
    looks = of_lines.looks_of(reading, lines)
    labels = [label_of_line(line.block.start, line.block.end, marks) for line in lines]
    offers = [
        Labelled([of_sentences.looks_of(offer)], [label_of_offer(offer, marks)])
        for each in offers_of(reading)
        if not _is_doubtful(each[0].passage.span, marks)
        for offer in each
    ]
    return Lesson(paper, reading, Labelled(looks, labels), offers)


def _is_doubtful(span: Span, marks: Sequence[Mark]) -> bool:
    """Return whether careful readers would differ about what is in a sentence."""
    return any(
        mark.is_optional and mark.start < span.end and span.start < mark.end for mark in marks
    )


def label_of_line(start: int, end: int, marks: Sequence[Mark]) -> str:
    """Return whether a line is a priority: one annotation fills half of it."""
    shared = (min(end, mark.end) - max(start, mark.start) for mark in marks if not mark.is_optional)
    return YES if any(each >= _HALF * (end - start) for each in shared) else NO


def label_of_offer(offer: Offer, marks: Sequence[Mark]) -> str:
    """Return whether a list that a sentence may hold is the annotated one, item by item."""
    passage = offer.passage
    own = sorted(
        Span(mark.start, mark.end)
        for mark in marks
        if mark.start < passage.end and passage.start < mark.end
    )
    is_own = len(own) == len(offer.items) and all(
        _share(item, mark) >= _SAME for item, mark in zip(offer.items, own, strict=True)
    )
    return YES if is_own else NO


def _share(one: Span, other: Span) -> float:
    """Return which part of the characters of two spans both have."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def fit_aims(lessons: Sequence[Lesson]) -> dict[str, Chain]:
    """Return the chain of the lines and that of the lists within sentences."""
    return {
        LINES: fit_chain((lesson.lines for lesson in lessons), l1=0.05, l2=1.0, rounds=80),
        SENTENCES: fit_chain(
            (offer for lesson in lessons for offer in lesson.offers), l2=0.3, rounds=80
        ),
    }


def _tallies(lesson: Lesson, chains: Mapping[str, Chain]) -> Iterator[tuple[str, Tally]]:
    """Yield what the rules alone and rules with the chains find."""
    yield "rules", tally_of(lesson.paper, _TABLE, lesson.reading.priorities)
    rows = sifted(lesson.reading, judge(lesson.reading, chains))
    yield "with", tally_of(lesson.paper, _TABLE, rows)


def _scores(tallies: Mapping[tuple[str, bool], Tally]) -> dict[str, Any]:
    """Return what was scored on passages and on training bodies, without and with the chains."""
    return {
        f"{how} on {'passages' if is_passage else 'corpus'}": tally.scores()
        for (how, is_passage), tally in sorted(tallies.items())
    }
