"""Mentions of many reports become tracks, changes and findings."""

from csp_extract.track.follow import Tracked, track
from csp_extract.track.redirects import redirects
from csp_extract.track.rows import MATCHER

__all__ = ["MATCHER", "Tracked", "redirects", "track"]
