"""The grammatical subject of a clause, where it is a body (区水务局负责…)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.cells import vocabulary
from loaders.cells.bodies import LAST_CHARACTERS, NameReader
from loaders.cells.matching import Column, Fit
from loaders.cells.text import HAN

_WORD = re.compile(rf"[{HAN}]{{2,24}}")
_LINK = re.compile(r"\s*(?:、|和|与|及|以及)\s*")
_ALIAS = re.compile(r"\s*[（(][^（）()]{2,24}[）)]")


class SubjectReader:
    """Finds the bodies that a clause of one row begins with."""

    def __init__(self, column: Column, names: NameReader) -> None:
        self.column = column
        self.names = names

    def subject(self, text: str) -> tuple[str, ...]:
        """The bodies that ``text`` begins with as its subject, as printed; () where it does not begin with one.

        A body that the column does not know counts only where a verb follows.
        """
        found: list[str] = []
        by = vocabulary.BEFORE_SUBJECT.match(text)
        position = by.end() if by else 0
        while name := self._name_at(text, position):
            found.append(name)
            position += len(name)
            alias = _ALIAS.match(text, position)
            position = alias.end() if alias else position
            link = _LINK.match(text, position)
            if not link or not self._name_at(text, link.end()):
                break
            position = link.end()
        rest = text[position:]
        if rest.startswith("等"):
            others = vocabulary.UNNAMED_SUBJECT.match(rest, 1)
            found += [others.group()] if others else []
            rest = rest[others.end() if others else 1 :]
        if not found or not rest or vocabulary.NO_SUBJECT.match(rest):
            return ()
        known = all(self.column.resolve(name) for name in found)
        return tuple(found) if known or rest.startswith(vocabulary.SUBJECT_VERBS) else ()

    def known_subject(self, text: str) -> tuple[str, ...]:
        """As :meth:`subject`, but only where the column knows every body of it."""
        found = self.subject(text[:120])
        certain = all(self.column.resolve(name) and not self._generic(name) for name in found)
        return found if certain else ()

    def bearers(self, text: str) -> tuple[str, ...]:
        """The bodies of the column that ``text`` names at its end (…。（责任单位：县水利局）, …，由县水利局负责)."""
        end = vocabulary.BEARERS_AT_END.search(text)
        found = self.names.names(end["names"] or end["by"]) if end else ()
        known = all(self.column.resolve(name.name) for name in found if name.name)
        return tuple(name.name for name in found if name.name) if known else ()

    def _generic(self, name: str) -> bool:
        """Whether ``name`` is a body's without its level (水利局, 水利部门)."""
        return name not in self.column.spellings and not self.names.begins(name)

    def _name_at(self, text: str, position: int) -> str:
        """The body whose name begins at ``position``: one of the column, its short form, or any with a level."""
        for spelling in self.column.spellings:
            if text.startswith(spelling, position):
                return spelling
        unnamed = vocabulary.UNNAMED_SUBJECT.match(text, position)
        if unnamed:
            return unnamed.group()
        match = _WORD.match(text, position)
        if not match:
            return ""
        word = match.group()
        ends = [end for end in range(3, len(word) + 1) if word[end - 1] in LAST_CHARACTERS]
        candidates = [prefix for end in ends if self.names.complete(prefix := word[:end])]
        if not self.names.begins(word):
            return self._without_level(candidates, text, position)
        for candidate in reversed(candidates):
            if self.column.resolve(candidate):
                return candidate
        for candidate in candidates:
            if text.startswith((*vocabulary.SUBJECT_VERBS, "、"), position + len(candidate)):
                return candidate
        return ""

    def _without_level(self, candidates: Sequence[str], text: str, position: int) -> str:
        """The first of the ``candidates`` that means a body of the column without its level and goes on as one."""
        for candidate in candidates:
            known = self.column.resolve(candidate)
            if known and known[1] == Fit.SHORT and len(candidate) > len(known[0][0]):
                continue  # 指导公安机关: a verb stands before the body
            if known and vocabulary.SUBJECT_GOES_ON.match(text, position + len(candidate)):
                return candidate
        return ""
