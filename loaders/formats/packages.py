"""Office packages (Open Packaging Conventions, ECMA-376 part 2): zip archives of XML parts that relate to each other.

A package is measured before anything is unpacked. No part may declare a document type, which the standard forbids, so that
no entity is ever defined, expanded or fetched.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib

from lxml import etree

from graphkb.errors import DamagedInput, OversizedInput, ProtectedInput, UnreadableInput
from loaders.sources import MEGABYTE

MAX_PACKAGE = 200 * MEGABYTE
"""Bytes to which a package may unpack."""
MAX_TREE = 100 * MEGABYTE
"""Bytes of a part that is read as one tree; that of a list of 100 pages has about 5 million."""
MAX_RATIO = 200
"""How many times its size a package may unpack to; documents do 5 to 50 times, bombs a thousand times."""

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
_DOCTYPE = re.compile(b"|".join("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be")))


class Package:
    """The parts of one document, by names without a leading slash (xl/workbook.xml); case does not matter.

    All methods raise UnreadableInput, calling the file by ``label``, for what is damaged.
    """

    def __init__(self, label: str, data: bytes) -> None:
        self._label = label
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.damaged(str(error)) from error
        # Some programs write backslashes.
        self._members = {
            member.filename.replace("\\", "/").lstrip("/").lower(): member for member in self._archive.infolist()
        }
        size = sum(member.file_size for member in self._archive.infolist())  # none unpacks to more than it says
        if size > MAX_PACKAGE or size > max(MAX_RATIO * len(data), MEGABYTE):
            raise OversizedInput(
                f"{label}: the document unpacks to {size // MEGABYTE} MiB, {size // max(len(data), 1)} times its size, as no "
                "duty list does; save it again without pictures, or as plain text (.txt)."
            )

    def __contains__(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name.lower().lstrip("/") in self._members

    def read(self, name: str) -> bytes:
        """Return the bytes of a part of XML, which must be there and declare no document type."""
        member = self._members.get(name.lower().lstrip("/"))
        if member is None:
            raise self.damaged(f"its part {name} is missing")
        try:
            part = self._archive.read(member)
        except _BROKEN as error:
            raise self.damaged(f"its part {name} cannot be unpacked: {error}") from error
        except RuntimeError as error:  # zipfile's error for encrypted members
            raise ProtectedInput(
                f"{self._label}: the document is protected by a password; save it without one."
            ) from error
        if _DOCTYPE.search(part):
            raise UnreadableInput(
                f"{self._label}: its part {name} declares a document type, as attacks do and no office program; save it again."
            )
        return part

    def tree(self, name: str) -> etree._Element:
        """Return the root of a part, which must be there."""
        part = self.read(name)
        if len(part) > MAX_TREE:
            raise OversizedInput(
                f"{self._label}: its part {name} has {len(part) // MEGABYTE} MiB of text, more than a duty list has; "
                "give the list alone."
            )
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(part, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged(f"its part {name} is no XML: {error}") from error

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part refers to, as id → (last word of the relation's type, name); "" is the package.

        The last word (``header``) is the same in strict and transitional files. References to what lies outside the
        document are left out: nothing is fetched.
        """
        folder, base = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self:
            return {}
        return {
            element.get("Id", ""): (
                element.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/"),
            )
            for element in self.tree(relations).iterfind("{*}Relationship")
            if element.get("TargetMode") != "External"
        }

    def related(self, name: str, kind: str) -> list[str]:
        """Return the names of the parts that are there and that a part refers to by relations of a kind, in order."""
        return [part for found, part in self.relations(name).values() if found == kind and part in self]

    def damaged(self, fault: str) -> UnreadableInput:
        """Return the error that says what is wrong with the document."""
        return DamagedInput(
            f"{self._label}: the document is damaged ({fault}); get an undamaged copy, or save it again."
        )
