"""Clusters grow along edges alone, and lists are matched as wholes."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from csp_extract.track.align import assign
from csp_extract.track.cluster import Edge, clusters_of


def test_veto_keeps_two_ends_of_a_chain_apart() -> None:
    """A is like B and B like C, but A and C cannot be one: the better pair wins."""
    edges = [
        Edge((0, 1), 0.9, ""),
        Edge((1, 2), 0.8, ""),
        Edge((0, 2), 0.9, "", is_vetoed=True),
    ]
    assert clusters_of(3, edges, 0.5) == [[0, 1], [2]]


def test_nothing_merges_without_an_edge() -> None:
    """What was never judged the same stays by itself."""
    assert clusters_of(3, [Edge((0, 2), 0.4, "")], 0.5) == [[0], [1], [2]]


@given(
    st.dictionaries(st.tuples(st.integers(0, 3), st.integers(4, 7)), st.integers(1, 99), min_size=1)
)
def test_assignment_is_the_best_of_all(scores: dict[tuple[int, int], int]) -> None:
    """No other way of pairing two short lists adds up to more."""
    chosen = assign({pair: float(score) for pair, score in scores.items()})
    assert len({left for left, _ in chosen}) == len(chosen) == len({right for _, right in chosen})
    best = max(
        sum(scores.get(pair, 0) for pair in zip(range(4), order, strict=True))
        for order in permutations(range(4, 8))
    )
    assert sum(scores[pair] for pair in chosen) == best
