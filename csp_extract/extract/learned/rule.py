"""The rule of a row that a chain found: what the column ``source`` says of it."""

_LEARNED = ": learned"


def rule_of(table: str) -> str:
    """Return the rule of the rows that chains find for a table."""
    return table + _LEARNED


def is_learned(rule: str) -> bool:
    """Return whether a chain found the rows of a rule."""
    return rule.endswith(_LEARNED)
