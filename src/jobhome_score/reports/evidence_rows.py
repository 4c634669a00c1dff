"""The rows behind the misses of a rule, each with a note that says what it has to do with them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jobhome_score.evidence import Place
from jobhome_score.locales import Lang, say, word
from jobhome_score.reports.phrases import figure_text, target_text
from jobhome_score.scoring.results import Miss, RuleScore


class Witness(NamedTuple):
    """A row of a ledger, or None where a miss has no rows, with what it says."""

    place: Place | None
    note: str


def witnesses(rule: RuleScore, lang: Lang) -> list[Witness]:
    """Every row behind a rule's misses, once each, in the order of the misses; rowless misses in between."""
    notes: dict[Place, list[str]] = {}
    found: list[Place | str] = []
    for miss, places in rows_by_miss(rule):
        if not places:
            found.append(f"{note(miss, lang)} · {say(lang, 'report.no_rows')}")
        for place in places:
            if place not in notes:
                found.append(place)
            notes.setdefault(place, []).append(note(miss, lang, place))
    also = say(lang, "list.also")
    return [
        Witness(None, one) if isinstance(one, str) else Witness(one, also.join(dict.fromkeys(notes[one])))
        for one in found
    ]


def rows_by_miss(rule: RuleScore) -> Iterator[tuple[Miss, Sequence[Place]]]:
    """Each miss with its rows, looked up once: every look at them afresh would work them out again."""
    for miss in rule.found:
        yield miss, miss.places[:]


def note(miss: Miss, lang: Lang, place: Place | None = None) -> str:
    """What a miss says: its cell, unless that is the row itself, its figure, what was required."""
    cell = "" if place is not None and miss.cell == str(place) else miss.cell
    name = word(lang, "figure", miss.name) if miss.name else ""
    value = say(lang, "report.nothing") if miss.value is None else figure_text(miss.value, miss.target)
    said = say(lang, "report.figure", value=value, target=target_text(miss.target))
    return " ".join(part for part in (cell, name, said) if part)
