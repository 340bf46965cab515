"""Files that are no lists, or are made to do harm: one clear sentence each, exit code 3, and the others go on."""

from __future__ import annotations

import io
import os
import random
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = ROOT / "graphkb" / "samples" / "linting-shiqiao.2025-09.txt"
LIST = GOOD.read_text("utf-8")
LETTER = "各位同事：\n今天下午三点在二楼开会，请准时参加。\n"
HEAD = "青禾县石桥镇基本履职事项清单\n序号\t事项名称\n"


def zipped(*members: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def overlapping() -> bytes:
    """Return an archive of a hundred files that are one and the same stretch of it, as Fifield's bomb has them."""
    single = zipped(("a.txt", LIST.encode() * 20))
    start = single.index(b"PK\x01\x02")
    end = single.index(b"PK\x05\x06")
    entries = single[start:end] * 100
    return single[:start] + entries + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 100, 100, len(entries), start, 0)


def encrypted() -> bytes:
    """Return an archive whose file is marked as encrypted (bit 0 of the general purpose flags)."""
    data = bytearray(zipped(("a.txt", LIST.encode())))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    return bytes(data)


def crowded() -> bytes:
    """Return an archive of eleven thousand files."""
    return zipped(*((f"{number}.txt", b"") for number in range(11_000)), compression=zipfile.ZIP_STORED)


def pasted(first: str, second: str) -> bytes:
    """Return a list whose lines from the twentieth on were pasted in another encoding."""
    lines = LIST.splitlines(keepends=True)
    return "".join(lines[:19]).encode(first) + "".join(lines[19:]).encode(second)


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (lambda: b"", "the file is empty"),
    "blank.txt": (lambda: b" \r\n\t\n" * 1000, "the file is empty"),
    "cut-character.txt": (lambda: LIST.encode()[:-2], "damaged at line"),
    "binary.txt": (lambda: random.Random(1).randbytes(50_000), "binary file"),
    "nul.bin": (lambda: b"\x00" * 100_000, "the file is empty"),
    "mixed.txt": (lambda: pasted("utf-8", "gbk"), "damaged at line 20 "),
    "mixed-otherwise.txt": (lambda: pasted("gbk", "utf-8"), "line 20 is UTF-8, and lines before it are not"),
    "letter.txt": (LETTER.encode, "no duty list found"),
    "other-table.csv": (lambda: "姓名\t电话\t科室\n张三\t001\t办公室\n".encode(), "no duty list found"),
    "rtf.doc": (lambda: b"{\\rtf1 \\ansi}", "save it as a Word document"),
    "damaged.zip": (lambda: zipped(("a.txt", LIST.encode()))[:-30], "the archive is damaged"),
    "empty.zip": (zipped, "the archive holds no files"),
    "bomb.zip": (lambda: zipped(("a.txt", b"0" * 60_000_000)), "times its size, as no text does"),
    "nested.zip": (lambda: zipped(("b.zip", zipped(("a.txt", LIST.encode())))), "an archive within an archive"),
    "overlapping.zip": (overlapping, "overlap"),
    "outside.zip": (lambda: zipped(("/etc/a.txt", LIST.encode())), "points outside its archive"),
    "encrypted.zip": (encrypted, "cannot be unpacked"),
    "crowded.zip": (crowded, "more than 10000"),
    "random.pdf": (lambda: b"%PDF-1.7\n" + random.Random(2).randbytes(20_000), "PDF"),
    "random.docx": (
        lambda: zipped(("[Content_Types].xml", b"<a>"), ("word/document.xml", random.Random(3).randbytes(9000))),
        "",
    ),
    "random.xlsx": (
        lambda: zipped(("[Content_Types].xml", b"<a>"), ("xl/workbook.xml", random.Random(4).randbytes(9000))),
        "",
    ),
    "random.png": (lambda: b"\x89PNG\r\n\x1a\n" + random.Random(5).randbytes(9000), "image"),
}


def parse(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run ``graphkb parse`` in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command: list[str | Path] = [sys.executable, "-m", "graphkb", "parse", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, timeout=300)


def sentences(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """Return what was said on stderr, a line each."""
    return done.stderr.decode("utf-8", "surrogateescape").splitlines()


@pytest.mark.slow
def test_every_bad_file_gets_one_sentence_and_the_good_one_is_read(tmp_path: Path) -> None:
    """A folder as a county hands it in: one list between all that people and programs put into folders."""
    for name, (content, _) in BAD.items():
        (tmp_path / name).write_bytes(content())
    (tmp_path / "good.txt").write_bytes(GOOD.read_bytes())
    done = parse(tmp_path)
    assert done.returncode == 3
    assert done.stdout.count(b"\n") == 52
    said = sentences(done)
    assert len(said) == len(BAD)
    for name, (_, part) in BAD.items():
        (sentence,) = (line for line in said if line.startswith(f"graphkb: {tmp_path / name}"))
        assert part in sentence
        assert sentence.endswith(".")
        assert len(sentence) < 400


@pytest.mark.slow
def test_what_is_no_regular_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to, a device that never ends, links in a circle, a text of 200 MB."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "up").symlink_to(tmp_path)
    (tmp_path / "folder" / "good.txt").write_bytes(GOOD.read_bytes())
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    done = parse(tmp_path, "/dev/zero")
    said = sentences(done)
    assert done.returncode == 3
    assert done.stdout.count(b"\n") == 52
    assert [line.removeprefix(f"graphkb: {tmp_path}/") for line in said] == [
        "circle.txt: it cannot be read: Too many levels of symbolic links; check the path and your rights.",
        "huge.txt: the file is larger than 64 MiB, which no duty list is.",
        "pipe.txt: this is a pipe or a device and no file; save its content as a file.",
        "graphkb: /dev/zero: this is a pipe or a device and no file; save its content as a file.",
    ]


def test_a_name_that_is_no_utf8_is_told_and_its_list_is_read(tmp_path: Path) -> None:
    """Archives unpacked on another system leave names in GBK; a line break in a name forges a second message."""
    folder = os.fsencode(tmp_path)
    for name, content in (("清单.txt".encode("gbk"), GOOD.read_bytes()), (b"a\ngraphkb: all is well.txt", b"")):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    done = parse(tmp_path)
    assert (done.returncode, done.stdout.count(b"\n")) == (3, 52)
    assert '"document":"清单.txt"' in done.stdout.decode()
    assert len(sentences(done)) == 1


def test_two_lists_of_one_township_in_a_file_are_remarked_on() -> None:
    """Pasted twice by mistake; loaded, the second would replace the first."""
    done = subprocess.run(
        [sys.executable, "-c", TWICE, str(GOOD)], capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=60
    )
    assert done.stdout.splitlines() == ["2", "True"]


TWICE = """
import sys
from pathlib import Path
from loaders import read_bytes
reading = read_bytes("twice.txt", Path(sys.argv[1]).read_bytes() * 2)
print(len(reading.lists), any("无法区分" in note for note in reading.notes), sep="\\n")
"""
