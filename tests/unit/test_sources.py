"""Folders and archives → documents: all of them, in one order, and none that could do harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from graphkb.errors import UnreadableInput
from loaders.sources import InputFile, Limits, expand, read_file


def archive(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return path


def labels(found: list[InputFile | UnreadableInput], below: Path) -> list[str]:
    return [file.label.replace(f"{below}/", "") for file in found if isinstance(file, InputFile)]


def errors(found: list[InputFile | UnreadableInput]) -> list[str]:
    return [str(error) for error in found if isinstance(error, UnreadableInput)]


def test_a_folder_gives_its_files_sorted_and_without_hidden_ones(tmp_path: Path) -> None:
    """Reports and loads must not depend on the order in which a file system lists."""
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".git/config", "a/.DS_Store", "__MACOSX/x", "~$a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert labels(list(expand([tmp_path])), tmp_path) == ["b.txt", "a/1.txt", "a/2.txt"]


def test_an_archive_gives_its_members_sorted(tmp_path: Path) -> None:
    """Members are named by archive and path, and keep their own file name; Mac's shadow files are none."""
    path = archive(tmp_path / "lists.zip", {"乙.txt": b"2", "sub/甲.txt": b"1", "__MACOSX/._乙.txt": b"", "sub/": b""})
    found = list(expand([path]))
    assert labels(found, tmp_path) == ["lists.zip/sub/甲.txt", "lists.zip/乙.txt"]
    assert [file.name for file in found if isinstance(file, InputFile)] == ["甲.txt", "乙.txt"]


def test_member_names_in_gbk_are_read(tmp_path: Path) -> None:
    """Chinese Windows writes GBK names without saying so."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        opened.writestr("????.txt", b"x")
    data = stream.getvalue().replace(b"????", "清单".encode("gbk"))
    (tmp_path / "lists.zip").write_bytes(data)
    assert labels(list(expand([tmp_path / "lists.zip"])), tmp_path) == ["lists.zip/清单.txt"]


def test_reading_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    """One missing file of a hundred must not cost the others."""
    good = tmp_path / "a.txt"
    good.write_bytes(b"x")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04broken")
    (tmp_path / "empty").mkdir()
    found = list(expand([tmp_path / "missing.txt", tmp_path / "broken.zip", tmp_path / "empty", good]))
    assert labels(found, tmp_path) == ["a.txt"]
    assert [message.split(": ")[1].split(" (")[0].split(";")[0] for message in errors(found)] == [
        "there is no such file", "the archive is damaged", "the folder holds no files",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["../up.txt", "/etc/passwd", "a/../../b.txt", "..\\up.txt", "C:\\x.txt"])
def test_a_member_that_points_outside_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing is written to disk, but a name that escapes is no honest archive's."""
    found = list(expand([archive(tmp_path / "lists.zip", {"ok.txt": b"x", name: b"x"})]))
    assert labels(found, tmp_path) == ["lists.zip/ok.txt"]
    assert len(errors(found)) == 1
    assert "points outside" in errors(found)[0]


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    """A small upload must not fill the memory: by ratio, by size, by the sum, by the number of members."""
    bomb = archive(tmp_path / "bomb.zip", {"bomb.txt": bytes(8 * 1024 * 1024)})
    assert "times its size" in errors(list(expand([bomb])))[0]
    large = archive(tmp_path / "large.zip", {"large.txt": b"x" * 3000}, zipfile.ZIP_STORED)
    assert "larger than" in errors(list(expand([large], Limits(file_bytes=2000))))[0]
    assert "unpacks to" in errors(list(expand([large], Limits(archive_bytes=2000))))[0]
    many = archive(tmp_path / "many.zip", {f"{number}.txt": b"x" for number in range(20)})
    assert "more than 10" in errors(list(expand([many], Limits(members=10))))[0]


def test_a_member_that_lies_about_its_size_is_damage(tmp_path: Path) -> None:
    """The size in the archive's directory is a claim."""
    path = archive(tmp_path / "lists.zip", {"a.txt": b"x" * 5000}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    assert len(errors(list(expand([path])))) == 1


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    """Archives with a password are common in offices."""
    path = archive(tmp_path / "lists.zip", {"a.txt": b"x"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[data.index(b"PK\x03\x04") + 6] |= 1
    path.write_bytes(bytes(data))
    assert "cannot be unpacked" in errors(list(expand([path])))[0]


def test_an_office_document_is_one_file_and_no_archive(tmp_path: Path) -> None:
    """A .docx is a zip; its parts are no documents."""
    path = archive(tmp_path / "list.docx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert labels(list(expand([path])), tmp_path) == ["list.docx"]


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    """No list has 64 MiB; a video given by mistake has."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(UnreadableInput, match="larger than"):
        read_file(path, Limits(file_bytes=10))
    assert read_file(path, Limits(file_bytes=11)).data == b"x" * 11
