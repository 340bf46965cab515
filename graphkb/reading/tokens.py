"""Cypher cut into tokens: just enough to tell words of the language from names, strings and comments.

Lexical rules: Neo4j Cypher Manual, "Syntax", "Naming rules", "Comments", "Expressions"; openCypher 9, "Lexical".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graphkb.errors import UsageError

Kind = Literal["word", "name", "string", "number", "parameter", "mark"]


class Refused(UsageError):
    """The statement is not one that is known to read only; the message names what in it, and the remedy."""


@dataclass(frozen=True)
class Token:
    """One token: ``text`` as it stands, ``line`` from 1; ``glued`` where nothing parts it from the one before."""

    kind: Kind
    text: str
    line: int
    glued: bool

    @property
    def word(self) -> str:
        """The word in capitals, with compatible forms of letters (ＳＥＴ, ſet) as plain ones; "" for other kinds."""
        return unicodedata.normalize("NFKC", self.text).upper() if self.kind == "word" else ""


_TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    |(?P<name>`(?:``|[^`])*`)
    |(?P<parameter>\$(?:[^\W\d]\w*|\d+|`(?:``|[^`])*`))
    |(?P<number>\d\w*(?:\.\d\w*)?)
    |(?P<word>[^\W\d]\w*)
    |(?P<blank>\s+)
    |(?P<mark>[()\[\]{}<>=+\-*/%^|&!,.:;~])
    """,
    re.S | re.X,
)
_STARTS = {"'": "a string", '"': "a string", "`": "a name in backticks", "/*": "a comment"}


def tokens_of(statement: str) -> Iterator[Token]:
    """Yield the tokens of a statement; comments and blanks only part them.

    Raises Refused for what does not end (a string, a name, a comment), for characters that Cypher has no use for outside
    of strings, and for escapes of characters (``\\u0043``): some stores resolve them before they look for strings.
    """
    at, line, glued = 0, 1, False
    while at < len(statement):
        found = _TOKEN.match(statement, at)
        if found is None:
            raise Refused(f"line {line}: {_unknown(statement, at)}")
        text = found[0]
        if re.search(r"\\u", text, re.I):
            raise Refused(f"line {line}: write the character itself instead of its number ({text[:20]})")
        if _hidden(text):
            raise Refused(f"line {line}: there is an invisible character in {text[:20]!r}; take it out")
        kind = found.lastgroup
        if kind in ("comment", "blank"):
            glued = False
        else:
            yield Token(kind, text, line, glued)  # type: ignore[arg-type]  # the groups of _TOKEN are the kinds
            glued = True
        line += text.count("\n")
        at = found.end()


def _unknown(statement: str, at: int) -> str:
    for start, what in _STARTS.items():
        if statement.startswith(start, at):
            return f"{what} begins here and does not end"
    return f"the character {statement[at]!r} is none of Cypher; put names that hold it in backticks"


def _hidden(text: str) -> bool:
    """Whether there are controls, format characters or separators of lines that one program sees and another does not."""
    return any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c not in "\n\t" for c in text)
