"""Query files as contracts: one statement a file under ``cypher/``, with a header comment that tells what it takes and gives.

A file looks like this, and :func:`read_file` refuses one whose header and statement disagree::

    // 部门交办事项 · Everything a department delegates
    //
    // Which duties does this department have townships assist with, and where is each printed?
    //
    // Parameters
    //   department  string    its name, one of its other plates, or its id
    //   county      string?   only townships of this county; null: of all
    //   limit       integer   most rows to return
    // Columns
    //   duty_id     string    the row
    // Example
    //   :params {department: '县水利局', county: null, limit: 20}
    MATCH …

``?`` marks what may be null. The text is sent to the store as it stands, comments and all.

A question whose answer can be had page by page takes ``after`` and gives ``key``, one string a row that sorts as the
rows do and that no two rows share. Its line ``// page`` parts what finds the rows from what tells about each::

    MATCH …
    WITH *, t.path + ' ' + d.id AS key
    // page
    WITH * WHERE key > $after
    WITH * ORDER BY key LIMIT $limit
    RETURN …, key AS key
    ORDER BY key

Parts of a key are joined by a space, which sorts before all that is printed; numbers have leading digits that make them
equally long (``toString(1000000000 + n)``; ``toString(9999999999 - n)`` for the greatest first).

Where the rows are found in the order of their keys (body after body, ``CALL (b) { … ORDER BY key }``), the page is
``WITH * LIMIT $limit``: stores then look at no more of them than it needs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile

TYPES = ("string", "integer", "float", "boolean", "list<string>", "list<map>", "map")

_FIELD = re.compile(r"^//   (\w+) +(\S+?)(\??) {2,}(\S.*)$")
_TOKENS = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`", re.S)
_PARAMETER = re.compile(r"\$(\w+)")
_PAGE = re.compile(r"\n// page\nWITH \* WHERE key > \$after\nWITH \*(?: ORDER BY key)? LIMIT \$limit\n")
_TOKEN_OR_PARAMETER = re.compile(f"{_TOKENS.pattern}|{_PARAMETER.pattern}", re.S)


class ContractError(Exception):
    """A query file is not what its header, or the models bound to it, say. A fault of the program, never of the user."""


@dataclass(frozen=True)
class Field:
    """One parameter or column: its Cypher type, whether it may be null, and what it means."""

    name: str
    type: str
    nullable: bool
    says: str


@dataclass(frozen=True)
class CypherFile:
    """A parsed query file; ``text`` is the whole file, ``columns`` is () for statements that return nothing."""

    name: str
    text: str
    title: str
    title_en: str
    question: str
    parameters: tuple[Field, ...]
    columns: tuple[Field, ...]
    example: str

    @property
    def counting(self) -> str | None:
        """The statement that counts the rows of all pages, as ``total``; None where the answer has no pages."""
        page = _PAGE.search(self.text)
        return f"{self.text[: page.start()]}\nRETURN count(*) AS total" if page else None


@cache
def read_file(folder: str, name: str) -> CypherFile:
    """Return the file ``cypher/<folder>/<name>.cypher``.

    Raises ContractError where parts of the header are missing, a parameter is declared and not used or the reverse,
    or the columns of the last RETURN are not those declared.
    """
    text = (files("cypher") / folder / f"{name}.cypher").read_text("utf-8")
    parsed = _parse_header(name, text)
    body = _TOKENS.sub(lambda m: "''" if m[0][0] in "'\"" else " ", text)
    if ";" in body:
        raise ContractError(f"{name}: a query file holds one statement, without semicolon")
    used = set(_PARAMETER.findall(body))
    declared = {f.name for f in parsed.parameters}
    if used != declared:
        raise ContractError(f"{name}: parameters declared {sorted(declared)}, used {sorted(used)}")
    returned = _returned_columns(name, body)
    if returned != tuple(f.name for f in parsed.columns):
        raise ContractError(f"{name}: columns declared {[f.name for f in parsed.columns]}, returned {list(returned)}")
    return parsed


def parameters_of(text: str) -> set[str]:
    """Return the names of the parameters that a statement uses, comments and strings aside."""
    return set(_PARAMETER.findall(_TOKENS.sub(" ", text)))


def with_literals(text: str, literals: Mapping[str, str]) -> str:
    """Return the statement with the literal of each parameter in its place; comments and strings stay as they are.

    Raises KeyError for a parameter without a literal.
    """
    return _TOKEN_OR_PARAMETER.sub(lambda m: literals[m[1]] if m[1] else m[0], text)


def statement_names(folder: str) -> list[str]:
    """Return the names of all statements of ``cypher/<folder>``, sorted."""
    entries = (files("cypher") / folder).iterdir()
    return sorted(e.name.removesuffix(".cypher") for e in entries if e.name.endswith(".cypher"))


def _parse_header(name: str, text: str) -> CypherFile:
    header = list(takewhile(lambda line: line.startswith("//"), text.split("\n")))
    title, _, title_en = header[0].removeprefix("//").strip().partition(" · ") if header else ("", "", "")
    parts: dict[str, list[str]] = {"": []}
    part = ""
    for line in header[1:]:
        word = line.removeprefix("//").strip()
        if word in ("Parameters", "Columns", "Example"):
            part = word
            parts[part] = []
        elif word:
            parts[part].append(line if part else word)
    if not title or not parts[""]:
        raise ContractError(f"{name}: the header lacks a title or its question")
    return CypherFile(
        name=name,
        text=text,
        title=title,
        title_en=title_en,
        question=" ".join(parts[""]),
        parameters=tuple(_parse_field(name, line) for line in parts.get("Parameters", ())),
        columns=tuple(_parse_field(name, line) for line in parts.get("Columns", ())),
        example="\n".join(line.removeprefix("//").strip() for line in parts.get("Example", ())),
    )


def _parse_field(name: str, line: str) -> Field:
    match = _FIELD.match(line)
    if not match or match[2] not in TYPES:
        raise ContractError(f"{name}: not a field of the header: {line!r}")
    return Field(match[1], match[2], match[3] == "?", match[4])


def _returned_columns(name: str, body: str) -> tuple[str, ...]:
    """Return the aliases of the last RETURN outside of subqueries; every column must have one."""
    outer = _outermost(body)
    returns = list(re.finditer(r"\bRETURN\b(\s+DISTINCT\b)?", outer, re.I))
    if not returns:
        return ()
    tail = re.split(r"\b(?:ORDER\s+BY|SKIP|LIMIT)\b", outer[returns[-1].end() :], flags=re.I)[0]
    names = []
    for column in tail.split(","):
        alias = re.search(r"\bAS\s+(\w+)\s*$", column, re.I)
        if not alias:
            raise ContractError(f"{name}: a column of RETURN has no AS: {column.strip()!r}")
        names.append(alias[1])
    return tuple(names)


def _outermost(text: str) -> str:
    """Return the text without what stands in brackets of any kind: maps, lists, calls, subqueries."""
    kept, depth = [], 0
    for character in text:
        depth -= character in ")}]"
        if depth == 0:
            kept.append(character)
        depth += character in "({["
    return "".join(kept)
