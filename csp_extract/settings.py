"""What a caller may choose about extraction; part of what a record's key is made of."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of a file better than its masthead (``--metadata``)."""

    body: str = ""
    committee: str = ""
    meeting_date: date | None = None
    source_url: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the pure function ``extract``."""

    given: Given = Given()
