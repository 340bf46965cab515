"""The log as JSON, an object a line: what a collector reads without rules of its own."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

from api.exchange import REQUEST_ID


class JsonLines(logging.Formatter):
    """Writes time, level, logger, message and request id, the fields of a request's line, and the trace of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        said: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := REQUEST_ID.get():
            said["request_id"] = request_id
        said.update(getattr(record, "fields", {}))
        if record.exc_info:
            said["trace"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def configure(level: str) -> None:
    """Have the logger ``graphkb`` write JSON lines to stderr from ``level`` on; ``info`` gives a line a request."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logger = logging.getLogger("graphkb")
    logger.handlers = [handler]
    logger.setLevel(level.upper())
    logger.propagate = False
