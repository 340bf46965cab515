"""The cell readers on the published lists beside the project: invariants, counts and names of bodies, never their text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from graphkb.records import DutyRecord, Section
from loaders.cells import Interpretation, interpret_fully, vocabulary
from loaders.cells.bodies import NameReader
from loaders.cells.matching import Column
from loaders.cells.text import han
from loaders.flow import read_flow
from loaders.formats.text import decode
from loaders.lines import text_lines
from loaders.raw import RawRow
from loaders.tables import read_tables

LISTS = {
    "qinghai": "qinghai-gangcha-jiermeng.txt",
    "chongqing": "chongqing-yunyang-longjiao.txt",
    "neimenggu": "neimenggu-dengkou.txt",
    "heilongjiang": "heilongjiang-jiguan-xijiao.txt",
    "xinjiang": "xinjiang-emin.txt",
}
ABOLISHED = {"qinghai": 17, "chongqing": 6, "neimenggu": 0, "heilongjiang": 6, "xinjiang": 2}
STARRED = {"qinghai": 0, "chongqing": 0, "heilongjiang": 0, "xinjiang": 0}
DOUBTED = {
    "qinghai": [204, 293, 378, 608],
    "chongqing": [172, 367, 508],
    "neimenggu": [],
    "heilongjiang": [179],
    "xinjiang": [301, 1960],
}
BEARERS_BEYOND_THE_COLUMN = {
    "qinghai": ["住房和城乡建设部门", "其他部门", "其他部门", "县财政局", "财政部门"],
    "chongqing": [],
    "neimenggu": ["其他行业主管部门"] * 3,
    "heilongjiang": [],
    "xinjiang": ["上级部门", "其他负有安全监管职责的部门和涉灾部门"],
}
HEADING_NUMBER = re.compile(r"^\s*[一二三四五六七八九十]{1,3}、")


@pytest.fixture(params=sorted(LISTS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def rows(name: str, shared_lists: Path) -> list[tuple[RawRow, Interpretation]]:
    return read_rows(shared_lists / LISTS[name])


@cache
def read_rows(path: Path) -> list[tuple[RawRow, Interpretation]]:
    """All rows of a list with what the cell readers make of them."""
    lines = decode(path.name, path.read_bytes()).lines()
    laid_out = read_tables(text_lines(lines)) if any("\t" in line for line in lines) else read_flow(lines)
    return [
        (row, interpret_fully(row, position=position, place=raw.place, document=path.name))
        for raw in laid_out.lists
        for position, row in enumerate(raw.rows, 1)
    ]


def record_at(path: Path, line: int) -> DutyRecord:
    """The record of the row that begins on ``line``."""
    return next(reading.record for row, reading in read_rows(path) if row.first_line == line)


def clauses(record: DutyRecord) -> list[tuple[str, list[str]]]:
    """Bodies and numbers of the clauses of each group."""
    return [("+".join(g.departments), [item.number for item in g.items]) for g in record.responsibilities]


def fields(record: DutyRecord) -> list[str]:
    """The texts of all fields that repeat the cells, once."""
    items = [item for group in record.responsibilities for item in group.items]
    items += [*record.role, *record.safeguards, *record.method]
    names = [name for mention in record.departments for name in (mention.name, *mention.aliases)]
    return [record.name, *names, *(text for item in items for text in (item.number, item.text))]


def test_no_han_character_of_any_cell_is_lost(rows: list[tuple[RawRow, Interpretation]]) -> None:
    """Each is in a field, or in a word dropped as furniture."""
    for row, reading in rows:
        printed = Counter(han("".join(piece.text for pieces in row.cells.values() for piece in pieces)))
        kept = Counter(han("".join((*fields(reading.record), *reading.dropped))))
        assert not printed - kept, row.first_line


def test_only_labels_and_headings_are_dropped(rows: list[tuple[RawRow, Interpretation]]) -> None:
    """What is no label of the vocabulary is a heading: of the township, or of bodies that the record has."""
    for row, reading in rows:
        record = reading.record
        names = NameReader(record.place)
        column = Column(record.departments, names)
        known = {body for group in record.responsibilities for body in group.departments}
        known |= {mention.name for mention in record.departments}
        for word in reading.dropped:
            heading = HEADING_NUMBER.sub("", word)
            for label in vocabulary.FURNITURE:
                heading = "" if label.fullmatch(heading) else heading
            for label in (vocabulary.RECEIVER_LABEL, vocabulary.METHOD_LABEL):
                heading = label.sub("", heading)
            for body in names.names(heading.strip(" \n\f\v：:；;")):
                meant = column.resolve(body.name)
                bodies = meant[0] if meant else (body.name,)
                assert known.issuperset(bodies) or body.name == record.place.township, (row.first_line, word)


def test_every_clause_stands_in_its_cell(rows: list[tuple[RawRow, Interpretation]]) -> None:
    """Nothing is invented, nothing put together from two places."""
    for row, reading in rows:
        record = reading.record
        cells = {key: "".join(han("".join(piece.text for piece in cell))) for key, cell in row.cells.items()}
        for group in record.responsibilities:
            for item in group.items:
                assert "".join(han(item.text)) in cells["responsibilities"], row.first_line
        for column, items in (("method", record.method), ("role", record.role if "role" in cells else ())):
            for item in items:
                assert "".join(han(item.text)) in cells[column], row.first_line


def test_names_and_clauses_are_clean(rows: list[tuple[RawRow, Interpretation]]) -> None:
    """No markup, no line break, no star, no space between Han characters, no number before the text."""
    for row, reading in rows:
        for text in fields(reading.record):
            assert not re.search(r"[\n\f\v★\t]|</?(?:p|ol|ul|li)\b|[\u4e00-\u9fff] [\u4e00-\u9fff]", text), (
                row.first_line
            )
            assert not re.match(r"\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[）)]|[\s。；，：]", text), row.first_line


def test_no_heading_or_label_is_left_in_a_clause(rows: list[tuple[RawRow, Interpretation]]) -> None:
    """履职保障, 工作方式 and 县水利局： within a clause would be a border that was overlooked."""
    overlooked = re.compile(
        r"履职保障|(?:工作|履职|履责)方式[及：]|承接部门：|[。；]\s*(?:县|区|市)[\u4e00-\u9fff]{2,14}(?:局|委|部|办|大队)[：:]"
    )
    for row, reading in rows:
        record = reading.record
        items = [item for group in record.responsibilities for item in group.items]
        for item in (*items, *record.role, *record.safeguards, *record.method):
            assert not overlooked.search(item.text), row.first_line


def test_every_cooperative_row_has_bodies_clauses_and_a_role(rows: list[tuple[RawRow, Interpretation]]) -> None:
    """All published rows have them."""
    for row, reading in rows:
        if row.section is Section.COOPERATIVE:
            record = reading.record
            assert record.departments, row.first_line
            assert record.role, row.first_line
            assert record.responsibilities, row.first_line
            assert all(group.departments and group.items for group in record.responsibilities), row.first_line


def test_bearers_that_the_column_lacks_are_the_few_that_the_list_prints(
    name: str, rows: list[tuple[RawRow, Interpretation]]
) -> None:
    """Read by hand: all other headings and subjects are bodies of the column, in whatever spelling."""
    beyond = [
        body
        for _, reading in rows
        for group in reading.record.responsibilities
        for body in group.departments
        if body not in {mention.name for mention in reading.record.departments}
    ]
    assert sorted(beyond) == sorted(BEARERS_BEYOND_THE_COLUMN[name])


def test_status_stars_and_doubts_are_those_read_by_hand(name: str, rows: list[tuple[RawRow, Interpretation]]) -> None:
    """Abolished duties counted by hand; a doubt only where two readings are open."""
    records = [reading.record for _, reading in rows]
    assert sum(record.status == "abolished" for record in records) == ABOLISHED[name]
    assert [row.first_line for row, reading in rows if set(reading.record.doubts) - set(row.doubts)] == DOUBTED[name]
    if name in STARRED:
        assert sum(record.starred for record in records) == STARRED[name]
    else:
        assert (
            sum(record.starred for record in records) == sum("★" in record.printed["name"] for record in records) > 50
        )


@pytest.mark.parametrize(
    ("name", "line", "departments"),
    [
        (
            "qinghai",
            193,
            "县生态环境局 县住房城乡建设和交通运输局 县发展改革工业信息化和商务局 县市场监督管理局 "
            "县生态环境综合行政执法大队",
        ),
        (
            "qinghai",
            224,
            "青海湖管理局刚察管理分局 县自然资源和林业草原局 县生态环境局 县农牧水利和科技局 县综合行政执法局",
        ),
        ("qinghai", 160, "县纪律检查委员会县监察委员会机关 县委组织部"),
        ("qinghai", 316, "县人力资源和社会保障局"),
        ("chongqing", 186, "县政府办 县公安局 行业主管部门"),
        ("chongqing", 253, "县经济信息委 县市场监管局 县规划自然资源局 县住房城乡建委 县消防救援局 相关行业主管部门"),
        ("heilongjiang", 179, "区委组织部 驻村干部派出单位"),
        ("xinjiang", 578, "县委组织部 县人力资源和社会保障局 县委机构编制委员会办公室"),
    ],
)
def test_bodies_of_disordered_columns(name: str, line: int, departments: str, shared_lists: Path) -> None:
    """Names broken by pages and spaces, and a heading that slipped in; read by hand."""
    assert [m.name for m in record_at(shared_lists / LISTS[name], line).departments] == departments.split()


@pytest.mark.parametrize(
    ("name", "line", "groups"),
    [
        ("chongqing", 186, [("县政府办+行业主管部门", ["1", "2", "3"]), ("县公安局", ["1", "2"])]),
        (
            "chongqing",
            302,
            [
                ("县林业局", ["", "", "", ""]),
                ("县消防救援局", [""]),
                ("县应急管理局", ["", "", "", "", "5"]),
                ("其他相关单位", [""]),
            ],
        ),
        ("heilongjiang", 179, [("区委组织部", ["1"]), ("驻村干部派出单位", ["2"])]),
        ("heilongjiang", 184, [("区委巡察办", ["1"]), ("区纪委监委", ["2"]), ("区委组织部", ["3"])]),
        ("heilongjiang", 478, [("区应急局+区农业农村局", ["1", "2", "3"])]),
        (
            "qinghai",
            378,
            [
                ("县农牧水利和科技局", ["", "", ""]),
                ("县人力资源和社会保障局", ["", "2"]),
                ("县卫生健康局", [""]),
            ],
        ),
        ("neimenggu", 138, [("县统计局", ["", "1", "2", "3", "4", "5"])]),
        ("xinjiang", 764, [("县委网络安全和信息化委员会办公室", ["1", "2", "3"]), ("县公安局", [""])]),
        ("xinjiang", 1091, [("县民政局", ["1"]), ("县财政局", ["2"])]),
    ],
)
def test_clauses_of_disordered_cells(
    name: str, line: int, groups: list[tuple[str, list[str]]], shared_lists: Path
) -> None:
    """Lost numbers, slipped and numbered headings, subjects instead of headings; read by hand."""
    assert clauses(record_at(shared_lists / LISTS[name], line)) == groups
