"""One question: its query file bound to a parameter model and a row model."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Annotated, Any, Generic, TypeVar

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

    def to_cypher(self) -> dict[str, Any]:
        """Return the values for the query's ``$names``."""
        return self.model_dump(mode="json")


class LimitedParams(Params):
    """Parameters of a question with many rows."""

    limit: Limit = 100


class Row(BaseModel):
    """One row of an answer."""

    model_config = ConfigDict(frozen=True, extra="forbid")


P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)


class Answer(BaseModel, Generic[R]):
    """Rows in the question's order; ``truncated`` tells that there are more than ``limit`` allowed."""

    rows: list[R]
    truncated: bool


class Query(Generic[P, R]):
    """A question: ``cypher/read/<name>.cypher`` with the models of its parameters and rows.

    Refuses to exist (ContractError) when the file's header, its ``$names``, its columns and the two models disagree.
    """

    def __init__(self, name: str, params: type[P], row: type[R]) -> None:
        self.name = name
        self.params = params
        self.row = row
        self.file: CypherFile = read_file("read", name)
        self._rows = TypeAdapter(list[row])  # type: ignore[valid-type]  # the class is a value here on purpose
        _agree(name, "parameters", self.file.parameters, params)
        _agree(name, "columns", self.file.columns, row)

    def parse(self, values: Mapping[str, Any]) -> P:
        """Return the parameters made from texts or values as a user gives them; raises UsageError naming what is wrong."""
        try:
            return self.params.model_validate(values)
        except ValidationError as error:
            known = ", ".join(self.params.model_fields)
            faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
            raise UsageError(f"query {self.name}: {faults}; its parameters are {known or 'none'}") from None

    def run(self, store: Store, params: P) -> Answer[R]:
        """Return the answer. Raises StoreUnavailable or StoreFailure."""
        values = params.to_cypher()
        limit = values.get("limit")
        if limit is not None:
            values["limit"] = limit + 1
        found = store.read(self.file.text, values)
        truncated = limit is not None and len(found) > limit
        # Validated above; making the model again would do it twice.
        return Answer.model_construct(rows=self._rows.validate_python(found[:limit]), truncated=truncated)


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
    if origin is list:
        return ("list<string>" if arguments[0] is str else "list<map>"), False
    if origin is typing.Literal:
        return "string", False
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "map", False
    if isinstance(annotation, type) and issubclass(annotation, str):
        return "string", False
    return {int: "integer", float: "float", bool: "boolean"}[annotation], False
