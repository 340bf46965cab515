"""Rows as JSON Lines, CSV and Excel: the duties of a place, or the answer to one question."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graphkb.catalogue import (
    BODIES,
    DEPARTMENT_DELEGATIONS,
    DEPARTMENT_SEARCH,
    DIVISIONS,
    EXPORT_DUTIES,
    QUESTIONS,
    Query,
    dataset_of,
)
from graphkb.catalogue.query import MOST_ROWS, LimitedParams, PagedParams, Params
from graphkb.catalogue.rows import BodiesParams, DepartmentDelegationsParams, DivisionsParams, ExportDutiesParams
from graphkb.export.cells import value_in_chinese
from graphkb.export.delimited import MARK, write_csv
from graphkb.export.scope import PAGE, Progress, Scope
from graphkb.export.workbook import Book
from graphkb.records import Section
from graphkb.stores import Store

Rows = Iterable[Mapping[str, Any]]


def duty_rows(store: Store, scope: Scope, progress: Progress) -> Iterator[dict[str, Any]]:
    """Yield the duties of the scope, by place, section and position, as plain values. Raises as :meth:`Scope.lists`."""
    for listed in scope.lists(store, progress):
        asked = ExportDutiesParams(list=listed.list_id, section=scope.section, limit=PAGE)
        yield from plain_rows(store, EXPORT_DUTIES, asked)


def plain_rows(store: Store, query: Query[Any, Any], params: Params) -> Iterator[dict[str, Any]]:
    """Yield all rows of an answer as plain values: of all its pages, and of one without pages as many as an answer holds."""
    if isinstance(params, LimitedParams):
        params = params.model_copy(update={"limit": PAGE if isinstance(params, PagedParams) else MOST_ROWS})
    for row in query.every(store, params):
        yield row.model_dump(mode="json")


def write_jsonl(rows: Rows, path: Path) -> int:
    """Write one JSON object a line; return how many."""
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
            written += 1
    return written


def write_spreadsheet(columns: tuple[str, ...], rows: Rows, path: Path) -> int:
    """Write CSV that Excel and WPS take for UTF-8; return how many rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(MARK)
        return write_csv(file, columns, ([row[column] for column in columns] for row in rows))


def write_answer_book(store: Store, query: Query[Any, Any], params: Params, path: Path) -> tuple[int, list[str]]:
    """Write a workbook with the answer to one question; return how many rows, and what had to be shortened."""
    asked = {key: value for key, value in params.model_dump(mode="json").items() if key not in ("limit", "after")}
    given = "；".join(f"{key} = {value}" for key, value in asked.items() if value not in (None, ""))
    with Book([*_of_dataset(store), ("问题", query.file.title), ("参数", given or "无")]) as book:
        rows = book.add(query.file.title, query.file.title_en, query.columns, plain_rows(store, query, params))
        return rows, book.save(path)


def write_place_book(store: Store, scope: Scope, path: Path, progress: Progress) -> tuple[int, list[str]]:
    """Write a workbook about a place, a sheet a question; return how many duties, and what had to be shortened."""
    with Book([*_of_dataset(store), ("范围", _in_words(scope))]) as book:
        duties = book.add("事项", "每行一个事项，附出处", EXPORT_DUTIES.columns, duty_rows(store, scope, progress))
        if scope.section in (None, Section.COOPERATIVE):
            title = DEPARTMENT_DELEGATIONS.file.title
            says = "按部门排列；一个事项有几个部门就有几行"
            book.add(title, says, DEPARTMENT_DELEGATIONS.columns, _delegations(store, scope))
        narrowed = _narrowing(store, scope)
        for query in sheets():
            params = _about(query, narrowed)
            if params is not None:
                book.add(query.file.title, query.file.title_en, query.columns, plain_rows(store, query, params))
        return duties, book.save(path)


def sheets() -> list[Query[Any, Any]]:
    """Return the questions that can be asked about a whole place, which a workbook answers on a sheet each."""
    return [
        query
        for query in QUESTIONS.values()
        if query.pages
        and query is not DEPARTMENT_SEARCH  # the sheet of bodies tells the same and more
        and not any(field.is_required() for field in query.params.model_fields.values())
    ]


def _narrowing(store: Store, scope: Scope) -> list[dict[str, str]]:
    """Return the ways in which a question may be told the place: by the name of the county, or by the id of the division."""
    ways = []
    if scope.county is not None:
        ways.append({"county": scope.county})
        named = DIVISIONS.every(store, DivisionsParams(text=scope.county, level="county", limit=PAGE))
        ids = [division.id for division in named if division.name == scope.county]
        ways.extend({"division": found} for found in ids if len(ids) == 1)
    if scope.division is not None:
        ways = [{**way, "division": scope.division} for way in ways or [{}] if "division" not in way]
    return ways or [{}]


def _about(query: Query[Any, Any], ways: list[dict[str, str]]) -> Params | None:
    """Return the question's parameters for a place; None where it cannot be narrowed in any of these ways."""
    for way in ways:
        if way.keys() <= query.params.model_fields.keys():
            params: Params = query.parse(way)
            return params
    return None


def _delegations(store: Store, scope: Scope) -> Iterator[dict[str, Any]]:
    for body in BODIES.every(store, BodiesParams(county=scope.county, limit=PAGE)):
        asked = DepartmentDelegationsParams(department=body.id, county=scope.county, division=scope.division)
        yield from plain_rows(store, DEPARTMENT_DELEGATIONS, asked)


def _of_dataset(store: Store) -> list[tuple[str, str]]:
    dataset = dataset_of(store)
    return [
        ("数据版本", str(dataset.version)),
        ("最近载入", value_in_chinese("loaded_at", dataset.loaded_at) or "尚未载入"),
    ]


def _in_words(scope: Scope) -> str:
    parts = [scope.county, scope.division, scope.section]
    editions = "各乡镇现行版本" if scope.current else "全部版本"
    return "；".join([*(str(part) for part in parts if part), editions])
