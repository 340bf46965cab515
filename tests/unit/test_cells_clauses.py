"""Numbers, and clauses that lost them."""

from __future__ import annotations

import pytest

from tests.cell_rows import Cell, cooperative, pairs


def clauses(cell: Cell, *, wrapped: bool = False) -> list[tuple[str, str]]:
    """Number and text of the clauses of a role cell."""
    return pairs(cooperative("县水利局", "指导。", cell, wrapped=wrapped).role)


@pytest.mark.parametrize(
    "printed",
    [
        "1.巡查； 2.上报。",
        "1. 巡查； 2. 上报。",
        "1、巡查；2、上报。",
        "1．巡查；2．上报。",
        "1 巡查；2 上报。",
        "1巡查；2.上报。",
        "（1）巡查；（2）上报。",
        "(1)巡查；(2)上报。",
        "1）巡查；2）上报。",
        "⒈巡查；⒉上报。",
        "⑴巡查；⑵上报。",
        "<p>1.巡查；</p> <p>2.上报。</p>",
        '<ol start="1"> 巡查； 上报。',
        "<ol><li>1.巡查；</li><li>2.上报。</li></ol>",
        ["1.巡查；", "2.上报。"],
        ["1.巡", "查；2.上报。"],
        ["1.巡查；2", ".上报。"],
    ],
)
def test_every_way_of_numbering_gives_the_same_clauses(printed: Cell) -> None:
    """Lists number with dots, 、, brackets, one character for both, or nothing but the digit."""
    assert clauses(printed) == [("1", "巡查；"), ("2", "上报。")]


@pytest.mark.parametrize(
    "text",
    [
        "开展24小时值班。",
        "受理12345热线转办事项。",
        "清理1.5米以上芦苇。3.15前完成。",
        "2025年完成。2026年验收。",
        "满18周岁的登记。60岁以上的慰问。",
        "执行“1、3、5”快速反应机制。",
        "按照5‰抽样、1‰抽样。",
        "公示7天。 3个工作日内上报",
    ],
)
def test_digits_that_number_nothing_are_text(text: str) -> None:
    """Times, hotlines, measures, years and ages stand where a number of a clause could."""
    assert all(number == "" for number, _ in clauses(text))
    assert "".join(clause for _, clause in clauses(text)) == text.replace(" ", "")


def test_the_number_of_a_clause_may_stand_before_a_measure() -> None:
    """1. 24小时值班 is clause 1; 2.2025年 is clause 2."""
    assert clauses("1. 24小时值班；2.2025年完成。") == [("1", "24小时值班；"), ("2", "2025年完成。")]
    assert clauses("1.巡查；2.10月底前上报；3.24小时值班；4.12345热线转办。") == [
        ("1", "巡查；"),
        ("2", "10月底前上报；"),
        ("3", "24小时值班；"),
        ("4", "12345热线转办。"),
    ]


def test_numbers_printed_twice_or_left_out_are_kept_as_printed() -> None:
    """Published lists misnumber; a number is no key."""
    assert [number for number, _ in clauses("1.甲。 3.乙。 3.丙。 4.丁。")] == ["1", "3", "3", "4"]


def test_levels_follow_each_other_with_the_number_of_their_own_level() -> None:
    """一、 heads over 1., and 1. over （1） and ①, each beginning anew."""
    text = "一、巡查工作 1.日巡：（1）查看；（2）记录。2.夜巡。二、上报工作 1.上报：①电话；②书面。"
    assert clauses(text) == [
        ("一", "巡查工作"),
        ("1", "日巡："),
        ("1", "查看；"),
        ("2", "记录。"),
        ("2", "夜巡。"),
        ("二", "上报工作"),
        ("1", "上报："),
        ("①", "电话；"),
        ("②", "书面。"),
    ]


