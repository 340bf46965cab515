"""Office documents of 2007 and later are zip archives of XML parts (ECMA-376, part 2): their parts, read within bounds.

No part may declare a document type (ECMA-376 part 2 forbids it), so that no entity is ever defined, resolved or fetched.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib

from lxml import etree

from graphkb.errors import UnreadableInput

MEGABYTE = 1024 * 1024
LARGEST = 200 * MEGABYTE  # bytes of all parts together, unpacked
HIGHEST_RATIO = 200  # XML of real documents packs 5 to 30 times, bombs a thousand times
_DOCTYPE = re.compile(b"|".join("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be")))


class Package:
    """The parts of one office document, by names without a leading slash (xl/workbook.xml); case does not matter."""

    def __init__(self, label: str, data: bytes) -> None:
        """Open the archive. Raises UnreadableInput where it is damaged, or unpacks to more than is read."""
        self._label = label
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise self.damaged(str(error)) from error
        members = self._archive.infolist()
        unpacked = sum(member.file_size for member in members)  # no member unpacks to more than it says
        if unpacked > LARGEST or unpacked > HIGHEST_RATIO * len(data):
            raise UnreadableInput(
                f"{label}: the document unpacks to {unpacked // MEGABYTE} MB, {unpacked // max(1, len(data))} times its "
                "size, which no real document does; save it again with Office, or split it."
            )
        self._members = {member.filename.lstrip("/").lower(): member for member in members}

    def __contains__(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name.lower() in self._members

    def read(self, name: str) -> bytes:
        """Return the bytes of a part of XML. Raises UnreadableInput where it is missing, broken or defines entities."""
        member = self._members.get(name.lower())
        if member is None:
            raise self.damaged(f"its part {name} is missing")
        try:
            part = self._archive.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise self.damaged(f"its part {name} cannot be unpacked: {error}") from error
        if _DOCTYPE.search(part):
            raise UnreadableInput(
                f"{self._label}: its part {name} declares a document type, which office documents never do, and which is "
                "used for attacks; save it again with Office."
            )
        return part

    def tree(self, name: str) -> etree._Element:
        """Return the root element of a part. Raises UnreadableInput as :meth:`read`, and where it is no XML."""
        try:
            return etree.fromstring(self.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise self.damaged(f"its part {name} is no XML: {error}") from error

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part refers to, as id → (last word of the relation's type, name); "" names the package.

        References to what lies outside the document are left out: nothing is fetched.
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

    def damaged(self, fault: str) -> UnreadableInput:
        """Return the error that says what is wrong with the document."""
        return UnreadableInput(f"{self._label}: the file is damaged ({fault}); get an undamaged copy.")
