"""Characters that print as one thing and are stored as another."""

import re

# How PDFium writes a hyphen at the end of a line, where it joins the two parts.
HYPHEN_MARKS = "\x02\ufffe"
SOFT_HYPHEN = "\xad"

# Fonts whose letters are pictures; in papers they are bullets and ticks.
_DINGBAT_FONT = re.compile(
    r"wingdings|dingbats|webdings|symbolmt|^symbol|opensymbol", re.IGNORECASE
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_EXPANDED = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        SOFT_HYPHEN: "",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\ufeff": "",
        "\x00": "",
    }
)
BULLET = "•"
# What is printed otherwise than it is stored, in whatever font.
_ODD = re.compile("[" + "".join(map(chr, _EXPANDED)) + "\ue000-\uf8ff]")


def is_dingbat_font(name: str) -> bool:
    """Return whether a font's letters are pictures rather than text."""
    return bool(_DINGBAT_FONT.search(name))


def is_plain(text: str) -> bool:
    """Return whether all of a text is printed as it is stored, unless its letters are pictures."""
    return _ODD.search(text) is None


def clean_word(raw: str, *, is_dingbat: bool) -> str:
    """Return a word as printed: ligatures spelt out, pictures of bullets as bullets."""
    text = raw.translate(_EXPANDED)
    if is_dingbat:
        return BULLET if text else ""
    if len(text) == 1 and _PRIVATE.match(text):
        return BULLET  # a lone private-use glyph is a symbol font's bullet
    return text


def unreadable_glyphs(text: str) -> int:
    """Return how many characters of a text have no Unicode: replacement marks, private use."""
    return 0 if text.isascii() else text.count("\ufffd") + len(_PRIVATE.findall(text))
