"""Records → parameter rows: ids and what hangs on what."""

from __future__ import annotations

from graphkb.ingest.rows import list_to_rows
from graphkb.records import DepartmentMention, Item, ResponsibilityGroup
from tests.builders import LIUPING, SHIQIAO, document, duty, duty_list, small_list


def test_ids_depend_on_content_only() -> None:
    """Links to a duty must survive reloading the list, on another machine too."""
    rows = list_to_rows(document(), small_list())
    assert rows.id == "list-5ede86ec50f46e1c3d24"
    assert list_to_rows(document("b"), small_list()).id == rows.id
    assert list_to_rows(document(), small_list(LIUPING)).id != rows.id


def test_a_body_is_one_in_its_county_and_another_in_the_next() -> None:
    """县水利局 of two counties are two bodies; 市生态环境局 of one prefecture is one for both."""
    names = ("县水利局", "市生态环境局")
    mentions = tuple(DepartmentMention(name=n) for n in names)
    first = duty_list(SHIQIAO, [duty(SHIQIAO, "cooperative", 1, "巡河", departments=mentions)])
    elsewhere = SHIQIAO.model_copy(update={"county": "云泽县"})
    second = duty_list(elsewhere, [duty(elsewhere, "cooperative", 1, "巡河", departments=mentions)])
    ids = [
        {row["name"]: key for key, row in list_to_rows(document(), record).departments.items()}
        for record in (first, second)
    ]
    assert ids[0]["县水利局"] != ids[1]["县水利局"]
    assert ids[0]["市生态环境局"] == ids[1]["市生态环境局"]


def test_a_clause_under_a_second_plate_is_borne_by_the_body() -> None:
    """The column says 区住建局（城管局）, the heading only 城管局."""
    group = ResponsibilityGroup(departments=("城管局",), items=(Item(number="1", text="查处占道经营"),))
    mention = DepartmentMention(name="区住建局", aliases=("城管局",))
    row = duty(SHIQIAO, "cooperative", 1, "市容", departments=(mention,), responsibilities=(group,))
    rows = list_to_rows(document(), duty_list(SHIQIAO, [row]))
    assert [r["name"] for r in rows.departments.values()] == ["区住建局"]
    assert [b["department"] for b in rows.duties[0].borne_by] == list(rows.departments)


def test_a_body_printed_twice_in_a_row_is_linked_once() -> None:
    """Page breaks sometimes repeat a body in the department cell."""
    mentions = (DepartmentMention(name="县水利局"), DepartmentMention(name="县水利局"))
    row = duty(SHIQIAO, "cooperative", 1, "巡河", departments=mentions)
    assert len(list_to_rows(document(), duty_list(SHIQIAO, [row])).duties[0].delegates) == 1


def test_rows_with_the_same_name_are_one_wording_whatever_the_punctuation() -> None:
    """Neighbouring townships print one duty with and without a space or comma; other words are another."""
    names = ("防汛、抗旱", "防汛 抗旱", "防汛抗旱演练")
    rows = [duty(SHIQIAO, "basic", n, name) for n, name in enumerate(names, 1)]
    wordings = [d.matter["wording"] for d in list_to_rows(document(), duty_list(SHIQIAO, rows)).duties]
    assert wordings[0] == wordings[1] != wordings[2]


def test_where_a_row_was_read_does_not_change_what_it_says() -> None:
    """A reprint moves every line; that must not count as hundreds of changed duties."""
    row = duty(SHIQIAO, "basic", 1, "护林")
    moved = row.model_copy(update={"source": row.source.model_copy(update={"first_line": 500})})
    before, after = (list_to_rows(document(), duty_list(SHIQIAO, [r])) for r in (row, moved))
    assert before.duties[0].properties == after.duties[0].properties
    assert before.content_hash != after.content_hash
