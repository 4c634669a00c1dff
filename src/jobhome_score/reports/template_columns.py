"""What an empty ledger asks of each column: its header, what it expects, and what a spreadsheet program checks."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from jobhome_score.ledgers.catalogue import PROJECT
from jobhome_score.ledgers.days import FIRST_DAY, LAST_DAY, Clock, Day, SpanKind
from jobhome_score.ledgers.kinds import Choice, YesNo
from jobhome_score.ledgers.numbers import Count, Money, Number
from jobhome_score.ledgers.rows import Field, Ledger
from jobhome_score.locales import Lang, say
from jobhome_score.records import dataclass

REQUIRED_MARK: Final = "*"
WIDEST_UNIT: Final = 4
NOTED: Final = frozenset(
    {
        "project.base_fee", "project.assessed_fee", "duties.owner", "services.service", "reports.covers",
        "callbacks.event", "callbacks.phone", "online.event", "online.contacted", "online.outcome",
        "trainings.eligible", "findings.indicator", "complaints.points", "awards.level",
        "reviews.file", "reviews.worksheet", "reviews.row", "reviews.indicator", "reviews.rule", "reviews.figure",
        "reviews.when", "reviews.count", "reviews.verdict", "reviews.until",
    }
)  # fmt: skip
"""Columns with a sentence of their own beyond their kind."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One column of an empty ledger: header, the note on it, width, number format, and the check of its cells."""

    header: str
    expects: str
    required: bool
    width: int
    number_format: str
    check: Mapping[str, Any]


def asked(ledger: Ledger, field: Field, lang: Lang) -> Asked:
    """What the template asks of a column."""
    return Asked(
        header=_header(ledger, field, lang),
        expects=_expects(ledger, field, lang),
        required=field.required,
        width=_width(field),
        number_format=_number_format(field),
        check=_check(field, lang),
    )


def _header(ledger: Ledger, field: Field, lang: Lang) -> str:
    """The name with its unit and the mark of required columns, both of which reading looks past."""
    mark = REQUIRED_MARK if field.required else ""
    if lang != "zh":
        return field.id + mark
    unit = f"（{field.column.unit}）" if field.column.unit and ledger.id != PROJECT else ""
    return field.column.zh + unit + mark


def _expects(ledger: Ledger, field: Field, lang: Lang) -> str:
    parts = [say(lang, f"template.kind.{field.kind.name}", wants=_wants(field, lang))]
    if field.column.unit and not isinstance(field.kind, Money):
        parts.append(say(lang, "template.unit", unit=field.column.unit))
    name = f"{ledger.id}.{field.id}"
    if name not in NOTED or field.column.blank is not None:  # where a blank means nothing, the note says when to fill
        parts.append(_blank(field, lang))
    if name in NOTED:
        parts.append(say(lang, f"template.note.{name}"))
    if field.column.key:
        names = (ledger.fields[one] for one in ledger.key)
        columns = say(lang, "template.sep").join(one.column.zh if lang == "zh" else one.id for one in names)
        parts.append(say(lang, "template.key", columns=columns))
    stop = say(lang, "template.stop")
    return stop.join(parts) + stop.rstrip()


def _wants(field: Field, lang: Lang) -> str:
    if isinstance(field.kind, Choice):
        return say(lang, "template.sep").join(field.kind.options)
    return field.kind.wants()


def _blank(field: Field, lang: Lang) -> str:
    """What a blank cell means."""
    if field.required:
        return say(lang, "template.required")
    match field.column.blank:
        case None:
            return say(lang, "template.blank.nothing")
        case bool() as flag:
            return say(lang, "template.blank.means", value=say(lang, "template.yes" if flag else "template.no"))
        case value:
            return say(lang, "template.blank.means", value=str(value))


def _width(field: Field) -> int:
    match field.kind:
        case Day() | Clock() | SpanKind():
            return 14
        case Count() | YesNo() | Number():
            return 14 if len(field.column.zh) > WIDEST_UNIT else 12
        case Choice():
            return 4 + 2 * max(len(option) for option in (*field.kind.options, field.column.zh))
    return 22


def _number_format(field: Field) -> str:
    match field.kind:
        case Day():
            return "yyyy-mm-dd"
        case Clock():
            return "hh:mm"
        case Count():
            return "0"
        case Number():
            return "General"
        case Money():
            return "#,##0.00"
    return "@"


def _check(field: Field, lang: Lang) -> Mapping[str, Any]:
    """The data validation of a column in XlsxWriter's terms; empty where anything may stand."""
    rule = _rule(field, lang)
    if not rule:
        return {}
    wrong = "list" if rule["validate"] == "list" else field.kind.name
    return rule | {
        "ignore_blank": True,
        "error_title": say(lang, "template.wrong.title"),
        "error_message": say(lang, f"template.wrong.{wrong}", wants=field.kind.wants()),
    }


def _rule(field: Field, lang: Lang) -> dict[str, Any]:
    match field.kind:
        case Day():
            return {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
        case Count():
            return {"validate": "integer", "criteria": ">=", "value": 0}
        case Number(low=low, high=high):
            return {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        case Money():
            return {"validate": "decimal", "criteria": ">=", "value": Decimal(0)}
        case YesNo():
            return {"validate": "list", "source": [say(lang, "template.yes"), say(lang, "template.no")]}
        case Choice(options=options):
            return {"validate": "list", "source": list(options)}
    return {}
