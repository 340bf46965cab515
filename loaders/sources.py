"""Paths → files: folders and zip archives become the documents in them, in an order that does not change.

Nothing is written to disk, and an archive cannot fill the memory: its members are counted and measured before and while
they are read.
"""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graphkb.errors import ArchiveInput, DamagedInput, OversizedInput, UnreadableInput

MEGABYTE = 1024 * 1024
_DAMAGED = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, NotImplementedError, struct.error)
"""What zipfile raises for archives that are no such, or broken."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Limits:
    """What is read at most: bytes of a file, and members, bytes and compression of an archive."""

    file_bytes: int = 64 * MEGABYTE
    members: int = 10_000
    archive_bytes: int = 1024 * MEGABYTE
    ratio: int = 200  # text compresses 5 to 20 times; bombs, a thousand times and more


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class InputFile:
    """A file's bytes under the name that errors call it by: its path, or archive.zip/member."""

    label: str
    data: bytes

    @property
    def name(self) -> str:
        """The file name without folders."""
        return PurePosixPath(self.label.replace("\\", "/")).name


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> InputFile:
    """Return a file's bytes. Raises UnreadableInput where it is missing, no file, not readable or too large."""
    label = _printable(str(path))
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise UnreadableInput(f"{label}: this is a folder and not a file.")
        if not stat.S_ISREG(about.st_mode):  # reading a pipe or a device may never end
            raise UnreadableInput(f"{label}: this is a pipe or a device and no file; save its content as a file.")
        if about.st_size > limits.file_bytes:
            raise OversizedInput(_too_large(label, limits))
        with path.open("rb") as stream:
            data = stream.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableInput(f"{label}: there is no such file; check the path.") from error
    except (OSError, ValueError) as error:
        raise _refused(label, error) from error
    if len(data) > limits.file_bytes:
        raise OversizedInput(_too_large(label, limits))
    return InputFile(label, data)


def _refused(label: str, error: OSError | ValueError) -> UnreadableInput:
    reason = getattr(error, "strerror", None) or error
    return UnreadableInput(f"{label}: it cannot be read: {reason}; check the path and your rights.")


def _printable(name: str) -> str:
    """Return the name as text on one line, whatever bytes it is made of: UTF-8, GBK of a Chinese Windows, or neither."""
    data = name.encode("utf-8", "surrogateescape")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    return _UNPRINTABLE.sub("\ufffd", text)


def expand(paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS) -> Iterator[InputFile | UnreadableInput]:
    """Yield every document of files, folders (recursive, sorted) and zip archives, or the error that takes its place.

    Hidden files and folders (.git, .DS_Store, __MACOSX) inside folders and archives are no documents.
    """
    for path in paths:
        empty = True
        for file in _files(path):
            empty = False
            if isinstance(file, UnreadableInput):
                yield file
                continue
            try:
                source = read_file(file, limits)
            except UnreadableInput as error:
                yield error
                continue
            if is_archive(source.data):
                yield from _members(source, limits)
            else:
                yield source
        if empty:
            yield UnreadableInput(
                f"{_printable(str(path))}: the folder holds no files; give one that holds duty lists."
            )


def is_archive(data: bytes) -> bool:
    """Tell whether the bytes are a zip archive of files, and not an office document, which is a zip, too."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    if _entries(data) > DEFAULT_LIMITS.members:
        return True  # and one that is not opened
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not {"[Content_Types].xml", "mimetype", "OFD.xml"} & set(archive.namelist())
    except _DAMAGED:
        return True  # opening its members tells


def _entries(data: bytes) -> int:
    """Return how many files the archive's directory names at most, without reading it (APPNOTE.TXT, 4.3.12)."""
    return data.count(b"PK\x01\x02")


