"""The file of decided readings as a form: every question with its options, filled in where it is decided."""

from collections.abc import Iterator

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.decisions import decisions_value
from jobhome_score.reports.escape import plain
from jobhome_score.reports.json_text import json_text
from jobhome_score.rubric.readings import Reading

BLANKS = ("option", "decided_by", "date", "document", "note")


def decisions_form(assessment: Assessment, lang: Lang) -> str:
    """The form as YAML; an entry that stays blank is not decided."""
    rubric = assessment.rubric
    head = [say(lang, "form.heading", rubric=rubric.title[lang], id=rubric.id), say(lang, "form.how")]
    lines = [f"# {plain(text)}" for text in head]
    filled = decisions_value(assessment.decisions)
    for name, reading in assessment.readings.items():
        lines += ["", *_question(reading, lang), f"{name}:"]
        lines += [f"  {key}: {_quoted(filled.get(name, {}).get(key, ''))}".rstrip() for key in BLANKS]
    return "\n".join(lines) + "\n"


def _question(reading: Reading, lang: Lang) -> Iterator[str]:
    cite = f" 〔{reading.cite}〕" if reading.cite else ""
    yield f"# {plain(reading.question[lang] + cite)}"
    for option in reading.options:
        default = say(lang, "form.default") if option.id == reading.default else ""
        yield f"#   {plain(f'{option.id}: {option.says[lang]}{default}')}"


def _quoted(text: str) -> str:
    """A text in the quotes of JSON, which YAML reads alike."""
    return json_text(text).rstrip() if text else ""
