"""Whatever bytes come: a reading whose characters add up, or one sentence.

Documents are the fictional samples and the fictional list in every format there is a writer for, damaged as files are
damaged: bytes flipped, lines lost and doubled, cells cut, tags opened, characters replaced. The examples are the same at
every run; ``GRAPHKB_FUZZ=20`` tries twenty times as many, others each time.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import tests.writers
from graphkb.errors import UnreadableInput
from graphkb.records import DutyRecord, Reading
from loaders import read_bytes
from loaders.formats import read_printed
from loaders.outline import compact
from tests.conftest import skip_or_fail
from tests.writers import Block, fictional_list
from tests.writers.image import chinese_font

pytestmark = pytest.mark.slow

SAMPLES = Path(__file__).resolve().parents[2] / "graphkb" / "samples"
TIMES = int(os.environ.get("GRAPHKB_FUZZ", "1"))
NASTY = (
    "", "\t", "\t\t\t\t\t\t", "\n", "\r", "\f", "\v", "\x00", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u200b", "\ufeff",
    "\u3000", "\xa0", "<p>", "</p>", "<ol start=7>", "<br", "<", ">", "&#x3c;p&#x3e;", "&amp;lt;", "《", "》", "（", "）", "(", "“",
    "1.", "①", "⒈", "（1）", "一、", "１２", "²", "٣", "〇", "十百", "：", "；", "。", "★", "-1-",
    "第1页，共9页", "附件", "2025年8月", "县", "县委", "县水利局", "等部门", "承接部门：", "工作方式：", "履职保障：",
    "镇配合职责：", "基本履职事项清单", "（3项）", "序号\t事项名称", "青禾县柳坪乡履行职责事项清单", "上级部门收回", "不再开展",
    "é", "𠀀", "\U0010ffff", "Ａ", "ſ", "İ", "%PDF-", "PK\x03\x04", "{\\rtf",
)  # fmt: skip


def bounded(examples: int) -> settings:
    """Return how many examples are tried; the same ones at every run unless more are asked for."""
    return settings(
        max_examples=examples * TIMES,
        derandomize=TIMES == 1,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


def writers() -> dict[str, Callable[[Sequence[Block]], bytes]]:
    """Return the writers of all formats: ``write_html`` of ``tests/writers/html.py`` …"""
    names = [module.name for module in pkgutil.iter_modules(tests.writers.__path__)]
    modules = {name: importlib.import_module(f"tests.writers.{name}") for name in names}
    return {
        name: getattr(module, f"write_{name}") for name, module in modules.items() if hasattr(module, f"write_{name}")
    }


@cache
def written(format: str) -> bytes:
    """Return the fictional list in a format; as an image its title alone, as recognition takes seconds a page."""
    return writers()[format](fictional_list()[:1] if format == "image" else fictional_list())


@cache
def sample_lines() -> tuple[tuple[str, ...], ...]:
    """Return the lines of each sample."""
    return tuple(tuple(path.read_text("utf-8").splitlines()) for path in sorted(SAMPLES.glob("*.txt")))


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    """Stretches of the samples with a few faults."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        sample = draw(st.sampled_from(sample_lines()))
        start = draw(st.integers(0, len(sample) - 1))
        lines += sample[start : start + draw(st.integers(1, 40))]
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        place = draw(st.integers(0, len(line)))
        match draw(st.sampled_from(("drop", "double", "swap", "cut", "insert", "replace", "cell"))):
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, line)
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "cut":
                lines[at] = line[:place]
            case "insert":
                lines[at] = line[:place] + draw(st.sampled_from(NASTY)) * draw(st.integers(1, 3)) + line[place:]
            case "replace":
                lines[at] = line[:place] + draw(st.sampled_from(NASTY)) + line[place + draw(st.integers(1, 9)) :]
            case "cell":
                cells = line.split("\t")
                cells[draw(st.integers(0, len(cells) - 1))] = draw(st.sampled_from(NASTY))
                lines[at] = "\t".join(cells)
    return "\n".join(lines)


