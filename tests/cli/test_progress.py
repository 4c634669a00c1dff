import io
import os
import threading
import time
from types import SimpleNamespace

import pytest

from jobhome_score.cli import progress
from jobhome_score.cli.progress import ERASE, working

LONG_AGO = time.monotonic() - 60


class Terminal(io.StringIO):
    """A terminal that knows when something was written to it, however busy the machine."""

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        self.written.set()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    found = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=found))
    monkeypatch.setitem(os.environ, "TERM", "xterm")
    return found


def test_a_run_of_over_a_second_says_so_and_cleans_up(terminal: Terminal) -> None:
    with working("zh", LONG_AGO):
        assert terminal.written.wait(60)
    said = terminal.getvalue()
    assert "正在读取台账并计分" in said
    assert said.endswith(ERASE)


def test_a_quick_run_says_nothing(terminal: Terminal) -> None:
    with working("zh", time.monotonic() + 3600):
        assert not terminal.written.is_set()
    assert terminal.getvalue() == ""


def test_nothing_is_said_where_nobody_watches_or_nothing_can_be_erased(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = threading.active_count()
    pipe = io.StringIO()
    for out, term in ((terminal, "dumb"), (pipe, "xterm")):
        monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=out))
        monkeypatch.setitem(os.environ, "TERM", term)
        with working("zh", LONG_AGO):
            assert threading.active_count() == threads
    assert terminal.getvalue() == pipe.getvalue() == ""


def spoiled(terminal: Terminal) -> None:
    with working("en", LONG_AGO):
        assert terminal.written.wait(60)
        raise ValueError("spoiled")


def test_what_goes_wrong_meanwhile_comes_after_the_line_is_gone(terminal: Terminal) -> None:
    with pytest.raises(ValueError, match="spoiled"):
        spoiled(terminal)
    assert terminal.getvalue().endswith(ERASE)
