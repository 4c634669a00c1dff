"""The rows behind a miss: each with its place and the values that mattered, long lists folded into ranges."""

from collections.abc import Iterator, Sequence
from typing import Final

from jobhome_score.evidence import Place
from jobhome_score.locales import Lang, say
from jobhome_score.reports.evidence_rows import grouped, note, row_values, rows_by_miss
from jobhome_score.reports.html.markup import Html, element, joined, list_of
from jobhome_score.scoring.results import Miss, RuleScore

ROWS_SHOWN: Final = 48
"""So many rows of a miss are written out with their values, the rest as ranges of row numbers."""

MISSES_SHOWN: Final = 120
"""So many misses of a rule are written out by themselves, the rest by their rows alone."""

RANGES_SHOWN: Final = 500


def misses(rule: RuleScore, lang: Lang) -> Html:
    """Every miss of a rule with its rows."""
    found = list(rows_by_miss(rule))
    items = [_miss(miss, places, lang) for miss, places in found[:MISSES_SHOWN]]
    folded = [place for _, places in found[MISSES_SHOWN:] for place in places]
    if found[MISSES_SHOWN:]:
        more = say(lang, "html.more_misses", count=str(len(found) - MISSES_SHOWN))
        items.append(element("p", more, " ", grouped(folded, lang, RANGES_SHOWN)))
    return list_of(items, "misses")


def _miss(miss: Miss, places: Sequence[Place], lang: Lang) -> Html:
    said = note(miss, lang, places[0] if places else None)
    if not places:
        return element("p", element("b", said), " ", element("em", say(lang, "report.no_rows")))
    if len(places) == 1:
        return element("p", element("b", said), " ", *_row(miss, places[0], lang))
    count = element("small", say(lang, "html.rows", count=str(len(places))))
    return joined([element("p", element("b", said), " ", count), list_of(_rows(miss, places, lang), "rows")])


def _rows(miss: Miss, places: Sequence[Place], lang: Lang) -> Iterator[Html]:
    for place in places[:ROWS_SHOWN]:
        yield element("span", *_row(miss, place, lang))
    rest = places[ROWS_SHOWN:]
    if rest:
        more = element("b", say(lang, "html.more_rows", count=str(len(rest))))
        yield element("span", more, " ", grouped(rest, lang, RANGES_SHOWN))


def _row(miss: Miss, place: Place, lang: Lang) -> Iterator[Html]:
    yield element("span", str(place), class_="place")
    values = row_values(miss, place, lang)
    if values:
        yield element("span", values, class_="values")
