"""A rubric in plain words under one set of readings, for reading, filing and signing."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from jobhome_score.locales import Lang, say
from jobhome_score.reports.decisions import cited
from jobhome_score.reports.escape import plain
from jobhome_score.reports.measure_words import column_words, measure_words, requirement_words, take_words
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.price_words import Verb, points_words, price_words
from jobhome_score.reports.wrapping import rule_line, width, wrapped
from jobhome_score.rubric.decisions import Decision
from jobhome_score.rubric.document import Due, Indicator, Obligation, Role, Rubric, Rule, Section, Term
from jobhome_score.rubric.paying import Settlement
from jobhome_score.rubric.source import RubricSource
from jobhome_score.views.catalogue import views

COLUMNS: Final = 96
STEP: Final = "    "


def rubric_text(
    source: RubricSource, rubric: Rubric, chosen: Mapping[str, str], lang: Lang,
    decisions: Mapping[str, Decision] = MappingProxyType({}),
) -> str:  # fmt: skip
    """The whole rubric in words: head, sections, obligations, settlement, readings, and where to sign."""
    lines = [*_head(source, rubric, lang)]
    for section in rubric.sections:
        lines += ["", *_section(section, lang)]
    lines += ["", *_heading(say(lang, "rubric.head.obligations"))]
    for number, duty in enumerate(rubric.obligations, start=1):
        lines += _obligation(number, duty, lang)
    lines += ["", *_heading(say(lang, "rubric.head.settlement")), *_settlement(rubric.settlement, lang)]
    lines += ["", *_heading(say(lang, "rubric.head.readings")), *_readings(source, chosen, decisions, lang)]
    lines += ["", rule_line(COLUMNS), "", say(lang, "rubric.doc.sign"), "", say(lang, "rubric.doc.date")]
    return "\n".join(lines) + "\n"


def _paragraph(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    return wrapped(plain(text), COLUMNS, first, rest)


def _labelled(label: str, text: str, indent: str) -> Iterator[str]:
    """A label and a text that hangs beside it."""
    head = f"{indent}{label}  "
    return _paragraph(text, head, " " * width(head))


def _heading(title: str) -> Iterator[str]:
    yield rule_line(COLUMNS)
    yield from _paragraph(title)
    yield rule_line(COLUMNS)


def _head(source: RubricSource, rubric: Rubric, lang: Lang) -> Iterator[str]:
    sep = say(lang, "rubric.doc.sep")
    calendar = rubric.calendar
    yield rule_line(COLUMNS, "═")
    yield from _paragraph(rubric.title[lang])
    yield rule_line(COLUMNS, "═")
    yield from _paragraph(say(lang, "rubric.doc.id", id=rubric.id, version=rubric.version))
    yield from _paragraph(say(lang, "rubric.doc.file", file=source.file))
    yield from _paragraph(say(lang, "rubric.doc.sha256", sha256=source.sha256))
    yield from _paragraph(say(lang, "rubric.doc.source", text=rubric.source[lang]))
    names = sep.join(rubric.services)
    yield from _paragraph(say(lang, "rubric.doc.services", count=str(len(rubric.services)), names=names))
    how = say(lang, "rubric.doc.joined" if calendar.join_parts else "rubric.doc.apart")
    yield from _paragraph(say(lang, "rubric.doc.calendar", how=how))
    for key, days in (("working", calendar.working), ("off", calendar.off)):
        if days:
            listed = sep.join(day.isoformat() for day in sorted(days))
            yield from _paragraph(say(lang, f"rubric.doc.{key}", days=listed))


def _section(section: Section, lang: Lang) -> Iterator[str]:
    facts = {"id": section.id, "title": section.title[lang], "points": points_words(section.points)}
    yield from _heading(say(lang, f"rubric.section.{section.role.value}", **facts))
    for line in section.indicators:
        yield ""
        yield from _indicator(line, section.role, lang)


def _indicator(line: Indicator, role: Role, lang: Lang) -> Iterator[str]:
    worth = []
    if line.points is not None:
        worth.append(say(lang, "rubric.line.points", points=points_words(line.points)))
    if role is Role.BASE and line.cap in (None, line.points):
        worth.append(say(lang, "rubric.line.no_cap"))
    elif line.cap is not None:
        worth.append(say(lang, f"rubric.line.cap.{role.value}", points=points_words(line.cap)))
    shown_worth = say(lang, "rubric.line.worth", worth=say(lang, "rubric.doc.comma").join(worth)) if worth else ""
    yield from _labelled(line.id, line.title[lang] + shown_worth, "")
    for key, text in (("content", line.content[lang]), ("method", line.method[lang])):
        if text:
            yield from _labelled(say(lang, f"rubric.line.{key}"), text, STEP)
    verb: Verb = "award" if role is Role.BONUS else "deduct"
    for rule in line.rules:
        yield from _rule(rule, verb, lang)
    why = say(lang, "rubric.line.worth", worth=say(lang, "rubric.line.unpriced"))
    for words in line.unpriced:
        yield from _labelled("○", words[lang] + why, STEP)


def _rule(rule: Rule, verb: Verb, lang: Lang) -> Iterator[str]:
    cite = say(lang, "rubric.rule.cite", cite=rule.cite) if rule.cite else ""
    yield from _labelled("●", rule.says[lang] + cite, STEP)
    inner = STEP + "  "
    several = len(rule.terms) > 1
    for number, term in enumerate(rule.terms, start=1):
        mark = say(lang, "rubric.rule.term", number=str(number)) if several else ""
        yield from _term(term, mark, verb, lang, inner)
    limits = [*_limits(rule, verb, lang)]
    if limits:
        yield from _labelled(say(lang, "rubric.rule.limit"), say(lang, "rubric.doc.also").join(limits), inner)


def _term(term: Term, mark: str, verb: Verb, lang: Lang, indent: str) -> Iterator[str]:
    also = say(lang, "rubric.doc.also")
    measured = also.join(dict.fromkeys(measure_words(one, lang) for one in term.measures))
    yield from _labelled(say(lang, "rubric.rule.measure"), mark + measured, indent)
    if verb == "award":  # a bonus has no requirement: what is counted brings points
        counted = also.join(take_words(one, take, lang) for one in term.measures for take in one.take.values())
        yield from _labelled(say(lang, "rubric.rule.counted"), mark + counted, indent)
    else:
        wanted = also.join(requirement_words(term.measures, term.targets, lang))
        yield from _labelled(say(lang, "rubric.rule.target"), mark + wanted, indent)
    yield from _labelled(say(lang, f"rubric.rule.{verb}"), mark + price_words(term, verb, lang), indent)
    if term.due is Due.END:
        yield from _labelled(say(lang, "rubric.rule.due"), mark + say(lang, "rubric.rule.end"), indent)


def _limits(rule: Rule, verb: Verb, lang: Lang) -> Iterator[str]:
    if rule.points is not None:
        yield say(lang, "rubric.rule.part", points=points_words(rule.points))
    if len(rule.terms) > 1:
        yield say(lang, f"rubric.rule.{rule.join.value}.{verb}")
    if rule.cap is not None:
        yield say(lang, f"rubric.rule.cap.{verb}", points=points_words(rule.cap))
    if rule.zero is not None:
        from_view = views()[rule.terms[0].measures[0].of]
        yield say(lang, "rubric.rule.zero", column=column_words(from_view, rule.zero, lang))


def _obligation(number: int, duty: Obligation, lang: Lang) -> Iterator[str]:
    label = f"{number:>2}"
    yield from _labelled(label, duty.title[lang], "")
    measure = duty.measure
    wanted = say(lang, "rubric.doc.also").join(requirement_words((measure,), {"": duty.target}, lang))
    text = measure_words(measure, lang) + say(lang, "rubric.doc.also") + wanted
    yield from _paragraph(text, STEP, STEP)


def _settlement(rules: Settlement, lang: Lang) -> Iterator[str]:
    ceiling = (
        say(lang, "rubric.pay.uncapped")
        if rules.ceiling is None
        else say(lang, "rubric.pay.capped", ceiling=points_words(rules.ceiling))
    )
    facts = {"out_of": points_words(rules.out_of), "floor": points_words(rules.floor), "ceiling": ceiling}
    yield from _labelled("●", say(lang, "rubric.pay.total", **facts), "")
    yield from _labelled("●", say(lang, f"rubric.pay.rounding.{rules.rounding.value}"), "")
    yield from _labelled("●", say(lang, f"rubric.pay.basis.{rules.basis.value}"), "")
    above = None
    for band in rules.bands:
        below = "" if above is None else say(lang, "rubric.pay.below", below=points_words(above))
        share = (
            say(lang, "rubric.pay.ratio", out_of=points_words(rules.out_of))
            if band.pays is None
            else f"{shown(Fraction(band.pays) * 100)}%"
        )
        text = say(lang, "rubric.pay.band", from_=points_words(band.at_least), below=below, share=share)
        yield from _labelled("○", text, STEP)
        above = band.at_least


def _readings(
    source: RubricSource, chosen: Mapping[str, str], decisions: Mapping[str, Decision], lang: Lang
) -> Iterator[str]:  # fmt: skip
    used = source.options(chosen)
    for number, (name, reading) in enumerate(source.readings.items(), start=1):
        cite = say(lang, "rubric.rule.cite", cite=reading.cite) if reading.cite else ""
        yield from _labelled(f"{number:>2}", f"{reading.question[lang]}{cite}", "")
        for option in reading.options:
            key = "used" if option.id == used[name] else "other"
            mark = say(lang, f"rubric.reading.{key}")
            default = say(lang, "rubric.reading.default") if option.id == reading.default else ""
            yield from _labelled(mark, f"{option.says[lang]} ({name}={option.id}{default})", STEP)
        if name in decisions:
            yield from _labelled(" →", plain(cited(decisions[name], lang)), STEP)
