"""A PDF becomes pages of placed words, lines and table grids: the only room that knows PDF."""

from csp_extract.read.ocr.engine import Engine, engine_name, find_engine
from csp_extract.read.pages import read_report, recognise_page
from csp_extract.read.picture import render_page

__all__ = ["Engine", "engine_name", "find_engine", "read_report", "recognise_page", "render_page"]
