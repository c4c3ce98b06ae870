"""Training of the component ``csp_roles``: chains over clauses and over numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from csp_extract.evaluate.learning.fit import Labelled, fit_chain
from csp_extract.evaluate.learning.folds import folds_of
from csp_extract.evaluate.learning.paper import Mark, Paper
from csp_extract.evaluate.learning.papers import reading_of_paper
from csp_extract.evaluate.learning.proof import Tally, tally_of, write_ablation
from csp_extract.evaluate.learning.trained import Learned
from csp_extract.extract.found import Found, Span
from csp_extract.extract.learned import Chain
from csp_extract.extract.reading import Reading
from csp_extract.extract.roles import numbers, weigh
from csp_extract.extract.roles.clauses import clauses_of
from csp_extract.extract.roles.looks import looks_of
from csp_extract.extract.roles.weigh import LIMITS, NO, YES

_MORE = "I"  # a further number of a figure: "from 112 to 147"
_HALF = 0.5  # of the shorter span, as in scoring
TABLES = tuple(LIMITS)


@dataclass(frozen=True)
class Lesson:
    """A paper as the chains see it: its stretches by table, and what each looks like."""

    paper: Paper
    reading: Reading
    clauses: Sequence[Span]
    numbers: Sequence[Span]
    looks: Sequence[Sequence[str]]
    looks_of_numbers: Sequence[Sequence[str]]

    def labelled(self, table: str) -> Labelled:
        """Return the stretches of the paper with their labels for a table."""
        marks = [mark for mark in self.paper.marks if mark.table == table]
        if table == "measures":
            return Labelled(self.looks_of_numbers, labels_of_numbers(self.numbers, marks))
        return Labelled(self.looks, labels_of_clauses(self.clauses, marks))


def learn_roles(papers: Sequence[Paper]) -> Learned:
    """Return the chains of the tables for which leaving out bodies showed a gain."""
    lessons = [_lesson(paper) for paper in papers]
    by_name = {lesson.paper.name: lesson for lesson in lessons}
    tallies: dict[tuple[str, str, bool], Tally] = {}
    for fold in folds_of(papers):
        chains = _fit([by_name[paper.name] for paper in fold.learn])
        for paper in fold.left_out:
            for key, tally in _tallies(by_name[paper.name], chains):
                tallies[key] = tallies.get(key, Tally()) + tally
    scores = {table: _scores(table, tallies) for table in TABLES}
    kept = [table for table in TABLES if _wins(table, tallies)]
    chains = _fit(lessons)
    told = write_ablation(scores)
    return Learned({table: chains[table] for table in kept}, scores, told)


def _lesson(paper: Paper) -> Lesson:
    """Return a paper as the chains see it."""
    reading = reading_of_paper(paper)
    clauses, figures = clauses_of(reading), numbers.numbers_of(reading)
    return Lesson(
        paper,
        reading,
        [clause.span for clause in clauses],
        [figure.span for figure in figures],
        looks_of(reading, clauses),
        numbers.looks_of(reading, figures),
    )


def _fit(lessons: Sequence[Lesson]) -> dict[str, Chain]:
    """Return a chain for each table."""
    return {table: fit_chain(lesson.labelled(table) for lesson in lessons) for table in TABLES}


def labels_of_clauses(clauses: Sequence[Span], marks: Sequence[Mark]) -> list[str]:
    """Return which clauses hold an annotation: of several under one, that with most of it."""
    labels = [NO] * len(clauses)
    for mark in marks:
        shared = [_shared(clause, mark) for clause in clauses]
        most = max(range(len(clauses)), key=shared.__getitem__, default=-1)
        if most >= 0 and shared[most] > 0:
            labels[most] = YES
    return labels


def _shared(clause: Span, mark: Mark) -> int:
    """Return how many characters a clause shares with a mark, 0 where under half of the shorter."""
    shared = min(clause.end, mark.end) - max(clause.start, mark.start)
    shortest = min(clause.end - clause.start, mark.end - mark.start)
    return shared if shared >= _HALF * shortest else 0


def labels_of_numbers(figures: Sequence[Span], marks: Sequence[Mark]) -> list[str]:
    """Return which number is the first of an annotation, and which are further ones."""
    labels = [NO] * len(figures)
    for mark in marks:
        inside = [at for at, span in enumerate(figures) if mark.start <= span.start < mark.end]
        for place in inside[1:]:
            labels[place] = _MORE if labels[place] == NO else labels[place]
        if inside:
            labels[inside[0]] = YES
    return labels


def _tallies(
    lesson: Lesson, chains: Mapping[str, Chain]
) -> Iterator[tuple[tuple[str, str, bool], Tally]]:
    """Yield what the rules alone and rules with chains find, by table."""
    is_passage = lesson.paper.is_passage
    for table in TABLES:
        found: Sequence[Found[Any]] = getattr(lesson.reading, table)
        yield (table, "rules", is_passage), tally_of(lesson.paper, table, found)
    reading = replace(lesson.reading)
    for table, rows in weigh(reading, chains):
        setattr(reading, table, rows)
        yield (table, "with", is_passage), tally_of(lesson.paper, table, rows)


def _scores(table: str, tallies: Mapping[tuple[str, str, bool], Tally]) -> dict[str, Any]:
    """Return what a table scored on passages and on training bodies, without and with chains."""
    return {
        f"{how} on {'passages' if is_passage else 'corpus'}": tally.scores()
        for (name, how, is_passage), tally in sorted(tallies.items())
        if name == table
    }


def _wins(table: str, tallies: Mapping[tuple[str, str, bool], Tally]) -> bool:
    """Return whether a chain is better than the rules alone on text that no rule has seen."""
    return tallies[table, "with", True].f1 > tallies[table, "rules", True].f1
