"""The check report as pages: what stands on them, that they hold no live text, and how they come to disk."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from graphkb.check import Tally, reconcile
from graphkb.check.page import open_pages, writing
from graphkb.errors import UsageError
from graphkb.records import Characters, DutyRecord, Leftover, ListRecord, PrintedText, Reading, Section
from tests.builders import LIUPING, SHIQIAO, document, duty, duty_list, small_list

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def reading_of(record: ListRecord, name: str = "list.txt", leftovers: tuple[Leftover, ...] = ()) -> Reading:
    return Reading(
        document=document(name=name),
        lists=(record,),
        leftovers=leftovers,
        characters=Characters(in_rows=80, furniture=15, leftover=5),
        furniture=(PrintedText(line=1, text="青禾县石桥镇清单"),),
    )


def write(target: Path, *readings: Reading, failed: Sequence[str] = ()) -> str:
    """Write the report of the readings and return the remark on it."""
    tally = Tally()
    with open_pages(target) as pages:
        for reading in readings:
            report = reconcile(reading)
            tally.add(report)
            pages.add(reading, report)
        return pages.finish(tally.totals(failed=len(failed)), failed)


def test_text_of_documents_is_never_markup(tmp_path: Path) -> None:
    """Cells of real lists are full of tags; names of files and reasons of failure come from outside, too."""
    hostile = duty(SHIQIAO, "basic", 1, HOSTILE, category=HOSTILE, printed={"name": HOSTILE}, doubts=(HOSTILE,))
    left = (Leftover(line=9, text=HOSTILE, reason=HOSTILE),)
    write(tmp_path / "report.html", reading_of(duty_list(SHIQIAO, [hostile]), HOSTILE, left), failed=[HOSTILE])
    page = (tmp_path / "report.html").read_text("utf-8")
    assert page.count("<script") == 1
    assert "<img" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 8


@pytest.mark.parametrize("target", ["report.html", "report"])
def test_a_page_needs_nothing_from_elsewhere(tmp_path: Path, target: str) -> None:
    """It is opened from a disk, in offices without the internet, and its own policy must allow its style and script."""
    write(tmp_path / target, reading_of(small_list()))
    pages = [path.read_text("utf-8") for path in tmp_path.rglob("*.html")]
    assert len(pages) == (1 if target == "report.html" else 2)
    for page in pages:
        assert re.findall(r'(?:src|href|action)="(?!#|list-|index)[^"]*"|url\(|@import|https?:', page) == []
        assert re.findall(r"<[a-z][^>]* (?:style|on[a-z]+)=", page) == []
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
        assert policy
        for name in ("style", "script"):
            text = re.search(rf"<{name}[^>]*>(.*?)</{name}>", page, re.S)
            assert text
            digest = base64.b64encode(hashlib.sha256(text[1].encode()).digest()).decode()
            assert f"{name}-src &#x27;sha256-{digest}&#x27;" in policy[1]


def test_disagreements_come_first_and_furniture_last(tmp_path: Path) -> None:
    """What a person must look at is not to be sought below three hundred rows."""
    rows = [duty(SHIQIAO, "basic", 1, "植树造林"), duty(SHIQIAO, "basic", 3, "护林防火", doubts=("没有印出序号。",))]
    left = (Leftover(line=9, text="联系人：某某", reason="表格之外的文字。"),)
    write(tmp_path / "report.html", reading_of(duty_list(SHIQIAO, rows), leftovers=left))
    page = (tmp_path / "report.html").read_text("utf-8")
    order = ["联系人：某某", "编号缺失", "没有印出序号", 'class="row"', "青禾县石桥镇清单"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_a_row_shows_each_printed_cell_beside_its_reading(tmp_path: Path) -> None:
    """Bodies with second plates and unnamed ones, clauses under their body, role, safeguards, laws."""
    river = next(d for d in small_list().duties if d.section is Section.COOPERATIVE)
    printed = {"name": "河道日常巡查", "departments": "县水利局\n（县河长办）", "role": "<p>1.每月巡河一次</p>"}
    write(tmp_path / "r.html", reading_of(duty_list(SHIQIAO, [river.model_copy(update={"printed": printed})])))
    page = (tmp_path / "r.html").read_text("utf-8")
    row = re.sub(r"\s*<[^>]+>\s*", "|", page[page.index('<details class="row"') :])
    for words in (
        "县水利局\n（县河长办）",
        "|县水利局|又名县河长办|",
        "|其他相关单位|未点名|",
        "|县水利局|1|制定巡河方案|2|查处违法行为|",
        "&lt;p&gt;1.每月巡河一次&lt;/p&gt;",
        "|1|每月巡河一次|",
        "|履职保障|·|提供巡河装备|",
        "《中华人民共和国水法》第三十七条",
        "第10–11行",
    ):
        assert words in re.sub(r"\|+", "|", row), words


def test_beyond_the_limit_one_page_shows_rows_to_look_at_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred lists on one page are more than a browser opens; nothing is left out unsaid."""
    monkeypatch.setattr(writing, "MOST_ROWS", 5)
    doubtful = duty(LIUPING, "basic", 2, "护林防火", doubts=("没有印出序号。",))
    second = duty_list(LIUPING, [duty(LIUPING, "basic", 1, "植树造林"), doubtful])
    remark = write(tmp_path / "r.html", reading_of(small_list()), reading_of(second))
    page = (tmp_path / "r.html").read_text("utf-8")
    assert page.count('<details class="row"') == 4 + 1
    assert "2项中待核对的1项" in page
    assert "本页只显示前4项的全部原文；其余1份文件只列出不一致和待核对的事项。" in page
    assert "1 documents with the rows to look at only" in remark


