"""A plan in a few words, alike in every report: units, repairs, stairs, losses, the fall."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jobhome_score.insight.plan.ground import Ruled
from jobhome_score.insight.plan.levers import Lever, Standing
from jobhome_score.insight.plan.mirror import Fall
from jobhome_score.insight.plan.planning import Plan, Repair, Stair, Staircase
from jobhome_score.insight.plan.prospects import Ahead, Loss
from jobhome_score.insight.plan.staircases import Move
from jobhome_score.locales import Lang, knows, say, word
from jobhome_score.measures.measuring import PERIOD
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.phrases import figure_text, target_text
from jobhome_score.reports.readings_text import signed
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.rubric.document import How
from jobhome_score.settlement import Payout, settle

CELLS_SHOWN = 4
STAIRS_SHOWN = 4


def counted(lang: Lang, key: str, number: Fraction) -> str:
    """A number with its unit: 37 人, 1 fair, 2 fairs."""
    one, _, many = say(lang, key).partition("|")
    return f"{shown(number)} {many if many and number != 1 else one}"


def unit_key(lever: Lever) -> str:
    """Where the word for a lever's unit stands."""
    if lever.whole_figure and lever.figure.empty is None:
        return "plan.unit.figure"
    view, columns = lever.measure.of, lever.take.columns
    keys = [f"plan.unit.{view}.{column}" for column in columns[:1]] + [f"plan.unit.{view}"]
    return next((key for key in keys if knows("en", key)), "plan.unit")


def repairs_text(repairs: Sequence[Repair], lang: Lang) -> str:
    """What is done at the rules of an indicator."""
    return say(lang, "list.also").join(repair_text(one, lang) for one in repairs)


def repair_text(repair: Repair, lang: Lang) -> str:
    """What is done at a rule, and where: 数据汇报会 补证 1 次（2026-02）."""
    parts = (said + _where(mine, lang) for said, mine in _done(repair, lang))
    return f"{repair.ruled.rule.title[lang]} {say(lang, 'list.sep').join(parts)}"


def done_text(repair: Repair, lang: Lang) -> str:
    """What is done at a rule: 补证 1 次."""
    return say(lang, "list.sep").join(said for said, _ in _done(repair, lang))


def _done(repair: Repair, lang: Lang) -> Iterator[tuple[str, Sequence[Move]]]:
    moves = farthest(repair.moves)
    for standing in Standing:
        mine = [move for move in moves if move.lever.standing is standing]
        if mine:
            alone = len({move.lever.standing for move in moves}) == 1
            units = repair.units if alone else Fraction(sum(move.units for move in mine))
            yield _standing(mine, units, lang), mine


def farthest(moves: Sequence[Move]) -> Sequence[Move]:
    """Each lever once, as far as it is moved, in the order of the figures."""
    found: dict[tuple[int, int], Move] = {}
    for move in moves:
        if move.at not in found or found[move.at].units < move.units:
            found[move.at] = move
    return [found[at] for at in sorted(found)]


def _standing(moves: Sequence[Move], units: Fraction, lang: Lang) -> str:
    lever = moves[0].lever
    amount = counted(lang, unit_key(lever), units)
    return say(lang, f"plan.standing.{lever.standing.value}", amount=amount)


def _where(moves: Sequence[Move], lang: Lang) -> str:
    """The cells, where there are any: which months, which fairs, by how much."""
    cells = cells_text(moves, lang, CELLS_SHOWN)
    return say(lang, "plan.where", cells=cells) if cells else ""


def cells_text(moves: Sequence[Move], lang: Lang, most: int) -> str:
    """At most so many cells with what is done in each, and how many there are."""
    placed = [move for move in moves if move.lever.figure.cell]
    cells = [_cell(move, lang) for move in placed[:most]]
    if len(placed) > most:
        cells.append(say(lang, "plan.more", count=str(len(placed))))
    return say(lang, "list.sep").join(cells)


def _cell(move: Move, lang: Lang) -> str:
    lever, figure = move.lever, move.lever.figure
    name = f"{figure.cell} {word(lang, 'figure', figure.name)}".strip()
    if lever.take.how is How.MEAN and figure.value is not None:
        return name + say(lang, "plan.short", amount=shown(abs(lever.target.number - figure.value)))
    if move.units == 1:
        return name
    return say(lang, "plan.cell", cell=name, amount=counted(lang, unit_key(lever), Fraction(move.units)))


def stairs_text(stairs: Staircase, lang: Lang, *, priced: bool) -> str:
    """The first stairs and the last: 1处 +0.2 · 2处 +0.4 · … · 5处 +1."""
    steps = list(stairs.stairs)
    few = steps if len(steps) <= STAIRS_SHOWN + 1 else [*steps[:STAIRS_SHOWN], steps[-1]]
    said = [_stair(step, lang, priced=priced) for step in few]
    if len(few) < len(steps):
        said.insert(-1, "…")
    return " · ".join(said)


def _stair(step: Stair, lang: Lang, *, priced: bool) -> str:
    if priced:
        return say(lang, "plan.stair.cost", cost=shown(step.cost), points=signed(step.points))
    return say(lang, "plan.stair", units=shown(step.units), points=signed(step.points))


def idle_text(rules: Sequence[Ruled], lang: Lang) -> str:
    """Which rules bring nothing by themselves."""
    return say(lang, "plan.idle", rules=say(lang, "list.sep").join(one.rule.title[lang] for one in rules))


