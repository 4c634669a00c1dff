"""1.5 and 1.6: publicity, and the building."""

from .case import Case, times
from .figures import IndicatorFigures, RuleFigures, indicator, not_due, rule, short_of
from .rows import Row, day, day_or_none, is_no, name_key
from .spans import working_days


def publicity(case: Case) -> IndicatorFigures:
    """1.5, 5 points, down to nothing."""
    rows = case.rows("publicity")
    channels = len({name_key(row, "channel") for row in rows})
    bad = sum(1 for row in rows if is_no(row, "timely") or is_no(row, "truthful"))
    bad += case.findings("信息不及时", "信息虚假")
    handled = [day_or_none(row, "handled") for row in case.rows("feedback")]
    waiting = sum(1 for moment in handled if moment is None or moment > case.cut)
    return indicator(5, 5, {
        "channels": short_of(3, channels, "1") if case.over else not_due(),
        "messages": rule(bad, "0.5", bad),
        "feedback": rule(waiting, "0.5", waiting),
    })  # fmt: skip


def fixed_late(case: Case, fault: Row) -> bool:
    """Whether a fault took more than 5 working days; one still open counts to the last day that is known."""
    fixed = day_or_none(fault, "fixed")
    if fixed is None or (case.as_of is not None and fixed > case.as_of):
        fixed = case.cut
    return working_days(day(fault), fixed) > 5


def faults(case: Case) -> RuleFigures:
    """Faults not fixed in time, 1 point each."""
    found = [row for row in case.rows("findings") if row["type"] == "设施故障"]
    late = sum(times(row) for row in found if fixed_late(case, row))
    return rule(late, "1", late)


def building(case: Case) -> IndicatorFigures:
    """1.6, 10 points, at most 6 off."""
    dirty = case.findings("环境脏乱")
    special = case.findings("特种设备违规")
    if case.readings["special_equipment"] == "once":
        special = min(1, special)
    order = case.findings("未巡查", "停车乱停乱放", "违规充电")
    utilities = case.findings("水电未关")
    return indicator(10, 6, {
        "environment": rule(dirty, "1", dirty),
        "faults": faults(case),
        "special_equipment": rule(special, "3"),
        "order": rule(order, "1", order),
        "utilities": rule(utilities, "0.5", utilities),
    })  # fmt: skip
