"""Words are seen by the chain, sure names are added to those of the rules, unlikely ones go."""

import numpy as np

from csp_extract.extract.components import Names, make_names, reading_of
from csp_extract.extract.learned import Chain
from csp_extract.extract.model import build_model
from csp_extract.extract.names.looks import words_of
from csp_extract.extract.names.sift import judge, lines_of, sifted
from csp_extract.extract.reading import Reading

MODEL = build_model()
TEXT = "The wardens spoke warmly of Lantern Hour in the spring.\nThe hall is old."


def _read(text: str) -> Reading:
    return reading_of(MODEL(text))


def _chain(*words: str, worth: float = 9.0) -> Chain:
    """Return a chain that takes some words for names and no other."""
    names = ("bias", *(f"w={word}" for word in words))
    weights = np.array([[0.0, 0.0, worth / 2], *([worth, worth, 0.0] for _ in words)])
    return Chain(("B", "I", "O"), names, weights, np.zeros((3, 3)))


def test_words_are_told_apart_by_the_lexicon() -> None:
    """A noun that ends names, a verb of delivery and a number are sorts of their own."""
    sorts = {word.folded: word.sort for word in words_of("The pilot was launched in 2019 at Holm")}
    assert sorts["pilot"] == "project"
    assert sorts["launched"] == "done"
    assert sorts["2019"] == "number"
    assert sorts["holm"] == ""


def test_looks_are_the_same_each_time() -> None:
    """Features come in one order, or training would not give the same bytes."""
    reading = _read(TEXT)
    assert lines_of(reading) == lines_of(reading)
    looks = lines_of(reading)[0].looks
    assert {"w=lantern", "run before=of", "run=2"} <= set(looks[5])


def test_sure_names_become_rows() -> None:
    """A run of likely words is a row of its own, once, with a source that says who found it."""
    reading = _read(TEXT)
    rows = sifted(reading, judge(lines_of(reading), _chain("lantern", "hour")), 0.8, 0.0)
    assert [(row.value.name, row.rule) for row in rows] == [
        ("Lantern Hour", "initiatives: learned")
    ]


def test_a_name_begins_with_no_article_or_place() -> None:
    """What leads in a name is no part of it; "at" a place it is told where the thing was."""
    text = "It was told of the Lantern Hour.\nPeople at Tarn the Lantern Hour liked."
    reading = _read(text)
    chain = _chain("the", "lantern", "hour", "at", "tarn")
    rows = sifted(reading, judge(lines_of(reading), chain), 0.8, 0.0)
    assert [row.value.name for row in rows] == ["Lantern Hour"]


def test_a_sort_of_thing_gives_way_to_its_name() -> None:
    """One thing, called by its name: "a fishing scheme, Lantern Hour"."""
    for joint in (", ", " to be called ", ", known as the "):
        reading = _read(f"There was talk of a fishing scheme{joint}Lantern Hour in the spring.")
        chain = _chain("fishing", "scheme", "lantern", "hour")
        rows = sifted(reading, judge(lines_of(reading), chain), 0.8, 0.0)
        assert "fishing scheme" not in {row.value.name for row in rows}
        assert "Lantern Hour" in {row.value.name for row in rows}


def test_unlikely_rows_of_rules_go() -> None:
    """What a rule found and the chain holds for very unlikely is none; else it stays."""
    reading = _read("The Lantern Hour project was launched in May 2019.")
    assert [row.value.name for row in reading.initiatives] == ["Lantern Hour project"]
    judged = judge(lines_of(reading), _chain(worth=20.0))
    assert not sifted(reading, judged, 0.8, 0.05)
    assert sifted(reading, judged, 0.8, 0.0) == list(reading.initiatives)


def test_component_adds_its_rows_to_the_document() -> None:
    """A trained component writes rows into the span group; an untrained one leaves it alone."""
    for chains, rows in (({}, []), ({"initiatives": _chain("lantern", "hour")}, ["Lantern Hour"])):
        part = make_names(MODEL, "csp_names")
        assert isinstance(part, Names)
        part.chains = dict(chains)
        doc = part(MODEL(TEXT))
        assert [found.value.name for found in reading_of(doc).initiatives] == rows
        assert len(doc.spans["initiatives"]) == len(rows)
