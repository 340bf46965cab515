"""How a process and its worker talk: in frames, each its length in 8 bytes, then its bytes."""

from __future__ import annotations

import struct
from typing import BinaryIO

READY = b"ready"
"""The first frame of a worker."""
_LENGTH = struct.Struct("<Q")


def write_frame(stream: BinaryIO, data: bytes) -> None:
    """Write one frame. Raises OSError where nobody reads any more."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes:
    """Return the next frame. Raises EOFError where the other side has ended."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError("the other process has ended")
    return data
