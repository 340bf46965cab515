"""Scans and images: characters and rules recognised, cells put together, and what cannot be."""

from __future__ import annotations

import io
import sys

import pytest
from PIL import Image

from graphkb.errors import UnreadableInput
from graphkb.records import Reading, Section
from loaders import read_bytes
from loaders.formats import read_printed
from tests.conftest import skip_or_fail
from tests.writers import Paragraph, Table, row
from tests.writers.image import chinese_font, write_image

FULL_WIDTH = str.maketrans(",;", "，；")  # the recognition confuses the widths of punctuation
SCANNED = (
    Paragraph("云岭省南屏市青禾县石桥镇履行职责事项清单"),
    Paragraph("配合履职事项清单"),
    Table(
        (
            row("序号", "事项名称", "对应上级部门", "上级部门职责", "镇配合职责"),
            row(
                "1",
                "河道采砂管理",
                "县水利局",
                "1.制定全县河道采砂规划，划定禁采区和禁采期；\n2.依法查处非法采砂行为。",
                "1.每月巡河一次。\n2.发现非法采砂及时劝阻并上报县水利局。",
            ),
            row("2", "秸秆禁烧", "县农业农村局", "推广秸秆还田。", "劝阻露天焚烧。"),
        )
    ),
)


def read(data: bytes) -> Reading:
    """Read a scan, where there are a font to draw it and the recognition of characters."""
    pytest.importorskip("rapidocr", reason="the recognition of characters (extra ocr) is not installed")
    return read_bytes("扫描件", data)


@pytest.fixture(autouse=True, scope="module")
def font() -> None:
    if chinese_font() is None:
        skip_or_fail("no font with Chinese characters is installed (fonts-noto-cjk)")


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "angle"), [("PNG", 0.0), ("PDF", 1.7)])
def test_a_scanned_table_is_read_by_its_rules(kind: str, angle: float) -> None:
    """Half of what counties publish is scanned, slightly askew; wrapped lines of a cell are one text."""
    reading = read(write_image(SCANNED, kind=kind, angle=angle))
    (listed,) = reading.lists
    assert (listed.place.county, listed.place.township) == ("青禾县", "石桥镇")
    first, second = listed.duties
    assert (first.section, first.number, first.name) == (Section.COOPERATIVE, "1", "河道采砂管理")
    assert [body.name for body in first.departments] == ["县水利局"]
    assert [item.text for item in first.role] == ["每月巡河一次。", "发现非法采砂及时劝阻并上报县水利局。"]
    clauses = [item.text.translate(FULL_WIDTH) for clause in first.responsibilities for item in clause.items]
    assert clauses == ["制定全县河道采砂规划，划定禁采区和禁采期；", "依法查处非法采砂行为。"]
    assert (second.number, second.name) == ("2", "秸秆禁烧")
    assert first.source.confidence is not None
    assert 0.9 < first.source.confidence <= 1
    assert first.source.page == 1
    assert not reading.leftovers


def test_without_the_extra_a_scan_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recognition of characters is large and optional."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    for kind in ("PNG", "PDF"):
        with pytest.raises(UnreadableInput, match=r"^扫描件: the text is an image.*install graphkb with the extra ocr"):
            read_printed("扫描件", write_image(SCANNED, kind=kind))


def png(size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("1", size).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            png((20_000, 20_000)),
            r"list: the image has more than 100 million pixels, which no page needs; save it at 200",
        ),
        (png((11_000, 11_000)), r"list: the image has more than 100 million pixels"),
        (png((100, 3000)), r"list: the image is 100×3000 pixels, no page; cut it into pages"),
        (png((400, 600))[:60], r"list: the image is damaged .*; get an undamaged copy"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), r"list: the image is damaged .*; get an undamaged copy"),
    ],
)
def test_what_is_no_page_is_refused(data: bytes, sentence: str) -> None:
    """A small file can hold an enormous image (decompression bomb); downloads break off."""
    pytest.importorskip("rapidocr", reason="the recognition of characters (extra ocr) is not installed")
    with pytest.raises(UnreadableInput, match=sentence):
        read_printed("list", data)
