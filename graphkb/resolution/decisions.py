"""A person's word about who is who and what is the same, in files under version control; it wins and survives reloads.

A file is a YAML list of entries such as::

    - decision: same body            # or: not same body
      division: 云岭省/南屏市/青禾县
      names: [县水利局, 县水旱灾害防御中心]
      who: 李四
      when: 2026-11-22
      why: 两块牌子，一套人马（青禾县机构编制委员会文件）
    - decision: function             # or: not function
      division: 云岭省/南屏市/青禾县
      names: [县农业农村局]
      function: water
      who: 李四
      when: 2026-11-22
      why: 本县不设水利局
    - decision: same matter          # or: different matter
      names: [农村危险房屋安全等级鉴定, 既有农房安全隐患评估]
      who: 李四
      when: 2026-11-22
      why: 同一项工作，两个叫法
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field, TypeAdapter, ValidationError, field_validator

from graphkb.errors import UsageError
from graphkb.functions import functions
from graphkb.records import Record

_Text = Annotated[str, Field(min_length=1, max_length=500)]


class _Decision(Record):
    """What every decision says: who decided, when and why."""

    who: _Text
    when: date
    why: _Text


class _OfBodies(_Decision):
    """A decision about bodies of one division, which is given by its path of names."""

    division: _Text


class BodyDecision(_OfBodies):
    """These printed names mean one body, or they do not."""

    decision: Literal["same body", "not same body"]
    names: Annotated[tuple[_Text, ...], Field(min_length=2)]


class FunctionDecision(_OfBodies):
    """The body of this printed name does a line of work, or it does not."""

    decision: Literal["function", "not function"]
    names: Annotated[tuple[_Text], Field(min_length=1)]
    function: str

    @field_validator("function")
    @classmethod
    def _known(cls, slug: str) -> str:
        if slug not in functions():
            raise ValueError(f"{slug} is no line of work; see graphkb/functions.toml")
        return slug


class MatterDecision(_Decision):
    """Rows of these printed names are the same work, or they are different works, wherever they stand."""

    decision: Literal["same matter", "different matter"]
    names: Annotated[tuple[_Text, ...], Field(min_length=2)]


Decision = BodyDecision | FunctionDecision | MatterDecision
_ENTRY: TypeAdapter[Decision] = TypeAdapter(Annotated[Decision, Field(discriminator="decision")])


class Decisions(Record):
    """All decisions, in the order of files and entries; of two that contradict each other, the later one counts."""

    bodies: tuple[BodyDecision, ...] = ()
    functions: tuple[FunctionDecision, ...] = ()
    matters: tuple[MatterDecision, ...] = ()

    def of_division(self, path: str) -> Decisions:
        """Return the decisions about bodies of this division."""
        return Decisions(
            bodies=tuple(one for one in self.bodies if one.division == path),
            functions=tuple(one for one in self.functions if one.division == path),
        )

    @property
    def count(self) -> int:
        """How many decisions there are."""
        return len(self.bodies) + len(self.functions) + len(self.matters)


NO_DECISIONS = Decisions()


def read_decisions(folder: Path) -> Decisions:
    """Return the decisions of all ``*.yaml`` files of a folder, sorted by name; none where there is no folder.

    Raises UsageError that names the file, the entry and what is wrong with it.
    """
    entries = [entry for file in sorted(folder.glob("*.yaml")) for entry in _entries(file)]
    return Decisions(
        bodies=tuple(entry for entry in entries if isinstance(entry, BodyDecision)),
        functions=tuple(entry for entry in entries if isinstance(entry, FunctionDecision)),
        matters=tuple(entry for entry in entries if isinstance(entry, MatterDecision)),
    )


def last_words(decisions: Iterable[BodyDecision | MatterDecision]) -> dict[frozenset[str], bool]:
    """Return for each pair of names whether the last decision about it says that they are the same, in that order."""
    words: dict[frozenset[str], bool] = {}
    for decision in decisions:
        for pair in map(frozenset, combinations(decision.names, 2)):
            words.pop(pair, None)
            words[pair] = decision.decision in ("same body", "same matter")
    return words


def add_decision(folder: Path, decision: Decision) -> Path:
    """Append a decision to the folder's file decisions.yaml, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "decisions.yaml"
    plain = {"decision": decision.decision, **decision.model_dump(mode="python")}
    plain["names"] = list(decision.names)
    with file.open("a", encoding="utf-8") as stream:
        yaml.safe_dump([plain], stream, allow_unicode=True, sort_keys=False, width=120)
    return file


def _entries(file: Path) -> Iterator[Decision]:
    try:
        plain = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"{file}: the decisions cannot be read: {reason}; mend the file or take it away") from error
    if plain is None:
        return
    if not isinstance(plain, list):
        raise UsageError(f"{file}: decisions are a list of entries that each begin with '- decision:'; this is none")
    for number, entry in enumerate(plain, start=1):
        yield to_decision(entry, f"{file}: entry {number}")


def to_decision(entry: object, where: str) -> Decision:
    """Return the decision that plain values say; raises UsageError that begins with ``where``."""
    try:
        return _ENTRY.validate_python(entry)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, one['loc'][1:])) or 'entry'}: {one['msg']}" for one in error.errors())
        raise UsageError(f"{where}: no valid decision: {faults}") from None
