"""A PDF becomes pages of placed words, lines and table grids: the only room that knows PDF."""

from csp_extract.read.pages import needs_ocr, read_report
from csp_extract.read.picture import render_page

__all__ = ["needs_ocr", "read_report", "render_page"]
