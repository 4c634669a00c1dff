"""A plan for a terminal: the answer first, then what to do, what each indicator regains, what is lost, the fall."""

from collections.abc import Iterator, Sequence

from jobhome_score.assessment import Assessment
from jobhome_score.insight.plan.mirror import Fall
from jobhome_score.insight.plan.planning import Plan
from jobhome_score.insight.plan.prospects import ahead, losses
from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import plain
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.plan_phrases import (
    ahead_text,
    fall_text,
    idle_text,
    loss_text,
    notes_text,
    outcome_text,
    priced,
    regained,
    repairs_text,
    stairs_text,
)
from jobhome_score.reports.readings_text import signed
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.reports.terminal import Screen
from jobhome_score.reports.wrapping import width, wrapped

Part = tuple[str, Sequence[str]]
"""A heading and its lines; a line may have columns, parted by tabs."""


def plan_text(plan: Plan, fall: Fall | None, lang: Lang, screen: Screen) -> str:
    """The plan in lines no wider than the screen."""
    lines = list(_head(plan, lang, screen))
    for heading, rows in plan_parts(plan, fall, lang):
        if rows:
            bold = f"\x1b[1m{heading}\x1b[0m" if screen.colour else heading
            lines += ["", bold, *_columns(rows, screen)]
    return "\n".join(lines) + "\n"


def _head(plan: Plan, lang: Lang, screen: Screen) -> Iterator[str]:
    contract = plan.ground.assessment.contract
    yield from wrapped(f"{plain(contract.site)} · {plain(contract.operator)}", screen.width)
    for line in head_lines(plan, lang):
        yield from wrapped(line, screen.width)
    yield ""
    for line in outcome_text(plan, lang):
        for at, piece in enumerate(wrapped(line, screen.width)):
            yield f"\x1b[1m{piece}\x1b[0m" if screen.colour and not at else piece


def head_lines(plan: Plan, lang: Lang) -> Iterator[str]:
    """What is asked, where the year stands, and what counts as a repair."""
    assessment, ground = plan.ground.assessment, plan.ground
    heading = say(lang, "plan.heading.none") if plan.score is None else say(
        lang, "plan.heading", target=shown(plan.score))  # fmt: skip
    yield heading + _as_of(assessment, lang)
    payout = assessment.payout
    facts = {"percent": percent_text(payout.share), "payable": money(payout.payable)}
    yield say(lang, "plan.now", total=shown(assessment.score.total), **facts)
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


def _columns(rows: Sequence[str], screen: Screen) -> Iterator[str]:
    """Rows whose columns stand under each other; the last one is wrapped under itself, or below where it is narrow."""
    split = [row.split("\t") for row in rows]
    wide = [max((width(row[at]) for row in split if len(row) > at + 1), default=0)
            for at in range(max(len(row) for row in split) - 1)]  # fmt: skip
    narrow = sum(wide) + 2 * len(wide) > screen.width // 2
    for *cells, last in split:
        first = "".join(cell + " " * (room - width(cell) + 2) for cell, room in zip(cells, wide, strict=False))
        if narrow and len(cells) > 1:
            yield first.rstrip()
            yield from wrapped(last, screen.width, "    ", "    ")
        else:
            yield from wrapped(last, screen.width, first, " " * width(first))
