"""Parameters and rows of questions about laws."""

from __future__ import annotations

from typing import Any

from graphkb.catalogue.query import PagedParams, PagedRow, Row, Text
from graphkb.catalogue.rows.duties import DutyLine
from graphkb.records import Section
from graphkb.resolution.laws import read_title


class LawsParams(PagedParams):
    text: Text = ""
    level: Text | None = None
    division: Text | None = None
    section: Section | None = None
    category: Text | None = None


class ArticleRows(Row):
    article: str
    rows: int


class LawRow(PagedRow):
    id: str
    title: str
    level: str
    rows: int
    townships: int
    articles: list[ArticleRows]


class LawDutiesParams(PagedParams):
    law: Text
    division: Text | None = None
    section: Section | None = None
    category: Text | None = None
    function: Text | None = None
    matter: Text | None = None
    edition: Text | None = None

    def to_cypher(self) -> dict[str, Any]:
        """Return the values, the title as the graph has it: 《中华人民共和国水法》 is 水法."""
        return {**super().to_cypher(), "law": read_title(self.law.strip("《》")).title}


class LawDutyRow(DutyLine):
    law: str
    law_id: str
    articles: list[str]


class DutiesWithoutLawParams(PagedParams):
    division: Text
    section: Section | None = None
    category: Text | None = None
    edition: Text | None = None
