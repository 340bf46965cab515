"""Query files are contracts: header, statement and models agree, and no store's private idiom gets in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

import graphkb.cypher_files as cypher_files
from graphkb.catalogue import LOOKUPS, QUESTIONS
from graphkb.catalogue.query import LimitedParams, PagedParams, PagedRow, Params, Query, Row
from graphkb.catalogue.titles import COLUMNS, PARAMETERS
from graphkb.cypher_files import ContractError, read_file, statement_names
from graphkb.errors import UsageError
from graphkb.ingest import load, matters, resolve
from graphkb.stores import publication, store

CATALOGUE = QUESTIONS | LOOKUPS
READS = [(query.folder, name) for name, query in CATALOGUE.items()]
WRITES = statement_names("write")
ALL = READS + [("write", name) for name in WRITES]

FORBIDDEN = {
    "a change of labels (write MERGE (n:A:B {id: …}))": r"\b(SET|REMOVE)\s+\w+:[A-Z]",
    "a dynamic label": r":\$\(",
    "a key looked up by two labels, which the embedded store answers by reading every node": r"\bM(ATCH|ERGE)\s*\(\w*:\w+:",
    "a key looked up by a label that has no constraint of its own": r"\((\w*):(Township|County|Province|Prefecture) \{id:",
    "SHORTEST": r"\bSHORTEST\b",
    "a version prefix": r"^\s*CYPHER\s+\d",
    "CALL … IN TRANSACTIONS": r"\bIN\s+TRANSACTIONS\b",
    "a schema procedure": r"\bdb\.schema\b|\bSHOW\s+PROCEDURES\b|\bapoc\.",
    "the store's own ids": r"\belementId\s*\(|\bid\s*\(",
    "the order of labels or keys": r"\b(labels|keys)\s*\(\w+\)\s*\[",
}
"""What one of the stores does not do, or does otherwise, by name; see docs/decisions/2026-11-22-one-driver-one-cypher.md."""


@pytest.mark.parametrize(("folder", "bound"), [("questions", QUESTIONS), ("lookups", LOOKUPS)])
def test_every_file_of_the_folder_is_bound_and_the_reverse(folder: str, bound: dict[str, Query[Any, Any]]) -> None:
    """A file that no constant binds is asked by nobody and tested by nobody."""
    assert sorted(bound) == statement_names(folder)


def test_no_lookup_has_the_name_of_a_question() -> None:
    """Figures and golden answers are kept by name."""
    assert not QUESTIONS.keys() & LOOKUPS.keys()


@pytest.mark.parametrize(("folder", "name"), ALL)
def test_header_and_statement_agree(folder: str, name: str) -> None:
    """The header is what analysts read in the Neo4j Browser."""
    file = read_file(folder, name)
    assert file.title_en
    assert folder == "write" or file.question.endswith((".", "?"))


def test_every_write_file_is_run_by_the_loader() -> None:
    """Delete what nobody uses."""
    source = "".join(
        Path(module.__file__).read_text("utf-8") for module in (load, matters, resolve, publication, store)
    )
    assert [name for name in WRITES if f'"{name}"' not in source] == []


@pytest.mark.parametrize(("folder", "name"), ALL)
@pytest.mark.parametrize("idiom", FORBIDDEN)
def test_no_idiom_that_the_stores_do_not_share(folder: str, name: str, idiom: str) -> None:
    """The same files serve Neo4j and the embedded store."""
    body = re.sub(r"//[^\n]*", "", read_file(folder, name).text)
    assert not re.search(FORBIDDEN[idiom], body), idiom


@pytest.mark.parametrize(("folder", "name"), READS)
def test_a_read_file_writes_nothing(folder: str, name: str) -> None:
    """The embedded store does not enforce read-only sessions."""
    body = re.sub(r"//[^\n]*", "", read_file(folder, name).text)
    assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|FOREACH)\b", body, re.I)


@pytest.mark.parametrize(("folder", "name"), READS)
def test_an_answer_with_many_rows_is_ordered_and_bounded(folder: str, name: str) -> None:
    """Rows without a total order come differently from store to store."""
    file = read_file(folder, name)
    if CATALOGUE[name].pages:
        assert file.text.endswith(", key AS key\nORDER BY key\n") or file.text.endswith("  key AS key\nORDER BY key\n")
        assert "COLLECT {" not in (file.counting or "") or name in COLLECTED_TO_FIND
    elif issubclass(CATALOGUE[name].params, LimitedParams):
        assert "LIMIT $limit" in file.text
        assert re.search(r"\bORDER BY\b[^{}]*$", file.text.replace("LIMIT $limit", ""))
    else:
        assert "LIMIT 1" in file.text or "COUNT {" in file.text


COLLECTED_TO_FIND = {
    "bodies": "its filter asks for the counties",
    "compare": "a bundle is no difference where others have its parts",
    "township_differences": "the same",
    "unique_duties": "the same",
}
"""Questions that collect something of every row before the page is cut, each with the reason."""


@pytest.mark.parametrize(("folder", "name"), READS)
def test_a_read_file_has_a_line_to_paste(folder: str, name: str) -> None:
    """In the Neo4j Browser the parameters are set by a :params line before the query."""
    file = read_file(folder, name)
    if file.parameters:
        assert file.example.startswith(":params {")
        named = set(re.findall(r"(\w+):", file.example.removeprefix(":params")))
        assert named == {f.name for f in file.parameters}


def keys_within(annotation: Any) -> set[str]:
    """Return the keys of the maps of a column, and of the maps in these."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields
        return fields.keys() | {key for info in fields.values() for key in keys_within(info.annotation)}
    return {key for inner in get_args(annotation) for key in keys_within(inner)}