def test_enumerations_of_industries_are_no_headings() -> None:
    """一、二、三产业 begins like 一、."""
    assert clauses("一、二、三产业融合发展。") == [("", "一、二、三产业融合发展。")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<ol style='list-style-type: none'> 巡查河道。 上报险情。", ["巡查河道。", "上报险情。"]),
        ("<ol> 巡查河道，记录险情；上报险情。", ["巡查河道，记录险情；", "上报险情。"]),
        ("<ol> 巡查；记录。上报。", ["巡查；记录。", "上报。"]),
        (
            "<ol>甲处巡查；乙处上报。丙处归档；丁处汇总；戊处公示。",
            ["甲处巡查；", "乙处上报。", "丙处归档；", "丁处汇总；", "戊处公示。"],
        ),
        ("巡查河道； 上报险情。", ["巡查河道；", "上报险情。"]),
        ("<p>巡查河道。</p> <p>上报险情。</p>", ["巡查河道。", "上报险情。"]),
        ("巡查河道。上报险情。", ["巡查河道。上报险情。"]),
    ],
)
def test_clauses_without_numbers_end_where_the_list_shows_it(cell: str, expected: list[str]) -> None:
    """<ol> without <li> loses the numbers: a space behind the stop shows the end, or, without spaces, the stop itself.

    Sentences of one plain paragraph are one clause.
    """
    assert clauses(cell) == [("", text) for text in expected]


def test_sentences_of_a_numbered_clause_stay_together() -> None:
    """A list element without spaces prints its numbers: what ends a sentence ends no clause."""
    assert clauses("<ol>1.巡查。记录。2.上报。") == [("1", "巡查。记录。"), ("2", "上报。")]


def test_marks_before_clauses_are_no_text() -> None:
    """Bullets stand where numbers could."""
    assert clauses("•巡查；•上报。") == [("", "巡查；"), ("", "上报。")]
    assert clauses("■1.巡查；\n■2.上报。") == [("1", "巡查；"), ("2", "上报。")]


def test_sentences_that_all_begin_alike_are_clauses_without_numbers() -> None:
    """负责甲。负责乙。负责丙。 is a list that lost its numbers; two sentences are not enough to say so."""
    text = "负责巡查。负责上报。负责归档。"
    assert clauses(text) == [("", "负责巡查。"), ("", "负责上报。"), ("", "负责归档。")]
    assert clauses("负责巡查。负责上报。") == [("", "负责巡查。负责上报。")]
    assert cooperative("县水利局", text).doubts == ("未编号的并列句按句分条",)


def test_the_number_after_a_page_tells_how_many_clauses_stood_before_it() -> None:
    """A list loses its numbers, a page ends, and the text after it goes on with a number: 2 follows one clause."""
    lost = ["<ol> 巡查河道。", "记录险情；</p> <p>2.上报。</p>"]
    assert clauses(lost) == [("", "巡查河道。记录险情；"), ("2", "上报。")]
    assert clauses(["<ol> 巡查河道。", "记录险情；</p> <p>3.上报。</p>"]) == [
        ("", "巡查河道。"),
        ("", "记录险情；"),
        ("3", "上报。"),
    ]
    assert cooperative("县水利局", lost).doubts == ("换页处的文字按下一条的编号归入上一条",)


def test_a_clause_goes_on_after_the_page_though_a_sentence_ended() -> None:
    """Only a number or a heading begins something new after a page break."""
    assert clauses(["1.巡查。", "记录险情。 2.上报。"]) == [("1", "巡查。记录险情。"), ("2", "上报。")]


def test_a_number_without_any_mark_before_it_counts_only_as_the_next() -> None:
    """Stops get lost: 巡查2.上报, 巡查，3.归档."""
    assert clauses("1.巡查2.上报，3.归档表9.存查") == [("1", "巡查"), ("2", "上报，"), ("3", "归档表9.存查")]


def test_stray_punctuation_stays_with_the_clause_before() -> None:
    """A full stop alone on the next line or page."""
    assert clauses(["1.巡查", "。"]) == [("1", "巡查。")]
    assert clauses("巡查。 。") == [("", "巡查。。")]


def test_wrapped_lines_begin_clauses_only_with_the_next_number() -> None:
    """At the beginning of a wrapped line stand numbers of clauses and numbers of the text."""
    lines = ["1.对满", "18.5公顷的地块巡查，每", "3.个月一次；", "2.上", "报。"]
    assert clauses(lines, wrapped=True) == [("1", "对满18.5公顷的地块巡查，每3.个月一次；"), ("2", "上报。")]


def test_a_wrapped_heading_ends_where_its_line_is_not_full() -> None:
    """一、… has no stop; its last line is short."""
    lines = ["一、河道日常巡查工作", "巡查本辖区河道，发现险情及时上报县水利局，并做", "好记录。", "二、归档"]
    assert clauses(lines, wrapped=True) == [
        ("一", "河道日常巡查工作"),
        ("", "巡查本辖区河道，发现险情及时上报县水利局，并做好记录。"),
        ("二", "归档"),
    ]
