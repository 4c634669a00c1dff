"""关于考核条款适用口径的函: the letter that asks for clarification, with a form of reply, as a document to sign."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from jobhome_score.locales import Lang, say
from jobhome_score.reports.documents.grid import Grid
from jobhome_score.reports.documents.writing import (
    document_bytes,
    new_document,
    new_page,
    write_body,
    write_line,
    write_title,
)
from jobhome_score.reports.letter import Letter, Question, heading, number_text

if TYPE_CHECKING:
    from docx.document import Document

TEXT: Final = 15
"""Points of running text."""

FIGURES: Final = ("option", "total", "points", "percent", "payable", "money")
FIGURE_WIDTHS: Final = (5.6, 1.6, 1.7, 2.1, 3.5, 2.9)
QUIET: Final = ("number", "question", "cite", "options")
QUIET_WIDTHS: Final = (1.2, 6.2, 3.8, 6.2)
SETTLED: Final = ("number", "question", "decision", "by")
SETTLED_WIDTHS: Final = (1.2, 5.8, 4.4, 6.0)
REPLY: Final = ("number", "question", "reply")
REPLY_WIDTHS: Final = (1.2, 6.6, 9.6)
SIGN_WIDTHS: Final = (5.0, 12.4)


def letter_docx(letter: Letter, lang: Lang) -> bytes:
    """The letter's bytes; the same letter gives the same bytes."""
    title = say(lang, "letter.title")
    document = new_document(title, lang, landscape=False)
    write_title(document, title)
    write_line(document, say(lang, "letter.number"), align="center")
    write_line(document, letter.to, size=TEXT)
    write_body(document, letter.opening)
    _heading(document, letter, "state", lang)
    for text in letter.state:
        write_body(document, text)
    if letter.questions:
        _questions(document, letter, lang)
    if letter.settled:
        _heading(document, letter, "decided", lang)
        write_body(document, say(lang, "letter.decided"), with_next=True)
        rows = [(one.asked, one.says, one.cited) for one in letter.settled]
        _numbered(document, SETTLED, SETTLED_WIDTHS, rows, lang)
    _ending(document, letter, lang)
    if letter.questions:
        _reply(document, letter, lang)
    return document_bytes(document)


def _heading(document: "Document", letter: Letter, part: str, lang: Lang) -> None:
    write_line(document, heading(letter, part, lang), head=True, size=TEXT, with_next=True)


def _questions(document: "Document", letter: Letter, lang: Lang) -> None:
    if letter.moving:
        _heading(document, letter, "asked", lang)
        write_body(document, say(lang, "letter.asked"), with_next=True)
    for number, question in enumerate(letter.moving, 1):
        _question(document, number, question, lang)
    if letter.quiet:
        _heading(document, letter, "quiet", lang)
        write_body(document, say(lang, "letter.quiet"), with_next=True)
        rows = [(one.asked, one.cite, [choice.says for choice in one.choices]) for one in letter.quiet]
        _numbered(document, QUIET, QUIET_WIDTHS, rows, lang)


def _question(document: "Document", number: int, question: Question, lang: Lang) -> None:
    asked = say(lang, "letter.item", number=number_text(number, lang), question=question.asked)
    write_line(document, asked, head=True, size=12, with_next=True)
    if question.cite:
        write_line(document, say(lang, "letter.cite", cite=question.cite), size=12, with_next=True)
    for text in question.wording:
        write_line(document, text, size=12, with_next=True)
    grid = Grid(document, FIGURE_WIDTHS, 10, together=True)
    grid.head([say(lang, f"letter.column.{name}") for name in FIGURES])
    for choice in question.choices:
        grid.row((choice.says, *choice.figures), bold=choice.used, centred=range(1, len(FIGURES)))
    grid.close()


def _numbered(
    document: "Document", columns: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str | list[str]]],
    lang: Lang, *, with_next: bool = False,
) -> None:  # fmt: skip
    """A table of numbered lines; a cell may hold several lines of text."""
    grid = Grid(document, widths, 10.5)
    grid.head([say(lang, f"letter.column.{name}") for name in columns])
    for number, row in enumerate(rows, 1):
        grid.row((str(number), *row), centred=(0,))
    grid.close(with_next=with_next)


def _ending(document: "Document", letter: Letter, lang: Lang) -> None:
    if letter.questions:
        write_body(document, say(lang, "letter.ask"), with_next=True)
        write_body(document, say(lang, "letter.closing"), with_next=True)
        write_line(document, say(lang, "letter.annex"), size=TEXT, with_next=True)
    write_line(document, "", with_next=True)
    for name in ("sender", "date"):
        write_line(document, say(lang, f"letter.{name}"), align="right", size=TEXT, with_next=True)
    write_line(document, say(lang, "letter.contact"), size=12)


def _reply(document: "Document", letter: Letter, lang: Lang) -> None:
    """The form of reply, on a page of its own."""
    write_line(document, say(lang, "letter.reply.mark"), head=True, size=TEXT)
    new_page(document)
    write_title(document, say(lang, "letter.reply.title"))
    to, body = letter.reply.split("\n", 1)
    write_line(document, to, size=TEXT)
    write_body(document, body)
    rows = [
        (question.asked, [*(say(lang, "letter.reply.option", says=choice.says) for choice in question.choices),
                          say(lang, "letter.reply.other")])
        for question in letter.questions
    ]  # fmt: skip
    _numbered(document, REPLY, REPLY_WIDTHS, rows, lang, with_next=True)
    grid = Grid(document, SIGN_WIDTHS, 12, together=True)
    for name in ("purchaser", "person", "number", "date"):
        grid.row((say(lang, f"letter.reply.sign.{name}"), ""), height=1.1)
    grid.close()
