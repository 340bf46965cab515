"""From a document to records: the public functions of ``loaders`` on lists of a fictional county."""

from __future__ import annotations

import hashlib
import time
import zipfile
from pathlib import Path

import pytest

import loaders
from graphkb.errors import UnreadableInput
from graphkb.records import Place, Reading

LIST = """\
青禾县白杨镇履行职责事项清单（2025年版）

基本履职事项清单

序号\t事项名称
一、生态环保（1项）\t
1\t★落实河长制，依据《中华人民共和国水法》巡查河道。

配合履职事项清单

序号\t事项名称\t对应上级部门\t上级部门职责\t镇配合职责
一、生态环保（1项）\t\t\t\t
1\t河道采砂管理\t县水利局\t1.制定方案。\t每月巡河一次。
"""


def test_a_document_becomes_records() -> None:
    """Document, place, edition, rows with position, category and lines: what the graph is loaded from."""
    reading = loaders.read_bytes("folder/list.txt", LIST.encode())
    assert reading.document.model_dump() == {
        "sha256": hashlib.sha256(LIST.encode()).hexdigest(),
        "name": "list.txt",
        "size": len(LIST.encode()),
        "format": "text",
        "encoding": "utf-8",
        "title": "青禾县白杨镇履行职责事项清单（2025年版）",
    }
    (record,) = reading.lists
    assert (record.edition, record.place) == ("2025", Place(county="青禾县", township="白杨镇"))
    basic, cooperative = record.duties
    assert (basic.position, basic.category, basic.starred, basic.source.first_line) == (1, "生态环保", True, 7)
    assert (cooperative.position, [d.name for d in cooperative.departments]) == (1, ["县水利局"])
    assert cooperative.source.document == "list.txt"
    assert cooperative.place == record.place


def test_page_furniture_is_kept_with_its_lines() -> None:
    """A person must be able to see that nothing of value was taken for a heading."""
    reading = loaders.read_bytes("list.txt", LIST.encode())
    assert [(text.line, text.text) for text in reading.furniture] == [
        (1, "青禾县白杨镇履行职责事项清单（2025年版）"),
        (3, "基本履职事项清单"),
        (5, "序号\t事项名称"),
        (6, "一、生态环保（1项）"),
        (9, "配合履职事项清单"),
        (11, "序号\t事项名称\t对应上级部门\t上级部门职责\t镇配合职责"),
        (12, "一、生态环保（1项）"),
    ]
    assert reading.characters.furniture == sum(len(text.text.replace("\t", "")) for text in reading.furniture)


def test_safeguards_may_have_a_column_of_their_own() -> None:
    """Most tables print 履职保障 among the responsibilities, some beside them; pages end in that column as well."""
    text = LIST.replace("上级部门职责\t", "上级部门职责\t履职保障\t").replace(
        "1.制定方案。\t", "1.制定方案。\t1.装备；2.培\t"
    )
    reading = loaders.read_bytes("list.txt", (text + "\n\t\t\t\t训。\t\n").encode())
    duty = reading.lists[0].duties[1]
    assert [(item.number, item.text) for item in duty.safeguards] == [("1", "装备；"), ("2", "培训。")]
    assert [(item.number, item.text) for group in duty.responsibilities for item in group.items] == [
        ("1", "制定方案。")
    ]
    assert [item.text for item in duty.role] == ["每月巡河一次。"]
    assert duty.printed["safeguards"] == "1.装备；2.培\n训。"
    assert reading.leftovers == ()


def test_leading_and_assisting_departments_may_have_a_column_each() -> None:
    """牵头部门 and 配合部门 are departments of the row both."""
    text = LIST.replace("对应上级部门\t", "牵头部门\t配合部门\t").replace(
        "县水利局\t", "县水利局\t县公安局、县司法局\t"
    )
    reading = loaders.read_bytes("list.txt", text.encode())
    assert [mention.name for mention in reading.lists[0].duties[1].departments] == ["县水利局", "县公安局", "县司法局"]
    assert reading.leftovers == ()


def test_departments_may_stand_in_the_responsibilities_alone() -> None:
    """A table with one column for both: the headings name the departments, which a doubt says."""
    text = LIST.replace("对应上级部门\t上级部门职责", "对应上级部门及职责")
    text = text.replace("县水利局\t1.制定方案。", "县水利局：1.制定方案。县公安局：查处。")
    duty = loaders.read_bytes("list.txt", text.encode()).lists[0].duties[1]
    assert [mention.name for mention in duty.departments] == ["县水利局", "县公安局"]
    assert [group.departments for group in duty.responsibilities] == [("县水利局",), ("县公安局",)]
    assert duty.doubts == ("对应上级部门取自职责的标题或主语",)


