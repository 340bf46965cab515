"""``python -m tools.write_browser_kit``: write ``cypher/browser/``, what the Neo4j Browser imports, from questions and vocabulary.

``saved-cypher.csv``  for the newer Browser (Query; Desktop 2, Aura): "Saved Cypher", Import.
``saved-cypher.zip``  for the classic Browser (to 5.24): dropped on the window, it becomes favourites in two folders.
``favorites.cypher``  the same queries as one text, each below its ``// title``, for any other tool.
``style.grass``       colours and captions, dropped on the window.
``guide.adoc``        the questions with their pictures, to read; ``guide.html`` is the same as slides for ``:guide ADDRESS``.

Pictures of ``cypher/paths`` are brought in line with their questions first. ``tests/contract/test_browser_kit.py`` fails when
a file is missing or stale.
"""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from graphkb.catalogue import QUESTIONS
from graphkb.catalogue.pictures import current_text, literals, pictures, without_header
from graphkb.cypher_files import with_literals
from tools.browser_guide import adoc, html
from tools.browser_style import style_sheet

CYPHER = Path(__file__).resolve().parents[1] / "cypher"
KIT = CYPHER / "browser"

FOLDERS = {"pictures": "乡镇事项清单·图", "tables": "乡镇事项清单·表"}


@dataclass(frozen=True)
class Saved:
    """A saved query: ``text`` begins with the comment ``// title`` and has the sample's values where parameters stood."""

    folder: str
    name: str
    title: str
    text: str


def saved_queries() -> list[Saved]:
    """Return the pictures, then the tables, each in the order of the questions."""
    drawn = [_saved("pictures", name, picture.says, picture.text) for name, picture in pictures().items()]
    return drawn + [_saved("tables", name, query.file.question, query.file.text) for name, query in QUESTIONS.items()]


def _saved(folder: str, name: str, says: str, statement: str) -> Saved:
    file = QUESTIONS[name].file
    title = f"{file.title}({'图' if folder == 'pictures' else '表'}) · {file.title_en}"
    values = literals(QUESTIONS[name])
    body = with_literals(without_header(statement), values)
    says_of = {field.name: field.says for field in file.parameters}
    used = [f"//   {name} = {value}: {says_of[name]}" for name, value in values.items() if f"${name}" in statement]
    head = [f"// {title}", f"// {says}", *(["// 改成您要查的值 · values to change:", *used] if used else [])]
    return Saved(folder, name, title, "\n".join(head) + "\n" + body)


def files_of_kit() -> dict[str, bytes]:
    """Return file name → content of all files of ``cypher/browser``."""
    saved = saved_queries()
    return {
        "saved-cypher.csv": _table(saved).encode(),
        "saved-cypher.zip": _archive(saved),
        "favorites.cypher": "\n".join(query.text.rstrip("\n") + ";\n" for query in saved).encode(),
        "style.grass": style_sheet().encode(),
        "guide.adoc": adoc().encode(),
        "guide.html": html().encode(),
    }


def _table(saved: list[Saved]) -> str:
    """Return the queries as the newer Browser exports its own: folders are rows too, and each query names its folder's id."""
    rows: list[tuple[str, str, str, int, int | str, str]] = []
    folders = {folder: number for number, folder in enumerate(FOLDERS)}
    rows += [(FOLDERS[folder], "", "", number, "", "true") for folder, number in folders.items()]
    rows += [(q.title, "", q.text, i, folders[q.folder], "false") for i, q in enumerate(saved, start=len(folders))]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("name", "description", "query", "id", "parentId", "isFolder"))
    writer.writerows(rows)
    return written.getvalue()


def _archive(saved: list[Saved]) -> bytes:
    """Return the queries as the classic Browser exports its own: a file each, in its folder. Stored, so that bytes never differ."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for query in saved:
            entry = zipfile.ZipInfo(f"{FOLDERS[query.folder]}/{query.name}.cypher", date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # else it would tell the system that wrote it
            archive.writestr(entry, query.text)
    return written.getvalue()


def main() -> None:
    """Bring the pictures in line with their questions, and write every file."""
    for path in sorted((CYPHER / "paths").glob("*.cypher")):
        text = path.read_text("utf-8")
        path.write_text(current_text(QUESTIONS[path.stem], text), encoding="utf-8", newline="\n")
    KIT.mkdir(exist_ok=True)
    for name, content in files_of_kit().items():
        (KIT / name).write_bytes(content)


if __name__ == "__main__":
    main()
