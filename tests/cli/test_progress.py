import io
import os
import time

import pytest

from jobhome_score.cli.progress import ERASE, working

LONG_AGO = time.monotonic() - 60


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    found = Terminal()
    monkeypatch.setattr("sys.stderr", found)
    monkeypatch.setitem(os.environ, "TERM", "xterm")
    return found


def slow(began: float) -> None:
    with working("zh", began):
        time.sleep(0.1)


def test_a_run_of_over_a_second_says_so_and_cleans_up(terminal: Terminal) -> None:
    slow(LONG_AGO)
    said = terminal.getvalue()
    assert "正在读取台账并计分" in said
    assert said.endswith(ERASE)


def test_a_quick_run_says_nothing(terminal: Terminal) -> None:
    slow(time.monotonic())
    assert terminal.getvalue() == ""


def test_nothing_is_said_where_nobody_watches_or_nothing_can_be_erased(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "TERM", "dumb")
    slow(LONG_AGO)
    pipe = io.StringIO()
    monkeypatch.setattr("sys.stderr", pipe)
    monkeypatch.setitem(os.environ, "TERM", "xterm")
    slow(LONG_AGO)
    assert terminal.getvalue() == pipe.getvalue() == ""


def spoiled() -> None:
    with working("en", LONG_AGO):
        time.sleep(0.1)
        raise ValueError("spoiled")


def test_what_goes_wrong_meanwhile_comes_after_the_line_is_gone(terminal: Terminal) -> None:
    with pytest.raises(ValueError, match="spoiled"):
        spoiled()
    assert terminal.getvalue().endswith(ERASE)
