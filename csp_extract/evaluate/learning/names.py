"""Training of the component ``csp_names``: a chain over the words of sentences."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from csp_extract.evaluate.learning.fit import Labelled, fit_chain
from csp_extract.evaluate.learning.folds import folds_of
from csp_extract.evaluate.learning.paper import Mark, Paper
from csp_extract.evaluate.learning.papers import reading_of_paper
from csp_extract.evaluate.learning.proof import Tally, tally_of, write_ablation
from csp_extract.evaluate.learning.trained import Learned
from csp_extract.extract.found import Span
from csp_extract.extract.learned import Chain
from csp_extract.extract.names.sift import (
    ADD,
    DROP,
    GOES_ON,
    OPENS,
    OUT,
    Line,
    judge,
    lines_of,
    sifted,
)
from csp_extract.extract.reading import Reading

_TABLE = "initiatives"
_ROUNDS = 60


@dataclass(frozen=True)
class Lesson:
    """A paper as the chain sees it: its lines, each labelled but for those of doubt."""

    paper: Paper
    reading: Reading
    lines: Sequence[Line]
    labelled: Sequence[Labelled]


def learn_names(papers: Sequence[Paper]) -> Learned:
    """Return the chain of the names, if leaving out bodies showed a gain."""
    lessons = {paper.name: lesson_of(paper, reading_of_paper(paper)) for paper in papers}
    tallies: dict[tuple[str, bool], Tally] = {}
    for fold in folds_of(papers):
        chain = fit_names([lessons[paper.name] for paper in fold.learn])
        for paper in fold.left_out:
            for how, tally in _tallies(lessons[paper.name], chain):
                key = how, paper.is_passage
                tallies[key] = tallies.get(key, Tally()) + tally
    scores = {_TABLE: _scores(tallies)}
    wins = tallies["with", True].f1 > tallies["rules", True].f1
    chains = {_TABLE: fit_names(list(lessons.values()))} if wins else {}
    return Learned(chains, scores, write_ablation(scores))


def lesson_of(paper: Paper, reading: Reading) -> Lesson:
    """Return a paper as the chain sees it."""
    lines = lines_of(reading)
    marks = [mark for mark in paper.marks if mark.table == _TABLE]
    spans = [Span(mark.start, mark.end) for mark in marks if not mark.is_optional]
    if not paper.is_passage:
        spans += _again(paper.report.text, marks)
    doubts = [Span(mark.start, mark.end) for mark in marks if mark.is_optional]
    labelled = [
        Labelled(line.looks, labels_of(line, spans))
        for line in lines
        if not any(line.passage.span.overlaps(span) for span in doubts)
    ]
    return Lesson(paper, reading, lines, labelled)


def _again(text: str, marks: Sequence[Mark]) -> list[Span]:
    """Return where the text names again what is annotated once."""
    names = {text[mark.start : mark.end] for mark in marks if not mark.is_optional}
    names = {name for name in names if name and not name.islower()}
    if not names:
        return []
    longest = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    return [Span(*match.span()) for match in pattern.finditer(text)]


def labels_of(line: Line, spans: Sequence[Span]) -> list[str]:
    """Return which words of a line open a name, go on with it, or stand outside."""
    labels = [OUT] * len(line.words)
    start = line.passage.start
    for span in sorted(spans, key=lambda span: (span.start - span.end, span)):
        inside = [
            at
            for at, word in enumerate(line.words)
            if span.start < start + word.end and start + word.start < span.end
        ]
        if inside and all(labels[at] == OUT for at in inside):
            labels[inside[0] : inside[-1] + 1] = [OPENS, *[GOES_ON] * (len(inside) - 1)]
    return labels


def fit_names(lessons: Sequence[Lesson]) -> Chain:
    """Return the chain of the words in names."""
    lines = (line for lesson in lessons for line in lesson.labelled)
    return fit_chain(lines, rounds=_ROUNDS)


def _tallies(lesson: Lesson, chain: Chain) -> Iterator[tuple[str, Tally]]:
    """Yield what the rules alone and rules with the chain find."""
    reading = lesson.reading
    yield "rules", tally_of(lesson.paper, _TABLE, reading.initiatives)
    rows = sifted(reading, judge(lesson.lines, chain), ADD, DROP)
    yield "with", tally_of(lesson.paper, _TABLE, rows)


def _scores(tallies: Mapping[tuple[str, bool], Tally]) -> dict[str, Any]:
    """Return what was scored on passages and on training bodies, without and with the chain."""
    return {
        f"{how} on {'passages' if is_passage else 'corpus'}": tally.scores()
        for (how, is_passage), tally in sorted(tallies.items())
    }
