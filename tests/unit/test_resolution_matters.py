"""Wordings, what two of them are to each other, and the matters that many come to."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from graphkb.errors import UnreadableInput
from graphkb.resolution.matter_groups import group
from graphkb.resolution.matter_links import Link, relation
from graphkb.resolution.matter_pairs import Measure, read_pairs
from graphkb.resolution.matters import Kind, compare
from graphkb.resolution.wordings import Wording, broader, place_words, plain_text, read_wording, wording_key

PLACES = place_words(["云岭省", "南屏市", "青禾县", "石桥镇"])


def wording(name: str) -> Wording:
    return read_wording(plain_text(name, PLACES))


@pytest.mark.parametrize(
    "name",
    [
        "水库鱼苗投放管护",
        "做好水库鱼苗投放管护工作",
        "负责石桥镇水库鱼苗投放、管护。",
        "青禾县石桥镇水库鱼苗投放管护等工作",
        "本镇水库鱼苗投放管护",
    ],
)
def test_place_filler_and_punctuation_are_not_part_of_a_wording(name: str) -> None:
    """Townships copy each other's rows and put their own name and verbs in."""
    assert wording_key(plain_text(name, PLACES)) == "水库鱼苗投放管护"


def test_a_name_that_is_all_filler_keeps_its_characters() -> None:
    """Rows such as 做好工作 exist; they must not all be one."""
    assert wording_key("做好工作") == "做好工作"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("对私自改动供水管线的处罚", "供水管线巡查", "different"),
        ("对私自改动供水管线的处罚", "对私自改动供水管线行为的行政处罚", "same"),
        ("对私自改动供水管线的处罚", "对私自改动路灯线路的处罚", "different"),
        ("对违反《青禾县鱼塘规定》第三条的处罚", "对违反《青禾县鱼塘规定》第五条的处罚", "different"),
        ("养犬登记", "养犬宣传", "different"),
        ("河湖长制", "落实河长制，组织巡河，清理漂浮物", "same"),
        ("高龄津贴发放", "负责高龄津贴发放、托育机构备案和防溺水宣传", "overlap"),
        ("计划生育家庭奖励扶助金申报", "计划生育家庭特别扶助金申报", "different"),
        ("公墓安葬证明出具", "对公墓安葬证明进行抽查", "different"),
        ("山洪灾害群众救助", "山洪灾害被困人员救援", "different"),
        ("会务安排、公文流转、印章保管", "公文流转、会务安排、印章保管、督查督办", "same"),
        ("防雷装置安全监管", "防雷装置审批与安全监管", "overlap"),
        ("孤儿助养", "困难群众救助（含孤儿助养、五保供养）", "overlap"),
        ("孤儿助养", "困难群众救助（不含孤儿助养）", "different"),
        ("调查古树名木树龄，评选乡贤", "修建粪污池，巡护古树名木", "overlap"),
    ],
)
def test_act_and_object_decide(one: str, other: str, kind: Kind) -> None:
    """Rows that share most characters may be different work, and rows that share few the same."""
    assert compare(wording(one), wording(other)).kind == kind
    assert compare(wording(other), wording(one)).kind == kind


@pytest.mark.parametrize(
    ("broad", "narrow", "kind"),
    [
        ("特种设备使用情况检查", "电梯使用情况检查", "overlap"),
        ("特种设备操作人员培训", "电梯使用情况检查", "different"),
        ("社会保险经办", "养老保险参保信息变更、医疗保险异地就医报销", "overlap"),
    ],
)
def test_a_title_bundles_the_kinds_of_what_it_names(broad: str, narrow: str, kind: Kind) -> None:
    """One county lists 特种设备 in a row, another 电梯: the latter is a part of the former, where the act is the same."""
    assert compare(wording(broad), wording(narrow)).kind == kind
    assert compare(wording(narrow), wording(broad)).kind == kind


def test_a_part_beside_the_whole_is_no_other_work() -> None:
    """A service centre is run by handling what it is there for; some rows say so, some do not."""
    one, other = wording("便民服务中心建设及帮办代办"), wording("加强便民服务中心建设，承接政务服务事项")
    assert compare(one, other).kind == "same"


def test_what_has_kinds_and_what_is_one_are_words_that_tell() -> None:
    """A kind that is spelt otherwise than the table of words would never be found."""
    kinds = broader()
    terms = set(kinds).union(*kinds.values())
    assert {term for term in terms if read_wording(term).whole.topics != {term}} == set()


NAMES = [
    "养犬登记",
    "做好犬只登记备案",
    "养犬宣传",
    "河湖长制",
    "落实河长制，组织巡河，清理漂浮物",
    "负责高龄津贴发放、托育机构备案和防溺水宣传",
    "高龄津贴发放",
    "对私自改动供水管线的处罚",
]


def test_matters_do_not_depend_on_the_order_of_wordings() -> None:
    """One county loads its lists by name, another by date."""
    expected = group(map(wording, NAMES))
    for seed in range(5):
        shuffled = random.Random(seed).sample(NAMES, len(NAMES))
        assert group(map(wording, shuffled)) == expected


def test_the_shortest_wording_leads_and_a_bundle_overlaps_with_what_it_holds() -> None:
    """A matter is called by a title that an official can read, and a long row is found under each of its works."""
    links = group(map(wording, NAMES))
    assert links["犬只登记备案"][0].matter == "养犬登记"
    bundle = links[wording("负责高龄津贴发放、托育机构备案和防溺水宣传").key]
    assert [(link.matter, link.same) for link in bundle[1:]] == [("高龄津贴发放", False)]
    assert relation(bundle, links["高龄津贴发放"]) == "overlap"
    assert relation(links["养犬登记"], links["养犬宣传"]) == "different"


def test_a_wording_joins_through_a_member_what_it_shares_too_little_with_itself() -> None:
    """Two counties begin their sentences with different clauses; the sentence of a third has those of both."""
    title = wording("河长制")
    sentence = wording("巡河护河，清理漂浮物，落实河长制")
    other = wording("节水宣传，巡河护河，清理漂浮物，落实河长制")
    assert compare(other, title).kind == "overlap"
    assert compare(other, sentence).kind == compare(sentence, title).kind == "same"
    assert group([title, other])[other.key][0].matter == other.key
    links = group([other, sentence, title])
    assert {one[0].matter for one in links.values()} == {title.key}


def test_matters_that_two_rows_both_bundle_do_not_make_them_overlap() -> None:
    """Two long rows with one small work in common are not each other's part."""
    small = Link("甲", False, 0.9)
    assert relation([Link("乙", True, 1.0), small], [Link("丙", True, 1.0), small]) == "different"


def test_measures_are_those_of_the_textbook() -> None:
    """Whoever reads F1 compares it with the bar of the issue."""
    found = Measure(hits=6, false=2, missed=4)
    assert (found.precision, found.recall, round(found.f1, 4)) == (0.75, 0.6, 0.6667)


def test_a_file_that_is_no_file_of_pairs_is_refused_by_name(tmp_path: Path) -> None:
    """A slip in a file of 250 pairs must be found."""
    file = tmp_path / "pairs.toml"
    file.write_text('[[entry]]\nwithin.same = ["甲"]\n', "utf-8")
    with pytest.raises(UnreadableInput, match=r"pairs\.toml: no file of labelled pairs: .*row"):
        read_pairs(file)
