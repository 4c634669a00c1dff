"""What a lead and a row of the sample say, in the words that all reports share."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.evidence import Place
from jobhome_score.insight.flags.answers import Answer
from jobhome_score.insight.flags.family import Flags
from jobhome_score.insight.flags.sample import Drawn, Sample
from jobhome_score.ledgers.catalogue import ledgers
from jobhome_score.ledgers.kinds import shown as value_shown
from jobhome_score.locales import Lang, say, word
from jobhome_score.records import dataclass
from jobhome_score.reports.escape import brief
from jobhome_score.reports.evidence_rows import counts_bare, grouped
from jobhome_score.reports.measure_words import column_words
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.phrases import figure_text, target_text
from jobhome_score.reports.settlement_text import period_text, reviewed_words
from jobhome_score.views.catalogue import views

POWERS_FROM: Final = 6
"""From a million on only the power of ten is said."""

HARDLY: Final = Fraction(1, 100)

TWO_DIGITS: Final = Context(prec=2, rounding=ROUND_FLOOR)
CELLS_SHOWN: Final = 7


@dataclass(frozen=True, slots=True)
class Told:
    """A lead in words: what it is, what was found, the test, how often honest data show it, where, and what to do."""

    title: str
    size: str
    test: str
    chance: str
    rows: str
    innocent: str
    look: str


def told(answer: Answer, found: Flags, lang: Lang) -> Told:
    """The words of an answer."""
    facts = _facts(answer, lang)
    said = {part: say(lang, f"flags.{answer.code}.{part}", **facts) for part in
            ("title", "size", "test", "honest", "look")}  # fmt: skip
    rows = place_words(answer.rows, lang)
    return Told(said["title"], said["size"], said["test"], chance_words(answer, found, lang), rows, said["honest"],
                said["look"])  # fmt: skip


def _facts(answer: Answer, lang: Lang) -> Mapping[str, str]:
    facts = {name: brief(text) for name, text in answer.facts.items()}
    if "view" in facts:
        view = views()[facts["view"]]
        facts |= {"column": column_words(view, facts["column"], lang), "ledger": _ledger(facts["view"], lang)}
    elif "column" in facts:
        field = ledgers()[facts["ledger"]].fields[facts["column"]]
        facts["column"] = field.column.zh if lang == "zh" else field.id.replace("_", " ")
    if "view" not in facts and "ledger" in facts:
        facts["ledger"] = _ledger(facts["ledger"], lang)
    if "party" in facts:
        facts["party"] = word(lang, "rubric.value", facts["party"])
    if facts.get("left"):
        facts["left"] = say(lang, "flags.after_leaving.left", left=facts["left"])
    if "days" in facts:
        facts["days"] = say(lang, "list.sep").join(facts["days"].split())
    numbers = {"found": answer.found, "among": answer.among}
    return facts | {name: str(number) for name, number in numbers.items()} | {"expected": _rough(answer.expected, lang)}


def _rough(number: Fraction, lang: Lang) -> str:
    """A number that is expected: whole from ten on, below with one decimal, below one with two."""
    if 0 < number < HARDLY:
        return say(lang, "flags.hardly", number=shown(HARDLY))
    places = 0 if number >= 10 else 1 if number >= 1 else 2  # noqa: PLR2004 - two digits tell enough
    return shown(Fraction(round(number * 10**places), 10**places))


def _ledger(name: str, lang: Lang) -> str:
    return say(lang, f"ledger.{name}") if name in ledgers() else say(lang, f"rubric.view.{name}")


def place_words(places: Sequence[Place], lang: Lang) -> str:
    """Rows in few words; whole workbooks by their names."""
    if all(not place.row for place in places):
        return say(lang, "list.sep").join(place.file for place in places)
    return grouped(places, lang)


def chance_words(answer: Answer, found: Flags, lang: Lang) -> str:
    """How often honest data would show it."""
    if answer.chance is None:
        return say(lang, "flags.cannot", unless=say(lang, f"flags.{answer.code}.unless"))
    if not answer.chance:
        return say(lang, "flags.never")
    often = one_in(answer.chance, lang)
    return say(lang, "flags.rare" if answer in found.leads else "flags.usual", chance=often)


def one_in(chance: Decimal, lang: Lang) -> str:
    """A chance as one in a number of two digits, never said rarer than it is."""
    number = TWO_DIGITS.divide(Decimal(1), chance)
    if number < 2:  # noqa: PLR2004 - one in one is no number to tell
        return say(lang, "flags.often")
    if number.adjusted() >= POWERS_FROM:
        return say(lang, "flags.power", digits=str(number.adjusted()))
    return say(lang, "flags.one_in", number=format(number.to_integral_value(ROUND_FLOOR), "f"))


def head(assessment: Assessment, found: Flags, lang: Lang) -> Iterator[str]:
    """What the leads are about and what they are."""
    period = assessment.contract.period
    level = one_in(Decimal(found.level.numerator) / Decimal(found.level.denominator), lang)
    facts = {"start": period.start.isoformat(), "end": period.end.isoformat()}
    yield say(lang, "flags.period", asked=str(found.asked), level=level, **facts)
    yield say(lang, "flags.nature")


def whose(assessment: Assessment, lang: Lang) -> str:
    """The site, its operator and the period."""
    contract = assessment.contract
    return f"{contract.site} · {contract.operator} · {period_text(contract, lang)}"


def nothing(found: Flags, lang: Lang) -> str:
    """What is said where there are no leads."""
    return say(lang, "flags.none" if found.asked else "flags.none_asked")


def weighed(assessment: Assessment, lang: Lang) -> Iterator[str]:
    """How the rows of a sample are weighed, and on which score after review."""
    yield say(lang, "flags.sample_rule")
    reviewed = reviewed_words(assessment, lang)
    if reviewed:
        yield say(lang, "flags.sample_reviewed", reviewed=reviewed)
    if assessment.review.listed:
        yield say(lang, "review.unapplied", count=str(len(assessment.review.listed)))


def sample_heading(drawn: Sample, lang: Lang) -> str:
    """Which sample it is."""
    facts = {"seed": drawn.seed, "among": str(drawn.among), "count": str(len(drawn.rows))}
    return say(lang, "flags.sample", **facts)


def content(row: Drawn, lang: Lang) -> str:
    """What a row says, in its first cells."""
    said = [f"{column}={brief(_cell(value, lang), 40)}" for column, value in _named(row, lang)]
    return say(lang, "list.sep").join(said[:CELLS_SHOWN])


def _named(row: Drawn, lang: Lang) -> Iterator[tuple[str, object]]:
    fields = ledgers()[row.ledger].fields
    for name, value in row.says.items():
        yield fields[name].column.zh if lang == "zh" else name.replace("_", " "), value


def _cell(value: object, lang: Lang) -> str:
    if isinstance(value, bool):
        return say(lang, "report.yes" if value else "report.no")
    return word(lang, "rubric.value", value_shown(value))  # type: ignore[arg-type]  # a typed cell prints like a plain one


def hangs(row: Drawn, assessment: Assessment, lang: Lang) -> str:
    """What figure of the settlement rests on a row."""
    stake = row.stake
    if stake is None or row.weight == 1:
        return say(lang, "flags.hangs_nothing")
    line = assessment.rubric.indicators()[stake.indicator]
    title = next(rule.title[lang] for rule in line.rules if rule.id == stake.rule)
    cell = "" if stake.cell == str(row.place) or not stake.cell else stake.cell + " "
    if counts_bare(stake.target):
        return say(lang, "flags.hangs_award", indicator=f"{stake.indicator} {line.title[lang]}", rule=title)
    return say(lang, "flags.hangs", indicator=f"{stake.indicator} {line.title[lang]}", rule=title, cell=brief(cell),
               value=figure_text(stake.value, stake.target), target=target_text(stake.target))  # fmt: skip


def check(row: Drawn, lang: Lang) -> str:
    """What to hold a row against on site."""
    return say(lang, f"check.{row.ledger}")
