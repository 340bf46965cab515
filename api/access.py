"""Who may do what: reading is open unless a setting closes it, loading always needs a key."""

from __future__ import annotations

from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from api.headers import header
from api.problems import NO_KEY, WRONG_SCOPE, problem_response
from graphkb import keys

LOADING = "/v1/documents"
READING = ("/v1/", "/metrics", "/mcp", "/browser")
"""What tells of the dataset, or of who asks for it; the page itself, its files and the documentation tell nothing."""
REPORT = "/report.html"
"""A browser opens the report in a window of its own, where it cannot send a key: the document's id, which nobody can guess,
opens it."""


class Access:
    """Lets requests through that need no key or carry the right one (ASGI middleware). RFC 6750, section 3.1."""

    def __init__(self, app: ASGIApp, *, path: Path, read_key_required: bool) -> None:
        self._app = app
        self._keys = keys.Keys(path)
        self._closed = read_key_required

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        app = self._app
        needed = self._needed(scope) if scope["type"] == "http" else None
        if needed is not None:
            scheme, _, token = header(scope, b"authorization").partition(" ")
            key = self._keys.find(token.strip()) if scheme.lower() == "bearer" else None
            if key is None:
                app = problem_response(NO_KEY, scope, headers={"www-authenticate": "Bearer"})
            elif not key.allows(needed):
                challenge = f'Bearer error="insufficient_scope", scope="{needed}"'
                app = problem_response(WRONG_SCOPE, scope, headers={"www-authenticate": challenge})
        await app(scope, receive, send)

    def _needed(self, scope: Scope) -> keys.Scope | None:
        path = scope["path"]
        if path == LOADING or path.startswith(f"{LOADING}/"):
            return None if path.endswith(REPORT) else keys.Scope.LOAD
        if self._closed and path.startswith(READING):
            return keys.Scope.READ
        return None
