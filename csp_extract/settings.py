"""What a caller may choose about extraction; part of what a record's key is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller of the library knows of a file better than its masthead."""

    body: str = ""
    committee: str = ""
    meeting_date: date | None = None
    source_url: str = ""


class OcrMode(StrEnum):
    """When characters are recognised from the picture of a page (``--ocr``)."""

    AUTO = "auto"  # where there is no text layer, or none that reads as words
    NEVER = "never"
    ALWAYS = "always"  # on every page, whatever its text layer says


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the pure function ``extract``."""

    given: Given = Given()
    ocr: OcrMode = OcrMode.AUTO
