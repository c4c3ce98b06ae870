"""A laid-out report becomes mentions: a spaCy pipeline of rule families."""
