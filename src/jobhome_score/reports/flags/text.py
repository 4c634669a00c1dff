"""Leads and sample as plain text, as wide as the screen."""

from collections.abc import Iterator

from jobhome_score.assessment import Assessment
from jobhome_score.insight.flags.family import Flags
from jobhome_score.insight.flags.sample import Sample
from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import plain
from jobhome_score.reports.flags import sentences
from jobhome_score.reports.flags.sentences import Told, told
from jobhome_score.reports.wrapping import rule_line, width, wrapped

PARTS = ("size", "test", "chance", "rows", "innocent", "look")
INDENT = "  "


def flags_text(assessment: Assessment, found: Flags, drawn: Sample | None, lang: Lang, columns: int) -> str:
    """Every lead with its rows, test, size and chance; odd records; the sample where one was drawn."""
    return "\n".join(_lines(assessment, found, drawn, lang, columns)) + "\n"


def _lines(assessment: Assessment, found: Flags, drawn: Sample | None, lang: Lang, columns: int) -> Iterator[str]:
    contract = assessment.contract
    yield from wrapped(
        plain(f"{say(lang, 'flags.heading')} · {contract.site} · {contract.operator}"), columns, rest=INDENT
    )
    for line in sentences.head(assessment, found, lang):
        yield from wrapped(line, columns, rest=INDENT)
    yield rule_line(columns)
    if not found.leads:
        yield sentences.nothing(found, lang)
    for number, answer in enumerate(found.leads, 1):
        yield from _told(
            told(answer, found, lang), say(lang, "flags.lead", number=str(number), title=""), lang, columns
        )
    if found.remarks:
        yield ""
        yield from wrapped(say(lang, "flags.remarks"), columns)
        for answer in found.remarks:
            yield from _told(told(answer, found, lang), "· ", lang, columns)
    if drawn is not None:
        yield from _sample(assessment, drawn, lang, columns)


def _told(lead: Told, mark: str, lang: Lang, columns: int) -> Iterator[str]:
    yield ""
    yield from wrapped(plain(mark + lead.title), columns, rest=INDENT)
    names = {part: say(lang, f"flags.{part}") for part in PARTS}
    wide = max(map(width, names.values())) + 2
    for part, name in names.items():
        first = INDENT + name + " " * (wide - width(name))
        yield from wrapped(plain(getattr(lead, part)), columns, first, " " * (wide + len(INDENT)))


def _sample(assessment: Assessment, drawn: Sample, lang: Lang, columns: int) -> Iterator[str]:
    yield ""
    yield rule_line(columns)
    yield from wrapped(plain(sentences.sample_heading(drawn, lang)), columns, rest=INDENT)
    for line in sentences.weighed(assessment, lang):
        yield from wrapped(line, columns, rest=INDENT)
    for number, row in enumerate(drawn.rows, 1):
        first = f"{number:>3}  "
        rest = " " * len(first)
        yield ""
        yield from wrapped(
            plain(f"{row.place}　{say(lang, 'flags.weight', weight=str(row.weight))}"), columns, first, rest
        )
        yield from wrapped(plain(sentences.content(row, lang)), columns, rest, rest)
        yield from wrapped(plain(sentences.hangs(row, assessment, lang)), columns, rest, rest)
        looked = f"{say(lang, 'flags.look')}{say(lang, 'list.colon')}{sentences.check(row, lang)}"
        yield from wrapped(looked, columns, rest, rest)
