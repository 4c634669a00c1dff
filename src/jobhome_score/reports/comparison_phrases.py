"""How the parts of a comparison are put into a few words, alike in every format."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from jobhome_score.insight.attribution import Part
from jobhome_score.insight.differences import (
    Comparison,
    DutyDifference,
    LineDifference,
    MissDifference,
    NamedDifference,
    RuleDifference,
)
from jobhome_score.insight.explanation import files
from jobhome_score.insight.row_changes import RowChanges
from jobhome_score.insight.sides import Measured, Side, SideDuty, SideMiss, SideRule, Spot
from jobhome_score.ledgers.catalogue import REVIEWS
from jobhome_score.ledgers.kinds import shown as cell_shown
from jobhome_score.ledgers.rows import Field
from jobhome_score.ledgers.tables import Table
from jobhome_score.locales import Lang, say, word
from jobhome_score.reports.escape import brief
from jobhome_score.reports.numbers import recalled, shown
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.scoring.results import Tally

ARROW: Final = " → "
LONGEST_VALUE: Final = 40
AMOUNTS: Final = ("fee", "paid")
"""The items of a project that are money."""


def signed(points: Fraction) -> str:
    """Points with their sign; nothing as 0."""
    return ("+" if points > 0 else "−" if points < 0 else "") + shown(abs(points))


def signed_money(amount: Decimal) -> str:
    """Yuan with their sign."""
    return ("+" if amount > 0 else "") + money(amount)


def signed_share(share: Fraction, lang: Lang) -> str:
    """Percentage points with their sign."""
    sign = "+" if share > 0 else "−" if share < 0 else ""
    return say(lang, "compare.share_points", points=sign + shown(abs(share) * 100))


def side_words(side: Side, lang: Lang) -> str:
    """Which side this is: its name, site, period, rubric, day."""
    terms, project = side.terms, side.project
    said = [
        say(lang, "compare.stored" if side.stored else "compare.ledgers", name=side.name),
        project.get("site", ""),
        say(lang, "compare.period", start=project.get("period_start", ""), end=project.get("period_end", "")),
        f"{terms.rubric} {terms.rubric_version}",
    ]
    if terms.as_of:
        said.append(say(lang, "compare.as_of", date=terms.as_of.isoformat()))
    return " · ".join(part for part in said if part)


def cautions(found: Comparison, lang: Lang) -> Iterator[str]:
    """What must be known before anybody reads the figures."""
    yield from (term_words(one, lang) for one in found.terms)
    yield from (project_words(one, lang) for one in found.project)
    for name, side in (("A", found.a), ("B", found.b)):
        count = sum(one.rows for one in side.inputs if one.ledger == REVIEWS and one.sha256 not in side.terms.reviews)
        if count:
            yield f"{name}  {say(lang, 'review.unapplied', count=str(count))}"
    if found.a.version != found.b.version:
        yield say(lang, "compare.versions", a=found.a.version, b=found.b.version)
    if "range" in (found.a.terms.missing, found.b.terms.missing):
        yield say(lang, "compare.low_ends")
    if found.undivided:
        kind, _, name = found.undivided.partition(":")
        yield say(lang, f"compare.undivided.{kind}", name=name)


def term_words(one: NamedDifference, lang: Lang) -> str:
    """A difference of rubric, reading, day or treatment of absent ledgers."""
    kind, _, name = one.name.partition(":")
    nothing = say(lang, f"compare.nothing.{kind}")
    return say(lang, f"compare.term.{kind}", name=name, a=one.a or nothing, b=one.b or nothing)


def project_words(one: NamedDifference, lang: Lang) -> str:
    """An item of the project that reads otherwise."""
    a, b = (money(Decimal(side)) if side and one.name in AMOUNTS else side or "—" for side in (one.a, one.b))
    return say(lang, "compare.project", name=say(lang, f"compare.item.{one.name}"), a=a, b=b)


def title_of(one: LineDifference | RuleDifference | DutyDifference, found: Comparison, lang: Lang) -> str:
    """What a thing is called; rather by the side whose rubric is at hand, which speaks every language."""
    sides = (one.a, one.b) if found.b.stored and not found.a.stored else (one.b, one.a)
    return next(side.title[lang] for side in sides if side is not None)


def cause_words(part: Part, lang: Lang) -> str:
    """What was exchanged in a part of the difference."""
    ledger = word(lang, "ledger", part.ledger) if part.ledger else ""
    return say(lang, f"compare.cause.{part.cause}", ledger=ledger, count=str(part.rows))


def measured_words(measured: Measured, required: str, lang: Lang) -> str:
    """What was measured: how many cells met theirs, or figures by name."""
    if isinstance(measured, Tally):
        return say(lang, "phrase.tally", met=str(measured.met), due=str(measured.due))
    figures = [f"{word(lang, 'figure', name)} {_figure(value, required)}".strip() if name else _figure(value, required)
               for name, value in measured.items()]  # fmt: skip
    return say(lang, "list.comma").join(figures) or "—"


def _figure(value: Fraction | None, required: str) -> str:
    """A figure; a rate as a percentage, as its requirement has it. Stored or not it has the same decimals."""
    if value is None:
        return "—"
    if required.endswith("%") and ";" not in required:
        return percent_text(recalled(value, 4))
    return _told(value)


def _told(number: Fraction) -> str:
    return shown(recalled(number))


def rule_words(rule: RuleDifference, lang: Lang) -> str:
    """What a rule comes to on both sides: measured, required, misses, points."""
    a, b = rule.a, rule.b
    if a is None or b is None:
        return say(lang, "compare.only_b" if a is None else "compare.only_a")
    measured = [measured_words(one.measured, one.required, lang) for one in (a, b)]
    parts = [_both("measured", measured, lang)]
    if a.required != b.required:
        parts.append(_both("required", [pretty(a.required), pretty(b.required)], lang))
    parts.append(_both("misses", [_told(a.misses), _told(b.misses)], lang))
    parts.append(_both("amount", [_told(a.taken), _told(b.taken)], lang))
    if a.status != b.status:
        parts.append(_both("status", [_status(a, lang), _status(b, lang)], lang))
    return say(lang, "list.also").join(parts)


def _both(name: str, texts: Sequence[str], lang: Lang) -> str:
    return f"{say(lang, f'report.{name}')} {ARROW.join(dict.fromkeys(texts))}"


def pretty(required: str) -> str:
    """A requirement in the signs that people write."""
    return required.replace(">=", "≥").replace("<=", "≤")


def _status(one: SideRule | SideDuty, lang: Lang) -> str:
    return word(lang, "status", one.status)


def duty_words(one: SideDuty | None, lang: Lang) -> str:
    """Where an obligation stands on a side."""
    if one is None:
        return "—"
    return f"{measured_words(one.measured, '', lang)} ({_status(one, lang)})"


def which(miss: MissDifference) -> str:
    """Who has a miss: `only_a`, `only_b`, or `both`."""
    return "both" if miss.a and miss.b else "only_a" if miss.a else "only_b"


def miss_words(miss: MissDifference, lang: Lang) -> str:
    """A miss: its cell, its figure on either side, what is required."""
    found = [one for one in (miss.a, miss.b) if one is not None]
    last = found[-1]
    cell = "" if last.row else last.cell
    name = word(lang, "figure", last.name) if last.name else ""
    values = ARROW.join(dict.fromkeys(_value(one, lang) for one in found))
    times = ARROW.join(dict.fromkeys(_told(one.times) for one in found))
    said = say(lang, "compare.miss", value=values, required=pretty(last.required), times=times)
    return " ".join(part for part in (cell, name, said) if part)


def _value(miss: SideMiss, lang: Lang) -> str:
    return say(lang, "report.nothing") if miss.value is None else _figure(miss.value, miss.required)


def spots_of(miss: MissDifference) -> Sequence[tuple[str, Spot]]:
    """The rows that tell a miss, each with who has it: those of one side alone, or the row that both have."""
    if miss.a and miss.b and miss.a.row and miss.b.row:
        return [("both", spot) for spot in miss.b.rows()]
    return [("only_a", spot) for spot in miss.only_a] + [("only_b", spot) for spot in miss.only_b]


def field_words(declared: Field, lang: Lang) -> str:
    """What a column is called."""
    return declared.column.zh if lang == "zh" else declared.id.replace("_", " ")


def value_words(value: Any, lang: Lang) -> str:
    """What a cell holds, as it was read."""
    if isinstance(value, bool):
        return say(lang, "report.yes" if value else "report.no")
    return "—" if value is None else brief(cell_shown(value), LONGEST_VALUE)


def row_words(change: RowChanges, table: Table, row: int, lang: Lang) -> str:
    """What a row holds in the columns that it fills."""
    return " ".join(
        f"{field_words(declared, lang)}={value_words(table.columns[name][row], lang)}"
        for name, declared in change.ledger.fields.items()
        if table.columns[name][row] is not None
    )


def column_changes(change: RowChanges, at: int, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """The columns of a changed row that differ: name, before, after."""
    one = change.changed[at]
    assert change.a is not None  # noqa: S101 - only a ledger on both sides has changed rows
    assert change.b is not None  # noqa: S101
    for name in one.columns:
        before, after = change.a.columns[name][one.a], change.b.columns[name][one.b]
        yield field_words(change.ledger.fields[name], lang), value_words(before, lang), value_words(after, lang)


def measured_by(change: RowChanges, found: Comparison) -> list[str]:
    """The rules that differ and measure a ledger, such as `2.1 items`."""
    return [
        f"{line.either.id} {rule.either.id}"
        for line in found.lines
        for rule in line.rules
        if change.ledger.id in frozenset[str]().union(*(one.ledgers for one in (rule.a, rule.b) if one))
    ]


def file_pairs(found: Comparison) -> list[tuple[str, str, str]]:
    """Every workbook: as A calls it, as B does, and whether it is the same byte for byte, or only on one side."""
    a, b = files(found.a), files(found.b)
    pairs = [(name, b[sha256], "same") for sha256, name in a.items() if sha256 in b]
    pairs += [(name, "", "only_a") for sha256, name in a.items() if sha256 not in b]
    pairs += [("", name, "only_b") for sha256, name in b.items() if sha256 not in a]
    return sorted(pairs, key=lambda pair: (pair[0] or pair[1], pair[2]))
