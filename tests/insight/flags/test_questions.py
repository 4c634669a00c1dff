"""Each question finds what it asks about, names the rows, and is silent where honest people do the same."""

from dataclasses import replace

import pytest
from tests.insight.flags.asking import asked, codes, lead, rows
from tests.ledger_tables import DAY, SiteYear, lines, site_year

from jobhome_score.insight.flags.numbers_called import real


def events(*more: str) -> str:
    return lines(["招聘活动", "活动编号  日期", *more])


def spread(count: int) -> str:
    """Fairs a week apart."""
    return events(*(f"A-{n}  2025-{7 + n // 4:02}-{1 + 7 * (n % 4):02}" for n in range(count)))


def phone(number: int) -> str:
    """A number far from the next one's."""
    return f"138{(number + 1) * 48_611 % 89_999_999:08}"


# callbacks before their event


def early_calls(early: int, fairs: int) -> str:
    """Six people of each fair, called after it, of the first fairs in the month before it."""
    rows = []
    for n in range(fairs):
        day = f"2025-{6 + n // 4:02}-28" if n < early else f"2025-{7 + n // 4:02}-{7 * (n % 4) + 6:02}"
        rows += [f"{day}  A-{n}  求职者  求职{n}甲{who}  是" for who in "一二三四五六"]
    return lines([spread(fairs), "回访", "日期  活动编号  对象  名称  回访成功", *rows])


def test_people_called_back_before_three_of_twenty_fairs() -> None:
    found = lead(asked(site_year(early_calls(4, 20))), "fair_called_early")
    assert (found.found, found.among) == (4, 20)
    assert rows(found) == list(range(2, 26))


def test_one_fair_with_a_wrong_date_is_only_a_remark() -> None:
    found = asked(site_year(early_calls(1, 20)))
    assert codes(found) == []
    assert [(one.code, one.found) for one in found.remarks] == [("fair_called_early", 1)]


def test_calls_that_confirm_an_invitation_are_no_sign_where_a_later_one_follows() -> None:
    rows = (f"2025-07-0{day}  A-1  企业  公司{n}  是" for n in range(9) for day in (1, 9))
    year = site_year(lines([events("A-1  2025-07-04"), "回访", "日期  活动编号  对象  名称  回访成功", *rows]))
    found = asked(year)
    assert (codes(found), found.remarks) == ([], ())


# telephone numbers


def workers(*rows: str) -> str:
    return lines(["零工登记", "姓名  电话", *rows])


def test_forty_names_on_one_number() -> None:
    own = [f"张{n}  {phone(n)}" for n in range(400)]
    found = lead(asked(site_year(workers(*own, *(f"李{n}  {phone(5)}" for n in range(40))))), "shared_phone")
    assert (found.found, found.among, found.facts["most"]) == (1, 400, "41")
    assert rows(found) == [7, *range(402, 442)]


def test_a_family_of_four_and_a_foreman_with_six_are_none() -> None:
    own = [f"张{n}  {phone(n)}" for n in range(400)]
    shared = [*(f"李{n}  {phone(5)}" for n in range(3)), *(f"王{n}  {phone(9)}" for n in range(6))]
    assert codes(asked(site_year(workers(*own, *shared)))) == []


@pytest.mark.parametrize("filler", ["无", "13800138000", "0", "13900000000", "11111111111", "/", "12345678"])
def test_what_stands_for_no_number_is_nobodys(filler: str) -> None:
    assert real(filler) is None
    assert codes(asked(site_year(workers(*(f"李{n}  {filler}" for n in range(60)))))) == []


def test_the_countrys_code_does_not_make_another_number() -> None:
    assert real("+8613812345679") == real("8613812345679") == real("13812345679") == "13812345679"


def test_numbers_that_a_dragged_cell_made() -> None:
    run = [f"李{n}  1387990{4100 + n}" for n in range(30)]
    found = lead(asked(site_year(workers(*(f"张{n}  {phone(n)}" for n in range(300)), *run))), "phone_run")
    assert (found.found, found.facts["runs"], found.facts["most"]) == (30, "1", "30")
    assert rows(found) == list(range(302, 332))


def test_numbers_that_fall_row_by_row_count_as_well() -> None:
    run = [f"李{n}  1387990{4100 - n}" for n in range(30)]
    assert codes(asked(site_year(workers(*run)))) == ["phone_run"]


def test_six_colleagues_with_numbers_bought_together_are_none() -> None:
    run = [f"李{n}  1387990{4100 + n}" for n in range(6)]
    assert codes(asked(site_year(workers(*(f"张{n}  {phone(n)}" for n in range(300)), *run)))) == []


# blocks copied between events


def visitors(party: str, copied: int) -> str:
    first = [f"2025-07-20  A-0  {party}  甲{n}  {phone(n)}  是" for n in range(60)]
    second = [f"2025-07-21  A-1  {party}  {'甲' if n < copied else '乙'}{n}  {phone(n)}  是" for n in range(60)]
    return lines([spread(2), "回访", "日期  活动编号  对象  名称  电话  回访成功", *first, *second])


