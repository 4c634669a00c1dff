"""Lines and tables for a terminal are those that `rich` draws, in colour and without."""

from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jobhome_score.reports.drawing import ALARM, BOLD, DIM, GREEN, MARKED, PLAIN, Screen, cell, paragraph, unfolded
from jobhome_score.reports.drawn_table import Column, table

STYLES = {PLAIN: "", BOLD: "bold", DIM: "dim", GREEN: "green", ALARM: "bold red", MARKED: "bold reverse"}
PIECES = ["中", "文字", "，", "。", "a", "word", "longer-word", " ", "  ", "\u3000", "×", "−1", "≥90%", "█", "é"]

texts = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)
styles = st.sampled_from(list(STYLES))
styled = st.tuples(texts, styles)
columns = st.lists(
    st.builds(
        Column, texts, right=st.booleans(), whole=st.booleans(), least=st.sampled_from([0, 12]),
        most=st.sampled_from([None, 18, 26]),
    ),
    min_size=1, max_size=5,
)  # fmt: skip
screens = st.builds(Screen, st.integers(60, 140), colour=st.booleans())


def by_rich(screen: Screen) -> Console:
    return Console(
        file=StringIO(), width=screen.width, force_terminal=screen.colour, no_color=not screen.colour, highlight=False,
        markup=False, emoji=False, legacy_windows=False, color_system="standard" if screen.colour else None,
    )  # fmt: skip


def written(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@settings(max_examples=150, deadline=None)
@given(styled, styled, screens)
def test_paragraphs(first: tuple[str, str], second: tuple[str, str], screen: Screen) -> None:
    console = by_rich(screen)
    console.print(*(Text(words, style=STYLES[style]) for words, style in (first, second)))
    console.print(Text(first[0], style=STYLES[first[1]]), soft_wrap=True)
    assert paragraph(screen, first, second) + unfolded(screen, *first) == written(console)


@settings(max_examples=150, deadline=None)
@given(st.data(), columns, screens)
def test_tables(data: st.DataObject, columns: list[Column], screen: Screen) -> None:
    cells = st.tuples(st.lists(texts, min_size=1, max_size=3).map("\n".join), styles)
    rows = st.lists(st.lists(cells, min_size=len(columns), max_size=len(columns)), min_size=1, max_size=3)
    groups = data.draw(st.lists(rows, min_size=1, max_size=3))
    drawn = table(columns, [[[cell(*one) for one in row] for row in group] for group in groups], screen)
    assert drawn == drawn_by_rich(columns, groups, screen)


def drawn_by_rich(columns: list[Column], groups: list[list[list[tuple[str, str]]]], screen: Screen) -> str:
    console, other = by_rich(screen), Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for one in columns:
        other.add_column(
            one.heading, justify="right" if one.right else "left", no_wrap=one.whole,
            overflow="ellipsis" if one.whole else "fold", min_width=one.least or None, max_width=one.most,
        )  # fmt: skip
    for group in groups:
        other.add_section()
        for row in group:
            other.add_row(*(Text(words, style=STYLES[style]) for words, style in row))
    console.print(other)
    return written(console)


def test_a_strip_of_marks_is_blank_behind_them_and_cut_where_there_is_no_room() -> None:
    strip = [[("✓  ", GREEN), ("✗  ", ALARM), ("", PLAIN)]]
    columns = [Column("", whole=True), Column("12/12", right=True, whole=True)]
    drawn = table(columns, [[[strip, cell("11/12")], [cell("a" * 12), cell("1")]]], Screen(80, colour=True))
    assert drawn.splitlines()[2] == "\x1b[32m✓  \x1b[0m\x1b[1;31m✗  \x1b[0m" + " " * 6 + "   11/12"
    narrow = table([Column("", whole=True)], [[[[[("✓" * 30, GREEN), ("✗" * 40, ALARM), ("", PLAIN)]]]]],
                   Screen(60, colour=True))  # fmt: skip
    assert narrow.splitlines()[2] == f"\x1b[32m{'✓' * 30}\x1b[0m\x1b[1;31m{'✗' * 29}…\x1b[0m"
