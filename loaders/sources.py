"""Paths → files: folders and zip archives become the documents in them, in an order that does not change.

Nothing is written to disk, and an archive cannot fill the memory: its members are counted and measured before and while
they are read.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graphkb.errors import UnreadableInput

MEGABYTE = 1024 * 1024


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
    try:
        if path.is_dir():
            raise UnreadableInput(f"{path}: this is a folder and not a file.")
        with path.open("rb") as stream:
            data = stream.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableInput(f"{path}: there is no such file; check the path.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableInput(f"{path}: the file cannot be read: {reason}.") from error
    if len(data) > limits.file_bytes:
        raise UnreadableInput(_too_large(str(path), limits))
    return InputFile(str(path), data)


def expand(paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS) -> Iterator[InputFile | UnreadableInput]:
    """Yield every document of files, folders (recursive, sorted) and zip archives, or the error that takes its place.

    Hidden files and folders (.git, .DS_Store, __MACOSX) inside folders and archives are no documents.
    """
    for path in paths:
        empty = True
        for file in _files(path):
            empty = False
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
            yield UnreadableInput(f"{path}: the folder holds no files; give one that holds duty lists.")


def is_archive(data: bytes) -> bool:
    """Tell whether the bytes are a zip archive of files, and not an office document, which is a zip, too."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not {"[Content_Types].xml", "mimetype", "OFD.xml"} & set(archive.namelist())
    except (zipfile.BadZipFile, ValueError):
        return True  # a damaged one: opening its members tells


def _files(path: Path) -> Iterator[Path]:
    """Yield the path itself, or the files below a folder that are not hidden, sorted."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not _hidden(name))
        yield from (Path(folder, name) for name in sorted(files) if not _hidden(name))


def _hidden(name: str) -> bool:
    return (name.startswith((".", "~$")) and name != "..") or name in {"__MACOSX", "Thumbs.db", "desktop.ini"}


def _members(archive: InputFile, limits: Limits) -> Iterator[InputFile | UnreadableInput]:
    """Yield the files of an archive, sorted by name; an archive that breaks a limit is not opened at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive.data)) as opened:
            infos = [(_member_name(info), info) for info in opened.infolist() if not info.is_dir()]
            infos = [(name, info) for name, info in infos if not any(map(_hidden, re.split(r"[/\\]", name)[:-1]))]
            infos = sorted((pair for pair in infos if not _hidden(_base(pair[0]))), key=lambda pair: pair[0])
            if fault := _fault(infos, limits):
                yield UnreadableInput(f"{archive.label}: {fault}")
                return
            for name, info in infos:
                yield _member(opened, f"{archive.label}/{name}", name, info, limits)
    except (zipfile.BadZipFile, ValueError) as error:
        yield UnreadableInput(f"{archive.label}: the archive is damaged ({error}); get an undamaged copy.")


def _fault(infos: list[tuple[str, zipfile.ZipInfo]], limits: Limits) -> str:
    """Return why an archive is not opened, "" for one within the limits."""
    if not infos:
        return "the archive holds no files; give one that holds duty lists."
    if len(infos) > limits.members:
        return f"the archive holds {len(infos)} files, more than {limits.members}; unpack it and give folders."
    size = sum(info.file_size for _, info in infos)
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
        return UnreadableInput(_too_large(label, limits))
    if info.file_size > MEGABYTE and info.file_size > limits.ratio * max(info.compress_size, 1):
        return UnreadableInput(
            f"{label}: it unpacks to {info.file_size // info.compress_size} times its size, as no text does."
        )
    try:
        with opened.open(info) as stream:
            data = stream.read(limits.file_bytes + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        return UnreadableInput(f"{label}: the archive is damaged here ({error}); get an undamaged copy.")
    except (RuntimeError, NotImplementedError) as error:
        return UnreadableInput(f"{label}: it cannot be unpacked ({error}); unpack the archive and give the files.")
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
