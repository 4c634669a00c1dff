"""Words are shown on whatever terminal there is."""

import io
import sys

import pytest

from jobhome_score.cli.saying import echo


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "总分 é\n".encode()),
        ("ascii", "总分 é\n".encode()),  # nobody chose it
        ("gb18030", "总分 é\n".encode("gb18030")),
        ("latin-1", "?? é\n".encode("latin-1")),
    ],
)
def test_what_an_encoding_lacks_stops_nothing(monkeypatch: pytest.MonkeyPatch, encoding: str, shown: bytes) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding, newline="\n"))
    echo("总分 é")
    assert raw.getvalue() == shown


def test_where_nobody_listens_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    echo("", err=True)


def test_errors_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    echo("a", end="")
    echo("b", err=True)
    assert capsys.readouterr() == ("a", "b\n")
