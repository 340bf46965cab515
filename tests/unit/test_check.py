"""The check report: what a list says of itself beside what was found."""

from __future__ import annotations

from typing import Any

from graphkb.check import CheckReport, Shares, Tally, reconcile
from graphkb.check.words import where_text
from graphkb.records import (
    Characters,
    DeclaredCount,
    DepartmentMention,
    DutyRecord,
    Item,
    Leftover,
    Place,
    PrintedText,
    Reading,
    ResponsibilityGroup,
    Section,
    Source,
)
from tests.builders import document, duty, duty_list

TOWNSHIP = Place(province="云岭省", prefecture="澜川市", county="青禾县", township="白杨镇")
WATER = DepartmentMention(name="县水利局", aliases=("县河长办",))
ROLE = (Item(number="1", text="每月巡河一次"),)


def row(section: str, position: int, number: str = "", category: str = "生态环保", **fields: Any) -> DutyRecord:
    return duty(TOWNSHIP, section, position, f"事项{position}", category=category, **fields).model_copy(
        update={"number": number or str(position)}
    )


def bears(*departments: str) -> tuple[ResponsibilityGroup, ...]:
    return (ResponsibilityGroup(departments=departments, items=(Item(number="1", text="制定方案"),)),)


def report(*duties: DutyRecord, declared: tuple[DeclaredCount, ...] = (), **fields: Any) -> CheckReport:
    record = duty_list(TOWNSHIP, duties).model_copy(update={"declared": declared})
    characters = fields.pop("characters", Characters(in_rows=90, furniture=9, leftover=1))
    reading = Reading(document=document(), lists=(record,), characters=characters, leftovers=(), **fields)
    return reconcile(reading)


def declares(section: Section, category: str | None, count: int, line: int) -> DeclaredCount:
    return DeclaredCount(section=section, category=category, declared=count, line=line)


def test_declared_stands_beside_found_for_section_and_category() -> None:
    """A heading says 3 and 2 rows follow; the section's total is right; another category declares nothing."""
    found = report(
        row("basic", 1), row("basic", 2), row("basic", 3, category="平安法治"),
        declared=(declares(Section.BASIC, None, 3, 5), declares(Section.BASIC, "生态环保", 3, 8)),
    )  # fmt: skip
    assert [(c.category, c.declared, c.found, c.line, c.agrees) for c in found.lists[0].counts] == [
        (None, 3, 3, 5, True), ("生态环保", 3, 2, 8, False), ("平安法治", None, 1, 30, True),
    ]  # fmt: skip
    assert found.disagreements == found.lists[0].disagreements == 1


def test_a_category_without_any_row_disagrees() -> None:
    """A heading whose rows were lost with a page."""
    found = report(row("basic", 1), declared=(declares(Section.RECLAIMED, "城乡建设", 4, 40),))
    assert [(c.section.value, c.category, c.declared, c.found) for c in found.lists[0].counts if not c.agrees] == [
        ("reclaimed", "城乡建设", 4, 0)
    ]


def test_numbers_repeated_and_left_out_are_named_with_their_lines() -> None:
    """A section prints 2 twice and 4 never."""
    found = report(*(row("cooperative", i, n, departments=(WATER,), role=ROLE) for i, n in enumerate("1223567", 1)))
    assert [(n.kind, n.number, n.category, n.line) for n in found.lists[0].numbers] == [
        ("repeated", "2", None, 30), ("missing", "4", None, 50),
    ]  # fmt: skip
    assert found.disagreements == 2


def test_numbering_that_restarts_in_each_category_is_no_repetition() -> None:
    """Numbers begin at 1 in each category; a gap is one within its category."""
    numbers = [("生态环保", "1"), ("生态环保", "2"), ("平安法治", "1"), ("平安法治", "3"), ("城乡建设", "1")]
    found = report(*(row("basic", i, n, category=c) for i, (c, n) in enumerate(numbers, 1)))
    assert [(n.kind, n.number, n.category) for n in found.lists[0].numbers] == [("missing", "2", "平安法治")]


def test_a_row_without_a_number_and_a_great_leap_are_one_finding_each() -> None:
    """900 for 9: one finding and not 890."""
    found = report(
        row("basic", 1),
        row("basic", 2).model_copy(update={"number": ""}),
        row("basic", 3, "900"),
        row("basic", 4, "901"),
    )
    assert [(n.kind, n.number) for n in found.lists[0].numbers] == [("unnumbered", ""), ("missing", "2-899")]


def test_a_section_without_numbers_is_one_finding() -> None:
    """A form without the column 序号: 119 findings would hide all others."""
    found = report(*(row("basic", i).model_copy(update={"number": ""}) for i in (1, 2, 3)))
    assert [(n.kind, n.line) for n in found.lists[0].numbers] == [("unnumbered", 10)]


