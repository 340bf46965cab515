"""Markup that cannot hold unescaped text: what is no :class:`Html` is escaped on its way into an element."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Content = str | int | None | Iterable["Content"]
"""What an element may hold: markup, text, numbers, nothing, or several of these."""

VOID = frozenset({"meta", "input"})


def element(name: str, /, *content: Content, **attributes: str | int | bool | None) -> Html:
    """Return an element; ``class_`` is the attribute class, ``data_section`` data-section; False and None leave one out."""
    written = "".join(_attributes(attributes))
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{markup(*content)}</{name}>")


def markup(*content: Content) -> Html:
    """Return all content as markup, one after the other."""
    return Html("".join(_pieces(content)))


def _pieces(content: Iterable[Content]) -> Iterator[str]:
    for piece in content:
        if isinstance(piece, Html):
            yield piece
        elif isinstance(piece, str | int):
            yield escape(str(piece))
        elif piece is not None:
            yield from _pieces(piece)


def _attributes(attributes: dict[str, str | int | bool | None]) -> Iterator[str]:
    for name, value in attributes.items():
        if value is True:
            yield f" {_name(name)}"
        elif value is not None and value is not False:
            yield f' {_name(name)}="{escape(str(value))}"'


@cache
def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def table(columns: Iterable[str], rows: Iterable[Iterable[Content]], class_: str | None = None) -> Html:
    """Return a table with a header row; on a narrow screen it scrolls in itself."""
    body = (element("tr", (element("td", cell) for cell in row)) for row in rows)
    head = element("tr", (element("th", column, scope="col") for column in columns))
    inner = element("table", element("thead", head), element("tbody", body))
    return element("div", inner, class_=f"table {class_}" if class_ else "table")


def head(title: str) -> Html:
    """Return the start of a page up to its body: style, script, and a policy that allows these two and nothing else."""
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = (
        element("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        GENERATOR,
        element("title", title),
        Html(f"<style>{style}</style>"),
        Html(f'<script type="module">{script}</script>'),
    )
    return Html('<!doctype html>\n<html lang="zh-CN">\n<head>\n' + "\n".join(parts) + "\n</head>\n")


GENERATOR = Html('<meta name="generator" content="graphkb check">')
"""By this a folder's index.html is known as an earlier report, which a new one may replace."""


@cache
def _resource(name: str) -> str:
    return (files("graphkb.check.page") / name).read_text("utf-8")


def _digest(text: str) -> str:
    """Return the source expression by which a Content Security Policy allows an inline text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