def test_given_levels_complete_every_row() -> None:
    """A folder of lists that print county and township alone is loaded with --province and --prefecture."""
    reading = loaders.read_bytes("list.txt", LIST.encode(), Place(province="云岭省", prefecture="澜川市"))
    place = Place(province="云岭省", prefecture="澜川市", county="青禾县", township="白杨镇")
    assert {duty.place for duty in reading.lists[0].duties} == {place}
    assert reading.notes == ()


def test_a_place_given_for_another_county_is_not_used_and_that_is_noted() -> None:
    """One folder holds the lists of two counties, and the options speak of one of them."""
    given = Place(province="云岭省", prefecture="澜川市", county="临汀区")
    reading = loaders.read_bytes("list.txt", LIST.encode(), given)
    assert {duty.place for duty in reading.lists[0].duties} == {Place(county="青禾县", township="白杨镇")}
    assert reading.notes == ("文件写明的是“青禾县”，因此没有采用另行指定的“临汀区”。",)


def test_two_lists_that_cannot_be_told_apart_are_noted() -> None:
    """The key of a list is township and edition: of two with the same, the second would replace the first."""
    reading = loaders.read_bytes("list.txt", (LIST + LIST).encode())
    assert len(reading.lists) == 2
    assert reading.notes == ("文件中有2份清单的乡镇（白杨镇）和日期（2025）都相同，无法区分。",)


@pytest.mark.parametrize("text", ["今天天气很好。\n", "序号\t名称\n", "目录\n1. 基本履职事项清单\t1\n", "a\tb\nc\td\n"])
def test_a_text_without_rows_is_no_duty_list(text: str) -> None:
    """A wrong file is named at once, not loaded as a list of nothing."""
    with pytest.raises(UnreadableInput, match="no duty list"):
        loaders.read_bytes("list.txt", text.encode())


def test_reading_is_linear() -> None:
    """A province's volume must not take a hundred times as long as a county's that is a tenth of it."""

    def seconds(copies: int) -> float:
        data = (LIST * copies).encode()
        begin = time.process_time()
        loaders.read_bytes("list.txt", data)
        return time.process_time() - begin

    seconds(10)
    assert seconds(400) < 40 * max(seconds(40), seconds(40))


def test_inputs_go_on_after_a_bad_document(tmp_path: Path) -> None:
    """Files, folders and archives in the order given, one entry a document; errors stand where their document would."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "b.txt").write_text(LIST, encoding="gb18030")
    (tmp_path / "folder" / "a.pdf").write_bytes(b"%PDF-1.7")
    with zipfile.ZipFile(tmp_path / "lists.zip", "w") as archive:
        archive.writestr("甲.txt", LIST)
        archive.writestr("乙.txt", "")
    results = list(loaders.read_inputs([tmp_path / "folder", tmp_path / "missing.txt", tmp_path / "lists.zip"]))
    assert [result.document.name if isinstance(result, Reading) else "error" for result in results] == [
        "error", "b.txt", "error", "error", "甲.txt",
    ]  # fmt: skip
    errors = [str(result) for result in results if not isinstance(result, Reading)]
    assert [error.rpartition("/")[2].partition(";")[0] for error in errors] == [
        "a.pdf: the PDF is damaged",
        "missing.txt: there is no such file",
        "乙.txt: the file is empty",
    ]


def test_a_single_document_is_no_archive_and_no_folder(tmp_path: Path) -> None:
    """read_document returns one reading; a zip may hold many."""
    with zipfile.ZipFile(tmp_path / "lists.zip", "w") as archive:
        archive.writestr("a.txt", LIST)
    with pytest.raises(UnreadableInput, match="archive of several documents"):
        loaders.read_document(tmp_path / "lists.zip")
    with pytest.raises(UnreadableInput, match="this is a folder"):
        loaders.read_document(tmp_path)


def test_the_layout_is_told_by_content() -> None:
    """Header cells parted by blanks and no tabs anywhere: the text flow of a PDF."""
    flow = "\n".join(
        [
            "青禾县白杨镇履行职责事项清单",
            "",
            "序号 事项类别 事项名称",
            "",
            "1 生态环保 落实河长制",
            "",
            "2 生态环保 植树造林",
        ]
    )
    (record,) = loaders.read_bytes("flow.txt", flow.encode()).lists
    assert [(duty.number, duty.category, duty.name) for duty in record.duties] == [
        ("1", "生态环保", "落实河长制"), ("2", "生态环保", "植树造林"),
    ]  # fmt: skip
