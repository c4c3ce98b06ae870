"""Whether text reads as words is told by its letters."""

import pytest

from csp_extract.read.letters import sense_of


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The Board agreed a grant towards lighting at Fenwick Road, ref. CSP/12", 0.9, 1.0),
        ("WELL-BEING OBJECTIVES: 2018/19 (£74k)", 0.9, 1.0),
        ("7KH %RDUG DJUHHG D JUDQW WRZDUGV OLJKWLQJ", 0.0, 0.2),
        ("\ufffd\ufffd\ufffd\ufffd \ue012\ue013\ue014", 0.0, 0.0),
        ("Mae Cyngor y Dref yn gweithio gyda phartneriaid i leihau troseddau", 0.25, 0.95),
        ("12 34 (5.6) 78%", 1.0, 1.0),
    ],
)
def test_share_of_letters_in_words(text: str, least: float, most: float) -> None:
    """English reads well, another language middling, shifted codes not at all."""
    assert least <= sense_of(text.split()).share <= most
