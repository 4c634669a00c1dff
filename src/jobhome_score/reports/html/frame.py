"""The frame of every page: one file that needs nothing else and allows a browser nothing but its own style."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Final

from jobhome_score.locales import Lang
from jobhome_score.reports.html.markup import Html, element

TONGUE: Final = {"zh": "zh-CN", "en": "en"}


def framed(title: str, main: Html, lang: Lang, more_style: str = "") -> str:
    """The whole document around what it shows; `more_style` for parts that few pages have."""
    page = element("html", _head(title, more_style), element("body", main), lang=TONGUE[lang])
    return "<!DOCTYPE html>\n" + page.source + "\n"


def _head(title: str, more_style: str) -> Html:
    style = files(__package__).joinpath("page.css").read_text("utf-8") + more_style
    return element(
        "head",
        element("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy(style)}">'),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name_="color-scheme", content="light dark"),
        element("meta", name_="referrer", content="no-referrer"),
        element("title", title),
        Html(f"<style>{style}</style>"),
    )


def policy(style: str) -> str:
    """What a browser may do for this page: nothing but apply this very style."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
