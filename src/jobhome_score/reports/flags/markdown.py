"""Leads and sample as Markdown."""

from collections.abc import Iterator

from jobhome_score.assessment import Assessment
from jobhome_score.insight.flags.answers import Answer
from jobhome_score.insight.flags.family import Flags
from jobhome_score.insight.flags.sample import Sample
from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import markdown_cell
from jobhome_score.reports.flags import sentences
from jobhome_score.reports.flags.text import PARTS

COLUMNS = ("where", "weight", "content", "hangs", "check", "agrees", "signed")


def flags_md(assessment: Assessment, found: Flags, drawn: Sample | None, lang: Lang) -> str:
    """Every lead under a heading of its own, odd records, the sample as a table to fill in."""
    return "\n".join(_lines(assessment, found, drawn, lang)) + "\n"


def _lines(assessment: Assessment, found: Flags, drawn: Sample | None, lang: Lang) -> Iterator[str]:
    contract = assessment.contract
    yield f"# {markdown_cell(say(lang, 'flags.heading'))}\n"
    yield f"{markdown_cell(f'{contract.site} · {contract.operator}')}\n"
    yield from (f"{markdown_cell(line)}\n" for line in sentences.head(assessment, found, lang))
    if not found.leads:
        yield f"{markdown_cell(sentences.nothing(found, lang))}\n"
    for number, answer in enumerate(found.leads, 1):
        yield from _answer(answer, found, lang, "##", say(lang, "flags.lead", number=str(number), title=""))
    if found.remarks:
        yield f"## {markdown_cell(say(lang, 'flags.remarks'))}\n"
    for answer in found.remarks:
        yield from _answer(answer, found, lang, "###", "")
    if drawn is not None:
        yield from _sample(assessment, drawn, lang)


def _answer(answer: Answer, found: Flags, lang: Lang, level: str, mark: str) -> Iterator[str]:
    lead = sentences.told(answer, found, lang)
    yield f"{level} {markdown_cell(mark + lead.title)}\n"
    for part in PARTS:
        yield f"- **{say(lang, f'workbook.lead.{part}')}** {markdown_cell(getattr(lead, part))}"
    yield ""


def _sample(assessment: Assessment, drawn: Sample, lang: Lang) -> Iterator[str]:
    yield f"## {markdown_cell(sentences.sample_heading(drawn, lang))}\n"
    yield from (f"{markdown_cell(line)}\n" for line in sentences.weighed(assessment, lang))
    yield "| " + " | ".join(markdown_cell(say(lang, f"workbook.lead.{name}")) for name in COLUMNS) + " |"
    yield "|" + " --- |" * len(COLUMNS)
    for row in drawn.rows:
        cells = (str(row.place), str(row.weight), sentences.content(row, lang), sentences.hangs(row, assessment, lang),
                 sentences.check(row, lang), "", "")  # fmt: skip
        yield "| " + " | ".join(map(markdown_cell, cells)) + " |"
