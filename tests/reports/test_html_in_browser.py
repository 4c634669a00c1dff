"""The page in a real browser: quiet console, nothing wider than the screen, and on paper everything unfolded."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from tests.ledger_tables import MADE

from jobhome_score.assessment import Request, assess
from jobhome_score.ledgers.loading import check
from jobhome_score.locales import Lang
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reports.html.page import assessment_html
from jobhome_score.rubric.source import load_rubric

SAMPLES = Path(__file__).parents[2] / "sample_ledgers"
BROWSER = shutil.which("chromium")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip
MEASURE = """
<script>
addEventListener("load", () => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const wide = document.documentElement.clientWidth;
  const name = (one) => one.tagName + "." + one.getAttribute("class") + " " + one.textContent.slice(0, 30);
  const boxes = [...document.querySelectorAll("body *")].filter((one) => one.getClientRects().length);
  const out = boxes.filter((one) => one.getBoundingClientRect().right > wide + 1).map(name);
  const cut = boxes.filter((one) => one.matches(".cell") && one.scrollWidth > one.clientWidth + 1).map(name);
  const scroll = document.documentElement.scrollWidth;
  parent.postMessage(JSON.stringify({wide, scroll, out: out.slice(0, 9), cut: cut.slice(0, 9)}), "*");
});
</script>
"""
FRAME = """<!DOCTYPE html><body><pre id="said"></pre>
<script>addEventListener("message", (got) => { document.getElementById("said").textContent = got.data; });</script>
<iframe src="{page}" style="width:{width}px;height:900px;border:0"></iframe>"""

pytestmark = [pytest.mark.rendering, pytest.mark.skipif(BROWSER is None, reason="chromium is not installed")]


def browse(folder: Path, page: Path, *how: str) -> subprocess.CompletedProcess[str]:
    """Open a page in a browser that has never been opened before and cannot reach anything outside."""
    profile = folder / "profile"
    profile.mkdir()
    own = (*QUIET, f"--user-data-dir={profile}", "--host-resolver-rules=MAP * ~NOTFOUND")
    command = [str(BROWSER), *own, *how, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


def written(folder: Path, name: str, lang: Lang) -> Path:
    assessment = assess(check(read_ledgers(SAMPLES / name)), load_rubric(), Request(MADE, {}))
    page = folder / "page.html"
    page.write_text(assessment_html(assessment, lang), "utf-8")
    return page


@pytest.mark.parametrize(("name", "lang"), [(".", "zh"), ("hard-year", "en")])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_is_wider_than_the_screen(tmp_path: Path, name: str, lang: Lang, width: int) -> None:
    page = written(tmp_path, name, lang)
    source = page.read_text("utf-8")
    without_policy = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", source)
    page.write_text(without_policy.replace("</body>", MEASURE + "</body>"), "utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.replace("{page}", page.name).replace("{width}", str(width)), "utf-8")
    dom = browse(tmp_path, frame, "--virtual-time-budget=4000", "--dump-dom").stdout
    said = re.search(r'<pre id="said">(.*?)</pre>', dom, re.DOTALL)
    assert said is not None
    found = json.loads(unescape(said[1]))
    assert found["wide"] == width
    assert found["scroll"] <= width
    assert found["out"] == []
    assert found["cut"] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_console_stays_silent_and_the_style_is_allowed(tmp_path: Path, lang: Lang) -> None:
    done = browse(tmp_path, written(tmp_path, ".", lang), "--enable-logging=stderr", "--dump-dom")
    assert "CONSOLE" not in done.stderr
    assert "Content-Security-Policy" in done.stdout


def test_the_console_would_tell_of_a_style_that_is_not_allowed(tmp_path: Path) -> None:
    page = written(tmp_path, ".", "zh")
    page.write_text(page.read_text("utf-8").replace("</style>", " </style>"), "utf-8")
    assert "CONSOLE" in browse(tmp_path, page, "--enable-logging=stderr", "--dump-dom").stderr


def test_on_paper_every_indicator_is_unfolded(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    paper = tmp_path / "page.pdf"
    browse(tmp_path, written(tmp_path, ".", "zh"), "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    words = subprocess.run(["pdftotext", "-raw", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    plain = re.sub(r"\s", "", words)
    for fact in ("87.6/100", "人民币壹佰壹拾肆万元整", "03招聘活动.xlsx›招聘活动›14", "企业数=33"):
        assert fact in plain
