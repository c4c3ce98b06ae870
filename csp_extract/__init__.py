"""Read archives of community safety partnership reports into tables that can be trusted."""

__version__ = "0.1.0"
