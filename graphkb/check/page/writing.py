"""Pages on disk: one page of all documents, or a folder with a page for each; what is written appears whole or not at all.

Documents are written as they are read, so that memory holds no more than one of them and a line for each.
"""

from __future__ import annotations

import os
import re
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path

from graphkb.check.page.document import document_parts
from graphkb.check.page.html import GENERATOR, Html, element, head
from graphkb.check.page.overview import TITLE, filters, overview, overview_rows
from graphkb.check.records import CheckReport, Totals
from graphkb.errors import UsageError
from graphkb.records import Reading

MOST_ROWS = 4_000
"""Rows that one page of several documents shows whole: some 10 MB, which browsers open and filter without delay."""

_END = Html("</main>\n</body>\n</html>\n")
_INDEX = "index.html"
_PAGE = re.compile(r"list-\d{4,}\.html")


class Pages(ABC):
    """Takes documents one by one; ``finish`` writes the overview and puts everything in its place."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.part = target.with_name(f".{target.name}.{os.getpid()}.part")
        self.rows: list[tuple[bool, Html]] = []  # of the overview; whether the document agrees with itself
        self.documents = 0

    def add(self, reading: Reading, report: CheckReport) -> None:
        """Write a document; raises UsageError where that cannot be done."""
        self.documents += 1
        with _told(self.target):
            href = self._write(reading, report, f"d{self.documents}")
        self.rows += [(not report.disagreements, row) for row in overview_rows(report, href)]

    def finish(self, totals: Totals, failed: Sequence[str]) -> str:
        """Put the pages in their place and return a remark that tells where they are; raises UsageError as ``add``."""
        with _told(self.target):
            return self._finish(totals, failed)

    def overview(self, totals: Totals, failed: Sequence[str], remark: str) -> Html:
        """Return the overview; documents that disagree with themselves come first in it."""
        rows = [row for _, row in sorted(self.rows, key=itemgetter(0))]
        return overview(totals, rows, failed, remark)

    @abstractmethod
    def start(self) -> None:
        """Refuse a target that must not be replaced, and begin beside it."""

    @abstractmethod
    def discard(self) -> None:
        """Take away what was begun and not put in its place."""

    @abstractmethod
    def _write(self, reading: Reading, report: CheckReport, anchor: str) -> str:
        """Write a document and return the link to it."""

    @abstractmethod
    def _finish(self, totals: Totals, failed: Sequence[str]) -> str: ...


@contextmanager
def open_pages(target: Path) -> Iterator[Pages]:
    """Yield the pages of a report: one page where the name ends in .html, else a folder of them.

    Raises UsageError where the target cannot be written or holds something else than an earlier report.
    """
    target = Path(os.path.abspath(target))
    pages = _OnePage(target) if target.suffix.lower() in (".html", ".htm") else _Folder(target)
    with _told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        pages.start()
    try:
        yield pages
    finally:
        pages.discard()


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Turn the system's refusals into a sentence."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise UsageError(f"{target}: the report cannot be written: {reason}; give another path with --html.") from error


class _OnePage(Pages):
    """All documents on one page: documents are collected in a file of their own, as the overview stands before them."""

    def start(self) -> None:
        if self.target.is_dir():
            raise UsageError(
                f"{self.target}: this is a folder; give a file, or a folder whose name does not end in .html."
            )
        self.shown = 0
        self.shortened = 0
        self.body = self.part.open("x+", encoding="utf-8")

    def _write(self, reading: Reading, report: CheckReport, anchor: str) -> str:
        rows = sum(len(record.duties) for record in reading.lists)
        all_rows = not self.shown or self.shown + rows <= MOST_ROWS
        if all_rows:
            self.shown += rows
        else:
            self.shortened += 1
        self.body.writelines(document_parts(reading, report, anchor, all_rows=all_rows))
        return f"#{anchor}"

    def _finish(self, totals: Totals, failed: Sequence[str]) -> str:
        remark = ""
        if self.shortened:
            remark = (
                f"本页只显示前{self.shown}项的全部原文；其余{self.shortened}份文件只列出不一致和待核对的事项。"
                "要看全部，请让 --html 后面是一个文件夹。"
            )
        whole = self.part.with_suffix(".whole")
        self.body.seek(0)
        try:
            with whole.open("x", encoding="utf-8") as page:
                page.writelines(_start(TITLE, self.overview(totals, failed, remark)))
                shutil.copyfileobj(self.body, page)
                page.write(_END)
            whole.replace(self.target)
        finally:
            whole.unlink(missing_ok=True)
        left_out = (
            f"; {self.shortened} documents with the rows to look at only, for all give a folder"
            if self.shortened
            else ""
        )
        return f"graphkb: report written to {self.target}{left_out}"

    def discard(self) -> None:
        self.body.close()
        self.part.unlink(missing_ok=True)


class _Folder(Pages):
    """An index and a page for each document, in a new folder that takes the place of an earlier report's."""

    def start(self) -> None:
        if self.target.exists():
            self._refuse_what_is_no_report()
        self.part.mkdir()

    def _refuse_what_is_no_report(self) -> None:
        if not self.target.is_dir():
            raise UsageError(f"{self.target}: this is a file; give a folder, or a name that ends in .html.")
        names = sorted(path.name for path in self.target.iterdir())
        others = [name for name in names if name != _INDEX and not _PAGE.fullmatch(name)]
        index = self.target / _INDEX
        if others or (names and not (index.is_file() and GENERATOR in index.read_text("utf-8", "replace")[:4096])):
            raise UsageError(
                f"{self.target}: the folder holds something else than an earlier report; give a new folder."
            )

    def _write(self, reading: Reading, report: CheckReport, anchor: str) -> str:
        name = f"list-{self.documents:04d}.html"
        back = element("p", element("a", "← 全部文件", href=_INDEX), class_="hint")
        with (self.part / name).open("x", encoding="utf-8") as page:
            page.writelines(_start(f"{reading.document.name} · {TITLE}", back))
            page.writelines(document_parts(reading, report, anchor, all_rows=True))
            page.write(_END)
        return f"{name}#{anchor}"

    def _finish(self, totals: Totals, failed: Sequence[str]) -> str:
        with (self.part / _INDEX).open("x", encoding="utf-8") as page:
            page.writelines(_start(TITLE, self.overview(totals, failed, ""), filtered=False))
            page.write(_END)
        if self.target.exists():
            before = self.part.with_suffix(".before")
            self.target.rename(before)
            self.part.rename(self.target)
            shutil.rmtree(before)
        else:
            self.part.rename(self.target)
        return f"graphkb: report written to {self.target / _INDEX}"

    def discard(self) -> None:
        shutil.rmtree(self.part, ignore_errors=True)


def _start(title: str, top: Html, *, filtered: bool = True) -> Iterable[str]:
    return (head(title), "<body>\n<main>\n", top, "\n", filters() if filtered else "", "\n")
