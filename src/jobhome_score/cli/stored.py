"""Result files as commands take them: read whole, held against their form; ends the command with words otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

from jobhome_score.cli.declared import Argument, Option
from jobhome_score.cli.ending import IMPOSSIBLE, refuse
from jobhome_score.cli.language import Lang
from jobhome_score.cli.reasons import reason
from jobhome_score.cli.saying import echo
from jobhome_score.locales import say

if TYPE_CHECKING:
    from jobhome_score.reports.stored_result import Header
    from jobhome_score.rubric.source import RubricSource
    from jobhome_score.stored.shapes import Wrong

ResultFile = Annotated[Path, Argument("RESULT.json", help="stored")]
StoredRubric = Annotated[str | None, Option("--rubric", help="rubric_name")]
MOST_BYTES: Final = 1 << 28


def read_stored(path: Path, lang: Lang) -> dict[str, Any]:
    """The JSON of a result."""
    from jobhome_score.reports.stored_result import parsed

    try:
        if path.stat().st_size > MOST_BYTES:
            what = say(lang, "stored.large", found=f"{path.stat().st_size:,}", wanted=f"{MOST_BYTES:,}")
            refuse(lang, "stored.file", file=str(path), what=what)
        data = path.read_bytes()
    except OSError as error:
        refuse(lang, "cli.unreadable", name=str(path), reason=reason(lang, error))
    with named(path, lang):
        return parsed(data)


def header_read(stored: dict[str, Any], path: Path, lang: Lang) -> "Header":
    """How a result came about."""
    from jobhome_score.reports.stored_result import header_of

    with named(path, lang):
        return header_of(stored)


@contextmanager
def named(path: Path, lang: Lang, version: str = "") -> Iterator[None]:
    """Turn what is wrong with a result into a sentence that names the file, the first place, and what to do."""
    from jobhome_score.stored.shapes import Wrong

    try:
        yield
    except Wrong as wrong:
        _say_wrong(wrong, path, lang, version)
        raise SystemExit(IMPOSSIBLE) from None


def _say_wrong(wrong: "Wrong", path: Path, lang: Lang, version: str) -> None:
    from jobhome_score import __version__
    from jobhome_score.reports.escape import brief

    what = say(lang, f"stored.{wrong.code}", found=brief(wrong.found), wanted=brief(wrong.wanted))
    frame = "stored.line" if wrong.at else "stored.file"
    lines = [say(lang, frame, file=brief(str(path)), at=brief(wrong.at), what=what)]
    if version and version != __version__:
        lines.append(say(lang, "stored.other_version", stored=brief(version), own=__version__))
    echo("\n".join((*lines, say(lang, "stored.again"))), err=True)


def rubric_of(header: "Header", rubric: str | None, path: Path, lang: Lang) -> "RubricSource":
    """The rubric that a result was scored under: the one given, else the packaged one of its name; by its very hash."""
    from jobhome_score.cli.asked import Asked
    from jobhome_score.cli.ending import plainly
    from jobhome_score.cli.journey import load_rubric_named

    name = rubric or packaged_name(header, path, lang)
    with plainly(lang):
        source = load_rubric_named(Asked(Path(), lang, name))
    if source.sha256 != header.rubric_sha256:
        refuse(
            lang, "report.another_rubric", file=str(path), id=header.rubric, stored=header.rubric_sha256,
            name=name, found=source.sha256,
        )  # fmt: skip
    return source


def packaged_name(header: "Header", path: Path, lang: Lang) -> str:
    """The name of the rubric, which must come with the program: a result may not send us to other files."""
    from jobhome_score.rubric.source import packaged

    name = header.rubric
    if not name.replace("-", "").isalnum() or not name.isascii() or not packaged(name).is_file():
        refuse(lang, "report.which_rubric", file=str(path), id=name)
    return name