def outcome_text(plan: Plan, lang: Lang) -> Iterator[str]:
    """The answer: what it takes, or that nothing does."""
    assessment = plan.ground.assessment
    if plan.score is None:
        yield say(lang, "plan.top")
    elif plan.repairs is None:
        yield from _impossible(plan, lang)
    elif not plan.repairs:
        yield say(lang, "plan.there")
    else:
        units = shown(plan.units)
        key = "plan.possible.cost" if priced(plan) else "plan.possible"
        facts = {"units": units, "cost": shown(plan.cost)} if priced(plan) else {"units": units}
        more = plan.payout.payable - assessment.payout.payable
        yield say(
            lang, "plan.promise", least=say(lang, key, **facts), total=shown(plan.promised.total),
            percent=percent_text(plan.payout.share), payable=money(plan.payout.payable),
            more=say(lang, "plan.more_pay", money=("+" if more > 0 else "") + money(more)) if more else "",
        )  # fmt: skip


def _impossible(plan: Plan, lang: Lang) -> Iterator[str]:
    payout = paid_for(plan, plan.best)
    yield say(lang, "plan.impossible", best=shown(plan.best), percent=percent_text(payout.share))
    if plan.with_bonus > plan.best:
        yield say(lang, "plan.impossible.bonus", best=shown(plan.with_bonus))
    now = paid_for(plan, plan.ground.now.total)
    if payout.band.at_least > now.band.at_least:
        yield say(lang, "plan.still", band=str(payout.band.at_least))


def paid_for(plan: Plan, total: Fraction) -> Payout:
    """What a total would pay."""
    assessment = plan.ground.assessment
    return settle(assessment.rubric.settlement, total, assessment.contract)


def priced(plan: Plan) -> bool:
    """Whether repairs differ in cost."""
    return bool(plan.wanted.costs.by) or plan.wanted.costs.default != 1


def loss_text(loss: Loss, lang: Lang) -> str:
    """What is lost for good."""
    facts = {"title": loss.ruled.rule.title[lang], "points": signed(-loss.points)}
    return say(lang, "plan.loss", amount=lost_text(loss, lang), **facts)


def lost_text(loss: Loss, lang: Lang) -> str:
    """Why it is lost, and how much."""
    units = Fraction(sum(one.most for one in loss.levers))
    amount = counted(lang, unit_key(loss.levers[0]), units)
    return say(lang, f"plan.lost.{loss.standing.value}", amount=amount)


def ahead_text(one: Ahead, lang: Lang) -> str:
    """What is still to be done in time."""
    return say(
        lang, "plan.ahead.line", title=one.ruled.rule.title[lang], cells=grain_text(one, lang), cell=one.figure.cell,
        value=figure_text(one.figure.value, one.target), target=target_text(one.target),
    )  # fmt: skip


def grain_text(one: Ahead, lang: Lang) -> str:
    """How many months, quarters or weeks are still to end."""
    grain = next(measure.each[0] for term in one.ruled.rule.terms for measure in term.measures
                 if measure.each != (PERIOD,))  # fmt: skip
    single, _, many = say(lang, f"plan.grain.{grain}").partition("|")
    return say(lang, "plan.grains", count=str(one.cells), grain=many if many and one.cells > 1 else single)


def fall_text(found: Fall | None, lang: Lang) -> Iterator[str]:
    """How far the band is from falling."""
    if found is None:
        yield say(lang, "plan.fall.lowest")
        return
    yield say(lang, "plan.fall.distance", floor=shown(found.floor), distance=shown(found.distance))
    if found.misses is None:
        yield say(lang, "plan.fall.none")
        return
    misses = (
        say(lang, "plan.fall.miss", id=one.ruled.line.id, title=one.ruled.rule.title[lang], times=str(one.times),
            points=signed(-one.points))
        for one in found.misses
    )  # fmt: skip
    yield say(lang, "plan.fall.times", times=str(found.times), misses=say(lang, "list.also").join(misses))
    yield say(lang, "plan.fraud")


def notes_text(plan: Plan, lang: Lang) -> Iterator[str]:
    """What the plan leaves out, and why."""
    ground = plan.ground
    if any(line.presumed for line in ground.zeroed.values()):
        yield say(lang, "plan.presumed")
    elif ground.zeroed:
        yield say(lang, "plan.zeroed", lines=say(lang, "list.sep").join(ground.zeroed))
    lacking = [one for one in ground.rules.values() if one.score.lacking]
    if lacking:
        names = say(lang, "list.sep").join(f"{one.line.id} {one.rule.title[lang]}" for one in lacking)
        yield say(lang, "plan.lacking", names=names)


def regained(plan: Plan) -> Sequence[tuple[str, Fraction, Sequence[Repair]]]:
    """The repairs indicator by indicator with the points each regains, most for each unit of cost first."""
    before = {line.indicator.id: line for section in plan.ground.now.sections for line in section.indicators}
    found = []
    for section in plan.promised.sections:
        for line in section.indicators:
            repairs = [one for one in plan.repairs or () if one.ruled.line.id == line.indicator.id]
            gain = abs(line.deducted - before[line.indicator.id].deducted)
            if repairs or gain:
                found.append((line.indicator.id, gain, repairs))
    return sorted(found, key=lambda one: -one[1] / (sum((each.cost for each in one[2]), Fraction(0)) or 1))
