"""Whole reports of one small year, kept as files: what changes in them is seen by whoever changes it.

`make golden` writes them anew; read the difference before committing it.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from scripts.make_pictures import COLUMNS, picture
from tests.ledger_tables import QUARTERS, lines, site_year

from jobhome_score.assessment import Assessment
from jobhome_score.insight.pacing import Pacing, pacing
from jobhome_score.locales import Lang
from jobhome_score.reports.assessment_csv import assessment_csv
from jobhome_score.reports.assessment_md import assessment_md
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.html.page import assessment_html
from jobhome_score.reports.terminal import assessment_text

GOLDEN = Path(__file__).with_name("golden")
CAPACITIES = {"2.1/sessions": Fraction(2)}
LANGS: tuple[Lang, ...] = ("zh", "en")
YEAR = f"""
人员名册
姓名      用工类型  到岗日期    直播分工
张三      专职      2025-01-01  主播
李四      专职      2025-01-01  运营
王五      实习      2025-01-01  -

职责清单
职责    责任人
窗口    张三
直播    王五

招聘活动
活动编号  日期        类型  形式  地域  企业数  岗位数  入场人次
A-#       2025-09-04  日常  线下  市内  35      900     200      ×20
B-#       2025-10-16  日常  线下  市内  34      899     200      ×2
C-#       2026-03-12  主题  线下  市内  100     2000    900      ×3
D-#       2026-04-02  外出  线下  市外  10      300     80

企业走访
日期
2025-07-10
2025-08-10
2026-02-10

报告与会议
类型          所属期
{lines(f"季度分析报告  {quarter}" for quarter in QUARTERS[:3])}

直播
日期        场观
2025-09-02  900   ×30

督导检查
日期        问题类型    指标  数量
2025-11-03  环境脏乱    1.6   2
2026-01-20  数据造假    3.1   -

投诉
日期        内容                                有效
2026-02-02  =1+1<b>中介收费</b>、[bold]态度[/]   是
"""


def assessments() -> Iterator[tuple[str, Assessment, Pacing | None]]:
    """The year once it is over, and as of a day in it; program, rubric and files under names that never change."""
    year = site_year(YEAR).on_project(站点名称="示例市就业之家", 运营单位="示例公司")
    for name, as_of in (("year", ""), ("as-of", "2026-03-15")):
        found = year.assess(as_of)
        inputs = tuple(replace(one, account=replace(one.account, sha256="0" * 64)) for one in found.inputs)
        going = pacing(found, year.season(as_of), CAPACITIES) if as_of else None
        yield name, replace(found, inputs=inputs, version="0", rubric_sha256="0" * 64), going


def outputs() -> Iterator[tuple[str, bytes]]:
    """Every file with its name."""
    for name, assessment, going in assessments():
        for lang in LANGS:
            screen = Screen(COLUMNS, colour=True)
            yield f"{name}-{lang}.md", assessment_md(assessment, lang, pacing=going).encode()
            yield f"{name}-{lang}.csv", assessment_csv(assessment, lang, going)
            yield f"{name}-{lang}.html", assessment_html(assessment, lang, pacing=going).encode()
            terminal = assessment_text(assessment, lang, screen, pacing=going)
            yield f"{name}-{lang}.svg", picture(terminal).encode()


if __name__ == "__main__":
    for file, data in outputs():
        (GOLDEN / file).write_bytes(data)
