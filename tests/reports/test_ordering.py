"""What costs most comes first; equal costs keep the order of the clauses, and what was awarded comes last."""

from tests.ledger_tables import SiteYear, points

from jobhome_score.reports.assessment_md import assessment_md
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.ordering import Order, cost, costliest, in_clauses
from jobhome_score.reports.terminal import assessment_text

PLAIN = Screen(120, colour=False)


def ids(text: str) -> list[str]:
    """The numbers that begin the lines of a table, sections and indicators alike."""
    firsts = [line.strip("| ").split(maxsplit=1)[0] for line in text.splitlines() if line.strip("| ─-")]
    return [first for first in firsts if first[0].isdigit() and first.replace(".", "").isdigit()]


def test_what_costs_most_comes_first(ledgers: SiteYear) -> None:
    """
    督导检查
    日期        问题类型  指标  数量
    2025-09-01  数据造假  2.5   1
    2025-09-01  环境脏乱  1.6   2

    投诉
    日期        有效
    2025-09-01  是

    表彰加分
    日期        级别
    2025-09-01  省部级
    """
    ranked = costliest(ledgers.assess())
    costs = {line.indicator.id: cost(line, role) for line, role in ranked}
    assert list(costs.values()) == sorted(costs.values(), reverse=True)
    # 2.5 is falsified and loses all its 10; 1.6 loses 2 of 10, 5.1 takes 0.5, 4.2 brings 2
    assert (costs["2.5"], costs["1.6"], costs["5.1"], costs["4.2"]) == (10, 2, points("0.5"), -2)
    assert (ranked[0][0].indicator.id, ranked[-1][0].indicator.id) == ("2.5", "4.2")


def test_equal_costs_keep_the_order_of_the_clauses(ledgers: SiteYear) -> None:
    assessment = ledgers.assess()
    places = {line.indicator.id: at for at, (line, _) in enumerate(in_clauses(assessment))}
    ranked = [(cost(line, role), places[line.indicator.id]) for line, role in costliest(assessment)]
    assert ranked == sorted(ranked, key=lambda one: (-one[0], one[1]))


def test_screen_and_markdown_list_the_same_order_with_the_sections_below(ledgers: SiteYear) -> None:
    assessment = ledgers.assess()
    wanted = [line.indicator.id for line, _ in costliest(assessment)] + ["1", "2", "3", "4", "5"]
    assert ids(assessment_text(assessment, "zh", PLAIN, order=Order.POINTS))[: len(wanted)] == wanted
    sheet = assessment_md(assessment, "zh", Order.POINTS).split("\n## ")[2]
    assert ids(sheet) == wanted


def test_without_it_the_annex_decides(ledgers: SiteYear) -> None:
    assessment = ledgers.assess()
    assert ids(assessment_text(assessment, "zh", PLAIN))[:3] == ["1", "1.1", "1.2"]
    assert assessment_text(assessment, "en", PLAIN) == assessment_text(assessment, "en", PLAIN, order=Order.CLAUSES)
