"""The duties of the calendar as reports line them up: those of months and quarters, then those of weeks."""

from collections.abc import Iterator, Sequence
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say, word
from jobhome_score.named import NamedTuple
from jobhome_score.reports.phrases import target_text
from jobhome_score.scoring.results import Strip

WEEK: Final = "week"


class Duty(NamedTuple):
    """A strip with the words that go before it."""

    id: str
    title: str
    strip: Strip


def duties(assessment: Assessment, lang: Lang) -> Sequence[Duty]:
    """Every strip of the score sheet and of the obligations, in their order, those of weeks last."""
    return sorted(_duties(assessment, lang), key=lambda duty: duty.strip.grain == WEEK)


def _duties(assessment: Assessment, lang: Lang) -> Iterator[Duty]:
    for section in assessment.score.sections:
        for line in section.indicators:
            for rule in line.rules:
                yield from (_duty(line.indicator.id, rule.rule.title[lang], strip, lang) for strip in rule.strips)
    for state in assessment.score.obligations:
        named = say(lang, "html.obligation")
        yield from (_duty(named, state.obligation.title[lang], strip, lang) for strip in state.strips)


def _duty(name: str, title: str, strip: Strip, lang: Lang) -> Duty:
    return Duty(name, f"{title} · {word(lang, 'figure', strip.name)}" if strip.name else title, strip)


def each_words(strip: Strip, lang: Lang) -> str:
    """How much of it is asked for in which cells, such as each month ≥ 1."""
    return f"{say(lang, f'html.each.{strip.grain}')} {target_text(strip.target)}"


def tally_of(strip: Strip) -> tuple[int, int]:
    """How many cells met their requirement, of how many that are due."""
    return sum(cell.due and cell.met for cell in strip.cells), sum(cell.due for cell in strip.cells)
