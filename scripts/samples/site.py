"""From a plan to the workbooks that an operator hands in."""

from collections.abc import Mapping

from . import contacts, fairs, live, market, office, people, reports
from .book import Column, Table, by_month, renamed
from .plan import Plan

NOTES = (
    ("1", "本套台账由运营单位按月更新，考核期结束后十日内报送。"),
    ("2", "招聘会电话回访在活动结束后两周内完成。"),
    ("3", "姓名、单位和电话均为虚构。"),
)


def workbooks(plan: Plan) -> dict[str, tuple[Table, ...]]:
    """Return the tables of each workbook, by file name."""
    held = fairs.fairs(plan)
    within = tuple(fair for fair in held if plan.project.start <= fair.day <= plan.project.end)
    gig, desk = contacts.gig_people(plan), contacts.desk_people(plan)
    calls = contacts.callbacks(plan, within, gig, desk)
    books: Mapping[str, tuple[Table, ...]] = {
        "01 项目与人员.xlsx": (_notes(), people.project(plan), people.staff(plan), people.duties(plan)),
        "02 考勤.xlsx": by_month(people.attendance(plan), f"考勤-{plan.months}"),
        "03 招聘活动.xlsx": (fairs.events(plan, held),),
        "04 回访.xlsx": by_month(calls, "回访-{year}年{month}月") if plan.split_callbacks else (calls,),
        "05 线上招聘.xlsx": (contacts.online(plan, within),),
        "06 直播与短视频.xlsx": (
            live.livestreams(plan),
            live.videos(plan),
            live.followers(plan),
            live.partners(plan),
        ),
        "07 零工市场.xlsx": (market.gig_workers(plan, gig), market.gig_jobs(plan)),
        "08 培训与报告.xlsx": (market.trainings(plan), reports.reports(plan), office.visits(plan)),
        "09 基础服务.xlsx": (
            office.services(plan),
            contacts.frontdesk(plan, desk),
            office.publicity(plan),
            office.feedback(plan),
        ),
        "10 督导投诉表彰.xlsx": (office.findings(plan), office.complaints(plan), office.awards(plan)),
    } | ({"11 复核.xlsx": (office.reviews(plan),)} if plan.reviews else {})
    return {name: tuple(renamed(table, plan.wording) for table in tables) for name, tables in books.items()}


def _notes() -> Table:
    return Table("说明", (Column("序号", 8), Column("填表说明", 60)), list(NOTES))
