"""What stands below the score sheet on a terminal: disputes, obligations, readings that move the payout, warnings."""

from collections.abc import Iterator, Sequence

from jobhome_score.assessment import Assessment
from jobhome_score.insight.sensitivity import Effect
from jobhome_score.locales import Lang, say
from jobhome_score.reports.decisions import by_document
from jobhome_score.reports.escape import plain
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.problems_text import problem_line
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.scoring.results import Status

WARNINGS_SHOWN = 5
EFFECTS_SHOWN = 5


def footnotes(assessment: Assessment, lang: Lang, effects: Sequence[Effect], *, told: bool) -> Iterator[str]:
    """What else must be known; what is not yet due only where pacing has not `told` it."""
    yield ""
    review = assessment.review
    if review.decisions or review.later or review.listed:
        from jobhome_score.reports.decision_notes import decision_notes  # few years have been disputed

        yield from decision_notes(assessment, lang)
    yield _obligations(assessment, lang)
    yield from _decided(assessment, lang)
    yield from _readings(assessment, lang)
    yield from _moving(effects, lang)
    pending = [line.indicator.id + " " + rule.rule.title[lang] for section in assessment.score.sections
               for line in section.indicators for rule in line.rules if rule.status is Status.NOT_YET_DUE]  # fmt: skip
    if pending and not told:
        yield say(lang, "screen.pending", names=say(lang, "list.sep").join(pending))
    for ledger, lines in assessment.absent.items():
        policy = assessment.request.missing.value
        yield say(
            lang,
            f"screen.absent_{policy}",
            ledger=say(lang, f"ledger.{ledger}"),
            lines=say(lang, "list.sep").join(lines),
        )
    for problem in assessment.problems[:WARNINGS_SHOWN]:
        yield problem_line(problem, lang)
    if len(assessment.problems) > WARNINGS_SHOWN:
        yield say(lang, "screen.more_warnings", count=str(len(assessment.problems) - WARNINGS_SHOWN))


def _obligations(assessment: Assessment, lang: Lang) -> str:
    states = assessment.score.obligations
    met = sum(state.status is Status.MET for state in states)
    open_ = [state.obligation.title[lang] for state in states if state.status is Status.MISSED]
    line = say(lang, "screen.obligations", met=str(met), all=str(len(states)))
    if not open_:
        return line
    return line + say(lang, "screen.obligations_missed", names=("；" if lang == "zh" else "; ").join(open_))


def _moving(effects: Sequence[Effect], lang: Lang) -> Iterator[str]:
    for effect in effects[:EFFECTS_SHOWN]:
        if effect.outcome is not None:
            payout = effect.outcome.payout
            facts = {"total": shown(effect.outcome.total), "percent": percent_text(payout.share)}
            name = f"{effect.reading}={effect.option}"
            yield say(lang, "screen.moving", name=name, payable=money(payout.payable), **facts)
    if len(effects) > EFFECTS_SHOWN:
        yield say(lang, "screen.more_moving", count=str(len(effects) - EFFECTS_SHOWN))


def _decided(assessment: Assessment, lang: Lang) -> Iterator[str]:
    for readings, cited in by_document(assessment.decisions, lang):
        yield say(lang, "decision.by_document", readings=readings, cited=plain(cited))


def _readings(assessment: Assessment, lang: Lang) -> Iterator[str]:
    """The open readings: how many, and which are not at their defaults."""
    left = {name: option for name, option in assessment.options.items() if name not in assessment.decisions}
    changed = [f"{name}={option}" for name, option in left.items() if option != assessment.readings[name].default]
    if left:
        key = "screen.readings_rest" if assessment.decisions else "screen.readings"
        names = say(lang, "list.sep").join(changed)
        default = "" if assessment.decisions else "_default"
        yield say(lang, f"{key}_changed" if changed else f"{key}{default}", count=str(len(left)), names=names)
