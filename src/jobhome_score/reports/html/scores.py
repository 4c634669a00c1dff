"""The score sheet: each section with its bar, each indicator unfolding to its rules, misses and rows."""

from collections.abc import Iterator
from fractions import Fraction

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.both_ends import Best, best_of, section_reached, span
from jobhome_score.reports.html.bars import bar, tone
from jobhome_score.reports.html.evidence import misses
from jobhome_score.reports.html.markup import Child, Html, element, joined, list_of
from jobhome_score.reports.html.reviews import reviewed
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.phrases import cause
from jobhome_score.reports.report_lines import reached, rule_measured, worth
from jobhome_score.reports.requirements import required_words
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import IndicatorScore, RuleScore, SectionScore


def scores(assessment: Assessment, lang: Lang) -> Html:
    """Every section in its order."""
    best = best_of(assessment)
    return joined(_section(assessment, section, best, lang) for section in assessment.score.sections)


def overview(assessment: Assessment, lang: Lang) -> Html:
    """Every section and indicator on a line; only on paper, where the indicators below come unfolded."""
    return element("div", *_lines(assessment, lang), class_="overview", aria_hidden="true")


def _lines(assessment: Assessment, lang: Lang) -> Iterator[Html]:
    best = best_of(assessment)
    for section in assessment.score.sections:
        role, points = section.section.role, Fraction(section.section.points)
        named = section.section.title[lang]
        parts = _line(section.section.id, named, bar(section.score, points, role),
                      _whole(section, best, lang))  # fmt: skip
        yield element("p", *parts, class_=f"whole {tone(Fraction(1), role)}")
        for line in section.indicators:
            yield element("p", *_line(line.indicator.id, line.indicator.title[lang], *_reached(line, role, best, lang)))


def _line(number: str, name: str, drawing: Html, points: Html) -> tuple[Html, ...]:
    return element("span", number, class_="id"), element("span", name, class_="name"), drawing, points


def _reached(line: IndicatorScore, role: Role, best: Best, lang: Lang) -> tuple[Html, Html]:
    """An indicator's bar and its points."""
    most = worth(line)
    points = None if most is None else Fraction(most)
    share = line.score if role is Role.BASE else line.deducted
    return bar(share, points or Fraction(1), role), _points(
        reached(line, role), best.lines.get(line.indicator.id), points, role, lang
    )


def _whole(section: SectionScore, best: Best, lang: Lang) -> Html:
    """The points of a section."""
    declared = section.section
    points = Fraction(declared.points)
    return _points(section_reached(section), best.sections.get(declared.id), points, declared.role, lang)


def _section(assessment: Assessment, section: SectionScore, best: Best, lang: Lang) -> Html:
    declared = section.section
    points = Fraction(declared.points)
    number = _whole(section, best, lang)
    head = element("h3", *_line(declared.id, declared.title[lang], bar(section.score, points, declared.role), number))
    lines = joined(_indicator(assessment, line, declared.role, best, lang) for line in section.indicators)
    return element("div", head, lines, class_=f"part {tone(Fraction(1), declared.role)}")


def _points(number: Fraction, high: Fraction | None, points: Fraction | None, role: Role, lang: Lang) -> Html:
    """Points reached of those there are, or both ends of them; a bonus with its plus, a penalty with its minus."""
    value = span(number, high, lambda one: ("+" if role is Role.BONUS and one else "") + shown(one))
    whole = "" if points is None else f" / {shown(points)}"
    if role is not Role.BASE and points is not None:
        whole = " " + say(lang, "screen.up_to", points=shown(points))
    return element("span", element("b", value), element("small", whole) if whole else "", class_="points")


def _indicator(assessment: Assessment, line: IndicatorScore, role: Role, best: Best, lang: Lang) -> Html:
    indicator = line.indicator
    because = cause(line, role, lang)
    summary = element(
        "summary", *_line(indicator.id, indicator.title[lang], *_reached(line, role, best, lang)),
        element("span", because, class_="why") if because else "",
    )  # fmt: skip
    body = element("div", *_body(assessment, line, role, lang), class_="body")
    return element("details", summary, body, id=f"i{indicator.id}", class_=role.value)


def _body(assessment: Assessment, line: IndicatorScore, role: Role, lang: Lang) -> Iterator[Html]:
    indicator = line.indicator
    if indicator.content[lang]:
        yield element("p", indicator.content[lang], class_="content")
    if line.zeroed:
        yield element("p", say(lang, "phrase.zeroed"), class_="zeroed")
    yield element("p", _arithmetic(line, role, lang), class_="sum")
    yield from (_rule(rule, role, lang) for rule in line.rules)
    yield from (element("p", say(lang, "indicator.unpriced", says=words[lang]), class_="unpriced")
                for words in indicator.unpriced)  # fmt: skip
    names = assessment.depends.get(indicator.id, ())
    if names:
        said = list_of((_reading(assessment, name, lang) for name in names), "depends")
        yield element("div", element("h5", say(lang, "html.depends")), said)


def _arithmetic(line: IndicatorScore, role: Role, lang: Lang) -> str:
    cap = "—" if line.indicator.cap is None else str(line.indicator.cap)
    facts = {"cap": cap, "deducted": shown(line.deducted), "score": shown(line.score)}
    base = "indicator.score_uncapped" if line.indicator.cap is None else "indicator.score"
    key = base if role is Role.BASE else f"indicator.{role.value}"
    return say(lang, key, points=str(line.indicator.points or 0), **facts)


def _rule(rule: RuleScore, role: Role, lang: Lang) -> Html:
    state = rule.status.value
    pill = element("span", say(lang, f"status.{state}"), class_=f"pill {state}")
    head = element("h4", rule.rule.title[lang], " ", pill)
    says = element("p", rule.rule.says[lang], " ", element("cite", rule.rule.cite), class_="says")
    measured = element("p", *_measured(rule, role, lang), *_charge(rule, role, lang), class_="measured")
    return element("div", head, says, measured, *([misses(rule, lang)] if rule.found else []),
                   *reviewed(rule, lang), class_="rule")  # fmt: skip


def _measured(rule: RuleScore, role: Role, lang: Lang) -> Iterator[Child]:
    """What was measured and required; what earns a bonus is only counted."""
    figure = element("b", rule_measured(rule, lang))
    if role is Role.BONUS:
        yield from (say(lang, "html.counted"), " ", figure)
        return
    yield from (say(lang, "report.measured"), " ", figure, " · ", say(lang, "report.required"), " ")
    yield element("b", required_words(rule.rule, lang))


def _charge(rule: RuleScore, role: Role, lang: Lang) -> Iterator[Html]:
    if rule.misses or rule.deducted:
        key = "indicator.awarded" if role is Role.BONUS else "indicator.deducted"
        said = say(lang, key, misses=shown(rule.misses), deducted=shown(rule.deducted))
        if rule.capped:
            said += f" ({say(lang, 'indicator.capped')})"
        yield element("span", said, class_="charge")


def _reading(assessment: Assessment, name: str, lang: Lang) -> Html:
    reading, used = assessment.readings[name], assessment.options[name]
    says = next(option.says[lang] for option in reading.options if option.id == used)
    return element("span", reading.question[lang], " ", element("b", says), " ", element("code", f"{name}={used}"))
