"""What stands before every route: the check of the Host header, and the headers of every response."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.headers import header
from api.problems import WRONG_HOST, problem_response

SECURITY_HEADERS = {
    # Own files only and nothing inline; data: is for the icons in Swagger UI's style sheet.
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    # Answers change with every load, files with every release: ask again, and get 304 where nothing changed.
    "cache-control": "no-cache",
}


_RAW = [(name.encode(), value.encode()) for name, value in SECURITY_HEADERS.items()]


class Guard:
    """Refuses requests under foreign names, and puts :data:`SECURITY_HEADERS` on every response that has not its own.

    A page of another site can have its own name resolve to this machine and then read answers as if they were its own
    (DNS rebinding). Its requests carry that name in the Host header. An IP address cannot be rebound, so any is fine.
    Starlette's TrustedHostMiddleware knows no IPv6 addresses and answers in plain text.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self._app = app
        self._names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = message.get("headers", ())
                names = {name for name, _ in own}
                message["headers"] = [*own, *(pair for pair in _RAW if pair[0] not in names)]
            await send(message)

        served = self._serves(header(scope, b"host"))
        app = self._app if served else problem_response(WRONG_HOST, scope)
        await app(scope, receive, send_with_headers)

    def _serves(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
            if name in self._names:
                return True
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True