def test_a_number_out_of_its_turn_is_one_finding() -> None:
    """3 and 4 changed places; 70 for 7 must not leave out 63 numbers and put all rows after it out of turn."""
    found = report(*(row("basic", i, n) for i, n in enumerate(["1", "2", "4", "3", "5", "6", "70", "8", "9"], 1)))
    assert [(n.kind, n.number, n.line) for n in found.lists[0].numbers] == [
        ("disordered", "4", 30), ("disordered", "70", 70), ("missing", "7", 80),
    ]  # fmt: skip


def test_numbers_that_begin_again_within_a_category_are_one_finding() -> None:
    """A second table was pasted behind the first: its fifty numbers are no fifty repetitions."""
    found = report(*(row("basic", i, n) for i, n in enumerate("12312345", 1)))
    assert [(n.kind, n.number, n.line) for n in found.lists[0].numbers] == [("restarted", "1", 40)]


def test_a_category_printed_in_two_places_declares_each_part() -> None:
    """3 rows, other rows, 1 row more, and both headings are right; were the second wrong, both would be held against all."""
    rows = [row("basic", i, category=c) for i, c in enumerate(["生态环保"] * 3 + ["平安法治", "生态环保"], 1)]
    first, second = declares(Section.BASIC, "生态环保", 3, 9), declares(Section.BASIC, "生态环保", 1, 45)
    right, wrong = (
        report(*rows, declared=(first, other)) for other in (second, second.model_copy(update={"declared": 2}))
    )
    assert [(c.declared, c.found, c.agrees) for c in right.lists[0].counts if c.category == "生态环保"] == [
        (3, 3, True), (1, 1, True),
    ]  # fmt: skip
    assert [(c.declared, c.found) for c in wrong.lists[0].counts if not c.agrees] == [(3, 4), (2, 4)]
    assert [ref.line for ref in right.lists[0].resumed_categories] == [50]
    assert right.disagreements == 0


def test_a_total_that_its_own_categories_contradict_is_told() -> None:
    """The list says 5, and its headings 1 and 1: whatever was read, the document does not add up."""
    total, *parts = declares(Section.BASIC, None, 5, 1), *(declares(Section.BASIC, c, 1, 2) for c in ("甲类", "乙类"))
    rows = [row("basic", 1, category="甲类"), row("basic", 2, category="乙类")]
    complete, partial = report(*rows, declared=(total, *parts)), report(*rows, declared=(total, parts[0]))
    assert [c.categories_declared for c in complete.lists[0].counts] == [2, None, None]
    assert [c.categories_declared for c in partial.lists[0].counts] == [None, None, None]
    assert complete.disagreements == 1


def test_a_section_of_which_nothing_is_printed_is_missing() -> None:
    """The reclaimed section was left out of the file; one that declares rows has lost them, which its count tells."""
    (checked,) = report(row("basic", 1), declared=(declares(Section.COOPERATIVE, None, 4, 40),)).lists
    assert checked.missing_sections == (Section.RECLAIMED,)


def test_rows_of_one_name_in_one_section_are_listed_together() -> None:
    """Copied by mistake, or two duties that the list does not tell apart; across sections a name may well come again."""

    def named(section: str, position: int, name: str) -> DutyRecord:
        return row(section, position).model_copy(update={"name": name})

    found = report(named("basic", 1, "植树造林"), named("basic", 2, "护林防火"), named("basic", 3, "植树造林"),
                   named("reclaimed", 1, "护林防火"))  # fmt: skip
    assert [(n.name, [ref.line for ref in n.rows]) for n in found.lists[0].repeated_names] == [("植树造林", [10, 30])]


def test_headings_are_found_on_pages_and_in_sheets() -> None:
    """A line number means nothing to whoever has the PDF before him."""
    heading = PrintedText(line=8, text="一、生态环保（3项）", page=2)
    found = report(row("basic", 1), declared=(declares(Section.BASIC, "生态环保", 3, 8),), furniture=(heading,))
    assert [(c.line, c.page) for c in found.lists[0].counts] == [(10, None), (8, 2)]


def test_places_are_named_as_the_document_counts_them() -> None:
    """Cells where there are cells, else page and lines; a merged row stands on several."""
    assert where_text(Source(document="a", first_line=12, last_line=14)) == "第12–14行"
    assert where_text(Source(document="a", first_line=12, last_line=12, page=3)) == "第3页 第12行"
    assert where_text(PrintedText(line=5, text="", cells="'配合履职'!A5:E6")) == "'配合履职'!A5:E6"


