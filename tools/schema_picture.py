"""The schema as a picture (SVG): labels as boxes, relations as labelled arrows, from the vocabulary.

Where a box lies is told below; one that is not told of lies in the last row, and the drawing goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from graphkb.vocabulary import NODES, RELATIONS
from tools.browser_style import NODE_STYLES, OTHER, RELATION_NAMES, specific_labels

WIDTH, ROW, BOX = 1240, 26, 190
_LEFT_AND_TOP = {
    "Function": (60, 40),
    "Department": (60, 230),
    "Division": (30, 500),
    "Responsibility": (310, 40),
    "RoleItem": (880, 40),
    "Duty": (520, 280),
    "DutyList": (450, 590),
    "Document": (760, 590),
    "Category": (1010, 170),
    "Law": (1010, 270),
    "Matter": (1010, 370),
    "Wording": (1010, 480),
    "Clue": (1010, 590),
    "FormerId": (600, 30),
}
_LAST_ROW = 700
_APART = 62  # px between arrows of one pair of boxes
_FONT = "font-family: 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif; font-size: 13px"


@dataclass(frozen=True)
class _Box:
    name: str
    labels: tuple[str, ...]
    left: float
    top: float
    is_row: bool = False

    @property
    def height(self) -> float:
        return ROW * (1 if self.labels == (self.name,) else len(self.labels) + 1)

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + BOX / 2, self.top + self.height / 2

    def row(self, label: str) -> _Box:
        """Return the part of the box that is of one label."""
        first = self.top if self.labels == (self.name,) else self.top + ROW
        return _Box(label, (label,), self.left, first + ROW * self.labels.index(label), is_row=self.name != label)

    def border(self, toward: tuple[float, float], start: tuple[float, float]) -> tuple[float, float]:
        """Return where the line from ``start`` (inside) toward a point leaves the box; of a row, the middle of its side."""
        if self.is_row:
            return (self.left + BOX if toward[0] >= self.middle[0] else self.left), self.middle[1]
        dx, dy = toward[0] - start[0], toward[1] - start[1]
        reach = [((self.left + BOX if dx > 0 else self.left) - start[0]) / dx] if dx else []
        reach += [((self.top + self.height if dy > 0 else self.top) - start[1]) / dy] if dy else []
        share = min(reach)
        return start[0] + dx * share, start[1] + dy * share


def _boxes() -> dict[str, _Box]:
    """Return box by each label that relations join; labels with a first label in common share a box."""
    groups: dict[str, list[str]] = {}
    specific = set(specific_labels())
    for kind in NODES:
        for label in kind.labels:
            if label in specific:
                groups.setdefault(kind.labels[0], []).append(label)
    boxes: dict[str, _Box] = {}
    spare = 0
    for name, labels in groups.items():
        if name not in _LEFT_AND_TOP:
            spare += 1
        left, top = _LEFT_AND_TOP.get(name, (40 + (spare - 1) * (BOX + 30), _LAST_ROW))
        boxes |= dict.fromkeys(labels, _Box(name, tuple(labels), left, top))
    return boxes


def _arrows(boxes: dict[str, _Box]) -> list[tuple[_Box, _Box, str]]:
    """Return box, box and text of each arrow: one a relation and pair of boxes."""
    joined: dict[tuple[str, _Box, _Box], tuple[set[str], set[str]]] = {}
    for relation in RELATIONS:
        for start, end in relation.joins:
            ends = joined.setdefault((relation.name, boxes[start], boxes[end]), (set(), set()))
            ends[0].add(start)
            ends[1].add(end)
    return [
        (
            _part(starts, start),
            _part(ends, end),
            " ".join(filter(None, (name, RELATION_NAMES.get(name, ""), *_only(starts, start)))),
        )
        for (name, start, end), (starts, ends) in joined.items()
    ]


def _part(labels: set[str], box: _Box) -> _Box:
    """Return the row of the box where one label alone is meant."""
    return box.row(next(iter(labels))) if len(labels) == 1 else box


def _only(labels: set[str], box: _Box) -> list[str]:
    """Return the labels in words where some of a box are meant, and more than one."""
    if len(labels) in (1, len(box.labels)) or box.name == "Division":
        return []
    return ["(" + ", ".join(label.removesuffix(box.name) for label in box.labels if label in labels) + ")"]


def svg() -> str:
    """Return the picture."""
    boxes = _boxes()
    drawn = dict.fromkeys(boxes.values())
    height = max(box.top + box.height for box in drawn) + 50
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" style="{_FONT}">',
        '<defs><marker id="to" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0,0 L10,5 L0,10 z" fill="#5c6670"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="#ffffff"/>',
    ]
    arrows = _arrows(boxes)
    between: dict[frozenset[str], list[tuple[_Box, _Box, str]]] = {}
    for arrow in arrows:
        between.setdefault(frozenset(_around(box, drawn) for box in arrow[:2]), []).append(arrow)
    lines: list[str] = []
    texts: list[str] = []
    for group in between.values():
        for number, (start, end, text) in enumerate(group):
            aside = number - (len(group) - 1) / 2
            line, label = _arrow(start, end, text, aside * _APART, 0.5 + 0.17 * aside)
            lines.append(line)
            texts.append(label)
    return "\n".join([*parts, *lines, *(part for box in drawn for part in _draw(box)), *texts, "</svg>\n"])


def _around(box: _Box, drawn: Iterable[_Box]) -> str:
    """Return the name of the whole box that a box is, or is a row of."""
    return next(whole.name for whole in drawn if set(box.labels) <= set(whole.labels))


def _arrow(start: _Box, end: _Box, text: str, aside: float, share: float) -> tuple[str, str]:
    """Return an arrow and its text, which stands at a share of its length."""
    if start == end:
        x, y = start.left + BOX / 2, start.top + start.height + 18
        return "", f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle" fill="#333">↻ {escape(text)}</text>'
    (ax, ay), (bx, by) = start.middle, end.middle
    # Parallel arrows stand apart along the wider of the two directions in which their boxes have room.
    shift = (0.0, aside * 0.55) if abs(bx - ax) > abs(by - ay) else (aside * 2.7, 0.0)
    inside = [_held(box, (x + shift[0], y + shift[1])) for box, (x, y) in ((start, (ax, ay)), (end, (bx, by)))]
    first, last = start.border(inside[1], inside[0]), end.border(inside[0], inside[1])
    x, y = first[0] + (last[0] - first[0]) * share, first[1] + (last[1] - first[1]) * share
    width = sum(13 if ord(character) > 0x2E80 else 7.6 for character in text)
    line = (
        f'<line x1="{first[0]:.0f}" y1="{first[1]:.0f}" x2="{last[0]:.0f}" y2="{last[1]:.0f}" stroke="#5c6670" '
        f'stroke-width="1.4" marker-end="url(#to)"/>'
    )
    label = (
        f'<rect x="{x - width / 2 - 3:.0f}" y="{y - 10:.0f}" width="{width + 6:.0f}" height="19" fill="#ffffff" opacity="0.92"/>'
        f'<text x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle" fill="#333">{escape(text)}</text>'
    )
    return line, label


def _held(box: _Box, point: tuple[float, float]) -> tuple[float, float]:
    """Return the point of the box nearest to one that may lie outside of it."""
    return (
        min(max(point[0], box.left + 8), box.left + BOX - 8),
        min(max(point[1], box.top + 5), box.top + box.height - 5),
    )


def _draw(box: _Box) -> list[str]:
    rows = [(label, NODE_STYLES.get(label, OTHER)) for label in box.labels]
    parts = []
    top = box.top
    if box.labels != (box.name,):
        parts += _row(box.left, top, "#333a41", box.name)
        top += ROW
    for number, (label, style) in enumerate(rows):
        parts += _row(box.left, top + number * ROW, style.color, f"{label} {style.name}".strip())
    return parts


def _row(left: float, top: float, color: str, text: str) -> list[str]:
    return [
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{BOX}" height="{ROW}" fill="{color}" stroke="#ffffff"/>',
        f'<text x="{left + BOX / 2:.0f}" y="{top + 18:.0f}" text-anchor="middle" fill="#ffffff">{escape(text)}</text>',
    ]
