"""Names in the XML of Word, which has one namespace in strict files and another in transitional ones."""

from __future__ import annotations

from lxml import etree


def name_of(element: etree._Element) -> str:
    """Return the element's name without namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of this name, then that one's child of the next name …, ``None`` where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((node for node in element if name_of(node) == name), None)
    return element


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """Return the attribute of this name in any namespace."""
    if element is None:
        return None
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), None)


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """Return the attribute as an integer, ``None`` where it is missing or none."""
    value = attribute(element, name)
    try:
        return int(value) if value is not None else None
    except ValueError:
        return None


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a property that is on or off is on: present, and not off (ST_OnOff)."""
    return element is not None and attribute(element) not in ("0", "false", "off")