def test_rows_that_lack_a_column_are_listed_and_no_disagreement() -> None:
    """Cooperative rows need department and role, reclaimed ones a receiver unless abolished; basic ones neither."""
    found = report(
        row("basic", 1),
        row("cooperative", 1, role=ROLE, responsibilities=bears("县水利局")),
        row("cooperative", 2, departments=(WATER,), responsibilities=bears("县水利局")),
        row("cooperative", 3, departments=(WATER,), role=ROLE),
        row("reclaimed", 1, category=""),
        row("reclaimed", 2, status="abolished"),
    )
    (checked,) = found.lists
    assert [ref.position for ref in checked.without_department] == [1]
    assert [ref.position for ref in checked.without_role] == [2]
    assert [ref.position for ref in checked.without_responsibilities] == [3]
    assert [(ref.position, ref.line, ref.name) for ref in checked.without_receiver] == [(1, 10, "事项1")]
    assert [(ref.section.value, ref.position) for ref in checked.without_category] == [("reclaimed", 1)]
    assert found.disagreements == 0


def test_bodies_of_column_and_clauses_are_compared_both_ways() -> None:
    """A body without a clause of its own; a clause of a body that the column lacks; a second plate is the same body."""
    finance = DepartmentMention(name="县财政局")
    found = report(
        row("cooperative", 1, departments=(WATER, finance), role=ROLE, responsibilities=bears("县河长办")),
        row("cooperative", 2, departments=(WATER,), role=ROLE, responsibilities=bears("县水利局", "县公安局")),
        row("cooperative", 3, departments=(WATER, finance), role=ROLE, responsibilities=bears()),
    )
    (checked,) = found.lists
    assert [(f.row.position, f.bodies) for f in checked.bodies_without_clause] == [(1, ("县财政局",))]
    assert [(f.row.position, f.bodies) for f in checked.clauses_without_body] == [(2, ("县公安局",))]


def test_clauses_of_the_other_departments_are_those_of_the_columns_others() -> None:
    """其他部门 means those of the column that have no clause; where none is left, nobody knows whom it means."""
    finance = DepartmentMention(name="县财政局")
    found = report(
        row("cooperative", 1, departments=(WATER, finance), role=ROLE, responsibilities=(*bears("县水利局"), *bears("其他部门"))),
        row("cooperative", 2, departments=(WATER,), role=ROLE, responsibilities=(*bears("县水利局"), *bears("其他部门"))),
        row("cooperative", 3, departments=(WATER, finance), role=ROLE, responsibilities=bears("县水利局", "财政部门")),
    )  # fmt: skip
    (checked,) = found.lists
    assert [(f.row.position, f.bodies) for f in checked.bodies_without_clause] == [(3, ("县财政局",))]
    assert [(f.row.position, f.bodies) for f in checked.clauses_without_body] == [
        (2, ("其他部门",)),
        (3, ("财政部门",)),
    ]


def test_the_tally_adds_up_documents_and_names_lists_given_twice() -> None:
    """The same township's list lies in the folder in two formats: loaded, one would replace the other."""
    tally = Tally()
    tally.add(report(row("basic", 1), row("basic", 2), characters=Characters(in_rows=60, furniture=40, leftover=0)))
    tally.add(report(row("reclaimed", 1), characters=Characters(in_rows=90, furniture=9, leftover=1)))
    totals = tally.totals(failed=1)
    assert (totals.documents, totals.failed, totals.lists) == (2, 1, 2)
    assert totals.rows == {Section.BASIC: 2, Section.COOPERATIVE: 0, Section.RECLAIMED: 1}
    assert totals.shares == Shares(in_rows=75, furniture=24.5, leftover=0.5)
    assert [(same.place, same.documents) for same in totals.same_lists] == [(TOWNSHIP, ("list.txt", "list.txt"))]


def test_no_document_has_no_shares() -> None:
    """All files failed: there is no text of which to take a share."""
    totals = Tally().totals(failed=1)
    assert (totals.failed, totals.shares) == (1, None)


def test_doubts_leftovers_and_notes_are_passed_on() -> None:
    """The report is the one place where a person sees all that is uncertain."""
    record = duty_list(TOWNSHIP, [row("basic", 1, doubts=("没有印出序号。",))])
    leftover = Leftover(line=9, text="注", reason="表格之外")
    characters = Characters(in_rows=1, furniture=1, leftover=1)
    found = reconcile(
        Reading(document=document(), lists=(record,), leftovers=(leftover,), characters=characters, notes=("甲",))
    )
    assert [(d.row.position, d.doubts) for d in found.lists[0].doubtful] == [(1, ("没有印出序号。",))]
    assert (found.leftovers, found.notes) == ((leftover,), ("甲",))


def test_shares_add_up_to_a_hundred() -> None:
    """Three thirds are 33.33, 33.33 and 33.34: a report whose shares miss 100 looks like one that lost text."""
    shares = report(row("basic", 1), characters=Characters(in_rows=1, furniture=1, leftover=1)).shares
    assert (shares.in_rows, shares.furniture, shares.leftover) == (33.34, 33.33, 33.33)


def test_the_report_is_json() -> None:
    """graphkb check --json prints it as it stands."""
    found = report(row("basic", 1))
    assert CheckReport.model_validate_json(found.model_dump_json()) == found
