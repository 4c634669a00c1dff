"""The readings used, what else the clauses could mean, and what the other readings would pay."""

from collections.abc import Iterator, Mapping, Sequence

from jobhome_score.assessment import Assessment
from jobhome_score.insight.sensitivity import Effect, Sensitivity
from jobhome_score.locales import Lang, say
from jobhome_score.reports.decisions import cited_for
from jobhome_score.reports.html.markup import Child, Html, element, joined, list_of, table
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.readings_text import signed, summary
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.rubric.readings import Reading


def readings(assessment: Assessment, effects: Sequence[Effect], whole: Sensitivity | None, lang: Lang) -> Html:
    """The effects that move the payout, largest first; the ranges where known; every reading with the option used."""
    lines = () if whole is None else summary(assessment, whole, lang)
    ranges = [list_of((element("span", line) for line in lines), "ranges")] if whole is not None else []
    return joined([*_effects(assessment, effects, lang), *ranges, _used(assessment, lang)])


def _effects(assessment: Assessment, effects: Sequence[Effect], lang: Lang) -> Iterator[Html]:
    rows = [row for effect in effects for row in _effect(assessment, effect, lang)]
    if rows:
        yield element("p", say(lang, "html.effects"), class_="lead")
        headings = ("report.reading", "html.instead", "report.total", "report.percent", "report.payable", "html.change")
        yield table(headings, rows, lang, "effects")


def _effect(assessment: Assessment, effect: Effect, lang: Lang) -> Iterator[Sequence[Child]]:
    if effect.outcome is None:
        return
    reading = assessment.readings[effect.reading]
    payout, total = effect.outcome.payout, effect.outcome.total
    more = payout.payable - assessment.payout.payable
    change = ("+" if more > 0 else "") + money(more)
    points = signed(total - assessment.score.total)
    yield (
        reading.question[lang], _option(reading, effect.option, lang), f"{shown(total)} ({points})",
        percent_text(payout.share), money(payout.payable), element("b", change, class_="gain" if more > 0 else "loss"),
    )  # fmt: skip


def _option(reading: Reading, name: str, lang: Lang) -> Html:
    says = next(option.says[lang] for option in reading.options if option.id == name)
    return element("span", says, " ", element("code", f"{reading.id}={name}"))


def _used(assessment: Assessment, lang: Lang) -> Html:
    rows = (_reading(reading, assessment.options, cited_for(assessment, reading.id, lang), lang)
            for reading in assessment.readings.values())  # fmt: skip
    return table(("report.question", "report.option", "report.others"), rows, lang, "readings")


def _reading(reading: Reading, used: Mapping[str, str], decided: str, lang: Lang) -> Sequence[Child]:
    chosen = used[reading.id]
    asked = element("span", reading.question[lang], " ", element("cite", reading.cite) if reading.cite else "")
    usual = decided or say(lang, "html.default" if chosen == reading.default else "html.not_default")
    others = (_option(reading, option.id, lang) for option in reading.options if option.id != chosen)
    mark = element("small", usual, class_="" if decided or chosen == reading.default else "changed")
    return asked, element("span", _option(reading, chosen, lang), " ", mark), list_of(others)
