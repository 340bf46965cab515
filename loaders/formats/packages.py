"""Office packages (Open Packaging Conventions, ECMA-376 part 2): zip archives of XML parts that relate to each other.

A package is measured before anything is unpacked; its XML may declare no document type, so that no entity can expand.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib

from lxml import etree

from graphkb.errors import UnreadableInput
from loaders.sources import MEGABYTE

MAX_PACKAGE = 200 * MEGABYTE
"""Bytes to which a package may unpack."""
MAX_PART = 100 * MEGABYTE
"""Bytes of one XML part; that of a list of 100 pages has about 5 million."""
MAX_RATIO = 200
"""How many times its size a package may unpack to; documents do 10 to 50 times."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
"""What the zip module raises for archives whose lengths and places are wrong."""


class Package:
    """An opened package. All methods raise UnreadableInput, calling the file by ``label``, for what is damaged."""

    def __init__(self, label: str, data: bytes) -> None:
        self._label = label
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.damaged(str(error)) from error
        # Names of parts are compared without case; some programs write backslashes.
        self._parts = {info.filename.replace("\\", "/").lower(): info for info in self._archive.infolist()}
        size = sum(info.file_size for info in self._archive.infolist())
        if size > MAX_PACKAGE or size > max(MAX_RATIO * len(data), MEGABYTE):
            raise UnreadableInput(
                f"{label}: the document unpacks to {size // MEGABYTE} MiB, {size // max(len(data), 1)} times its size, as no "
                "duty list does; save it again without pictures, or as plain text (.txt)."
            )

    def damaged(self, reason: str) -> UnreadableInput:
        """Return the error for a package that cannot be read for this reason."""
        return UnreadableInput(
            f"{self._label}: the document is damaged ({reason}); get an undamaged copy, or save it again."
        )

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of an XML part, ``None`` where the package has no such part."""
        info = self._parts.get(name.lower().lstrip("/"))
        if info is None:
            return None
        if info.file_size > MAX_PART:
            raise UnreadableInput(
                f"{self._label}: its part {name} has {info.file_size // MEGABYTE} MiB of text, more than a duty list has; "
                "give the list alone."
            )
        try:
            with self._archive.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except _BROKEN as error:
            raise self.damaged(f"{name}: {error}") from error
        except RuntimeError as error:  # zipfile's error for encrypted members
            raise UnreadableInput(
                f"{self._label}: the document is protected by a password; save it without one."
            ) from error
        return self._parsed(name, data)

    def _parsed(self, name: str, data: bytes) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged(f"{name}: {error}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableInput(
                f"{self._label}: its part {name} declares entities, as no office program writes it; save it again."
            )
        return root

    def related(self, name: str, kind: str) -> list[str]:
        """Return the names of the parts that a part ("" for the package) relates to by relations of a kind, in order.

        ``kind`` is the last word of the relation's type (``header``), which is the same in strict and transitional files.
        """
        folder, base = posixpath.split(name)
        relations = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if relations is None:
            return []
        return [
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            for relation in relations
            if relation.get("Type", "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External"
        ]
