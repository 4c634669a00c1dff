"""Make the README's pictures from the real output: the terminal as SVG, page and workbook as PNG.

On the terminal Chinese is two cells wide. The PNGs are drawn by chromium, soffice, pdftoppm and convert; where one of
these is missing they stay as they are.
"""

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.color import Color
from rich.text import Text

from jobhome_score.assessment import Request, assess
from jobhome_score.insight.moving import moving
from jobhome_score.insight.sensitivity import ground
from jobhome_score.ledgers.loading import check
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.html.page import assessment_html
from jobhome_score.reports.terminal import assessment_text
from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx
from jobhome_score.rubric.source import load_rubric
from jobhome_score.scoring.fitting import season_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.segment import Segment

    from jobhome_score.assessment import Assessment
    from jobhome_score.insight.sensitivity import Effect
    from jobhome_score.locales import Lang

COLUMNS = 104
CELL, LINE, SIZE, MARGIN = 8.0, 19.0, 13.5, 18.0
INK, PAPER, DIM = "#24292f", "#ffffff", "#6e7781"
COLOURS = {1: "#cf222e", 2: "#1a7f37", 3: "#9a6700"}
FONTS = "ui-monospace, 'Noto Sans Mono CJK SC', 'Sarasa Mono SC', Menlo, Consolas, 'Microsoft YaHei', monospace"


TOOLS = ("chromium", "soffice", "pdftoppm", "convert")
PAGE = (1240, 1560)
"""The top of the page as a browser shows it, in pixels."""
SMALL = ("-resize", "900x", "-background", "white", "-alpha", "remove", "-dither", "None", "-colors", "48", "-strip",
         "-define", "png:exclude-chunks=date,time")  # fmt: skip


def main(root: Path) -> None:
    """Write docs/pictures from the sample year, in both languages."""
    checked = check(read_ledgers(root / "sample_ledgers"))
    source = load_rubric()
    assessment = assess(checked, source, Request(datetime(2026, 7, 3, tzinfo=UTC), {}))
    effects = moving(assessment, ground(assessment, source, season_of(checked.ledgers(), assessment.rubric, None)))
    target = root / "docs" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    commands: tuple[tuple[Lang, str], ...] = (
        ("zh", "jobhome-score assess sample_ledgers"),
        ("en", "jobhome-score assess sample_ledgers --lang en"),
    )
    for lang, words in commands:
        ansi = f"$ {words}\n\n" + assessment_text(assessment, lang, Screen(COLUMNS, colour=True), effects)
        (target / f"assess-{lang}.svg").write_text(picture(ansi), encoding="utf-8")
        missing = [tool for tool in TOOLS if shutil.which(tool) is None]
        if missing:
            print(f"page-{lang}.png and workbook-{lang}.png not made anew: no {', '.join(missing)}")
        else:
            draw(assessment, effects, lang, target)


def draw(assessment: "Assessment", effects: "tuple[Effect, ...]", lang: "Lang", target: Path) -> None:
    """The top of the page and the first sheet of the workbook as small pictures."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_text(assessment_html(assessment, lang, effects), encoding="utf-8")
        (folder / "book.xlsx").write_bytes(assessment_xlsx(assessment, lang))
        window = f"--window-size={PAGE[0]},{PAGE[1]}"
        _run(folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", window,
             "--screenshot=page.png", (folder / "page.html").as_uri())  # fmt: skip
        _run(folder, "soffice", "--headless", "--convert-to", "pdf", "book.xlsx")
        _run(folder, "pdftoppm", "-r", "110", "-f", "1", "-l", "1", "-singlefile", "-png", "book.pdf", "book")
        for made, kept in (("page", "page"), ("book", "workbook")):
            _run(folder, "convert", f"{made}.png", *SMALL, f"PNG8:{target.resolve() / f'{kept}-{lang}.png'}")


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)


def picture(ansi: str) -> str:
    """An SVG of terminal output; runs keep their cells by `textLength`, whatever font draws them."""
    lines = [list(Text.from_ansi(line).render(_console())) for line in ansi.rstrip("\n").splitlines()]
    width, height = COLUMNS * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    body = "\n".join(run for row, line in enumerate(lines) for run in _runs(line, row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'font-family="{FONTS}" font-size="{SIZE:g}" role="img">\n'
        f'<rect width="100%" height="100%" rx="8" fill="{PAPER}" stroke="#d0d7de"/>\n{body}\n</svg>\n'
    )


def _console() -> "object":
    from rich.console import Console

    return Console(width=COLUMNS, force_terminal=True, color_system="standard")


def _runs(line: "list[Segment]", row: int) -> "Iterator[str]":
    column, y = 0, MARGIN + row * LINE
    for segment in line:
        cells = segment.cell_length
        text = segment.text.rstrip("\n")
        style = segment.style
        if text.strip() or (style and style.reverse):
            x, length = MARGIN + column * CELL, cells * CELL
            ink = _ink(style.color if style else None)
            weight = ' font-weight="bold"' if style and style.bold else ""
            if style and style.dim:
                ink = DIM
            if style and style.reverse:
                yield f'<rect x="{x:g}" y="{y:g}" width="{length:g}" height="{LINE:g}" fill="{INK}"/>'
                ink = PAPER
            yield (
                f'<text x="{x:g}" y="{y + LINE * 0.74:g}" fill="{ink}"{weight} textLength="{length:g}" '
                f'lengthAdjust="spacingAndGlyphs" xml:space="preserve">{escape(text)}</text>'
            )
        column += cells


def _ink(colour: Color | None) -> str:
    return COLOURS.get(colour.number if colour and colour.number else 0, INK)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent)
