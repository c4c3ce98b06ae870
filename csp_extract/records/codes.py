"""The closed sets of words that cells may hold; an unknown word is an error, never nothing."""

from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of a laid-out report is."""

    MASTHEAD = "masthead"  # lines above the title that say whose paper this is
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"  # an item of a list, bulleted or lettered under a lead-in
    FIELD = "field"  # a label with its value: "Report author: Head of Housing"
    CELL = "cell"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"  # a line of a contents list


class TextSource(StrEnum):
    """Where the characters came from."""

    TEXT = "text"
    OCR = "ocr"
    MIXED = "mixed"  # reports.csv only: some pages of each
    NONE = "none"  # reports.csv only: nothing could be read


class RunStatus(StrEnum):
    """What became of an input file."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"
    DUPLICATE = "duplicate"


class ReportKind(StrEnum):
    """What sort of paper a report is."""

    REPORT = "report"
    MINUTES = "minutes"
    AGENDA = "agenda"
    DECISION = "decision"
    PLAN = "plan"
    OTHER = "other"


class Precision(StrEnum):
    """How fine a date expression is."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    FINANCIAL_YEAR = "financial_year"
    MUNICIPAL_YEAR = "municipal_year"
    ACADEMIC_YEAR = "academic_year"
    RECURRENCE = "recurrence"
    VAGUE = "vague"


class Resolution(StrEnum):
    """How the year of a date was found."""

    EXPLICIT = "explicit"  # stated in the expression
    INFERRED = "inferred"  # taken from the text around
    RELATIVE = "relative"  # counted from the drafting window or the meeting date


class Bound(StrEnum):
    """Which way a date limits time."""

    BY = "by"
    FROM = "from"
    TO = "to"
    SINCE = "since"
    BEFORE = "before"
    AFTER = "after"


class DateRole(StrEnum):
    """What a date does in its sentence."""

    MEETING = "meeting"
    EVENT = "event"
    LAUNCH = "launch"
    COMPLETION = "completion"
    PUBLICATION = "publication"
    REVIEW = "review"
    DEADLINE = "deadline"
    PLANNED = "planned"
    PERIOD = "period"
    RECURRENCE = "recurrence"
    OTHER = "other"


class AmountKind(StrEnum):
    """What a sum of money is."""

    GRANT = "grant"
    ALLOCATION = "allocation"
    CONTRIBUTION = "contribution"
    MATCH_FUNDING = "match_funding"
    BUDGET = "budget"
    COST = "cost"
    SPEND = "spend"
    SAVING = "saving"
    VARIANCE = "variance"
    INCOME = "income"
    FINE = "fine"
    VALUE_OF_GOODS = "value_of_goods"
    THRESHOLD = "threshold"
    OTHER = "other"


class AmountStatus(StrEnum):
    """How far a sum has come, in the report's words."""

    PROPOSED = "proposed"
    APPLIED_FOR = "applied_for"
    AGREED = "agreed"
    CONFIRMED = "confirmed"
    RECEIVED = "received"
    FORECAST = "forecast"
    SPENT = "spent"
    TOP_SLICED = "top_sliced"
    CARRIED_FORWARD = "carried_forward"
    RETURNED = "returned"
    UNSUCCESSFUL = "unsuccessful"
    UNSTATED = "unstated"


class Qualifier(StrEnum):
    """How exactly a sum is stated."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


class Per(StrEnum):
    """What a rate is counted by."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    HOUR = "hour"
    PERSON = "person"
    HOUSEHOLD = "household"
    AREA = "area"
    ITEM = "item"


class Scope(StrEnum):
    """Whose sum it is: this body's own, a share of a common one, or a wider pot."""

    OWN = "own"
    SHARED = "shared"
    WIDER = "wider"


class InitiativeKind(StrEnum):
    """What sort of activity an initiative is."""

    OPERATION = "operation"
    PROJECT = "project"
    SCHEME = "scheme"
    CAMPAIGN = "campaign"
    EVENT = "event"
    TRAINING = "training"
    SERVICE = "service"
    EQUIPMENT = "equipment"
    STRATEGY = "strategy"
    PUBLICATION = "publication"
    OTHER = "other"


class InitiativeStatus(StrEnum):
    """How far an initiative has come at the meeting date."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    RECURRING = "recurring"
    ENDED = "ended"
    UNSTATED = "unstated"


class PriorityKind(StrEnum):
    """Whose sort of priority it is."""

    STRATEGIC = "strategic"
    POLICING = "policing"
    CORPORATE = "corporate"
    OPERATIONAL = "operational"


class CommitmentModality(StrEnum):
    """In what manner something is promised."""

    WILL = "will"
    PLANNED = "planned"
    ONGOING = "ongoing"
    REQUESTED = "requested"
    RECOMMENDED = "recommended"
    RESOLVED = "resolved"
    EXPECTED = "expected"


class Strength(StrEnum):
    """How strongly something is promised."""

    FIRM = "firm"
    DIRECTIVE = "directive"
    WEAK = "weak"


class DecisionVerb(StrEnum):
    """What a meeting did, or was asked to do, with a matter."""

    RESOLVED = "resolved"
    RECOMMENDED = "recommended"
    AGREED = "agreed"
    APPROVED = "approved"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFERRED = "referred"
    ENDORSED = "endorsed"
    REJECTED = "rejected"


class MeasureUnit(StrEnum):
    """How a measure is counted."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"


class Direction(StrEnum):
    """Which way a measure moved."""

    UP = "up"
    DOWN = "down"
    NONE = "none"