def test_every_column_key_and_parameter_has_a_title_and_no_title_is_left_over() -> None:
    """Officials read no in_one: who adds a column adds its title in graphkb/catalogue/titles.py, for pages and spreadsheets."""
    shown = [*QUESTIONS.values(), LOOKUPS["export_duties"]]
    infos = [(name, info) for query in shown for name, info in query.row.model_fields.items() if not info.exclude]
    columns = {name for name, _ in infos} | {key for _, info in infos for key in keys_within(info.annotation)}
    parameters = {name for query in QUESTIONS.values() for name in query.params.model_fields}
    assert columns == COLUMNS.keys()
    assert parameters - columns <= PARAMETERS.keys() <= parameters


class _OneParams(Params):
    id: str


class _OneRow(Row):
    name: str


GOOD = """// 一 · One
//
// What is it?
//
// Parameters
//   id  string  which
// Columns
//   name  string  its name
MATCH (n {id: $id}) // $not_a_parameter
RETURN n.name AS name
"""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD.replace("$id", "$key"), "parameters declared ['id'], used ['key']"),
        (GOOD.replace("AS name", "AS title"), "columns declared ['name'], returned ['title']"),
        (GOOD.replace("n.name AS name", "n.name"), "a column of RETURN has no AS"),
        (GOOD.replace("// What is it?\n", ""), "lacks a title or its question"),
        (GOOD.replace("  string  its", "  text  its"), "not a field of the header"),
        (GOOD + ";", "one statement"),
        (GOOD.replace("name  string ", "name  integer "), "columns of header and _OneRow disagree"),
        (GOOD.replace("id  string  which", "id  string?  which"), "parameters of header and _OneParams disagree"),
    ],
)
def test_a_question_refuses_to_exist_when_its_parts_disagree(
    text: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A renamed column must fail at import, not in front of a user."""
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "good.cypher").write_text(GOOD, "utf-8")
    (folder / "bad.cypher").write_text(text, "utf-8")
    monkeypatch.setattr(cypher_files, "files", lambda package: tmp_path)
    read_file.cache_clear()
    try:
        assert Query("good", _OneParams, _OneRow).file.title == "一"
        with pytest.raises(ContractError, match=re.escape(fault)):
            Query("bad", _OneParams, _OneRow)
    finally:
        read_file.cache_clear()


class _PagedParams(PagedParams):
    pass


class _PagedRow(PagedRow):
    name: str


PAGED = """// 页 · Pages
//
// Which are there?
//
// Parameters
//   after  string   behind which
//   limit  integer  how many
// Columns
//   name  string  its name
//   key   string  where it stands
MATCH (n:Thing)
WITH n, n.name AS key
// page
WITH * WHERE key > $after
WITH * ORDER BY key LIMIT $limit
RETURN n.name AS name, key AS key
ORDER BY key
"""


def test_what_stands_before_the_page_is_what_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A total that counts something else than the rows would be worse than none."""
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "paged.cypher").write_text(PAGED, "utf-8")
    (folder / "cut.cypher").write_text(PAGED.replace("// page\n", ""), "utf-8")
    monkeypatch.setattr(cypher_files, "files", lambda package: tmp_path)
    read_file.cache_clear()
    try:
        counting = Query("paged", _PagedParams, _PagedRow).file.counting
        assert counting is not None
        assert counting.endswith("MATCH (n:Thing)\nWITH n, n.name AS key\nRETURN count(*) AS total")
        with pytest.raises(ContractError, match="cut: pages take after, key and a line // page: all three or none"):
            Query("cut", _PagedParams, _PagedRow)
    finally:
        read_file.cache_clear()


def test_a_wrong_parameter_is_refused_in_one_sentence() -> None:
    """People mistype --param on the command line."""
    with pytest.raises(
        UsageError, match=r"query department_search: txt: Extra inputs.*its parameters are limit, after, text, county"
    ):
        QUESTIONS["department_search"].parse({"txt": "水"})


def test_words_reach_the_full_text_index_as_phrases_only() -> None:
    """The index has a query language of its own, in which a user's stars and colons would be commands."""
    params: BaseModel = QUESTIONS["text_search"].parse({"words": 'text:* OR "水库" 巡查~9'})
    assert isinstance(params, Params)
    assert params.to_cypher()["words"] == '"text" AND "OR" AND "水库" AND "巡查" AND "9"'
