"""The letter that asks for clarification as Markdown, to be pasted and sent."""

from collections.abc import Iterable, Iterator, Sequence

from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import markdown_cell
from jobhome_score.reports.letter import Letter, Question, heading, number_text

FIGURES = ("option", "total", "points", "percent", "payable", "money")
BREAK = "<br>"


def letter_md(letter: Letter, lang: Lang) -> str:
    """The whole letter with its form of reply."""
    parts = [
        [f"# {say(lang, 'letter.title')}", markdown_cell(letter.to), markdown_cell(letter.opening)],
        [f"## {heading(letter, 'state', lang)}", *map(markdown_cell, letter.state)],
        _questions(letter, lang) if letter.questions else (),
        _settled(letter, lang) if letter.settled else (),
        _ending(letter, lang),
        _reply(letter, lang) if letter.questions else (),
    ]
    return "\n\n".join(text for part in parts for text in part) + "\n"


def _questions(letter: Letter, lang: Lang) -> Iterator[str]:
    if letter.moving:
        yield f"## {heading(letter, 'asked', lang)}"
        yield say(lang, "letter.asked")
    for number, question in enumerate(letter.moving, 1):
        yield from _question(number, question, lang)
    if letter.quiet:
        yield f"## {heading(letter, 'quiet', lang)}"
        yield say(lang, "letter.quiet")
        rows = ((one.asked, one.cite, [choice.says for choice in one.choices]) for one in letter.quiet)
        yield _table(("number", "question", "cite", "options"), _numbered(rows), lang)


def _question(number: int, question: Question, lang: Lang) -> Iterator[str]:
    asked = say(lang, "letter.item", number=number_text(number, lang), question=question.asked)
    yield f"### {markdown_cell(asked)}"
    cite = [say(lang, "letter.cite", cite=question.cite)] if question.cite else []
    yield from map(markdown_cell, (*cite, *question.wording))
    yield _table(FIGURES, ((choice.says, *choice.figures) for choice in question.choices), lang)


def _settled(letter: Letter, lang: Lang) -> Iterator[str]:
    yield f"## {heading(letter, 'decided', lang)}"
    yield say(lang, "letter.decided")
    rows = ((one.asked, one.says, one.cited) for one in letter.settled)
    yield _table(("number", "question", "decision", "by"), _numbered(rows), lang)


def _ending(letter: Letter, lang: Lang) -> Iterator[str]:
    if letter.questions:
        yield from (say(lang, f"letter.{name}") for name in ("ask", "closing", "annex"))
    yield from (say(lang, f"letter.{name}") for name in ("sender", "date", "contact"))


def _reply(letter: Letter, lang: Lang) -> Iterator[str]:
    yield "---"
    yield f"## {say(lang, 'letter.reply.mark')} {say(lang, 'letter.reply.title')}"
    yield from map(markdown_cell, letter.reply.split("\n"))
    rows = (
        (question.asked, [*(say(lang, "letter.reply.option", says=choice.says) for choice in question.choices),
                          say(lang, "letter.reply.other")])
        for question in letter.questions
    )  # fmt: skip
    yield _table(("number", "question", "reply"), _numbered(rows), lang)
    signs = ("purchaser", "person", "number", "date")
    colon = say(lang, "list.colon")
    yield "\n".join(f"- {say(lang, f'letter.reply.sign.{name}')}{colon}____________" for name in signs)


Row = Sequence[str | list[str]]


def _numbered(rows: Iterable[Row]) -> Iterator[Row]:
    return ((str(number), *row) for number, row in enumerate(rows, 1))


def _table(columns: Sequence[str], rows: Iterable[Row], lang: Lang) -> str:
    lines = [[say(lang, f"letter.column.{name}") for name in columns], ["---"] * len(columns)]
    lines += [[_cell(cell) for cell in row] for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(cell: str | list[str]) -> str:
    return BREAK.join(map(markdown_cell, [cell] if isinstance(cell, str) else cell))
