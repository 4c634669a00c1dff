"""What every report says about a year that still runs: its standing, two projections of its end, its open targets."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jobhome_score.assessment import Assessment, Result
from jobhome_score.insight.goals import Goal, Outlook
from jobhome_score.insight.pacing import Pacing, Standing, standing
from jobhome_score.locales import Lang, say, word
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.ordering import in_clauses
from jobhome_score.reports.phrases import figure_text, target_text
from jobhome_score.reports.report_lines import reached, worth
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import IndicatorScore, Score, Status, Tally

NONE = "—"
STATES = (Status.MET, Status.MISSED, Status.NOT_YET_DUE)


def heading(pacing: Pacing, lang: Lang) -> str:
    """The day, how many days have gone by and how many are left."""
    gone = pacing.gone
    return say(lang, "pacing.heading", day=pacing.day.isoformat(), gone=str(gone.days), rest=str(gone.rest))


def states(assessment: Assessment, lang: Lang) -> Iterator[tuple[str, Sequence[str]]]:
    """The rules that are due and met, due and missed, and not yet due: how many, and which."""
    for status in STATES:
        found = standing(assessment, status)
        yield say(lang, f"pacing.state.{status.value}", count=str(len(found))), [_named(one, lang) for one in found]


def state_lines(assessment: Assessment, lang: Lang) -> Iterator[tuple[str, str]]:
    """The states, each with its rules in one line."""
    sep = say(lang, "list.sep")
    yield from ((state, sep.join(names) or NONE) for state, names in states(assessment, lang))


def _named(one: Standing, lang: Lang) -> str:
    indicator, rule = one
    name = f"{indicator.id} {rule.rule.title[lang]}"
    if not isinstance(rule.measured, Tally) or not rule.measured.pending:
        return name
    return say(lang, "pacing.cells", name=name, met=str(rule.measured.met), due=str(rule.measured.due),
               pending=str(rule.measured.pending))  # fmt: skip


def outcomes(assessment: Assessment, pacing: Pacing, lang: Lang) -> Iterator[Sequence[str]]:
    """The score as of the day and both projections: what it is, total, share of the fee, amount."""
    for name, result in ended(assessment, pacing):
        payout = result.payout
        yield say(lang, f"pacing.{name}"), shown(result.score.total), percent_text(payout.share), money(payout.payable)


def ended(assessment: Assessment, pacing: Pacing) -> Sequence[tuple[str, Result]]:
    """The result as of the day, and the results of both projections, by name."""
    return ("now", assessment.result), ("nothing_more", pacing.nothing_more), ("at_pace", pacing.at_pace)


def lines(assessment: Assessment, pacing: Pacing, lang: Lang) -> Iterator[Sequence[str]]:
    """Each indicator: its name, its points, what it reaches as of the day and under both projections."""
    scores = [_by_id(result.score) for _, result in ended(assessment, pacing)]
    for line, role in in_clauses(assessment):
        indicator, points = line.indicator, worth(line)
        ends = (shown(reached(found[indicator.id], role)) for found in scores)
        yield f"{indicator.id} {indicator.title[lang]}", "" if points is None else str(points), *ends


def _by_id(score: Score) -> dict[str, IndicatorScore]:
    return {line.indicator.id: line for section in score.sections for line in section.indicators}


def changed(assessment: Assessment, pacing: Pacing) -> Iterator[tuple[IndicatorScore, Role, Sequence[Fraction]]]:
    """The indicators that either projection moves, with what they reach as of the day and under both."""
    scores = [_by_id(result.score) for _, result in ended(assessment, pacing)]
    for line, role in in_clauses(assessment):
        ends = [reached(found[line.indicator.id], role) for found in scores]
        if len(set(ends)) > 1:
            yield line, role, ends


def goal_name(goal: Goal, lang: Lang) -> str:
    """The number of a target's indicator, what it is for, and which of several figures."""
    number, slash, _ = goal.id.partition("/")
    name = f"{number if slash else say(lang, 'html.obligation')} {goal.title[lang]}"
    return f"{name} · {word(lang, 'figure', goal.figure)}" if goal.figure else name


def goal_cells(goal: Goal, lang: Lang) -> Sequence[str]:
    """So far, required, missing, needed a week, capacity a week, the last day to begin."""
    target = goal.target
    open_ = goal.outlook is not Outlook.REACHED
    capacity = figure_text(goal.capacity, target) + (say(lang, "pacing.stated") if goal.stated else "")
    so_far = figure_text(goal.so_far, target)
    if goal.excused:
        so_far = say(lang, "pacing.excused", so_far=so_far, excused=figure_text(goal.excused, target))
    return (
        so_far,
        target_text(target),
        figure_text(goal.missing, target) if open_ else "",
        figure_text(goal.weekly, target) if open_ else "",
        capacity if open_ else "",
        start_words(goal, lang),
    )


def goal_note(goal: Goal, lang: Lang) -> str:
    """What is missing, needed and possible in a week, and by when to begin, in one sentence."""
    _, _, missing, weekly, capacity, start = goal_cells(goal, lang)
    said = {"missing": missing, "weekly": weekly, "capacity": capacity, "start_by": start}
    return say(lang, "list.also").join(f"{say(lang, f'pacing.{name}')} {text}" for name, text in said.items() if text)


def start_words(goal: Goal, lang: Lang) -> str:
    """By when work must begin, or why that is not the question any more."""
    if goal.start_by is not None:
        return goal.start_by.isoformat()
    if goal.outlook is Outlook.REACHED:
        return say(lang, "pacing.reached")
    return say(lang, "pacing.lost_stated" if goal.stated else "pacing.lost_pace")


def notes(lang: Lang) -> Iterator[str]:
    """How projections and dates are meant."""
    yield say(lang, "pacing.note.projection")
    yield say(lang, "pacing.note.pace")
    yield say(lang, "pacing.note.capacity")


OUTCOMES = ("pacing.projections", "report.total", "report.percent", "report.payable")
LINES = ("report.indicator", "report.points", "pacing.now", "pacing.nothing_more", "pacing.at_pace")
GOALS = ("pacing.goals", *(f"pacing.{name}" for name in ("so_far", "required", "missing", "weekly", "capacity")),
         "pacing.start_by", "pacing.name")  # fmt: skip


def tables(
    assessment: Assessment, pacing: Pacing, lang: Lang
) -> Iterator[tuple[Sequence[str], Iterator[Sequence[str]]]]:  # fmt: skip
    """The tables of a written report: the keys of their headings, and their rows."""
    yield OUTCOMES, outcomes(assessment, pacing, lang)
    yield LINES, lines(assessment, pacing, lang)
    yield GOALS, ((goal_name(goal, lang), *goal_cells(goal, lang), goal.id) for goal in pacing.goals)
