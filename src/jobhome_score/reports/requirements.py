"""What a rule requires, in signs: >= 38, or by figure; and by what cell."""

from jobhome_score.locales import Lang, say, word
from jobhome_score.reports.measure_words import cell_words
from jobhome_score.reports.phrases import target_text
from jobhome_score.rubric.document import Measure, Obligation, Rule, Target, Term


def required_signs(rule: Rule) -> str:
    """The requirement for programs: `>= 7`, `companies >= 35; positions >= 900`; alike in every language."""
    return "; ".join(dict.fromkeys(_signs(term) for term in rule.terms))


def _signs(term: Term) -> str:
    return "; ".join(f"{name} {sign(target)}".strip() for name, target in term.targets.items())


def each_of(measure: Measure) -> str | None:
    """The cell for which a requirement holds (month, event, row …); None for the whole period."""
    return None if measure.each == ("period",) else ", ".join(measure.each)


def sign(target: Target) -> str:
    """A requirement in plain signs, such as >= 90%."""
    return target_text(target, pretty=False)


def required_words(rule: Rule, lang: Lang) -> str:
    """The requirement for people: 各月 ≥ 500; figures by their names where there are several."""
    return say(lang, "list.also").join(dict.fromkeys(_words(term, lang) for term in rule.terms))


def _words(term: Term, lang: Lang) -> str:
    figures = (
        f"{word(lang, 'figure', name) + ' ' if name else ''}{target_text(target)}"
        for name, target in term.targets.items()
    )
    return by_cell(term.measures[0], say(lang, "list.also").join(figures), lang)


def duty_required(duty: Obligation, lang: Lang) -> str:
    """What an obligation requires, for people."""
    return by_cell(duty.measure, target_text(duty.target), lang)


def by_cell(measure: Measure, requirement: str, lang: Lang) -> str:
    """A requirement with the cell it holds for, where that is not the whole period."""
    if measure.each == ("period",):
        return requirement
    return say(lang, "report.by_cell", cell=cell_words(measure, lang), required=requirement)