def test_thirty_people_in_the_order_of_another_event() -> None:
    found = lead(asked(site_year(visitors("求职者", 30))), "copied_block")
    assert (found.found, found.among, found.facts["blocks"]) == (30, 120, "1")
    assert rows(found) == [*range(62, 92), *range(2, 32)]


def test_four_neighbours_who_come_together_are_none_and_companies_come_every_week() -> None:
    assert codes(asked(site_year(visitors("求职者", 4)))) == []
    assert codes(asked(site_year(visitors("企业", 60)))) == []


# two places


def fairs_of_a_day(regions: tuple[str, str]) -> str:
    head = f"招聘活动\n活动编号  日期  地域\nA-1  2025-07-05  {regions[0]}\nA-2  2025-07-05  {regions[1]}"
    calls = [f"2025-07-09  A-{1 + n % 2}  求职者  甲{n // 2}  {phone(n // 2)}  是" for n in range(20)]
    return lines([head, "回访", "日期  活动编号  对象  名称  电话  回访成功", *calls])


def test_ten_people_at_home_and_in_another_province_on_one_day() -> None:
    found = lead(asked(site_year(fairs_of_a_day(("市内", "省外")))), "two_places")
    assert (found.found, found.among) == (10, 10)
    assert rows(found) == list(range(2, 22))


def test_two_fairs_in_one_city_can_be_visited_on_one_day() -> None:
    assert "two_places" not in codes(asked(site_year(fairs_of_a_day(("市内", "市内")))))


# attendance against roster, calendar and visits


def attending(roster: str, days: list[str]) -> str:
    return lines(
        ["人员名册", "姓名  到岗日期  离岗日期", roster, "考勤", "日期  姓名", *(f"{day}  王芳" for day in days)]
    )


def test_attendance_long_after_leaving_is_a_contradiction() -> None:
    days = [f"2025-09-{day:02}" for day in range(1, 21)]
    found = lead(asked(site_year(attending("王芳  2025-01-01  2025-08-31", days))), "after_leaving")
    assert (found.chance, found.found, found.facts["left"]) == (None, 13, "2025-08-31")
    assert rows(found) == list(range(9, 22))


def test_a_week_of_handing_over_is_none_and_coming_back_is_none() -> None:
    assert (
        codes(asked(site_year(attending("王芳  2025-01-01  2025-08-31", [f"2025-09-0{n}" for n in range(1, 9)])))) == []
    )
    back = "王芳  2025-01-01  2025-08-31\n王芳  2025-09-01  -"
    assert codes(asked(site_year(attending(back, [f"2025-09-{n:02}" for n in range(1, 21)])))) == []


HOLIDAYS = (
    "2025-10-01", "2025-10-02", "2025-10-03", "2025-10-06", "2025-10-07", "2025-10-08", "2026-01-01", "2026-01-02",
    "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
)  # fmt: skip


def everybody(status: str) -> str:
    people = "甲乙丙丁戊"
    rows = (f"{day}  {one}  {status}" for day in HOLIDAYS for one in people)
    return lines(
        ["人员名册", "姓名  到岗日期", *(f"{one}  2025-01-01" for one in people), "考勤", "日期  姓名  状态", *rows]
    )


def test_the_whole_staff_at_work_through_every_holiday() -> None:
    found = lead(asked(site_year(everybody("出勤"))), "days_off")
    assert found.found == len(HOLIDAYS)
    assert len(found.rows) == 5 * len(HOLIDAYS)


def test_duty_on_holidays_is_what_the_contract_asks_for() -> None:
    assert codes(asked(site_year(everybody("值班")))) == []


def visits_on(status: str) -> str:
    days = [f"2025-09-{day:02}" for day in range(1, 11)]
    rows = [f"{day}  王芳  {status}" for day in days]
    return lines(
        ["考勤", "日期  姓名  状态", *rows, "企业走访", "日期  走访人", *(f"{day}  李强、王芳" for day in days)]
    )


def test_visits_by_somebody_on_leave() -> None:
    found = lead(asked(site_year(visits_on("请假"))), "on_leave")
    assert (found.found, found.among, len(found.rows)) == (10, 10, 20)
    assert codes(asked(site_year(visits_on("外勤")))) == codes(asked(site_year(visits_on("休息")))) == []


# entered twice


