"""Nothing from a ledger ever becomes part of the page; the page asks for nothing and runs nothing."""

import re
from dataclasses import replace

import pytest
from tests.ledger_tables import site_year
from tests.reports.page_reader import Page
from tests.samples import assessed

from jobhome_score.locales import Lang
from jobhome_score.problems import Problem
from jobhome_score.reports.escape import plain
from jobhome_score.reports.html.markup import Html, element, escaped
from jobhome_score.reports.html.page import assessment_html

LANGS: tuple[Lang, ...] = ("zh", "en")
OURS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "nav", "section", "footer", "div", "span", "p",
    "a", "h1", "h2", "h3", "h4", "h5", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td",
    "svg", "rect", "details", "summary", "b", "i", "em", "small", "strong", "code", "cite",
}  # fmt: skip
NAMED = {
    "id", "class", "href", "title", "lang", "content", "charset", "name", "http-equiv", "scope", "data-label", "role",
    "aria-label", "aria-hidden", "viewbox", "preserveaspectratio", "width", "height", "x",
}  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "</details></main></body></html>",
    "<!--",
    "]]><svg/onload=alert(1)>",
    "&lt;b&gt;&#60;b&#62;",
    "javascript:alert(1)",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "\u202eevil\u2066\u200b\x1b[31m",
    "{{7*7}}${7*7}<%= 7 %>",
)


def written(name: str, lang: Lang) -> str:
    return assessment_html(assessed(name), lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [".", "good-year", "hard-year"])
def test_the_page_asks_for_nothing_and_runs_nothing(name: str, lang: Lang) -> None:
    source = written(name, lang)
    assert not re.search(r"https?:|src=|<script|@import|url\(|\bon[a-z]+=|style=|<link|<iframe", source)
    links = [attributes["href"] for tag, attributes in Page(source).found if "href" in attributes]
    anchors = {attributes["id"] for tag, attributes in Page(source).found if "id" in attributes}
    assert {str(link).removeprefix("#") for link in links} <= anchors
    assert "default-src 'none'" in source


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_well_formed(lang: Lang) -> None:
    page = Page(written("hard-year", lang))
    assert page.open == []
    assert page.astray == []
    assert page.other == []
    ids = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=pytest.mark.thorough)])
def test_no_text_of_a_ledger_becomes_part_of_the_page(text: str, lang: Lang) -> None:
    shown = text.replace("\x1b", "").replace("\u200b", "")
    year = site_year(f"招聘活动\n活动编号  企业数\n{shown}  1\n")
    assessment = year.on_project(站点名称=shown, 运营单位=shown, 采购单位=shown).assess()
    named = tuple(
        replace(one, account=replace(one.account, file=text, sheet=text, sha256=text)) for one in assessment.inputs
    )
    problems = tuple(_about(problem, text) for problem in assessment.problems)
    page = Page(assessment_html(replace(assessment, inputs=named, problems=problems), lang))
    assert page.text.count(plain(shown)) > 3
    assert {tag for tag, _ in page.found} <= OURS
    assert {name for _, attributes in page.found for name in attributes} <= NAMED
    assert page.open == page.astray == page.other == []
    assert len([tag for tag, _ in page.found if tag == "style"]) == 1
    assert not set("\u202e\u2066\u200b\x1b") & set(page.text)
    links = [str(attributes["href"]) for _, attributes in page.found if "href" in attributes]
    assert all(re.fullmatch(r"#[a-z]+", link) for link in links)


def _about(problem: Problem, text: str) -> Problem:
    return replace(problem, value=text, place=problem.place._replace(file=text, sheet=text))


def test_text_is_escaped_and_elements_are_not() -> None:
    assert escaped("<a href='x'>&") == "&lt;a href=&#x27;x&#x27;&gt;&amp;"
    inner = element("b", "<i>", class_='"')
    assert inner == Html('<b class="&quot;">&lt;i&gt;</b>')
    assert element("p", inner, "&") == Html('<p><b class="&quot;">&lt;i&gt;</b>&amp;</p>')
