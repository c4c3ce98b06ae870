"""The community safety themes that words are about."""

from csp_extract.themes.find import themes_in

__all__ = ["themes_in"]
