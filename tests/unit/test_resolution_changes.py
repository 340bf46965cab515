"""What changed between two editions of a list."""

from __future__ import annotations

from graphkb.records import Section
from graphkb.resolution.changes import Change, ListedDuty, compare


def listed(*rows: tuple[str, str, str], edition: str) -> list[ListedDuty]:
    """Return rows (section, name, departments parted by 、), numbered in order."""
    return [
        ListedDuty(
            id=f"{edition}{number}",
            section=Section(section),
            category="生态环保",
            number=str(number),
            name=name,
            departments=tuple(departments.split("、")),
            content=f"{name}{departments}",
        )
        for number, (section, name, departments) in enumerate(rows, start=1)
    ]


OLD = (
    ("cooperative", "河道采砂管理", "县水利局"),
    ("cooperative", "水库巡查值守", "县水利局"),
    ("cooperative", "林木采伐许可初审", "县林业局"),
    ("basic", "村道养护", ""),
)


def changes(*new: tuple[str, str, str]) -> list[tuple[tuple[str, ...], str | None, str | None]]:
    """Return each change from OLD as (kinds, old name, new name)."""
    found = compare(listed(*OLD, edition="a"), listed(*new, edition="b"))
    return [(c.kinds, c.old.name if c.old else None, c.new.name if c.new else None) for c in found]


def test_the_same_rows_in_another_order_are_no_change() -> None:
    """Numbers shift with every row that is put in."""
    assert changes(*reversed(OLD)) == []


def test_added_and_dropped() -> None:
    """A row that no other is close to."""
    assert changes(*OLD[1:], ("basic", "组织村民运动会", "")) == [
        (("added",), None, "组织村民运动会"),
        (("dropped",), "河道采砂管理", None),
    ]


def test_moved_to_another_section() -> None:
    """What the township assisted with is taken back."""
    moved = ("reclaimed", "林木采伐许可初审", "县林业局")
    assert changes(*OLD[:2], OLD[3], moved) == [(("moved",), "林木采伐许可初审", "林木采伐许可初审")]


def test_another_department() -> None:
    """The duty stays, its leader changed."""
    assert changes(("cooperative", "河道采砂管理", "县公安局"), *OLD[1:]) == [
        (("departments",), "河道采砂管理", "河道采砂管理")
    ]


def test_reworded_with_the_words_marked() -> None:
    """An official must see at sight which words came in."""
    (change,) = compare(
        listed(*OLD, edition="a"), listed(("cooperative", "河道非法采砂管理", "县水利局"), *OLD[1:], edition="b")
    )
    assert change.kinds == ("reworded",)
    assert [(words.text, words.only) for words in change.words] == [
        ("河道", "both"),
        ("非法", "new"),
        ("采砂管理", "both"),
    ]


def test_reworded_and_moved_at_once() -> None:
    """A row goes to another section and is shortened there."""
    assert changes(*OLD[:2], OLD[3], ("reclaimed", "林木采伐初审", "县林业局")) == [
        (("moved", "reworded"), "林木采伐许可初审", "林木采伐初审")
    ]


def test_punctuation_is_no_rewording_and_other_clauses_are_a_change() -> None:
    """The content says more than the name."""
    old = listed(("basic", "村道养护、保洁", ""), edition="a")
    new = listed(("basic", "村道养护，保洁", ""), edition="b")
    assert [change.kinds for change in compare(old, new)] == [("clauses",)]


def test_one_of_two_rows_of_one_name_is_dropped() -> None:
    """A list prints a name twice; a set would lose the second."""
    twice = listed(OLD[0], OLD[0], edition="a")
    once = listed(OLD[0], edition="b")
    (change,) = compare(twice, once)
    assert isinstance(change, Change)
    assert (change.kinds, change.old and change.old.number) == (("dropped",), "2")
