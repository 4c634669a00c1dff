"""Elements of a page. A text that goes into one is always escaped; only an element goes in as it is."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from jobhome_score.locales import Lang, say
from jobhome_score.records import dataclass
from jobhome_score.reports.escape import plain

VOID: Final = frozenset({"meta"})


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that is finished; made here alone, from names that are ours and texts that are escaped."""

    source: str


Child = Html | str


def escaped(text: str) -> str:
    """The one way of a text into the page: nothing invisible, nothing that a browser would obey."""
    return escape(plain(text), quote=True)


def element(name: str, *children: Child, **attributes: str) -> Html:
    """An element; `class_` and `aria_label` become class and aria-label, an empty attribute is left out."""
    named = ((key.rstrip("_").replace("_", "-"), text) for key, text in attributes.items() if text)
    opening = name + "".join(f' {key}="{escaped(text)}"' for key, text in named)
    inside = "".join(one.source if isinstance(one, Html) else escaped(one) for one in children)
    return Html(f"<{opening}>" if name in VOID else f"<{opening}>{inside}</{name}>")


def joined(parts: Iterable[Html]) -> Html:
    """Elements one after the other, each on a line of its own."""
    return Html("\n".join(one.source for one in parts))


def list_of(items: Iterable[Html], class_: str = "") -> Html:
    """Elements as the items of a list."""
    return element("ul", joined(element("li", one) for one in items), class_=class_)


def pairs(named: Iterable[tuple[str, str]], class_: str = "") -> Html:
    """Names and what they say."""
    parts = (element("div", element("dt", name), element("dd", text)) for name, text in named)
    return element("dl", joined(parts), class_=class_)


def table(headings: Sequence[str], rows: Iterable[Sequence[Child]], lang: Lang, class_: str = "") -> Html:
    """A table under our own headings; each cell repeats its heading for screens too narrow for columns."""
    names = [say(lang, heading) for heading in headings]
    head = element("tr", *(element("th", name, scope="col") for name in names))
    body = joined(element("tr", *_cells(names, row)) for row in rows)
    return element("table", element("thead", head), element("tbody", body), class_=class_)


def _cells(names: Sequence[str], row: Sequence[Child]) -> Iterable[Html]:
    return (element("td", cell, data_label=name) for name, cell in zip(names, row, strict=True))


def block(key: str, lang: Lang, *children: Html, anchor: str) -> Html:
    """A part of the page under a heading, to which a link can lead."""
    return element("section", element("h2", say(lang, key)), *children, id=anchor)
