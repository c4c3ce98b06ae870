"""Lines and lists within sentences are seen by chains; those that are sure become rows."""

import numpy as np

from csp_extract.extract.aims.lines import lines_of
from csp_extract.extract.aims.lines import looks_of as looks_of_lines
from csp_extract.extract.aims.offers import offers_of
from csp_extract.extract.aims.sentences import looks_of as looks_of_offer
from csp_extract.extract.aims.sift import LINES, SENTENCES, sift
from csp_extract.extract.components import Aims, make_aims, reading_of
from csp_extract.extract.learned import Chain
from csp_extract.extract.model import build_model
from csp_extract.extract.reading import Reading

MODEL = build_model()
LINES_TEXT = "We care most for these things.\nCalmer streets\nKinder homes\nThe hall is old."
SENTENCE_TEXT = "Above all strategic work went into theft, fraud and noise at night."


def _read(text: str) -> Reading:
    return reading_of(MODEL(text))


def _chain(*names: str) -> Chain:
    """Return a chain that says yes to what has one of these features, and no to all else."""
    weights = np.array([[0.0, 9.0], *([18.0, 0.0] for _ in names)])
    return Chain(("Y", "N"), ("bias", *names), weights, np.zeros((2, 2)))


def _chains(line: str = "none", sentence: str = "none") -> dict[str, Chain]:
    return {LINES: _chain(line), SENTENCES: _chain(sentence)}


def _words(reading: Reading, chains: dict[str, Chain]) -> list[str]:
    rows = sift(reading, chains)
    return [reading.report.text[row.span.start : row.span.end] for row in rows]


def test_looks_are_the_same_each_time() -> None:
    """Features come in one order, or training would not give the same bytes."""
    reading = _read(LINES_TEXT)
    lines = lines_of(reading)
    looks = looks_of_lines(reading, lines)
    assert looks == looks_of_lines(reading, lines)
    assert {"first=calmer", "kind=paragraph", "label=", "1 first=kinder"} <= set(looks[1])


def test_sentence_offers_the_ways_to_read_it() -> None:
    """Each list that its joints allow is there, with what leads to it."""
    offers = [offer for each in offers_of(_read(SENTENCE_TEXT)) for offer in each]
    texts = [[SENTENCE_TEXT[start:end] for start, end in offer.items] for offer in offers]
    assert ["theft", "fraud", "noise at night"] in texts
    looks = looks_of_offer(offers[texts.index(["theft", "fraud", "noise at night"])])
    assert {"link=into", "cue=strategic", "items=3", "form=x", "last and=True"} <= set(looks)


def test_sentence_that_speaks_of_no_priorities_offers_nothing() -> None:
    """Nor does one that joins nothing."""
    assert not offers_of(_read("Theft, fraud and noise fell."))
    assert not offers_of(_read("Our priorities stand."))


def test_sure_lines_are_one_list() -> None:
    """Lines that follow on one another have places in one list, and say who found them."""
    reading = _read(LINES_TEXT)
    rows = sift(reading, _chains(line="len=0"))
    assert _words(reading, _chains(line="len=0")) == ["Calmer streets", "Kinder homes"]
    assert [(row.value.rank, row.value.list_size) for row in rows] == [(1, 2), (2, 2)]
    assert {row.rule for row in rows} == {"priorities: learned"}


def test_line_alone_is_no_list() -> None:
    """One thing that reads like a priority says nothing of others."""
    assert not _words(_read(LINES_TEXT), _chains(line="first=calmer"))


def test_likeliest_list_of_a_sentence_is_taken() -> None:
    """Of the ways to read a sentence one is right at most."""
    reading = _read(SENTENCE_TEXT)
    assert _words(reading, _chains(sentence="link=into")) == ["theft", "fraud", "noise at night"]
    assert not _words(reading, _chains())


def test_rows_of_rules_stay() -> None:
    """Chains add, and never say again in part what rules found."""
    reading = _read("Our priorities are theft, fraud and noise.")
    assert len(reading.priorities) == 3
    assert sift(reading, _chains("kind=paragraph", "near=own")) == list(reading.priorities)


def test_component_adds_its_rows_to_the_document() -> None:
    """A trained component writes rows into the span group; an untrained one leaves it alone."""
    for chains, count in (({}, 0), (_chains(line="len=0"), 2)):
        part = make_aims(MODEL, "csp_aims")
        assert isinstance(part, Aims)
        part.chains = dict(chains)
        doc = part(MODEL(LINES_TEXT))
        assert len(reading_of(doc).priorities) == len(doc.spans["priorities"]) == count
