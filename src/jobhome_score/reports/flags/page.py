"""Leads and sample as a page of their own, and as a part of the assessment's page."""

from importlib.resources import files

from jobhome_score.assessment import Assessment
from jobhome_score.insight.flags.answers import Answer
from jobhome_score.insight.flags.family import Flags
from jobhome_score.insight.flags.sample import Sample
from jobhome_score.locales import Lang, say
from jobhome_score.reports.flags import sentences
from jobhome_score.reports.flags.markdown import COLUMNS
from jobhome_score.reports.flags.text import PARTS
from jobhome_score.reports.html.frame import framed
from jobhome_score.reports.html.markup import Html, block, element, joined, pairs, table


def flags_html(assessment: Assessment, found: Flags, drawn: Sample | None, lang: Lang) -> str:
    """The whole page."""
    contract, title = assessment.contract, say(lang, "flags.heading")
    parts = [
        element("p", contract.operator, class_="over"),
        element("h1", f"{contract.site} · {title}"),
        block("workbook.sheet.flags", lang, leads(assessment, found, lang), anchor="flags"),
    ]
    if drawn is not None:
        parts.append(block("workbook.sheet.sample", lang, sample(assessment, drawn, lang), anchor="sample"))
    return framed(f"{contract.site} · {title}", element("main", *parts), lang, style())


def style() -> str:
    """The looks of leads and samples."""
    return files(__package__).joinpath("flags.css").read_text("utf-8")


def leads(assessment: Assessment, found: Flags, lang: Lang) -> Html:
    """The leads, then the odd records, each with everything that is known of it."""
    parts = [element("p", line, class_="lead") for line in sentences.head(assessment, found, lang)]
    if not found.leads:
        parts.append(element("p", sentences.nothing(found, lang)))
    for number, answer in enumerate(found.leads, 1):
        parts.append(_answer(answer, found, lang, say(lang, "flags.lead", number=str(number), title="")))
    if found.remarks:
        parts.append(element("h5", say(lang, "flags.remarks")))
    parts += [_answer(answer, found, lang, "") for answer in found.remarks]
    return joined(parts)


def _answer(answer: Answer, found: Flags, lang: Lang, mark: str) -> Html:
    lead = sentences.told(answer, found, lang)
    named = ((say(lang, f"workbook.lead.{part}"), getattr(lead, part)) for part in PARTS)
    return element("div", element("h4", mark + lead.title), pairs(named, "told"), class_="rule")


def sample(assessment: Assessment, drawn: Sample, lang: Lang) -> Html:
    """The rows drawn, with room for what was found on site."""
    rows = ((str(row.place), str(row.weight), sentences.content(row, lang), sentences.hangs(row, assessment, lang),
             sentences.check(row, lang), "", "") for row in drawn.rows)  # fmt: skip
    heads = [f"workbook.lead.{name}" for name in COLUMNS]
    told = [element("p", sentences.sample_heading(drawn, lang), class_="lead"),
            *(element("p", line, class_="says") for line in sentences.weighed(assessment, lang))]  # fmt: skip
    return joined([*told, table(heads, rows, lang, "sample")])
