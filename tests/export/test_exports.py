"""Each format of exports, opened by a reader of its own that knows nothing of graphkb."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import networkx
import openpyxl
import pytest
import rdflib
from rdflib.namespace import ORG, SKOS

from graphkb.catalogue import QUESTIONS
from graphkb.errors import NotFound, StoreFailure, UsageError
from graphkb.export import FORMATS, Report, Scope, export_answer, export_place
from graphkb.export.cells import value_in_chinese
from graphkb.export.rows import sheets
from graphkb.export.workbook import MOST_CHARACTERS, Book
from graphkb.records import Section
from graphkb.stores import Store
from graphkb.vocabulary import NODES, TYPES, kind_of

pytestmark = pytest.mark.store


def written(store: Store, name: str, target: Path, scope: Scope | None = None) -> Report:
    """Export what the scope covers (the current lists where none is given) in this format."""
    return export_place(store, FORMATS[name], scope or Scope(), target, lambda done, total: None)


def count(store: Store, pattern: str, **parameters: object) -> int:
    """Return how often a pattern is in the store."""
    return int(store.read(f"MATCH {pattern} RETURN count(*) AS n", parameters)[0]["n"])


def in_current_lists(store: Store, pattern: str) -> int:
    """Return how often a pattern that begins at a row ``d`` is in the current lists."""
    return count(store, f"(l:DutyList)<-[:LISTED_IN]-(d:Duty){pattern} WHERE l.current")


def test_json_lines_have_the_current_duties(samples: Store, tmp_path: Path) -> None:
    """Programs read a line at a time."""
    assert written(samples, "jsonl", tmp_path / "d.jsonl").written == "441 duties"
    rows = [json.loads(line) for line in (tmp_path / "d.jsonl").read_text("utf-8").splitlines()]
    assert len({row["duty_id"] for row in rows}) == 441
    assert {row["county"] for row in rows} == {"青禾县", "临汀区", "塔林旗"}


@pytest.mark.parametrize(
    ("scope", "duties"),
    [
        (Scope(current=False), 490),
        (Scope(county="临汀区", section=Section.BASIC), None),
        (Scope(county="塔林旗"), None),
    ],
)
def test_a_place_a_section_and_editions_narrow(
    samples: Store, tmp_path: Path, scope: Scope, duties: int | None
) -> None:
    """A county wants its own rows; a division of any level, told by its id, means the same."""
    written(samples, "jsonl", tmp_path / "d.jsonl", scope)
    rows = [json.loads(line) for line in (tmp_path / "d.jsonl").read_text("utf-8").splitlines()]
    assert rows
    if duties is not None:
        assert len(rows) == duties
    if scope.county:
        assert {row["county"] for row in rows} == {scope.county}
        (division,) = samples.read("MATCH (c:County {name: $name}) RETURN c.id AS id", {"name": scope.county})
        by_id = Scope(division=division["id"], section=scope.section)
        written(samples, "jsonl", tmp_path / "by-id.jsonl", by_id)
        assert (tmp_path / "by-id.jsonl").read_bytes() == (tmp_path / "d.jsonl").read_bytes()
    if scope.section:
        assert {row["section"] for row in rows} == {scope.section}


def test_csv_begins_with_the_mark_and_holds_no_formula(samples: Store, tmp_path: Path) -> None:
    """Excel takes a file without the mark for the local code page, and a cell that begins with = for a command."""
    written(samples, "csv", tmp_path / "d.csv")
    text = (tmp_path / "d.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(text.decode("utf-8-sig").splitlines(keepends=True)))
    assert len(rows) == 441
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_a_workbook_has_a_sheet_a_question(samples: Store, tmp_path: Path) -> None:
    """Officials open one file and filter; they know no command."""
    written(samples, "xlsx", tmp_path / "d.xlsx")
    book = openpyxl.load_workbook(tmp_path / "d.xlsx")
    names = [query.file.title for query in sheets()]
    assert book.sheetnames == ["说明", "事项", "部门交办事项", *names]
    assert {"机构名录", "同类事项", "已载入清单", "明减暗增"} <= set(names)
    duties = book["事项"]
    assert (duties.max_row, duties.freeze_panes, duties.auto_filter.ref) == (442, "A2", "A1:U442")
    head = [cell.value for cell in duties[1]]
    section = head.index("部分")
    assert head[section - 3 : section + 3] == ["县区", "乡镇", "版本", "部分", "类别", "序号"]
    assert head[-1] in ("事项编号", "文件校验值", "乡镇编号", "清单编号")
    assert {row[section] for row in duties.iter_rows(min_row=2, values_only=True)} == {
        "基本履职",
        "配合履职",
        "上级部门收回",
    }
    assert duties["K2"].alignment.wrap_text
    assert 6 <= duties.column_dimensions["K"].width <= 60
    delegated = book["部门交办事项"].max_row - 1
    assert delegated == in_current_lists(samples, "<-[:DELEGATES]-(:Department)")
    assert book["机构名录"].max_row - 1 == count(samples, "(b:Department)")


def test_a_workbook_of_one_county_holds_no_other(samples: Store, tmp_path: Path) -> None:
    """A county's office sends its workbook on."""
    written(samples, "xlsx", tmp_path / "d.xlsx", Scope(county="塔林旗"))
    book = openpyxl.load_workbook(tmp_path / "d.xlsx", read_only=True)
    for name in ("事项", "部门交办事项", "机构名录"):
        rows = list(book[name].iter_rows(values_only=True))
        place = rows[0].index("县区")
        assert {row[place] for row in rows[1:]} == {"塔林旗"}, name
    assert any("塔林旗" in str(row) for row in book["说明"].iter_rows(values_only=True))


