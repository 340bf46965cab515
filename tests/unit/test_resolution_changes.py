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


def row(name: str, edition: str, **fields: object) -> ListedDuty:
    """Return a cooperative row of two bodies."""
    (listed_row,) = listed(("cooperative", name, "县生态环境局、县农业农村局"), edition=edition)
    return listed_row.model_copy(update={"id": f"{edition} {name}", **fields})


def kinds(old: list[ListedDuty], new: list[ListedDuty]) -> list[tuple[str, ...]]:
    return [change.kinds for change in compare(old, new)]


def test_a_row_that_was_renamed_is_told_by_its_matter() -> None:
    """Dropped and added looked as if the township were rid of the work."""
    old = [row("露天焚烧秸秆管控", "a", matters=("matter-1",))]
    new = [row("秸秆禁烧和综合利用", "b", matters=("matter-1",))]
    (change,) = compare(old, new)
    assert change.kinds == ("renamed",)
    assert "".join(words.text for words in change.words if words.only != "old") == "秸秆禁烧和综合利用"
    assert kinds(old, [new[0].model_copy(update={"matters": ("matter-2",)})]) == [("added",), ("dropped",)]


def test_a_row_that_was_renamed_is_told_by_its_bodies_and_clauses() -> None:
    """Where wordings were not yet judged; other bodies with these clauses are another row."""
    patrols = ("划定重点管控时段和区域", "安排网格员昼夜巡查")
    old = [row("露天焚烧秸秆管控", "a", clauses=patrols)]
    new = row("秸秆禁烧和综合利用", "b", clauses=(*patrols, "推广还田"))
    assert kinds(old, [new]) == [("renamed", "clauses")]
    elsewhere = new.model_copy(update={"departments": ("县公安局",)})
    assert kinds(old, [elsewhere]) == [("added",), ("dropped",)]


def test_a_role_that_changed_with_the_name_is_told_beside_it() -> None:
    """A township's own part was rewritten in a row that only looked renamed; another printing of a clause is no change."""
    old = [row("秸秆禁烧", "a", clauses=("巡查田间", "协助推广回收"))]
    changed = row("秸秆禁烧管控", "b", clauses=("巡查田间", "引导农户交售"))
    assert kinds(old, [changed]) == [("reworded", "clauses")]
    assert kinds(old, [changed.model_copy(update={"clauses": ("巡查田间；", "协助推广回收。")})]) == [("reworded",)]


def test_clauses_that_many_rows_repeat_make_no_two_rows_one() -> None:
    """The same sentence stands in all rows that were taken back."""
    repeated = ("由县级部门组织实施，乡镇不再承担",)
    old = [row(name, "a", clauses=repeated) for name in ("养犬登记", "河道采砂处罚")]
    new = [row(name, "b", clauses=repeated) for name in ("养犬登记", "餐饮油烟执法")]
    assert kinds(old, new) == [("added",), ("dropped",)]
