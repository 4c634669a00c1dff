from pathlib import Path

import pytest

from jobhome_score.cli.outputs import write_files


def write(path: Path, *, force: bool = False) -> None:
    write_files((path,), lambda _: b"new", "zh", force=force, quiet=True)


def test_a_file_that_exists_is_overwritten_only_when_told_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "结果.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(SystemExit) as refused:
        write(path)
    assert refused.value.code == 2
    assert "结果.xlsx：文件已存在" in capsys.readouterr().err
    assert path.read_bytes() == b"old"
    write(path, force=True)
    assert path.read_bytes() == b"new"


def test_a_file_that_is_locked_is_named_and_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "结果.xlsx"
    path.write_bytes(b"open in Excel")

    def held(_: Path, _target: Path) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", held)  # what Windows says of a file that Excel holds open
    with pytest.raises(SystemExit) as refused:
        write(path, force=True)
    assert refused.value.code == 2
    assert "结果.xlsx：文件被占用或没有写入权限，请先关闭该文件" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["结果.xlsx"]
    assert path.read_bytes() == b"open in Excel"