def _files(path: Path) -> Iterator[Path | UnreadableInput]:
    """Yield the path itself, or the files below a folder that are not hidden, sorted; links to folders are not followed.

    A folder that cannot be listed is told in its place.
    """
    if not path.is_dir():
        yield path
        return
    faults: list[UnreadableInput] = []

    def tell(error: OSError) -> None:
        faults.append(_refused(_printable(str(error.filename)), error))

    for folder, folders, files in os.walk(path, onerror=tell):
        yield from faults
        faults.clear()
        folders[:] = sorted(name for name in folders if not _hidden(name))
        yield from (Path(folder, name) for name in sorted(files) if not _hidden(name))
    yield from faults


def _hidden(name: str) -> bool:
    return (name.startswith((".", "~$")) and name != "..") or name in {"__MACOSX", "Thumbs.db", "desktop.ini"}


def _members(archive: InputFile, limits: Limits) -> Iterator[InputFile | UnreadableInput]:
    """Yield the files of an archive, sorted by name; an archive that breaks a limit is not opened at all."""
    if (count := _entries(archive.data)) > limits.members:
        yield UnreadableInput(
            f"{archive.label}: the archive holds some {count} files, more than {limits.members}; unpack it and give folders."
        )
        return
    try:
        with zipfile.ZipFile(io.BytesIO(archive.data)) as opened:
            infos = [(_member_name(info), info) for info in opened.infolist() if not info.is_dir()]
            infos = [(name, info) for name, info in infos if not any(map(_hidden, re.split(r"[/\\]", name)[:-1]))]
            infos = sorted((pair for pair in infos if not _hidden(_base(pair[0]))), key=lambda pair: pair[0])
            if fault := _fault(infos, len(archive.data), limits):
                yield UnreadableInput(f"{archive.label}: {fault}")
                return
            for name, info in infos:
                yield _member(opened, f"{archive.label}/{_printable(name)}", name, info, limits)
    except _DAMAGED as error:
        yield DamagedInput(f"{archive.label}: the archive is damaged ({error}); get an undamaged copy.")


def _fault(infos: list[tuple[str, zipfile.ZipInfo]], length: int, limits: Limits) -> str:
    """Return why an archive of ``length`` bytes is not opened, "" for one within the limits."""
    if not infos:
        return "the archive holds no files; give one that holds duty lists."
    size = sum(info.file_size for _, info in infos)
    if sum(info.compress_size for _, info in infos) > length:
        return "its files overlap, as those of a zip bomb do; make the archive again."
    if size > limits.archive_bytes:
        return (
            f"the archive unpacks to {size // MEGABYTE} MiB, more than {limits.archive_bytes // MEGABYTE}; "
            "unpack it and give folders."
        )
    return ""


def _member(
    opened: zipfile.ZipFile, label: str, name: str, info: zipfile.ZipInfo, limits: Limits
) -> InputFile | UnreadableInput:
    if name.startswith(("/", "\\")) or ":" in name[:3] or ".." in re.split(r"[/\\]", name):
        return UnreadableInput(f"{label}: the name points outside its archive; make the archive again.")
    if info.file_size > limits.file_bytes:
        return OversizedInput(_too_large(label, limits))
    if info.file_size > MEGABYTE and info.file_size > limits.ratio * max(info.compress_size, 1):
        return OversizedInput(
            f"{label}: it unpacks to {info.file_size // info.compress_size} times its size, as no text does."
        )
    try:
        with opened.open(info) as stream:
            data = stream.read(limits.file_bytes + 1)
    except (RuntimeError, NotImplementedError) as error:  # encrypted, or packed in a way that Python does not know
        return UnreadableInput(f"{label}: it cannot be unpacked ({error}); unpack the archive and give the files.")
    except _DAMAGED as error:
        return DamagedInput(f"{label}: the archive is damaged here ({error}); get an undamaged copy.")
    if is_archive(data):
        return ArchiveInput(f"{label}: this is an archive within an archive; unpack it and give the files.")
    return InputFile(label, data)


def _member_name(info: zipfile.ZipInfo) -> str:
    """Return the member's name; Chinese Windows writes GBK where the format promises code page 437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _base(name: str) -> str:
    return re.split(r"[/\\]", name)[-1]


def _too_large(label: str, limits: Limits) -> str:
    return f"{label}: the file is larger than {limits.file_bytes // MEGABYTE} MiB, which no duty list is."
