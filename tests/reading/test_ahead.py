"""Two processes read a folder, and nobody can tell from what was read."""

import os
import pickle
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobhome_score.reading import ahead
from jobhome_score.reading.folder import Early, read_ledgers
from jobhome_score.reading.limits import Hidden, Limits

SAMPLES = Path(__file__).resolve().parents[2] / "sample_ledgers"
YEARS = [SAMPLES, *sorted(path for path in SAMPLES.iterdir() if path.is_dir())]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every folder is read by one process"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def cores(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if alone on a machine with two cores: whoever runs the tests may have threads. No child is left behind."""
    monkeypatch.setattr(ahead, "_has_cores", lambda: True)
    before = children()
    yield
    assert children() <= before  # other tests keep processes of their own


def children() -> set[int]:
    """The processes that this one has begun and not yet taken leave of, dead ones among them."""
    found = set()
    for folder in Path("/proc").iterdir():
        try:
            parent = folder.joinpath("stat").read_text().rpartition(")")[2].split()[1] if folder.name.isdigit() else ""
        except OSError:  # gone meanwhile
            continue
        if parent == str(os.getpid()):
            found.add(int(folder.name))
    return found


def by_two(folder: Path, limits: Limits | None = None) -> tuple[str, Early]:
    """What is read of a folder with the help of another process, and what was read early."""
    begun = ahead.begun(folder, limits or Limits(), Hidden.FAIL)
    assert begun is not None
    early = begun.early()
    return repr(read_ledgers(folder, limits, Hidden.FAIL, early)), early


def by_one(folder: Path, limits: Limits | None = None) -> str:
    return repr(read_ledgers(folder, limits))


@pytest.mark.parametrize("year", YEARS, ids=lambda path: path.name)
def test_a_year_is_read_as_by_one(year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "WORTHWHILE", 0)

    read, early = by_two(year)

    assert read == by_one(year)
    assert early.files.keys() == {path.name for path in year.glob("*.xlsx")}


def test_the_other_process_takes_the_largest_files_that_fit_into_its_half(tmp_path: Path) -> None:
    sizes = {"a.csv": 100, "b.csv": 600_000, "c.csv": 500_000, "d.csv": 300_000, "e.csv": 50_000}
    for name, size in sizes.items():
        (tmp_path / name).write_bytes(b"0" * size)

    there, here = ahead._shares(sorted(tmp_path.iterdir()))  # of 1 450 100 bytes, 725 050 at the most

    assert [path.name for path in there] == ["b.csv", "e.csv", "a.csv"]
    assert [path.name for path in here] == ["c.csv", "d.csv"]


def test_of_a_folder_that_is_almost_one_file_nothing_is_given_away(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"0" * 1_000_000)
    (tmp_path / "b.csv").write_bytes(b"0" * (ahead.WORTHWHILE - 1))
    few = ahead._shares(sorted(tmp_path.iterdir()))
    (tmp_path / "c.csv").write_bytes(b"0")
    enough, _ = ahead._shares(sorted(tmp_path.iterdir()))

    assert few == ([], [])
    assert [path.name for path in enough] == ["b.csv", "c.csv"]


def mixed(folder: Path) -> Path:
    """Ledgers beside what nobody can read."""
    shutil.copy(SAMPLES / "04 回访.xlsx", folder / "回访 副本.xlsx")
    shutil.copy(SAMPLES / "02 考勤.xlsx", folder)
    (folder / "坏的.xlsx").write_bytes((SAMPLES / "07 零工市场.xlsx").read_bytes()[:90_000])
    (folder / "空的.xlsx").write_bytes(b"")
    (folder / "名单.csv").write_text("姓名,电话\n张三,139\n", encoding="utf-8")
    (folder / "说明.docx").write_bytes(b"PK")
    return folder


def test_what_cannot_be_read_is_told_in_its_turn(tmp_path: Path) -> None:
    read, early = by_two(mixed(tmp_path))

    assert read == by_one(tmp_path)
    assert early.files.keys() == {"回访 副本.xlsx", "02 考勤.xlsx", "名单.csv"}


def test_a_file_beyond_the_small_limits_is_read_in_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "LESS", (ahead.LESS[0], 20_000))  # 02 考勤, 04 回访 and 07 零工市场 hold more

    read, early = by_two(SAMPLES)

    assert "04 回访.xlsx" not in early.files
    assert "01 项目与人员.xlsx" in early.files
    assert read == by_one(SAMPLES)


