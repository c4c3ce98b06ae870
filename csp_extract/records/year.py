"""The names of the months and of the days of the week, in their order, and as a pattern."""

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Alternatives of a pattern: the months as running text writes them.
MONTH_NAMES = "|".join(map(str.title, MONTHS))