def damaged(data: bytes) -> st.SearchStrategy[bytes]:
    """Return the bytes with some flipped, cut out, doubled or cut off."""

    @st.composite
    def damage(draw: st.DrawFn) -> bytes:
        result = bytearray(data)
        for _ in range(draw(st.integers(1, 6))):
            if not result:
                break
            at = draw(st.integers(0, len(result) - 1))
            until = at + draw(st.integers(1, 64))
            match draw(st.sampled_from(("flip", "flip", "flip", "delete", "double", "cut", "fill"))):
                case "flip":
                    result[at] ^= 1 << draw(st.integers(0, 7))
                case "delete":
                    del result[at:until]
                case "double":
                    result[at:at] = result[at:until]
                case "cut":
                    del result[at:]
                case "fill":
                    result[at:until] = draw(st.binary(min_size=1, max_size=64))
        return bytes(result)

    return damage()


def check(data: bytes) -> Reading | None:
    """Read the bytes and check what holds of every reading; None where they cannot be read."""
    try:
        reading = read_bytes("fuzz.bin", data)
    except UnreadableInput as error:
        sentence = str(error)
        assert sentence.startswith("fuzz.bin: ")
        assert "\n" not in sentence
        assert len(sentence) < 500
        return None
    assert read_bytes("fuzz.bin", data) == reading
    counted = reading.characters
    printed = sum(visible(line.text) for line in read_printed("fuzz.bin", data).lines)
    assert counted.in_rows + counted.furniture + counted.leftover == printed
    duties = [duty for record in reading.lists for duty in record.duties]
    assert counted.in_rows <= sum(map(kept, duties))
    assert Reading.model_validate_json(reading.model_dump_json()) == reading
    return reading


def visible(text: str) -> int:
    """Return how many characters of the text are not white space."""
    return sum(not character.isspace() for character in text)


def kept(duty: DutyRecord) -> int:
    """Return how many characters of its row a record keeps at most: cells as printed, category, and number with a dot."""
    return sum(map(visible, duty.printed.values())) + visible(duty.category) + len(compact(duty.number)) + 1


@bounded(350)
@given(damaged_texts())
def test_damaged_lists_are_read_without_loss(text: str) -> None:
    """Converters lose lines, cut cells, and leave marks of their own."""
    check(text.encode())


@bounded(150)
@given(st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=8)), max_size=60), st.booleans(), st.booleans())
def test_random_texts_are_read_without_loss(parts: list[str], as_rows: bool, basic: bool) -> None:
    """Text that no list has, alone and as the content of a table."""
    text = "".join(parts).encode("utf-8", "replace").decode()
    head = (
        "基本履职事项清单\n序号\t事项名称\n1\t"
        if basic
        else "配合履职事项清单\n序号\t事项名称\t对应上级部门\t上级部门职责\t镇配合职责\n1\t"
    )
    check((head + text if as_rows else text).encode())


@bounded(150)
@given(st.binary(max_size=400), st.sampled_from(("", "utf-8-sig", "utf-16", "gb18030")))
def test_random_bytes_give_one_sentence(data: bytes, mark: str) -> None:
    """Files that were renamed to .txt."""
    check("\ufeff".encode(mark) + data if mark.startswith("utf") else data)


@bounded(100)
@given(st.data())
def test_damaged_bytes_of_a_list_are_read_or_told(data: st.DataObject) -> None:
    """A disk, a mail gateway or a transfer in the wrong mode changed some bytes."""
    encoding = data.draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "gb18030")))
    text = "\n".join(sample_lines()[0][:60])
    check(data.draw(damaged(text.encode(encoding))))


@pytest.mark.parametrize("format", sorted(writers()))
def test_damaged_files_are_read_or_told(format: str) -> None:
    """Office documents, web pages and PDF, cut off in transfer or changed in some bytes."""

    if format == "image" and chinese_font() is None:
        skip_or_fail("no font with Chinese characters is installed (fonts-noto-cjk)")

    @bounded(6 if format == "image" else 60)
    @example(written(format))
    @given(damaged(written(format)))
    def read(data: bytes) -> None:
        check(data)

    read()
