"""A plan line by line, alike on the screen, in Markdown, on the page and in the workbook."""

from collections.abc import Iterator, Sequence

from jobhome_score.assessment import Assessment
from jobhome_score.insight.plan.mirror import Fall
from jobhome_score.insight.plan.planning import Plan
from jobhome_score.insight.plan.prospects import ahead, losses
from jobhome_score.locales import Lang, say
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.plan_phrases import (
    ahead_text,
    fall_text,
    idle_text,
    loss_text,
    notes_text,
    priced,
    regained,
    repairs_text,
    stairs_text,
)
from jobhome_score.reports.readings_text import signed
from jobhome_score.reports.settlement_text import money, percent_text, reviewed_words

Part = tuple[str, Sequence[str]]
"""A heading and its lines; a line may have columns, parted by tabs."""


def head_lines(plan: Plan, lang: Lang) -> Iterator[str]:
    """What is asked, where the year stands, and what counts as a repair."""
    assessment, ground = plan.ground.assessment, plan.ground
    heading = say(lang, "plan.heading.none") if plan.score is None else say(
        lang, "plan.heading", target=shown(plan.score))  # fmt: skip
    yield heading + _as_of(assessment, lang)
    payout = assessment.payout
    facts = {"percent": percent_text(payout.share), "payable": money(payout.payable)}
    yield say(lang, "plan.now", total=shown(assessment.score.total), **facts)
    yield from filter(None, [reviewed_words(assessment, lang)])
    if assessment.review.listed:
        yield say(lang, "review.unapplied", count=str(len(assessment.review.listed)))
    if ground.now.total != assessment.score.total:
        yield say(lang, "plan.outlook", total=shown(ground.now.total))
    yield say(lang, f"plan.mode.{'running' if ground.running else 'closed'}")


def _as_of(assessment: Assessment, lang: Lang) -> str:
    day = assessment.request.as_of
    return "" if day is None else say(lang, "screen.as_of", date=day.isoformat())


def plan_parts(plan: Plan, fall: Fall | None, lang: Lang) -> Iterator[Part]:
    """Every part under its heading."""
    titles = {name: line.title[lang] for name, line in plan.ground.assessment.rubric.indicators().items()}
    steps = [(line, titles[line], signed(gain), repairs_text(repairs, lang)) for line, gain, repairs in regained(plan)]
    yield say(lang, "plan.steps"), ["\t".join(step) for step in steps]
    yield say(lang, "plan.staircases"), list(_stairs(plan, lang))
    yield say(lang, "plan.losses"), [f"{one.ruled.line.id}\t{loss_text(one, lang)}" for one in losses(plan.ground)]
    yield say(lang, "plan.ahead"), [f"{one.ruled.line.id}\t{ahead_text(one, lang)}" for one in ahead(plan.ground)]
    yield say(lang, "plan.fall"), list(fall_text(fall, lang))
    yield "", list(notes_text(plan, lang))


def _stairs(plan: Plan, lang: Lang) -> Iterator[str]:
    for one in plan.staircases:
        if not one.stairs:
            continue
        said = stairs_text(one, lang, priced=priced(plan))
        if one.idle:
            said += say(lang, "list.also") + idle_text(one.idle, lang)
        yield f"{one.line.id}\t{one.line.title[lang]}\t{said}"
