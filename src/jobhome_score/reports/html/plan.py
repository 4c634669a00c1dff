"""What would raise the score: the answer, then each part of the plan as a small table."""

from collections.abc import Iterator

from jobhome_score.insight.plan.answer import Answer
from jobhome_score.locales import Lang
from jobhome_score.reports.html.markup import Html, element, joined
from jobhome_score.reports.plan_lines import Part, head_lines, plan_parts
from jobhome_score.reports.plan_phrases import outcome_text


def plan_of(found: Answer, lang: Lang) -> Html:
    """The plan as a part of the page."""
    return joined([*_head(found, lang), *(_part(part) for part in plan_parts(found.plan, found.fall, lang) if part[1])])


def _head(found: Answer, lang: Lang) -> Iterator[Html]:
    for line in outcome_text(found.plan, lang):
        yield element("p", element("b", line), class_="lead")
    for line in head_lines(found.plan, lang):
        yield element("p", line)


def _part(part: Part) -> Html:
    heading, rows = part
    body = joined(element("tr", *(element("td", cell) for cell in row.split("\t"))) for row in rows)
    return joined([element("p", element("b", heading), class_="lead"), element("table", element("tbody", body))])