def test_a_folder_has_a_page_for_each_document_and_an_index_with_links(tmp_path: Path) -> None:
    """Each link leads to an anchor that is there; documents that disagree with themselves come first."""
    odd = duty_list(LIUPING, [duty(LIUPING, "basic", 2, "植树造林")])
    remark = write(
        tmp_path / "report", reading_of(small_list(), "甲.txt"), reading_of(odd, "乙.txt"), failed=["丙.txt: broken."]
    )
    assert sorted(path.name for path in tmp_path.rglob("*.html")) == ["index.html", "list-0001.html", "list-0002.html"]
    index = (tmp_path / "report" / "index.html").read_text("utf-8")
    links = re.findall(r'href="(list-\d+\.html)#([\w-]+)"', index)
    assert len(links) == 4
    for page, anchor in links:
        assert f'id="{anchor}"' in (tmp_path / "report" / page).read_text("utf-8")
    assert index.index("丙.txt: broken.") < index.index("乙.txt") < index.index("甲.txt")
    assert remark.endswith("index.html")


def test_an_earlier_report_is_replaced_as_a_whole(tmp_path: Path) -> None:
    """Pages of a document that is no longer in the folder would be taken for current ones."""
    for target in ("report", "report.html"):
        write(tmp_path / target, reading_of(small_list()), reading_of(small_list()))
        write(tmp_path / target, reading_of(small_list(LIUPING)))
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        "index.html",
        "list-0001.html",
        "report",
        "report.html",
    ]
    assert "柳坪乡" in (tmp_path / "report" / "list-0001.html").read_text("utf-8")


def test_nothing_but_an_earlier_report_is_replaced(tmp_path: Path) -> None:
    """Somebody gives the folder of the lists themselves, or a saved web page that is one."""
    lists, page = tmp_path / "lists", tmp_path / "web" / "index.html"
    for folder in (lists, page.parent, tmp_path / "folder.html"):
        folder.mkdir()
    (lists / "list.txt").write_text("清单", "utf-8")
    page.write_text("<html>清单</html>", "utf-8")
    for target in (lists, page.parent, lists / "list.txt", tmp_path / "folder.html", lists / "list.txt" / "r.html"):
        with pytest.raises(UsageError, match=re.escape(str(target))):
            write(target, reading_of(small_list()))
    assert (lists / "list.txt").read_text("utf-8") == "清单"
    assert page.read_text("utf-8") == "<html>清单</html>"
    assert len(list(tmp_path.rglob("*"))) == 5


@pytest.mark.parametrize("target", ["report.html", "report"])
def test_a_report_that_was_broken_off_leaves_the_earlier_one(tmp_path: Path, target: str) -> None:
    """Somebody presses Ctrl-C after the fortieth file, or a reader fails."""
    write(tmp_path / target, reading_of(small_list()))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.html")}
    with pytest.raises(AttributeError):
        write(tmp_path / target, reading_of(small_list(LIUPING)), None)  # type: ignore[arg-type]  # as if a reader failed
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.html")} == before
    assert [path.name for path in tmp_path.iterdir()] == [target]


def test_a_duty_without_anything_is_shown_all_the_same(tmp_path: Path) -> None:
    """A row of which nothing but its number was read is the one to look at first."""
    empty = DutyRecord.model_validate(duty(SHIQIAO, "cooperative", 1, "", category="").model_dump() | {"printed": {}})
    write(tmp_path / "r.html", reading_of(duty_list(SHIQIAO, [empty])))
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "（没有事项名称）" in page
    assert all(words in page for words in ("没有对应部门", "没有部门职责", "没有乡镇职责"))
