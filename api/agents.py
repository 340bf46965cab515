"""Tools for agents at ``/mcp``, where a setting wants them: the server of :mod:`graphkb.agents`, behind this API's guard."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from fastapi import FastAPI
from starlette.routing import Route

from graphkb.errors import UsageError
from graphkb.search.searcher import Searcher

PATH = "/mcp"


def install(app: FastAPI, searcher: Searcher, names: Sequence[str]) -> Callable[[], AbstractAsyncContextManager[Any]]:
    """Add ``/mcp`` to the application; return what makes the context that it runs in. Raises UsageError without the extra.

    ``names`` are those that clients may use for this server. Like the API's guard, the one of fastmcp refuses foreign names,
    and beyond that requests of pages of other origins, which browsers send along (DNS rebinding). A request is answered by
    itself, without session: nothing is kept for clients that go away.
    """
    if importlib.util.find_spec("fastmcp") is None:
        raise UsageError("the setting GRAPHKB_MCP needs the extra mcp: pip install -e '.[mcp]'")
    from graphkb.agents.server import make_server

    served = make_server(searcher).http_app(
        path=PATH,
        json_response=True,
        stateless_http=True,
        host_origin_protection=True,
        allowed_hosts=[name for host in names for name in (host, f"{host}:*")],
    )
    app.router.routes.append(Route(PATH, endpoint=served, methods=None, include_in_schema=False))
    return lambda: served.lifespan(served)
