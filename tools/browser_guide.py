"""The guide of the Neo4j Browser: the questions with their pictures, as AsciiDoc to read and as slides for ``:guide ADDRESS``.

The classic Browser takes HTML (each ``<slide>`` is a page, and a click on ``<pre class="runnable">`` puts its text in the
editor) or Markdown; it knows no AsciiDoc.
"""

from __future__ import annotations

from html import escape

from graphkb.catalogue.pictures import Picture, literals, pictures, without_header
from graphkb.cypher_files import with_literals
from tools.browser_style import NODE_STYLES, OTHER, specific_labels

TITLE = "乡镇履行职责事项清单 · Township duty lists"

FIRST = (
    "department_delegations",
    "duty",
    "township_duties",
    "function_delegations",
    "reclaimed_yet_delegated",
)
"""The questions that the guide begins with; the others follow in the order of the catalogue."""

INTRODUCTION = (
    "一个圆点是一个机构、一个乡镇、一条清单事项等；连线说明它们的关系。点击语句即填入编辑框，改动其中的值再运行。",
    "Every dot is a body, a township, a published row or the like, and every line says how two are related. "
    "Click a statement to have it in the editor, change its values, and run it.",
)


def _ordered() -> list[Picture]:
    drawn = pictures()
    return [drawn[name] for name in FIRST] + [picture for name, picture in drawn.items() if name not in FIRST]


def _statement(picture: Picture) -> str:
    return with_literals(without_header(picture.text), literals(picture.query)).strip()


def _legend() -> list[tuple[str, str, str]]:
    """Return label, what it is called and its colour, for all labels of pictures."""
    shown = [(label, NODE_STYLES.get(label, OTHER)) for label in specific_labels()]
    return [(label, style.name, style.color) for label, style in shown]


def adoc() -> str:
    """Return the guide as AsciiDoc."""
    parts = [f"= {TITLE}\n", *(f"{paragraph}\n" for paragraph in INTRODUCTION), "== 颜色 · Colours\n"]
    parts.append('[cols="1,1,1"]\n|===\n|label |名称 |颜色\n')
    parts += [f"|{label} |{name} |{color}" for label, name, color in _legend()]
    parts.append("|===\n")
    for picture in _ordered():
        file = picture.query.file
        parts.append(f"== {file.title} · {file.title_en}\n\n{file.question} {picture.says}\n")
        parts.append(f"[source,cypher]\n----\n{_statement(picture)}\n----\n")
    return "\n".join(parts)


def html() -> str:
    """Return the guide as the classic Browser's slides."""
    legend = "".join(
        f'<p><span style="background: {color}; color: #fff; padding: 3px 10px; border-radius: 10px">{escape(name)}</span>'
        f" <code>:{label}</code></p>"
        for label, name, color in _legend()
    )
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in INTRODUCTION)
    slides = [f"<h3>{escape(TITLE)}</h3>{paragraphs}{legend}"]
    for picture in _ordered():
        file = picture.query.file
        slides.append(
            f"<h3>{escape(file.title)} · {escape(file.title_en)}</h3>"
            f"<p>{escape(file.question)}</p><p>{escape(picture.says)}</p>"
            f'<pre class="code runnable">{escape(_statement(picture), quote=False)}</pre>'
        )
    # The sidebar gives slides no margin of their own.
    body = "\n".join(f'<slide><div style="padding: 0 18px">{slide}</div></slide>' for slide in slides)
    head = f'<head><meta charset="utf-8"><title>{escape(TITLE)}</title></head>'
    return f'<!DOCTYPE html>\n<html lang="zh">\n{head}\n<body>\n{body}\n</body>\n</html>\n'
