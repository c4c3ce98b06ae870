"""The decoder of the chains says what trying every path says, and weights survive their file."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_extract.extract.learned import Chain, Items, Part
from csp_extract.extract.learned.weights import read_chain, rounded, write_chain

NAMES = ("first", "é word", "w=[[", "last")
_worth = st.floats(-4, 4).map(lambda value: round(value, 2))


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Make a chain of two or three labels over the names."""
    labels = ("A", "B", "C")[: draw(st.integers(2, 3))]
    size = len(labels)
    weights = draw(st.lists(_worth, min_size=len(NAMES) * size, max_size=len(NAMES) * size))
    moves = draw(st.lists(_worth, min_size=size * size, max_size=size * size))
    return Chain(
        labels,
        NAMES,
        np.array(weights).reshape(len(NAMES), size),
        np.array(moves).reshape(size, size),
    )


sequences = st.lists(st.lists(st.sampled_from([*NAMES, "never seen"]), max_size=4), max_size=5)


def _worth_of(chain: Chain, sequence: Items, path: tuple[int, ...]) -> float:
    """Return what a path is worth, added up one by one."""
    worth = 0.0
    for place, features in enumerate(sequence):
        for name in features:
            if name in chain.names:
                worth += chain.weights[chain.names.index(name), path[place]]
        if place:
            worth += chain.moves[path[place - 1], path[place]]
    return worth


@given(chains(), st.lists(sequences, max_size=4))
def test_marginals_are_those_of_all_paths(chain: Chain, many: list[list[list[str]]]) -> None:
    """Forward and backward give the probability that adding up every path gives."""
    tables = chain.marginals(many)
    assert len(tables) == len(many)
    for sequence, table in zip(many, tables, strict=True):
        shares = np.zeros((len(sequence), len(chain.labels)))
        for path in product(range(len(chain.labels)), repeat=len(sequence)):
            for place, label in enumerate(path):
                shares[place, label] += np.exp(_worth_of(chain, sequence, path))
        if len(sequence):
            shares /= shares.sum(axis=1, keepdims=True)
        assert table == pytest.approx(shares)


@given(chains(), st.lists(sequences, max_size=4))
def test_company_changes_nothing(chain: Chain, many: list[list[list[str]]]) -> None:
    """A sequence is told the same alone and among others."""
    for sequence, table in zip(many, chain.marginals(many), strict=True):
        [alone] = chain.marginals([sequence])
        assert table == pytest.approx(alone, rel=1e-12)


@given(chains(), sequences)
def test_weights_survive_their_file(chain: Chain, sequence: list[list[str]]) -> None:
    """What is read back is the rounded chain, and is written as the same text."""
    text = write_chain(chain)
    back = read_chain(text)
    assert write_chain(back) == text
    assert back.names == rounded(chain).names
    [told], [expected] = back.marginals([sequence]), rounded(chain).marginals([sequence])
    assert told == pytest.approx(expected)


def test_part_comes_back_from_disk_and_bytes(tmp_path: Path) -> None:
    """A part writes each chain to its folder; without a folder it is untrained."""
    chain = Chain(("N", "Y"), ("w=will",), np.array([[-1.0, 1.5]]), np.zeros((2, 2)))
    Part("roles", {"commitments": chain}).to_disk(tmp_path / "roles")
    back = Part("roles").from_disk(tmp_path / "roles")
    assert back.is_trained
    [table] = back.chains["commitments"].marginals([[["w=will"], []]])
    assert (table[:, 1] > table[:, 0]).tolist() == [True, False]
    again = Part("roles").from_bytes(back.to_bytes())
    assert write_chain(again.chains["commitments"]) == write_chain(chain)
    assert not Part("roles").from_disk(tmp_path / "none").is_trained
