"""What is wrong with the input, as values with a code and a place; one exception carries them all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Self

from jobhome_score.evidence import Place
from jobhome_score.records import dataclass, field, replace

MOST_ALIKE = 1_000
MOST_COLUMNS = 100
"""So many columns of a sheet are found fault with one by one."""


class Severity(Enum):
    """An error stops the scoring; a warning is listed and the scoring goes on."""

    ERROR = "error"
    WARNING = "warning"


class Code(Enum):
    """Every kind of problem. The value is its public name; its sentences live in `locales`."""

    severity: Severity

    def __new__(cls, name: str, severity: Severity = Severity.ERROR) -> Self:
        """Keep the severity beside the public name."""
        code = object.__new__(cls)
        code._value_ = name
        code.severity = severity
        return code

    # files
    NO_LEDGERS = "no-ledgers"
    UNREADABLE_FILE = "unreadable-file"
    DAMAGED_FILE = "damaged-file"
    ENCRYPTED_FILE = "encrypted-file"
    NOT_A_WORKBOOK = "not-a-workbook"
    DUPLICATE_SHEET_NAME = "duplicate-sheet-name"
    CSV_ENCODING = "csv-encoding"
    CSV_OPEN_QUOTE = "csv-open-quote"
    LIMIT_EXCEEDED = "limit-exceeded"
    FORBIDDEN_XML = "forbidden-xml"
    BAD_REFERENCE = "bad-cell-reference"
    SUSPICIOUS_ARCHIVE = "suspicious-archive"
    HIDDEN_DATA = "hidden-data"
    HIDDEN_LEFT_OUT = "hidden-left-out", Severity.WARNING
    RENAMED_FORMAT = "renamed-format", Severity.WARNING
    MIXED_ENCODING = "mixed-encoding", Severity.WARNING
    GUESSED_ENCODING = "guessed-encoding", Severity.WARNING
    RAGGED_ROWS = "ragged-rows", Severity.WARNING
    IGNORED_FILE = "ignored-file", Severity.WARNING

    # sheets and columns
    UNMATCHED_SHEET = "unmatched-sheet"
    HEADER_NOT_FOUND = "header-not-found"
    BLANK_LEDGER = "blank-ledger", Severity.WARNING
    LEDGER_IN_INSTRUCTIONS = "ledger-in-instructions", Severity.WARNING
    MISSING_COLUMN = "missing-column"
    DUPLICATE_COLUMN = "duplicate-column"
    REPEATED_HEADER = "repeated-header"
    UNKNOWN_COLUMN = "unknown-column", Severity.WARNING
    NAMELESS_COLUMN = "nameless-column", Severity.WARNING
    TOTAL_ROW = "total-row", Severity.WARNING
    TOTAL_DIFFERS = "total-differs", Severity.WARNING
    LOOSE_TEXT = "loose-text", Severity.WARNING
    ROW_ABOVE_HEADER = "row-above-header", Severity.WARNING
    MERGED_VALUE = "merged-value", Severity.WARNING
    MERGED_COUNT = "merged-count", Severity.WARNING
    FAR_CELL = "far-cell", Severity.WARNING
    FAR_ROW = "far-row", Severity.WARNING

    # cells
    ERROR_CELL = "error-cell"
    FORMULA_WITHOUT_VALUE = "formula-without-value"
    LOST_DIGITS = "lost-digits"
    EMPTY_CELL = "empty-cell"
    BAD_DATE = "bad-date"
    DATE_OUT_OF_RANGE = "date-out-of-range"
    BAD_TIME = "bad-time"
    BAD_COUNT = "bad-count"
    BAD_NUMBER = "bad-number"
    BAD_MONEY = "bad-money"
    BAD_YES_NO = "bad-yes-no"
    BAD_CHOICE = "bad-choice"
    BAD_SPAN = "bad-span"
    AMBIGUOUS_QUARTER = "ambiguous-quarter"
    BAD_TEXT = "bad-text"
    NUMBER_AS_DATE = "number-as-date", Severity.WARNING
    TEXT_AS_TIME = "text-as-time", Severity.WARNING
    INVISIBLE_CHARACTERS = "invisible-characters", Severity.WARNING

    # rows, between rows and between ledgers
    NEEDED_HERE = "needed-here"
    NOT_WANTED_HERE = "not-wanted-here"
    WRONG_SPAN = "wrong-span"
    DUPLICATE_KEY = "duplicate-key"
    DANGLING_REFERENCE = "dangling-reference"
    UNKNOWN_INDICATOR = "unknown-indicator"
    REPEATED_ROW = "repeated-row", Severity.WARNING
    LOOKALIKE_NAME = "lookalike-name", Severity.WARNING
    TWIN_ROW = "twin-row", Severity.WARNING
    SAME_ELSEWHERE = "same-elsewhere", Severity.WARNING
    NOT_ON_ROSTER = "not-on-roster", Severity.WARNING
    OUTSIDE_PERIOD = "outside-period", Severity.WARNING
    OUTSIDE_CATALOGUE = "outside-catalogue", Severity.WARNING
    FIXED_BEFORE_REPORT = "fixed-before-report", Severity.WARNING
    REPORT_TOO_EARLY = "report-too-early", Severity.WARNING
    LEFT_BEFORE_ARRIVAL = "left-before-arrival", Severity.WARNING
    HANDLED_BEFORE_FEEDBACK = "handled-before-feedback", Severity.WARNING
    COUNT_OF_NOTHING = "count-of-nothing", Severity.WARNING
    INDICATOR_CONTRADICTS = "indicator-contradicts", Severity.WARNING

    # decisions on disputes
    NO_REVIEWS = "no-reviews"
    REVIEW_OF_NOTHING = "review-of-nothing"
    UNKNOWN_ROW = "unknown-row"
    UNKNOWN_RULE = "unknown-rule"
    UNKNOWN_PERIOD = "unknown-period"
    REVIEWS_CONTRADICT = "reviews-contradict"
    REVIEW_WAIVES_AWARD = "review-waives-award"
    REVIEWS_NOT_APPLIED = "reviews-not-applied", Severity.WARNING
    REVIEWS_BESIDE = "reviews-beside", Severity.WARNING
    REVIEW_WITHOUT_CHARGE = "review-without-charge", Severity.WARNING
    REVIEW_TOO_EARLY = "review-too-early", Severity.WARNING
    REVIEW_TOO_LATE = "review-too-late", Severity.WARNING
    REVIEW_AHEAD = "review-ahead", Severity.WARNING
    REVIEW_BY_OPERATOR = "review-by-operator", Severity.WARNING

    # the project and the whole
    MISSING_LEDGER = "missing-ledger"
    MISSING_PROJECT_ITEM = "missing-project-item"
    REPEATED_PROJECT_ITEM = "repeated-project-item"
    UNKNOWN_PROJECT_ITEM = "unknown-project-item", Severity.WARNING
    BAD_PERIOD = "bad-period"
    FEE_PARTS_DIFFER = "fee-parts-differ"
    FEE_PARTS_NEEDED = "fee-parts-needed"
    PERIOD_NOT_A_YEAR = "period-not-a-year", Severity.WARNING
    CALENDAR_UNPUBLISHED = "calendar-unpublished", Severity.WARNING
    CALENDAR_UNKNOWN = "calendar-unknown"
    DECISION_AHEAD = "decision-ahead", Severity.WARNING


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what kind, where, the value as found, and facts for its sentence."""

    code: Code
    place: Place
    value: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """An error or a warning; decided by the code alone."""
        return self.code.severity

    @property
    def stops(self) -> bool:
        """Whether nothing may be scored while this stands."""
        return self.code.severity is Severity.ERROR


def folded(found: Iterable[Problem], most: int = MOST_ALIKE, *, by_column: bool = True) -> Iterator[Problem]:
    """Problems as they come; of many alike in one column of a sheet, or in all of it, the first and how many more."""
    counts: Counter[tuple[Code, str, str, int]] = Counter()
    beyond: dict[tuple[Code, str, str, int], Problem] = {}
    for problem in found:
        alike = (problem.code, problem.place.file, problem.place.sheet, problem.place.column if by_column else -1)
        counts[alike] += 1
        if counts[alike] <= most:
            yield problem
        else:
            beyond.setdefault(alike, problem)
    for alike, problem in beyond.items():
        more = counts[alike] - most - 1
        yield replace(problem, facts={**problem.facts, "more": str(more)}) if more else problem


class LedgerError(Exception):
    """The ledgers cannot be scored. Carries every problem found, errors and warnings, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems; sentences are made where they are shown."""
        super().__init__()
        self.problems = tuple(problems)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop the scoring."""
    return tuple(problem for problem in problems if problem.stops)
