"""One question: its query file bound to a parameter model and a row model."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from graphkb.cypher_files import ContractError, CypherFile, read_file
from graphkb.errors import UsageError
from graphkb.stores import Store

MOST_ROWS = 5_000
"""Rows of one answer, whatever is asked for."""

Limit = Annotated[int, Field(ge=1, le=MOST_ROWS, description="most rows to return")]
Text = Annotated[str, Field(max_length=200)]


class Params(BaseModel):
    """Parameters of a question; unknown ones are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def parse(cls, values: Mapping[str, Any], what: str) -> Self:
        """Return the parameters made from values as a user gives them; raises UsageError that begins with ``what``."""
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise UsageError(f"{what}: {_faults(error)}") from None

    def to_cypher(self) -> dict[str, Any]:
        """Return the values for the query's ``$names``."""
        return self.model_dump(mode="json")


class LimitedParams(Params):
    """Parameters of a question with many rows."""

    limit: Limit = 100


class PagedParams(LimitedParams):
    """Parameters of a question whose answer can be had page by page."""

    after: Annotated[str, Field(max_length=2_000, description="go on behind the row of this key")] = ""


class Row(BaseModel):
    """One row of an answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PagedRow(Row):
    """One row of an answer that can be had page by page."""

    key: str = Field(default="", exclude=True)
    """Where the row stands in the order. It is how a program goes on, not part of the answer: no JSON shows it."""


P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)


class Answer(BaseModel, Generic[R]):
    """Rows in the question's order; ``truncated`` tells that there are more than ``limit`` allowed.

    ``next``, given as the parameter ``after``, brings the rows behind these; None where there are none, and where the
    question has no pages.
    """

    rows: list[R]
    truncated: bool
    next: str | None


class Query(Generic[P, R]):
    """A question: ``cypher/questions/<name>.cypher`` with the models of its parameters and rows.

    Refuses to exist (ContractError) when the file's header, its ``$names``, its columns and the two models disagree.
    """

    folder: ClassVar[str] = "questions"

    def __init__(self, name: str, params: type[P], row: type[R]) -> None:
        self.name = name
        self.params = params
        self.row = row
        self.file: CypherFile = read_file(self.folder, name)
        self.pages = issubclass(params, PagedParams)
        self.columns = tuple(column for column, info in row.model_fields.items() if not info.exclude)
        """The columns of a row as it is written: all but its key."""
        self._rows = TypeAdapter(list[row])  # type: ignore[valid-type]  # the class is a value here on purpose
        _agree(name, "parameters", self.file.parameters, params)
        _agree(name, "columns", self.file.columns, row)
        if len({self.pages, issubclass(row, PagedRow), self.file.counting is not None}) > 1:
            raise ContractError(f"{name}: pages take after, key and a line // page: all three or none")

    def parse(self, values: Mapping[str, Any]) -> P:
        """Return the parameters made from texts or values as a user gives them; raises UsageError naming what is wrong."""
        try:
            return self.params.model_validate(values)
        except ValidationError as error:
            known = ", ".join(self.params.model_fields)
            raise UsageError(f"query {self.name}: {_faults(error)}; its parameters are {known or 'none'}") from None

    def run(self, store: Store, params: P) -> Answer[R]:
        """Return the answer. Raises StoreUnavailable or StoreFailure."""
        values = params.to_cypher()
        limit = values.get("limit")
        if limit is not None:
            values["limit"] = limit + 1
        found = store.read(self.file.text, values)
        truncated = limit is not None and len(found) > limit
        rows = self._rows.validate_python(found[:limit])
        last = rows[-1] if rows else None
        # Validated above; making the model again would do it twice.
        return Answer.model_construct(
            rows=rows, truncated=truncated, next=last.key if truncated and isinstance(last, PagedRow) else None
        )

    def every(self, store: Store, params: P) -> Iterator[R]:
        """Yield the rows of the answer and of all behind it, asking for ``limit`` rows at a time. Raises as :meth:`run`."""
        while True:
            answer = self.run(store, params)
            yield from answer.rows
            if answer.next is None:
                return
            params = params.model_copy(update={"after": answer.next})

    def total(self, store: Store, params: P) -> int | None:
        """Return how many rows all pages together have, whatever ``after`` and ``limit`` are; None for a question without pages.

        Raises StoreUnavailable or StoreFailure.
        """
        if self.file.counting is None:
            return None
        (row,) = store.read(self.file.counting, params.to_cypher())
        return int(row["total"])


class Lookup(Query[P, R]):
    """What the program asks for its own ends: ``cypher/lookups/<name>.cypher``, otherwise as a question."""

    folder = "lookups"


def keys_of(annotation: Any) -> tuple[str, ...]:
    """Return the keys of the maps that a field of this type holds; () where it holds none, or maps of any keys."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return tuple(annotation.model_fields)
    return next((keys for inner in typing.get_args(annotation) if (keys := keys_of(inner))), ())


def _faults(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())


def _agree(name: str, what: str, declared: tuple[Any, ...], model: type[BaseModel]) -> None:
    header = {f.name: (f.type, f.nullable) for f in declared}
    fields = {field: _cypher_type(info.annotation) for field, info in model.model_fields.items()}
    if header != fields:
        differing = sorted(
            f"{key}: header {header.get(key)}, model {fields.get(key)}"
            for key in header.keys() | fields.keys()
            if header.get(key) != fields.get(key)
        )
        raise ContractError(f"{name}: {what} of header and {model.__name__} disagree: {'; '.join(differing)}")


def _cypher_type(annotation: Any) -> tuple[str, bool]:
    """Return the header's type for a Python annotation and whether it may be null."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _cypher_type(arguments[0])
    if origin in (typing.Union, types.UnionType) and type(None) in arguments:
        inner = next(a for a in arguments if a is not type(None))
        return _cypher_type(inner)[0], True
    if origin is dict:
        return "map", False
    if origin is list:
        return ("list<string>" if arguments[0] is str else "list<map>"), False
    if origin is typing.Literal:
        return "string", False
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "map", False
    if isinstance(annotation, type) and issubclass(annotation, str):
        return "string", False
    return {int: "integer", float: "float", bool: "boolean"}[annotation], False