def fairs(pairs: int, gap: int) -> str:
    rows = []
    for n in range(24):
        month, day = (7 + n // 4, 1 + 7 * (n % 4)) if n < 24 else (1, 1)
        figures = f"{36 + n}  {905 + 13 * n}  {203 + 7 * n}"
        rows.append(f"A-{n}  2025-{month:02}-{day:02}  {figures}")
        if n < pairs:
            rows.append(f"B-{n}  2025-{month:02}-{day + gap:02}  {36 + n}  {905 + 13 * n}  {205 + 7 * n}")
    return lines(["招聘活动", "活动编号  日期  企业数  岗位数  入场人次", *rows])


def test_three_fairs_entered_again_the_next_day_with_two_more_visitors() -> None:
    found = lead(asked(site_year(fairs(3, 1))), "entered_twice")
    assert (found.found, found.among) == (3, 3)
    assert sorted(rows(found)) == [2, 3, 4, 5, 6, 7]


def test_one_entered_twice_is_a_remark_and_figures_that_come_back_weeks_later_are_nothing() -> None:
    found = asked(site_year(fairs(1, 1)))
    assert (codes(found), [one.code for one in found.remarks]) == ([], ["entered_twice"])
    assert asked(site_year(fairs(6, 4))).remarks == ()


# figures


def sizes(companies: list[int]) -> str:
    rows = (f"A-{n}  {size}" for n, size in enumerate(companies))
    return lines(["招聘活动", "活动编号  企业数", *rows])


ABOVE = [36 + n % 10 for n in range(70)]


def test_eighty_of_a_hundred_and_fifty_fairs_exactly_at_the_target() -> None:
    found = lead(asked(site_year(sizes([35] * 80 + ABOVE))), "exact_hits")
    assert (found.found, found.among, found.expected) == (80, 150, 7)
    assert (found.facts["target"], found.facts["near"]) == ("35", "115")
    assert rows(found) == list(range(2, 82))


def test_honest_stopping_and_filling_up_make_forty_one_of_a_hundred_and_eleven() -> None:
    assert codes(asked(site_year(sizes([35] * 41 + ABOVE)))) == []


def test_an_organiser_who_invites_until_the_target_is_reached_hits_it_often() -> None:
    honest = [35] * 12 + [36] * 9 + [37] * 6 + [38] * 5 + [39] * 3 + [40] * 2 + [44]
    assert codes(asked(site_year(sizes(honest)))) == []


def test_the_target_is_the_rubrics_and_not_ours() -> None:
    assert codes(asked(site_year(sizes([34] * 41 + [35 + n % 10 for n in range(70)])))) == []


def test_months_that_stop_at_the_target_to_the_last_opening() -> None:
    months = [f"2025-{month:02}-03" for month in range(7, 13)] + [f"2026-{month:02}-03" for month in range(1, 7)]
    year = site_year(lines(["零工岗位", "发布日期  岗位数", *(f"{day}  500" for day in months)]))
    found = lead(asked(year), "exact_hits")
    assert (found.found, found.among, found.facts["target"]) == (12, 12, "500")
    assert "exact_hits" not in codes(asked(year, gig_openings="content"))


def test_companies_that_are_all_multiples_of_five() -> None:
    found = lead(asked(site_year(sizes([40, 45, 55, 60, 65] * 8))), "round_numbers")
    assert (found.found, found.among) == (40, 40)
    assert codes(asked(site_year(sizes([40, 41, 45, 47, 55] * 8)))) == []


def test_visitors_may_be_rounded() -> None:
    rows = (f"A-{n}  {210 + 10 * (n % 9)}" for n in range(60))
    assert codes(asked(site_year(lines(["招聘活动", "活动编号  入场人次", *rows])))) == []


# workbooks


DAILY = ("基础服务", "企业走访", "招聘活动", "前台登记", "直播", "短视频", "零工登记", "零工岗位")


def registers() -> SiteYear:
    """Eight ledgers with a row each, every one in a workbook of its own."""
    year = site_year(
        lines(part for name in DAILY for part in (name, FIRST.get(name, "日期"), f"{ROWS.get(name, DAY)}"))
    )
    return replace(year, sheets={name: replace(sheet, file=f"{name}.xlsx") for name, sheet in year.sheets.items()})


FIRST = {"基础服务": "服务项目", "短视频": "标题", "零工登记": "姓名", "零工岗位": "岗位数"}
ROWS = {"基础服务": "职业介绍", "短视频": "一", "零工登记": "张三", "零工岗位": "5"}


def test_eight_registers_made_one_after_the_other_when_the_year_was_over() -> None:
    made = {f"{name}.xlsx": f"2026-07-{n:02}" for n, name in enumerate(DAILY, 1)}
    found = lead(asked(registers(), made), "late_workbooks")
    assert (found.found, found.among, found.facts["end"]) == (8, 8, "2026-06-30")
    assert {place.file for place in found.rows} == set(made)


def test_an_export_makes_all_workbooks_on_one_day_and_a_late_one_is_only_asked_about() -> None:
    together = asked(registers(), {f"{name}.xlsx": "2026-07-02" for name in DAILY})
    assert (codes(together), [one.code for one in together.remarks]) == ([], ["late_workbooks"])
    alone = asked(registers(), {f"{name}.xlsx": "2026-07-02" if name == "直播" else "2025-06-20" for name in DAILY})
    assert (codes(alone), [place.file for one in alone.remarks for place in one.rows]) == ([], ["直播.xlsx"])
    assert asked(registers(), {f"{name}.xlsx": "2026-06-30" for name in DAILY}).remarks == ()


def test_nothing_is_asked_of_ledgers_that_were_not_handed_in() -> None:
    found = asked(site_year().without(*site_year().sheets))
    assert (found.leads, found.remarks, found.asked) == ((), (), 0)
