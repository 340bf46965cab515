"""The time limit that the embedded engine does not keep by itself: the host ends questions that take too long.

ArcadeDB ignores the timeout that a Bolt client sends, and goes on with a query whose client is gone. It lists what runs,
and ends it, by its administration commands over HTTP (``list queries``, ``terminate query``), which do not wait in the
queue behind the very queries they are to end.
"""

from __future__ import annotations

import http.client
import json
import re
from base64 import b64encode
from typing import Any

from graphkb.stores.folder import DATABASE, USER

_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|DROP)\b", re.IGNORECASE)


class Watch:
    """Looks at the running queries of the engine of this process."""

    def __init__(self, http_port: int, password: str, seconds: float) -> None:
        self._port = http_port
        self._login = "Basic " + b64encode(f"{USER}:{password}".encode()).decode()
        self._milliseconds = seconds * 1000

    def end_overdue(self) -> list[str]:
        """End the reading queries that run longer than allowed; return the first line of each.

        Writing ones are let run, as on Neo4j: a load takes the time it takes. Raises OSError or ValueError where the
        engine gives no sensible answer.
        """
        ended = []
        for query in self._command("list queries"):
            if query["elapsedMs"] > self._milliseconds and not writes(query["text"]) and not query["terminating"]:
                self._command(f"terminate query {query['id']}")
                ended.append(query["text"].strip().partition("\n")[0][:120])
        return ended

    def create_user(self, name: str, password: str, group: str) -> None:
        """Make a user of the engine who may do what his group may. Raises OSError or ValueError where that fails."""
        user = {"name": name, "password": password, "databases": {DATABASE: [group]}}
        self._command(f"create user {json.dumps(user)}")

    def _command(self, command: str) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            headers = {"Authorization": self._login, "Content-Type": "application/json"}
            connection.request("POST", "/api/v1/server", json.dumps({"command": command}), headers)
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        if answer.status not in (200, 404):  # 404: it ended by itself meanwhile
            raise ValueError(f"{command}: {answer.status} {answer.reason}")
        return json.loads(body).get("result", [])


def writes(query_text: str) -> bool:
    """Whether a query may write, by the clauses in it; a word in a string counts too, which errs on the safe side."""
    return _WRITES.search(_COMMENT.sub(" ", query_text)) is not None