def test_what_a_cell_cannot_hold_is_told(tmp_path: Path) -> None:
    """Excel silently cuts a longer text at 32,767 characters when it opens a file."""
    with Book([("范围", "=1+1")]) as book:
        rows = [{"name": "长" * 40_000, "text": "=SUM(A1)"}, {"name": "a\x00b", "text": None}]
        assert book.add("事项 [1/2]", "试验", ("name", "text"), rows) == 2
        notes = book.save(tmp_path / "b.xlsx")
    assert notes == ["事项 [1/2] 第 2 行第 1 列：共 40000 字，超过单元格上限 32767 字，其余见 JSON Lines 或 CSV 导出"]
    sheets_ = openpyxl.load_workbook(tmp_path / "b.xlsx")
    sheet = sheets_["事项  1 2 "]
    assert len(sheet["A2"].value) == MOST_CHARACTERS
    assert "共 40000 字" in sheet["A2"].value
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["A3"].value) == ("=SUM(A1)", "s", "a\ufffdb")
    assert ("注意", notes[0]) in list(sheets_["说明"].iter_rows(values_only=True))


def test_rows_beyond_a_sheets_limit_go_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All duties of a province are more than one sheet can hold."""
    monkeypatch.setattr("graphkb.export.workbook.MOST_ROWS", 300)
    with Book([]) as book:
        assert book.add("事项", "试验", ("number",), ({"number": n} for n in range(700))) == 700
        book.save(tmp_path / "b.xlsx")
    sheets_ = openpyxl.load_workbook(tmp_path / "b.xlsx")
    parts = [sheets_[name] for name in ("事项", "事项 (2)", "事项 (3)")]
    found = [row[0] for part in parts for row in part.iter_rows(min_row=2, values_only=True)]
    assert found == list(range(700))


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_graph(samples: Store, tmp_path: Path, name: str) -> None:
    """Gephi draws it; networkx, which reads the same formats, counts it here."""
    target = tmp_path / f"g.{name}"
    written(samples, name, target)
    graph = networkx.read_graphml(target) if name == "graphml" else networkx.read_gexf(target)
    kinds = Counter(data["kind"] for _, data in graph.nodes(data=True))
    relations = Counter(data["relation"] for _, _, data in graph.edges(data=True))
    assert sum(kinds[kind] for kind in ("BasicDuty", "CooperativeDuty", "ReclaimedDuty")) == 441
    assert kinds["Department"] == count(samples, "(b:Department)")
    assert kinds["Wording"] == 0
    assert relations["DELEGATES"] == in_current_lists(samples, "<-[:DELEGATES]-()")
    assert relations["INSTANCE_OF"] == in_current_lists(samples, "-[:INSTANCE_OF]->()")
    assert relations["WORKS_WITH"] == count(samples, "()-[:WORKS_WITH]->()")
    (bureau,) = samples.read("MATCH (b:Department {name: '县水利局'}) RETURN b.id AS id, b.aliases AS aliases")
    node = graph.nodes[bureau["id"]]
    assert (node["kind"], node["name"], node["place"]) == ("Department", "县水利局", "云岭省/澜川市/青禾县")
    assert node["aliases"] == "; ".join(bureau["aliases"])
    leading = [data for _, _, data in graph.out_edges(bureau["id"], data=True) if data["relation"] == "DELEGATES"]
    assert {data["lead"] for data in leading} == {True, False}
    assert {type(data["position"]) for data in leading} == {int}


def test_rdflib_reads_the_linked_data(samples: Store, tmp_path: Path) -> None:
    """The terms must be those of W3C's ORG, or nobody else's program finds the bodies."""
    written(samples, "jsonld", tmp_path / "g.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "g.jsonld", format="json-ld")
    units = set(graph.subjects(rdflib.RDF.type, ORG.OrganizationalUnit))
    assert len(units) == count(samples, "(b:Department)")
    assert {unit for unit, _ in graph.subject_objects(ORG.unitOf)} == units
    assert all((above, rdflib.RDF.type, ORG.Organization) in graph for above in graph.objects(None, ORG.unitOf))
    terms = rdflib.Namespace("urn:graphkb:terms:")
    assert len(set(graph.subjects(rdflib.RDF.type, terms.Duty))) == 441
    assert len(list(graph.subject_objects(terms.DELEGATES))) == in_current_lists(samples, "<-[:DELEGATES]-()")
    (water,) = (unit for unit in units if (unit, SKOS.prefLabel, rdflib.Literal("县水利局")) in graph)
    said = [
        statement
        for statement in graph.subjects(rdflib.RDF.subject, water)
        if (statement, rdflib.RDF.predicate, terms.DELEGATES) in graph
    ]
    assert {bool(graph.value(statement, terms.lead)) for statement in said} == {True, False}


def test_the_answer_to_a_question_is_exported_whole(samples: Store, tmp_path: Path) -> None:
    """What is seen on a page, as a file: all of it, not the first page."""
    query = QUESTIONS["township_duties"]
    params = query.parse({"township": "石桥镇", "limit": 3})
    report = export_answer(samples, FORMATS["xlsx"], query, params, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["乡镇事项"]
    assert report.written == f"{sheet.max_row - 1} rows"
    rows = count(
        samples,
        "(d:Duty)-[:LISTED_IN]->(:DutyList {current: true})-[:LIST_OF]->(:Township {name: $name})",
        name="石桥镇",
    )
    assert sheet.max_row - 1 == rows
    export_answer(samples, FORMATS["csv"], query, params, tmp_path / "a.csv")
    assert len(list(csv.DictReader((tmp_path / "a.csv").open(encoding="utf-8-sig")))) == sheet.max_row - 1
    with pytest.raises(UsageError, match="jsonl, csv, xlsx, not as gexf"):
        export_answer(samples, FORMATS["gexf"], query, params, tmp_path / "a.gexf")


@pytest.mark.parametrize("name", FORMATS)
def test_a_place_without_lists_leaves_the_old_file_alone(samples: Store, tmp_path: Path, name: str) -> None:
    """A mistyped county must not empty last week's export."""
    target = tmp_path / "old"
    if name != "neo4j":
        target.write_text("last week's", "utf-8")
    with pytest.raises(NotFound, match="no list of 没有的县 is loaded"):
        written(samples, name, target, Scope(county="没有的县"))
    assert [path.name for path in tmp_path.iterdir()] == ([] if name == "neo4j" else ["old"])


