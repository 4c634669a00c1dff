"""What the letter says that asks the purchaser how open clauses are to be read: its parts, for whatever writes it."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.insight.sensitivity import Effect, Outcome, Sensitivity, changes
from jobhome_score.locales import Lang, say
from jobhome_score.records import dataclass
from jobhome_score.reports.decisions import cited_for
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.readings_text import by_money, signed
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.rubric.document import Indicator
from jobhome_score.rubric.readings import Reading
from jobhome_score.rubric.source import RubricSource

DIGITS: Final = "一二三四五六七八九"
TEN: Final = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to read a clause, and what the year comes to if this alone changes; texts ready to print."""

    says: str
    used: bool
    figures: tuple[str, str, str, str, str]
    """Total, change in points, percentage, payable, change in money."""


@dataclass(frozen=True, slots=True)
class Question:
    """An open question: the clause it stands in, the contract's words about it, and how it may be read."""

    asked: str
    cite: str
    wording: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A question that is decided: what holds, and who said so when and where."""

    asked: str
    says: str
    cited: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter in its parts. `moving` questions in the order of their money; `quiet` ones move nothing this year."""

    to: str
    opening: str
    state: tuple[str, ...]
    moving: tuple[Question, ...]
    quiet: tuple[Question, ...]
    settled: tuple[Settled, ...]
    reply: str

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything that is asked, as the reply form lists it."""
        return (*self.moving, *self.quiet)


def letter(assessment: Assessment, source: RubricSource, found: Sensitivity, lang: Lang) -> Letter:
    """The letter about the open readings of an assessment."""
    contract, rubric = assessment.contract, assessment.rubric
    open_ = by_money(assessment, found)
    moving = [reading for reading in open_ if _moves(found, reading.id)]
    facts = {
        "rubric": rubric.title[lang], "site": contract.site, "operator": contract.operator,
        "start": day_text(contract.period.start, lang), "end": day_text(contract.period.end, lang),
    }  # fmt: skip

    def question(reading: Reading) -> Question:
        wording = tuple(_wording(assessment, source, reading, lang))
        return Question(
            reading.question[lang], reading.cite, wording, tuple(_choices(assessment, found, reading, lang))
        )

    return Letter(
        to=say(lang, "letter.to", name=contract.purchaser or say(lang, "letter.purchaser")),
        opening=say(lang, "letter.opening", **facts),
        state=tuple(_state(assessment, found, len(open_), lang)),
        moving=tuple(question(reading) for reading in moving),
        quiet=tuple(question(reading) for reading in open_ if reading not in moving),
        settled=tuple(_settled(assessment, lang)),
        reply=say(lang, "letter.reply.body", **facts),
    )


def heading(of: Letter, part: str, lang: Lang) -> str:
    """The heading of a part, numbered among those that the letter has."""
    there = {"state": True, "asked": bool(of.moving), "quiet": bool(of.quiet), "decided": bool(of.settled)}
    number = [name for name, is_there in there.items() if is_there].index(part) + 1
    return say(lang, f"letter.head.{part}", number=number_text(number, lang))


def day_text(day: dt.date, lang: Lang) -> str:
    """A date as letters write it."""
    return say(lang, "letter.day", year=str(day.year), month=str(day.month), day=str(day.day))


def number_text(number: int, lang: Lang) -> str:
    """A number below a hundred as questions are numbered: 二十一, 21."""
    if lang == "en":
        return str(number)
    tens, ones = divmod(number, TEN)
    head = ("" if tens == 1 else DIGITS[tens - 1]) + "十" if tens else ""
    return head + (DIGITS[ones - 1] if ones else "")


def _moves(found: Sensitivity, reading: str) -> bool:
    """Whether a change of this reading alone moves the total or the payout."""
    outcomes = [one.outcome for one in found.effects if one.reading == reading and one.outcome]
    return any(_figure(one) != _figure(found.used) for one in outcomes)


def _figure(outcome: Outcome) -> tuple[object, ...]:
    return outcome.total, outcome.payout.share, outcome.payout.payable


def _state(assessment: Assessment, found: Sensitivity, count: int, lang: Lang) -> Iterator[str]:
    facts = _facts(found.used)
    if not count:
        yield say(lang, "letter.state_none", **facts)
        return
    low, high = found.lowest.payout.payable, found.highest.payout.payable
    yield say(
        lang, "letter.state", count=str(count), low=shown(found.least.total), high=shown(found.most.total),
        low_money=money(low), high_money=money(high), **facts,
    )  # fmt: skip
    yield _decisive(assessment, found, lang)
    if found.resting:
        yield say(lang, "letter.resting", deducted=shown(found.deducted), points=shown(found.rests))


def _decisive(assessment: Assessment, found: Sensitivity, lang: Lang) -> str:
    if found.decisive is None:
        return say(lang, "letter.settled")
    named = [
        say(lang, "letter.changed", question=reading.question[lang], says=_says(reading, option, lang))
        for name, option in changes(assessment.options, found.decisive).items()
        for reading in (assessment.readings[name],)
    ]
    names = say(lang, "list.also").join(named)
    return say(lang, "letter.decisive", count=str(len(named)), names=names, **_facts(found.decisive))


def _facts(outcome: Outcome) -> dict[str, str]:
    payout = outcome.payout
    return {"total": shown(outcome.total), "percent": percent_text(payout.share), "payable": money(payout.payable)}


def _says(reading: Reading, option: str, lang: Lang) -> str:
    return next(one.says[lang] for one in reading.options if one.id == option)


def _wording(assessment: Assessment, source: RubricSource, reading: Reading, lang: Lang) -> Iterator[str]:
    """What the contract says: the content of each indicator that the reading bears on, and the sentences it decides."""
    lines = assessment.rubric.indicators()
    for name, rules in source.bears_on(reading.id).items():
        if name in lines:
            yield from _clause(lines[name], rules, lang)


def _clause(line: Indicator, rules: frozenset[str], lang: Lang) -> Iterator[str]:
    facts = {"id": line.id, "title": line.title[lang]}
    if line.content[lang]:
        yield say(lang, "letter.content", content=line.content[lang], **facts)
    says = [rule.says[lang] for rule in line.rules if not rules or rule.id in rules]
    yield say(lang, "letter.standard", says=say(lang, "list.also").join(says), **facts)


def _choices(assessment: Assessment, found: Sensitivity, reading: Reading, lang: Lang) -> Iterator[Choice]:
    effects = {one.option: one for one in found.effects if one.reading == reading.id}
    for option in reading.options:
        if option.id == assessment.options[reading.id]:
            yield Choice(say(lang, "letter.used", says=option.says[lang]), True, _figures(found.used, found.used, lang))
        else:
            yield Choice(option.says[lang], False, _effect(effects[option.id], found, lang))


def _effect(effect: Effect, found: Sensitivity, lang: Lang) -> tuple[str, str, str, str, str]:
    if effect.outcome is None:
        return ("—", "—", "—", say(lang, "letter.impossible"), "—")
    return _figures(effect.outcome, found.used, lang)


def _figures(outcome: Outcome, used: Outcome, lang: Lang) -> tuple[str, str, str, str, str]:
    del lang  # figures are alike in both languages
    payable, more = outcome.payout.payable, outcome.payout.payable - used.payout.payable
    points = outcome.total - used.total
    change = f"{'+' if more > 0 else '−'}{abs(more):,.2f}" if more else "0"
    return (
        shown(outcome.total), signed(points) if points else "0", percent_text(outcome.payout.share),
        f"{payable:,.2f}", change,
    )  # fmt: skip


def _settled(assessment: Assessment, lang: Lang) -> Iterator[Settled]:
    for name, decision in assessment.decisions.items():
        reading = assessment.readings[name]
        yield Settled(reading.question[lang], _says(reading, decision.option, lang), cited_for(assessment, name, lang))
