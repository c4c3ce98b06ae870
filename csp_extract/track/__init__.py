"""Mentions of many reports become tracks, changes and findings."""

from csp_extract.track.follow import Tracked, track

__all__ = ["Tracked", "track"]
