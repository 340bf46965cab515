"""Answers kept as they were sent, so that one state of the dataset is asked the same only once."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from starlette.types import Message

Key = tuple[str, bytes, bool]
"""What an answer depends on beside the dataset: path and query string as they came, and whether English is preferred."""

_SHARE = 16
"""One answer takes at most this share of the cache: a large one would drive out all others."""
_BESIDE = 2_000
"""Bytes that an answer takes beside its body and address: headers, and what keeps them."""


@dataclass(frozen=True)
class CachedAnswer:
    """An answer with status 200: the messages that make it (ASGI), and the route that gave it."""

    tag: str
    start: Message
    body: bytes
    route: Any


class AnswerCache:
    """The answers asked for last, as many as fit into ``most_bytes``; 0 keeps none. For one event loop."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._size = 0
        self._answers: OrderedDict[Key, CachedAnswer] = OrderedDict()

    def get(self, key: Key) -> CachedAnswer | None:
        """Return the answer that was kept under the key."""
        found = self._answers.get(key)
        if found is not None:
            self._answers.move_to_end(key)
        return found

    def keep(self, key: Key, answer: CachedAnswer) -> None:
        """Keep an answer in the place of the key's former one, and forget those that nobody asked for longest."""
        self._forget(key)
        size = _size(key, answer)
        if size > self._most // _SHARE:
            return
        self._answers[key] = answer
        self._size += size
        while self._size > self._most:
            self._forget(next(iter(self._answers)))

    def _forget(self, key: Key) -> None:
        old = self._answers.pop(key, None)
        if old is not None:
            self._size -= _size(key, old)


def _size(key: Key, answer: CachedAnswer) -> int:
    return len(answer.body) + len(key[0]) + len(key[1]) + _BESIDE
