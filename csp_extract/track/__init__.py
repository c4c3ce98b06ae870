"""Mentions of many reports become tracks, changes and findings."""

from csp_extract.track.follow import Tracked, track
from csp_extract.track.redirects import moved_rows, redirects
from csp_extract.track.rows import MATCHER
from csp_extract.track.sittings import told_of

__all__ = ["MATCHER", "Tracked", "moved_rows", "redirects", "told_of", "track"]
