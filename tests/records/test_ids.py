"""Ids stand in published tables and in corrections: their bytes may never change."""

from csp_extract.records import folded, id_of


def test_an_id_is_a_letter_and_twelve_figures_of_the_hash_of_its_parts() -> None:
    assert id_of("d", "report", "dates", "1", "may 2019", "1") == "d85c426dee73f"


def test_each_part_counts_and_so_does_their_order() -> None:
    assert len({id_of("f", "a", "b"), id_of("f", "b", "a"), id_of("f", "ab"), id_of("g", "a")}) == 4


def test_case_width_and_white_space_make_no_new_id() -> None:
    assert folded("  Safer\u00a0 STREETS\nﬁnal ") == "safer streets final"
