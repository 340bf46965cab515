"""The tools, as the Model Context Protocol offers them (modelcontextprotocol.io, "Tools"); every one reads only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastmcp import FastMCP
from fastmcp.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

import graphkb
from graphkb.agents.answers import MOST_ROWS, Answerer
from graphkb.errors import GraphkbError
from graphkb.search.searcher import Searcher

_INSTRUCTIONS = """\
Published duty lists of Chinese townships (乡镇履行职责事项清单): what a township does itself (基本履职, basic), what a higher \
department leads while the township assists (配合履职, cooperative), and what departments take back (上级部门收回, reclaimed). \
Names are Chinese; ask in Chinese. Every row tells its document, lines and edition: cite them. `truncated` means that there \
is more: pass `next` as `after`. 配合 is no delegation in law: "delegates" means that the department stands in the row's column \
对应上级部门."""
_READS = ToolAnnotations(readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False)

Limit = Annotated[int, Field(ge=1, le=MOST_ROWS, description="most rows to return")]
County = Annotated[str | None, Field(max_length=200, description="name of a county (县、区、旗), e.g. 青禾县")]
After = Annotated[str, Field(max_length=2_000, description="`next` of the answer before, to go on behind it")]


def make_server(searcher: Searcher) -> FastMCP:
    """Return the server of the tools, which answer from the searcher's store."""
    server: FastMCP = FastMCP(
        "graphkb", instructions=_INSTRUCTIONS, version=graphkb.__version__, mask_error_details=True
    )
    answerer = Answerer(searcher)
    offer = server.tool(annotations=_READS)

    @offer
    def search(
        text: Annotated[str, Field(min_length=1, max_length=200, description="words, e.g. 河道 巡查 or 水利局")],
        kind: Annotated[
            str, Field(max_length=200, description="department, division, duty, function, matter, law; empty: all")
        ] = "",
        limit: Limit = 10,
    ) -> dict[str, Any]:
        """Find departments (部门), townships (乡镇), duties (事项), laws and matters by words; gives their ids."""
        return _answered(lambda: answerer.search(text, kind, limit))

    @offer
    def duty(id: Annotated[str, Field(max_length=200, description="duty-…")]) -> dict[str, Any]:
        """One published row whole: departments, their clauses, the township's role (乡镇配合职责), laws, text as printed."""
        return _answered(lambda: answerer.duty(id))

    @offer
    def delegations(
        department: Annotated[str, Field(max_length=200, description="name or id of a body, e.g. 县水利局")],
        county: County = None,
        after: After = "",
        limit: Limit = 20,
    ) -> dict[str, Any]:
        """Everything that a department has townships assist with (交办、配合履职事项), row by row."""
        given = {"department": department, "county": county, "after": after, "limit": limit}
        return _answered(lambda: answerer.ask("department_delegations", given))

    @offer
    def compare(
        division: Annotated[str, Field(max_length=200, description="name of a county, or id of a division (div-…)")],
        category: Annotated[str | None, Field(max_length=200, description="e.g. 生态环保")] = None,
        after: After = "",
        limit: Limit = 10,
    ) -> dict[str, Any]:
        """Where townships of a place differ: a matter is basic here, cooperative there, reclaimed or missing elsewhere."""
        given = {"division": division, "category": category, "after": after, "limit": limit}
        return _answered(lambda: answerer.ask("compare", given))

    @offer
    def match_task(
        text: Annotated[str, Field(min_length=1, max_length=1_000, description="a sentence as residents write it")],
        township: Annotated[str | None, Field(max_length=200, description="name or id of the township")] = None,
        county: County = None,
        limit: Limit = 5,
    ) -> dict[str, Any]:
        """Is this task on the list (清单内), and who should act? For 12345 calls and tasks that offices hand down.

        Name the township, or the county for all of its townships. `on_list` false means 清单外: the hits are only the nearest.
        """
        return _answered(lambda: answerer.match(text, township, county, limit))

    @offer
    def ask(
        question: Annotated[str, Field(max_length=200, description="name of a question; `schema` lists them")],
        parameters: Annotated[dict[str, Any] | None, Field(description="its parameters by name")] = None,
    ) -> dict[str, Any]:
        """Any question of the catalogue: laws, editions' changes, rankings, quality, matters (同类事项), 明减暗增 and more."""
        return _answered(lambda: answerer.ask(question, parameters or {}))

    @offer
    def schema() -> dict[str, Any]:
        """The questions that `ask` takes, with parameters and columns; and what nodes and relations of the graph mean."""
        return _answered(answerer.schema)

    return server


def _answered(answer: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return the answer; an error that is fit for users becomes one that the agent reads."""
    try:
        return answer()
    except GraphkbError as error:
        raise ToolError(str(error)) from error
