"""Two editions of a list in a store: what changed, and what is said where there is nothing to compare."""

from __future__ import annotations

import pytest

from graphkb.catalogue import changes_of
from graphkb.errors import NotFound, UsageError
from graphkb.ingest import load_list
from graphkb.stores import Store
from tests.builders import LIUPING, SHIQIAO, document, duty, duty_list, small_list


def test_the_last_two_editions_are_compared(store: Store) -> None:
    """A duty is reworded, another added; bodies are compared by what they are and not by how they are spelt."""
    load_list(store, document("a"), small_list(edition="2025-08"))
    newer = small_list(edition="2026-05", name="河道日常巡查保洁")
    newer = newer.model_copy(update={"duties": (*newer.duties, duty(SHIQIAO, "basic", 3, "组织全民健身"))})
    load_list(store, document("b"), newer)
    found = changes_of(store, "石桥镇")
    assert (found.county, found.old, found.new) == ("青禾县", "2025-08", "2026-05")
    assert [(change.kinds, change.new and change.new.name) for change in found.changes] == [
        (("added",), "组织全民健身"),
        (("reworded",), "河道日常巡查保洁"),
    ]
    back = changes_of(store, "石桥镇", old="2026-05", new="2025-08")
    assert [change.kinds for change in back.changes] == [("reworded",), ("dropped",)]


def test_what_cannot_be_compared_is_said(store: Store) -> None:
    """No list, one edition only, an edition that is not there, a name of two townships."""
    with pytest.raises(NotFound, match="no list of 石桥镇"):
        changes_of(store, "石桥镇")
    load_list(store, document("a"), small_list(edition="2025-08"))
    with pytest.raises(NotFound, match="only the edition 2025-08"):
        changes_of(store, "石桥镇")
    load_list(store, document("b"), small_list(edition="2026-05"))
    with pytest.raises(NotFound, match="2024 of 石桥镇 is not loaded; there are 2025-08"):
        changes_of(store, "石桥镇", old="2024")
    elsewhere = SHIQIAO.model_copy(update={"county": "白水县"})
    load_list(store, document("c"), small_list(elsewhere))
    with pytest.raises(UsageError, match=r"several townships \(白水县, 青禾县\)"):
        changes_of(store, "石桥镇")
    assert changes_of(store, "石桥镇", county="青禾县").changes == ()
    load_list(store, document("d"), duty_list(LIUPING, [duty(LIUPING, "basic", 1, "护林")]))
    with pytest.raises(NotFound, match="only the edition"):
        changes_of(store, "柳坪乡")
