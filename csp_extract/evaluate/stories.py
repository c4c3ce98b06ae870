"""What happened, as the writers of the corpus planned it: tracks, changes and findings by body."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class StoryChange:
    """A change of a track that a careful reader sees."""

    track: str
    kind: str
    to_report: str
    days: int = 0


@dataclass(frozen=True)
class StoryFinding:
    """Something that an auditor should be led to."""

    kind: str
    report: str
    track: str


@dataclass(frozen=True)
class Story:
    """The tracks of one body with kind and last state, what changed, and what is to be found."""

    kinds: Mapping[str, str]
    states: Mapping[str, str]
    changes: tuple[StoryChange, ...]
    findings: tuple[StoryFinding, ...]


def read_stories(gold: Path, bodies: Iterable[str]) -> dict[str, Story]:
    """Return the story of each body that has one; they stand beside the folder of the gold."""
    files = {body: gold.parent / "reports" / body / "story.toml" for body in bodies}
    return {body: _story(file) for body, file in sorted(files.items()) if file.exists()}


def _story(file: Path) -> Story:
    """Return one body's story."""
    raw = tomllib.loads(file.read_text("utf-8"))
    tracks = raw.get("track", [])
    return Story(
        {track["id"]: track["kind"] for track in tracks},
        {track["id"]: track["state"] for track in tracks if track.get("state")},
        tuple(
            StoryChange(track["id"], change["kind"], change["to_report"], change.get("days") or 0)
            for track in tracks
            for change in track.get("change", [])
        ),
        tuple(
            StoryFinding(found["kind"], found.get("report", ""), found.get("track", ""))
            for found in raw.get("finding", [])
        ),
    )
