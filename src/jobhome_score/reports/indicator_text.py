"""One indicator down to the rows: clause, figures, misses with their evidence, and the readings it depends on."""

from collections.abc import Iterator

from jobhome_score.assessment import Assessment, adds
from jobhome_score.locales import Lang, say
from jobhome_score.reports.both_ends import best_of
from jobhome_score.reports.decisions import cited_for
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.escape import plain
from jobhome_score.reports.evidence_rows import note as note_of
from jobhome_score.reports.evidence_rows import row_values
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.phrases import measured_text
from jobhome_score.reports.report_lines import between
from jobhome_score.reports.requirements import required_words
from jobhome_score.reports.review_lines import reviewed_lines
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import IndicatorScore, Miss, RuleScore, SectionScore

PLACES_SHOWN = 200
"""How many rows of one miss are written out; the JSON has them all."""

RULE = "▸ "
"""Before a rule's line."""


def find(assessment: Assessment, indicator: str) -> tuple[SectionScore, IndicatorScore]:
    """An indicator and its section. Raises StopIteration for an unknown id."""
    return next((section, line) for section in assessment.score.sections for line in section.indicators
                if line.indicator.id == indicator)  # fmt: skip


def indicator_text(assessment: Assessment, indicator: str, lang: Lang, screen: Screen) -> str:
    """Everything about one indicator, as plain text."""
    del screen  # lines are never cut; a terminal wraps them
    return "\n".join(indicator_lines(assessment, indicator, lang)).rstrip() + "\n"


def indicator_lines(assessment: Assessment, indicator: str, lang: Lang) -> list[str]:
    """The same line by line, two blanks deeper where a line belongs to the one above."""
    section, line = find(assessment, indicator)
    out = [*_head(assessment, section, line, lang)]
    for rule in line.rules:
        out += ["", *_rule(rule, section.section.role, lang), *_before(assessment, line, rule, section, lang)]
    for words in line.indicator.unpriced:
        out += ["", say(lang, "indicator.unpriced", says=words[lang])]
    return [*out, "", *_readings(assessment, indicator, lang)]


def _head(assessment: Assessment, section: SectionScore, line: IndicatorScore, lang: Lang) -> Iterator[str]:
    yield f"{line.indicator.id} {line.indicator.title[lang]}  ({section.section.title[lang]})"
    if line.indicator.content[lang]:
        yield f"  {line.indicator.content[lang]}"
    cap = "—" if line.indicator.cap is None else shown_points(line.indicator.cap)
    facts = {"cap": cap, "deducted": shown(line.deducted), "score": shown(line.score)}
    if section.section.role is Role.BASE:
        key = "indicator.score_uncapped" if line.indicator.cap is None else "indicator.score"
        yield "  " + say(lang, key, points=shown_points(line.indicator.points or 0), **facts)
    else:
        yield "  " + say(lang, f"indicator.{section.section.role.value}", **facts)
    if line.zeroed:
        yield "  " + say(lang, "phrase.zeroed")
    high = best_of(assessment).lines.get(line.indicator.id)
    yield from (f"  {words}" for words in between(adds(line, section.section.role), high, lang))
    before = None if assessment.review.before is None else assessment.review.before.lines[line.indicator.id]
    if before is not None:
        now = adds(line, section.section.role)
        yield "  " + say(lang, "review.total", before=shown(before), after=shown(now))


def shown_points(points: object) -> str:
    """Points as written in the rubric."""
    return str(points)


def _rule(rule: RuleScore, role: Role, lang: Lang) -> Iterator[str]:
    yield f"{RULE}{rule.rule.title[lang]} ({rule.rule.id})  {rule.rule.says[lang]}  〔{rule.rule.cite}〕"
    required = required_words(rule.rule, lang)
    if rule.lacking:
        names = say(lang, "list.sep").join(say(lang, f"ledger.{name}") for name in sorted(rule.lacking))
        yield "  " + say(lang, "indicator.lacking", ledgers=names, deducted=shown(rule.deducted))
        return
    status = say(lang, f"status.{rule.status.value}")
    facts = {"measured": measured_text(rule, lang), "required": required, "status": status}
    yield "  " + say(lang, "indicator.counted" if role is Role.BONUS else "indicator.measured", **facts)
    if rule.misses:
        key = "indicator.awarded" if role is Role.BONUS else "indicator.deducted"
        yield "  " + say(
            lang, key, misses=shown(rule.misses), deducted=shown(rule.deducted), uncapped=shown(rule.uncapped)
        )
    if rule.capped:
        yield "  " + say(lang, "indicator.capped")
    for miss in rule.found:
        yield from _miss(miss, lang)
    for text in reviewed_lines(rule, lang):
        yield f"    {plain(text)}"


def _before(
    assessment: Assessment, line: IndicatorScore, rule: RuleScore, section: SectionScore, lang: Lang
) -> Iterator[str]:  # fmt: skip
    """What the rule took or brought before review, where review changed it."""
    review = assessment.review.before
    before = rule.deducted if review is None else review.rules[f"{line.indicator.id} {rule.rule.id}"]
    if before != rule.deducted:
        key = "review.rule.awarded" if section.section.role is Role.BONUS else "review.rule.deducted"
        yield "  " + say(lang, key, before=shown(before), after=shown(rule.deducted))


def _miss(miss: Miss, lang: Lang) -> Iterator[str]:
    places = miss.places
    count = len(places)
    note = note_of(miss, lang)
    if not count:
        yield "    " + say(lang, "indicator.no_rows", note=note)
        return
    if count == 1 and miss.cell == str(places[0]):
        yield f"    {plain(note)}  {plain(row_values(miss, places[0], lang))}".rstrip()
        return
    yield "    " + say(lang, "indicator.rows", note=plain(note), count=str(count))
    for place in places[:PLACES_SHOWN]:
        yield f"      {plain(str(place))}  {plain(row_values(miss, place, lang))}".rstrip()
    if count > PLACES_SHOWN:
        yield "      " + say(lang, "indicator.more_rows", count=str(count - PLACES_SHOWN))


def _readings(assessment: Assessment, indicator: str, lang: Lang) -> Iterator[str]:
    names = assessment.depends.get(indicator, ())
    if not names:
        return
    yield say(lang, "indicator.readings")
    for name in names:
        reading = assessment.readings[name]
        used = assessment.options[name]
        decided = cited_for(assessment, name, lang)
        yield f"  {name}: {reading.question[lang]}" + (f"  〔{plain(decided)}〕" if decided else "")
        for option in reading.options:
            mark = "●" if option.id == used else "○"
            yield f"    {mark} {option.id}  {option.says[lang]}"


def indicator_json(assessment: Assessment, indicator: str, lang: Lang) -> str:
    """The indicator's part of the assessment's JSON, with the readings it depends on."""
    from jobhome_score.reports.assessment_json import assessment_value
    from jobhome_score.reports.json_text import json_text

    whole = assessment_value(assessment, lang)
    line = next(one for section in whole["sections"] for one in section["indicators"] if one["id"] == indicator)
    readings = {name: assessment.options[name] for name in assessment.depends.get(indicator, ())}
    decisions = {name: one for name, one in whole["decisions"].items() if name in readings}
    kept = {key: whole[key] for key in ("rubric", "project", "as_of", "generated", "version")}
    found = {"indicator": line, "readings": readings, "decisions": decisions}
    return json_text({"schema": "jobhome-score/indicator/1"} | kept | found)
