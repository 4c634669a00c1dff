"""`template`: empty ledgers to fill in."""

import os
from pathlib import Path
from typing import Annotated

from jobhome_score.cli import options
from jobhome_score.cli.declared import Argument
from jobhome_score.cli.ending import refuse
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import LangChoice
from jobhome_score.cli.outputs import write_files
from jobhome_score.cli.reasons import reason

Folder = Annotated[Path, Argument("FOLDER", help="template_folder")]


def template_command(
    folder: Folder,
    lang: options.LangOption = options.SPOKEN_CHOICE,
    quiet: options.Quiet = False,
) -> None:
    """Write empty ledgers; what is there already is never overwritten."""
    from jobhome_score.reports.template_xlsx import templates

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse(spoken, "cli.unwritable", name=str(folder), reason=reason(spoken, error))
    files = {folder / name: data for name, data in templates(spoken).items()}
    for path in filter(os.path.lexists, files):
        refuse(spoken, "cli.template_exists", name=str(path))
    write_files(list(files), files.__getitem__, spoken, force=False, quiet=quiet)
