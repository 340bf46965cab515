"""Ids derived from content, so that loading twice changes nothing and links to them stay good over reloads."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def make_id(kind: str, *parts: str | int) -> str:
    """Return ``kind-`` and 20 hex digits (80 bits) derived from the parts; parts never run into each other.

    80 bits make a clash among the country's 200 million clauses less likely than one in ten million.
    """
    key = "\x1f".join(str(part) for part in parts)
    return f"{kind}-{hashlib.blake2b(key.encode(), digest_size=10).hexdigest()}"


def content_hash(value: Any) -> str:
    """Return 32 hex digits over a JSON-able value; the same for equal values whatever the order of their keys."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
