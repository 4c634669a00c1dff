"""A plan as Markdown, to be sent to whoever must do it."""

from jobhome_score.insight.plan.mirror import Fall
from jobhome_score.insight.plan.planning import Plan
from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import markdown_cell
from jobhome_score.reports.plan_lines import head_lines, plan_parts
from jobhome_score.reports.plan_phrases import outcome_text


def plan_md(plan: Plan, fall: Fall | None, lang: Lang) -> str:
    """The plan under headings, a list item a line."""
    contract = plan.ground.assessment.contract
    lines = [f"# {say(lang, 'plan.title')}", "", f"{markdown_cell(contract.site)} · {markdown_cell(contract.operator)}"]
    lines += ["", *(f"- {markdown_cell(line)}" for line in head_lines(plan, lang))]
    lines += ["", *(f"**{markdown_cell(line)}**" for line in outcome_text(plan, lang))]
    for heading, rows in plan_parts(plan, fall, lang):
        if rows:
            lines += ["", f"## {heading}" if heading else "", ""]
            lines += [f"- {markdown_cell(row.replace(chr(9), '  '))}" for row in rows]
    return "\n".join(lines) + "\n"
