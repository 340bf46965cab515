"""One fictional list, written in every format, gives the same records whatever it was read from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

import loaders
from graphkb.records import DutyRecord, Place, Reading, Section
from tests.writers import Block, fictional_list
from tests.writers.csv import write_csv
from tests.writers.docx import write_docx
from tests.writers.html import write_html
from tests.writers.pdf import write_pdf
from tests.writers.xls import write_xls
from tests.writers.xlsx import write_xlsx

WRITERS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    "docx": write_docx,
    "html": write_html,
    "xls": write_xls,
    "xlsx": write_xlsx,
    "csv": write_csv,
    "pdf": write_pdf,
}
FORMATS = sorted(WRITERS)
WITHOUT_MERGES = {"csv"}
"""Formats that cannot say that a cell reaches over several rows: the row below it has none of its text."""


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    # No name says what a file is.
    return {name: loaders.read_bytes("list", write(fictional_list())) for name, write in WRITERS.items()}


def said(duty: DutyRecord) -> dict[str, Any]:
    """Return what the record says of the row, without where and how it was printed."""
    return duty.model_dump(exclude={"source", "printed", "doubts"})


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_told_by_content(readings: dict[str, Reading], name: str) -> None:
    """People save web pages as .xls, and workbooks as .txt."""
    assert readings[name].document.format == name


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_records(readings: dict[str, Reading], name: str) -> None:
    """A county publishes one list as Word, its neighbour as a workbook, and both are compared in one graph."""
    (expected,), (found,) = readings["docx"].lists, readings[name].lists
    assert (found.place, found.title, found.edition) == (expected.place, expected.title, expected.edition)
    assert [(count.section, count.category, count.declared) for count in found.declared] == [
        (count.section, count.category, count.declared) for count in expected.declared
    ]
    assert len(found.duties) == len(expected.duties)
    for one, other in zip(found.duties, expected.duties, strict=True):
        if name in WITHOUT_MERGES and one.name == "防汛演练":
            assert one.departments == ()
            assert one.doubts
            continue
        assert said(one) == said(other)
        assert one.doubts == other.doubts


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_left_over_in_any_format(readings: dict[str, Reading], name: str) -> None:
    """Every character is in a row or known furniture, and the count of them is that of the text."""
    reading = readings[name]
    assert reading.leftovers == ()
    assert reading.characters.leftover == 0
    assert reading.characters.in_rows == readings["docx"].characters.in_rows


def test_the_records_are_right(readings: dict[str, Reading]) -> None:
    """Equal records could be wrong alike."""
    (record,) = readings["docx"].lists
    assert record.place == Place(province="云岭省", prefecture="南屏市", county="青禾县", township="石桥镇")
    assert record.edition == "2025"
    assert [(duty.section, duty.number, duty.name, duty.starred) for duty in record.duties] == [
        (Section.BASIC, "1", "组织党员学习，开好“三会一课”。", True),
        (Section.BASIC, "2", "做好发展党员工作，教育、管理、监督党员。", False),
        (Section.BASIC, "3", "落实河长制，依据《中华人民共和国水法》第三十七条巡查河道。", False),
        (Section.COOPERATIVE, "1", "河道采砂管理", False),
        (Section.COOPERATIVE, "2", "水库管护", False),
        (Section.COOPERATIVE, "3", "防汛演练", False),
        (Section.COOPERATIVE, "4", "秸秆禁烧", False),
        (Section.RECLAIMED, "1", "对擅自占用道路的处罚", False),
        (Section.RECLAIMED, "2", "对占用林地的处罚", False),
    ]
    sand, _, drill, straw = (duty for duty in record.duties if duty.section is Section.COOPERATIVE)
    assert [(mention.name, mention.aliases) for mention in sand.departments] == [
        ("县水利局", ("县河长办",)),
        ("县公安局", ()),
    ]
    assert [(group.departments, [item.text for item in group.items]) for group in sand.responsibilities] == [
        (("县水利局",), ["制定采砂规划；", "查处非法采砂。"]),
        (("县公安局",), ["打击阻碍执法的行为。"]),
    ]
    assert [item.text for item in sand.safeguards] == ["配备巡河车辆。"]
    assert [item.text for item in sand.role] == ["每月巡河一次。", "发现非法采砂及时上报。"]
    assert [mention.name for mention in drill.departments] == ["县水利局"]
    assert [mention.name for mention in straw.departments] == ["县农业农村局", "市生态环境局青禾分局"]
    assert [group.departments for group in straw.responsibilities] == [("县农业农村局",), ("市生态环境局青禾分局",)]
    taken, abolished = (duty for duty in record.duties if duty.section is Section.RECLAIMED)
    assert ([mention.name for mention in taken.departments], taken.status) == (["县城管局"], "active")
    assert [item.text for item in taken.method] == ["加强巡查，依法处罚。"]
    assert (abolished.departments, abolished.status) == ((), "abolished")
