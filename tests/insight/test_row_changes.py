from tests.ledger_tables import SiteYear, site_year

from jobhome_score.insight.row_changes import RowChanges, row_changes
from jobhome_score.ledgers.catalogue import ledgers


def changes(before: SiteYear, after: SiteYear, ledger: str) -> RowChanges:
    tables = [year.check().tables.get(ledger) for year in (before, after)]
    return row_changes(ledgers()[ledger], *tables)


def told(found: RowChanges) -> tuple[list[tuple[int, int, tuple[str, ...]]], list[int], list[int]]:
    """Changed rows as Excel numbers with their columns, then removed, then added."""
    assert found.a is not None
    assert found.b is not None
    pairs = [(found.a.place(one.a).row, found.b.place(one.b).row, one.columns) for one in found.changed]
    return pairs, [found.a.place(row).row for row in found.removed], [found.b.place(row).row for row in found.added]


FAIRS = """
招聘活动
活动编号  日期        企业数  入场人次
A-1       2025-09-04  35      200
A-2       2025-09-11  36      210
A-3       2025-09-18  37      220
"""


def test_a_row_with_the_same_key_is_the_same_row_changed() -> None:
    after = site_year(FAIRS.replace("36      210", "34      210"))
    assert told(changes(site_year(FAIRS), after, "events")) == ([(3, 3, ("companies",))], [], [])


def test_a_row_whose_key_was_corrected_is_known_by_everything_else() -> None:
    after = site_year(FAIRS.replace("A-2 ", "A-02"))
    assert told(changes(site_year(FAIRS), after, "events")) == ([(3, 3, ("event",))], [], [])


def test_rows_that_share_only_what_many_share_are_not_the_same_row() -> None:
    before = site_year("考勤\n日期  姓名  状态\n2025-07-01  甲  出勤\n2025-07-02  乙  出勤\n2025-07-03  丙  出勤")
    after = site_year("考勤\n日期  姓名  状态\n2025-07-01  甲  出勤\n2025-07-02  乙  出勤\n2025-07-04  丁  出勤")
    assert told(changes(before, after, "attendance")) == ([], [4], [4])


def test_order_sheets_and_spellings_are_no_changes() -> None:
    before = site_year("企业走访\n日期  企业名称  用工需求\n2025-07-01  甲公司  12\n2025-07-02  乙公司  3")
    after = site_year("企业走访\n企业名称  日期  用工需求\n乙 公司  2025/7/2  3人\n甲公司  2025年7月1日  １２")
    assert not changes(before, after, "visits").any


def test_equal_rows_are_counted_one_by_one() -> None:
    before = site_year("企业走访\n日期  企业名称\n2025-07-01  甲公司  ×3")
    after = site_year("企业走访\n日期  企业名称\n2025-07-01  甲公司  ×2")
    assert told(changes(before, after, "visits")) == ([], [4], [])


def test_a_ledger_without_a_key_pairs_what_is_most_alike() -> None:
    before = site_year("""
    零工岗位
    发布日期    用工单位  岗位名称  岗位数
    2025-07-01  甲公司    搬运      10
    2025-07-02  乙公司    保洁      20
    2025-07-03  丙公司    送餐      30
    """)
    after = site_year("""
    零工岗位
    发布日期    用工单位  岗位名称  岗位数
    2025-07-03  丙公司    送餐      33
    2025-07-01  甲公司    装卸      10
    """)
    assert told(changes(before, after, "gig_jobs")) == ([(2, 3, ("title",)), (4, 2, ("openings",))], [3], [])


def test_a_ledger_not_handed_in_is_not_an_empty_one() -> None:
    nothing = site_year().without("短视频")
    assert changes(site_year(), nothing, "videos").any
    assert not changes(site_year(), site_year(), "videos").any
