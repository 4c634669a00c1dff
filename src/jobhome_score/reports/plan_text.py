"""A plan for a terminal: the answer first, then what to do, what each indicator regains, what is lost, the fall."""

from collections.abc import Iterator, Sequence

from jobhome_score.insight.plan.mirror import Fall
from jobhome_score.insight.plan.planning import Plan
from jobhome_score.locales import Lang
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.escape import plain
from jobhome_score.reports.plan_lines import head_lines, plan_parts
from jobhome_score.reports.plan_phrases import outcome_text
from jobhome_score.reports.wrapping import width, wrapped


def plan_text(plan: Plan, fall: Fall | None, lang: Lang, screen: Screen) -> str:
    """The plan in lines no wider than the screen."""
    lines = list(_head(plan, lang, screen))
    for heading, rows in plan_parts(plan, fall, lang):
        if rows:
            bold = [f"\x1b[1m{heading}\x1b[0m" if screen.colour else heading] if heading else []
            lines += ["", *bold, *_columns(rows, screen)]
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