@pytest.mark.parametrize("cells", [1_000, 60_000, 100_000, 200_000])
def test_what_the_files_may_hold_together_is_the_same(cells: int) -> None:
    limits = Limits(cells=cells)

    assert by_two(SAMPLES, limits)[0] == by_one(SAMPLES, limits)


def test_many_files_together_are_held_within_the_small_limits_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred small archives may unpack to a hundred times what one may bring."""
    monkeypatch.setattr(ahead, "LESS", (3_000_000, ahead.LESS[1]))  # nine files together bring 3.7 million bytes

    read, early = by_two(SAMPLES)

    held = [workbook.unpacked for workbook, _ in early.files.values() if workbook is not None]
    assert max(held) < sum(held) <= 3_000_000
    assert read == by_one(SAMPLES)


def test_files_read_early_do_not_count_once_the_rest_is_used_up() -> None:
    limits = Limits(unpacked_bytes=9_000_000)  # 04 回访 alone unpacks to 8.5 million bytes

    assert by_two(SAMPLES, limits)[0] == by_one(SAMPLES, limits)


def test_a_process_that_dies_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()
    read_entry = ahead.read_entry

    def deadly(*given: object) -> object:
        if os.getpid() != parent:
            os.kill(os.getpid(), 9)
        return read_entry(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(ahead, "read_entry", deadly)

    read, early = by_two(SAMPLES)

    assert read == by_one(SAMPLES)
    assert "07 零工市场.xlsx" not in early.files
    assert "04 回访.xlsx" in early.files  # more than half of the bytes: this process read it itself


def test_nobody_waits_for_a_copy_whose_answer_is_not_asked_for() -> None:
    """A refusal after reading has begun: the copy neither holds the output open nor lives on at a pipe that is full."""
    code = (
        "import os, pathlib, sys; from jobhome_score.reading import ahead; from jobhome_score.reading.limits import *; "
        f"begun = ahead.begun(pathlib.Path({str(SAMPLES)!r}), Limits(), Hidden.FAIL); "
        "print(begun._pid); sys.stdout.flush(); os._exit(2)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=30, check=False, text=True)

    assert (done.returncode, done.stderr) == (2, "")
    assert ends(int(done.stdout))


def ends(pid: int) -> bool:
    """Whether a process that is not our child ends within ten seconds."""
    for _ in range(100):
        try:
            if (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("part", [0, 1, 1_000, 0.5, 0.999])
def test_half_an_answer_is_none(part: float) -> None:
    workbook = read_ledgers(SAMPLES / "02 考勤.xlsx").workbooks[0]
    answer = pickle.dumps({workbook.file: (workbook, [])})

    assert ahead._unpacked(answer)["02 考勤.xlsx"] == (workbook, [])
    assert ahead._unpacked(answer[: int(part * len(answer)) if part < 1 else int(part)]) == {}


def test_a_small_folder_a_large_one_and_a_single_file_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"0" * 1_000)
    (tmp_path / "b.csv").write_bytes(b"0" * 1_000)

    assert ahead.begun(tmp_path, Limits(), Hidden.FAIL) is None
    assert ahead.begun(SAMPLES / "04 回访.xlsx", Limits(), Hidden.FAIL) is None
    assert ahead.begun(tmp_path / "missing", Limits(), Hidden.FAIL) is None
    (tmp_path / "b.csv").write_bytes(b"0" * (ahead.MOST + 1))
    assert ahead.begun(tmp_path, Limits(), Hidden.FAIL) is None


def test_a_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert not ahead._has_cores()
    finally:
        done.set()
        other.join()


ON_ONE_CORE = "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
RUN = "from jobhome_score.cli import main; main()"


def test_a_result_has_the_same_bytes_on_one_core_and_on_more() -> None:
    environ = os.environ | {"SOURCE_DATE_EPOCH": "1783000000", "PYTHONUTF8": "1"}

    def run(code: str) -> bytes:
        command = [sys.executable, "-c", code, "assess", str(SAMPLES), "--format", "json"]
        return subprocess.run(command, capture_output=True, check=True, env=environ).stdout

    assert run(ON_ONE_CORE + RUN) == run(RUN)
