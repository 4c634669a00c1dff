"""Runs of the command line without the second that loading takes: one process loads, and forks for each run.

A run is still a process of its own, with its own folder, environment and streams, and it loads `jobhome_score.cli` by
itself, since what that says depends on the environment. Whoever asks what a run loads, or how it is started, starts
Python instead.
"""

import json
import os
import runpy
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import jobhome_score

LIBRARIES = ("chinese_calendar", "docx", "openpyxl", "pydantic", "xlsxwriter")
SECONDS = 120


def serve() -> None:
    """Answer each line of standard input, a run, with a line that holds its exit code."""
    for name in (*LIBRARIES, *ours()):
        import_module(name)
    if "jobhome_score.cli" in sys.modules:
        raise RuntimeError  # it would speak our language
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            become(asked["words"], asked["folder"], asked["environ"], asked["streams"])
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def ours() -> list[str]:
    """Our modules but those of the command line."""
    root = Path(jobhome_score.__file__).parent
    paths = (path.relative_to(root.parent).with_suffix("") for path in sorted(root.rglob("*.py")))
    return [".".join(path.parts) for path in paths if path.name[0] != "_" and path.parts[1] != "cli"]


def become(words: list[str], folder: str, environ: dict[str, str], streams: list[str]) -> NoReturn:
    """Turn into a run that writes its standard output and its standard error into two files."""
    signal.alarm(SECONDS)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in enumerate(streams, 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - as Python's own: to the end
    sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.argv = ["jobhome-score", *words]
    try:
        runpy.run_module("jobhome_score", run_name="__main__", alter_sys=True)  # ends the process
    finally:
        os._exit(70)


if __name__ == "__main__":
    serve()