def test_a_load_during_the_export_is_told(samples: Store, tmp_path: Path) -> None:
    """Pages of two states of the graph make a file that was never true."""

    def load_meanwhile(done: int, total: int) -> None:
        if done == 1:
            samples.write(lambda tx: tx.run("MATCH (n:Dataset) SET n.version = n.version + 1").consume())

    with pytest.raises(StoreFailure, match="was loaded while it was exported"):
        export_place(samples, FORMATS["jsonl"], Scope(), tmp_path / "d.jsonl", load_meanwhile)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_not_written_to(samples: Store, tmp_path: Path) -> None:
    """neo4j-admin would import whatever else lies there."""
    (tmp_path / "other.csv").touch()
    with pytest.raises(UsageError, match="new or empty"):
        written(samples, "neo4j", tmp_path)


def test_every_property_has_the_type_that_the_vocabulary_says(samples: Store) -> None:
    """Formats with typed columns write their heads before they see a value."""
    names = {"boolean": bool, "integer": int, "float": float, "string": str}
    rows = samples.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    assert {kind_of(row["labels"]) for row in rows} <= set(NODES)
    rows += samples.read("MATCH ()-[r]->() RETURN properties(r) AS properties")
    for row in rows:
        for name, value in row["properties"].items():
            type_ = TYPES.get(name, "string")
            inner = type_.removeprefix("list<").removesuffix(">")
            assert isinstance(value, list) == (inner != type_), name
            assert {type(one) for one in (value if isinstance(value, list) else [value])} <= {names[inner]}, name


def test_cells_speak_to_officials() -> None:
    """alike, 0.3333333333333333, undated, ids in maps and times without a zone stood in workbooks."""
    assert value_in_chinese("link", "alike") == "只是字面相似，需核实"
    assert value_in_chinese("reclaimed_edition", "undated") == "未注明日期"
    assert value_in_chinese("score", 1 / 3) == 0.33
    assert value_in_chinese("loaded_at", "2026-06-01T08:15:00Z") == "2026-06-01 08:15 UTC"
    assert value_in_chinese("most", {"township_id": "div-1", "township": "石桥镇"}) == "乡镇：石桥镇"
