"""``/browser-guide``: the guide and the files that the Neo4j Browser imports, readable from the Browser's own page.

The Browser's page comes from the database's port, so that its requests are cross-origin; ``:guide`` sends headers that no
simple request has (pragma, cache-control, sentry-trace), and the web browser asks for leave first (OPTIONS). Leave is given
to pages of this machine, and to pages of a server under the very name that this one is asked by: of the same host, on another
port. No other route gives it.
"""

from __future__ import annotations

import ipaddress
from importlib.resources import files
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response

from graphkb.errors import NotFound

router = APIRouter(prefix="/browser-guide", include_in_schema=False)

_TYPES = {
    "guide.html": "text/html; charset=utf-8",
    "guide.adoc": "text/plain; charset=utf-8",
    "favorites.cypher": "text/plain; charset=utf-8",
    "style.grass": "text/plain; charset=utf-8",
    "saved-cypher.csv": "text/csv; charset=utf-8",
    "saved-cypher.zip": "application/zip",
}


@router.get("/{name}")
def kit_file(request: Request, name: str) -> Response:
    """A file of ``cypher/browser``."""
    if name not in _TYPES:
        raise NotFound(f"There is no file {name!r} for the Neo4j Browser; there are {', '.join(_TYPES)}.")
    content = (files("cypher") / "browser" / name).read_bytes()
    return Response(content, media_type=_TYPES[name], headers=_leave(request))


@router.options("/{name}")
def may_read(request: Request, name: str) -> Response:
    """The answer to the web browser's question whether the page may ask."""
    return Response(status_code=204, headers=_leave(request))


def _leave(request: Request) -> dict[str, str]:
    """Return the CORS headers for the request's origin: none of leave where it is neither this machine's nor this host's."""
    headers = {"vary": "origin"}
    origin = request.headers.get("origin", "")
    if _is_ours(origin, request.url.hostname):
        headers["access-control-allow-origin"] = origin
        headers["access-control-allow-methods"] = "GET"
        headers["access-control-allow-headers"] = "*"
    return headers


def _is_ours(origin: str, own_name: str | None) -> bool:
    try:
        parts = urlsplit(origin)
        name = parts.hostname
        if parts.scheme not in ("http", "https") or name is None:
            return False
        # The Guard has refused requests under names that are not this server's.
        return name in ("localhost", own_name) or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
