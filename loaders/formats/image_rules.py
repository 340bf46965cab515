"""Drawn rules of a page image, and the straightening of a page that was scanned slightly askew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import cv2
import numpy as np

from loaders.formats.paged import Rule

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

_MOST_ASKEW = 3.0  # degrees
_STEP = 0.1  # degrees
_SHORTEST = 18.0  # points: shorter lines are strokes of characters
_THICKEST = 5.0  # points


def straighten(pixels: Pixels) -> Pixels:
    """Return the page turned so that its lines are level: at the right angle, rows of ink and of paper differ most."""
    small = _ink(pixels)
    scale = 1000 / max(small.shape)
    if scale < 1:
        small = np.asarray(cv2.resize(small, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    angles = np.arange(-_MOST_ASKEW, _MOST_ASKEW + _STEP / 2, _STEP)
    angle = max(angles, key=lambda angle: (_contrast(_turned(small, float(angle), 0)), -abs(angle)))
    return pixels if abs(angle) < _STEP / 2 else _turned(pixels, float(angle), 255)


def _contrast(ink: Pixels) -> float:
    return float(np.var(np.diff(ink.sum(axis=1, dtype=np.int64))))


def _turned(pixels: Pixels, angle: float, background: int) -> Pixels:
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(pixels, matrix, (width, height), borderValue=(background,) * 3, flags=cv2.INTER_LINEAR)
    return np.asarray(turned, np.uint8)


def _ink(pixels: Pixels) -> Pixels:
    """Return the page with its ink as 255 and its paper as 0."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return np.asarray(
        cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12), np.uint8
    )


def find_rules(pixels: Pixels, resolution: float) -> Iterator[Rule]:
    """Yield the rules of a straight page, in points, from its pixels (``resolution`` for each point)."""
    ink = _ink(pixels)
    length = round(_SHORTEST * resolution)
    for across in (True, False):
        kernel = (length, 1) if across else (1, length)
        wider = cv2.dilate(ink, np.ones((3, 1) if across else (1, 3), np.uint8))  # so that a slight lean breaks no rule
        lines = cv2.morphologyEx(wider, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, kernel))
        _, _, found, _ = cv2.connectedComponentsWithStats(lines)
        for left, top, width, height, _ in found[1:].tolist():
            left, top, width, height = (side / resolution for side in (left, top, width, height))
            if across and height <= _THICKEST:
                yield Rule(True, top + height / 2, left, left + width)
            elif not across and width <= _THICKEST:
                yield Rule(False, left + width / 2, top, top + height)
