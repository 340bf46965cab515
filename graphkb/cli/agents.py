"""``graphkb mcp``: tools for agents over stdin and stdout."""

from __future__ import annotations

import importlib.util

from graphkb.errors import UsageError
from graphkb.search.searcher import Searcher
from graphkb.settings import Settings
from graphkb.stores import open_store


def mcp() -> None:
    """Serve read-only tools for agents by the Model Context Protocol, over stdin and stdout, until they are closed."""
    if importlib.util.find_spec("fastmcp") is None:
        raise UsageError("graphkb mcp needs the extra mcp: pip install -e '.[mcp]'")
    from graphkb.agents.server import make_server

    with open_store(Settings(), reading=True) as store:
        make_server(Searcher(lambda: store)).run(transport="stdio", show_banner=False)
