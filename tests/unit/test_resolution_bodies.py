"""Which printed names of a division mean one body, and which do not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphkb.records import Place
from graphkb.resolution.bodies import Body, NameUse, resolve_bodies
from graphkb.resolution.decisions import BodyDecision
from graphkb.resolution.names import parse

COUNTY = Place(province="云岭省", prefecture="南屏市", county="青禾县")


def use(name: str, mentions: int = 1, *plates: str) -> NameUse:
    return NameUse(parse(name, COUNTY), mentions, {parse(plate, COUNTY): 1 for plate in plates})


def resolved(
    *uses: NameUse, beside: tuple[tuple[str, str], ...] = (), decisions: tuple[BodyDecision, ...] = ()
) -> set[frozenset[str]]:
    """Return the bodies as sets of their printed names."""
    bodies = resolve_bodies(uses, {frozenset(pair) for pair in beside}, decisions)
    return {frozenset(variant.name for variant in body.variants) for body in bodies}


def decided(word: str, *names: str) -> BodyDecision:
    """Return a decision about names of the county."""
    plain = {"division": "云岭省/南屏市/青禾县", "who": "李四", "when": "2026-11-22", "why": "县编办文件"}
    return BodyDecision.model_validate({"decision": word, "names": names, **plain})


def only(*uses: NameUse) -> Body:
    (body,) = resolve_bodies(uses)
    return body


def test_forms_of_one_name_are_one_body_called_by_the_most_frequent() -> None:
    """Short and full form, with the method and score of each."""
    body = only(use("县住房和城乡建设局", 2), use("县住建局", 9))
    assert (body.name, body.key, body.mentions) == ("县住建局", "bureau:住房+城乡建设", 11)
    assert [(v.name, v.method, v.score) for v in body.variants] == [
        ("县住建局", "printed", 1.0),
        ("县住房和城乡建设局", "same words", 0.99),
    ]


def test_a_second_plate_is_the_body_that_bears_it() -> None:
    """区住建局（城管局） in one row, 区城管局 alone in another."""
    assert resolved(use("县住建局", 9, "县城管局"), use("县城管局", 3)) == {frozenset({"县住建局", "县城管局"})}


def test_a_plate_that_stands_beside_its_bearer_is_a_body_of_its_own() -> None:
    """Two names in one department cell are two bodies."""
    uses = use("县住建局", 9, "县城管局"), use("县城管局", 3)
    assert len(resolved(*uses, beside=(("县住建局", "县城管局"),))) == 2


def test_a_plate_that_two_bodies_bear_joins_neither() -> None:
    """The plate moved in a reform, and lists of both years are loaded."""
    uses = use("县住建局", 9, "县城管局"), use("县公安局", 9, "县城管局"), use("县城管局", 3)
    assert len(resolved(*uses)) == 3


def test_a_combined_bureau_is_called_by_a_part_of_its_name() -> None:
    """县教育局 where the bureau of education and science is meant; nobody else is left to do it."""
    assert resolved(use("县教育和科学技术局", 5), use("县教育局", 2)) == {frozenset({"县教育和科学技术局", "县教育局"})}


def test_both_parts_of_a_combined_bureau_are_it_although_they_stand_side_by_side() -> None:
    """Rows copied from before a reform print the two old bureaus; beside the new one they never stand."""
    uses = use("县住房城乡建设和交通运输局", 14), use("县住房和城乡建设局", 7), use("县交通运输局", 4)
    beside = (("县住房和城乡建设局", "县交通运输局"),)
    assert len(resolved(*uses, beside=beside)) == 1
    beside = (*beside, ("县住房城乡建设和交通运输局", "县交通运输局"))
    assert frozenset({"县交通运输局"}) in resolved(*uses, beside=beside)


def test_a_part_may_stand_beside_a_rare_form_of_the_whole() -> None:
    """A row copied from an old list prints 县住建局 and 县城乡建委 side by side, as nobody else calls the one bureau."""
    uses = use("县住房城乡建委", 40), use("县住建局", 2), use("县城乡建委", 1)
    assert len(resolved(*uses, beside=(("县住建局", "县城乡建委"),))) == 1
    assert len(resolved(*uses, beside=(("县住房城乡建委", "县城乡建委"),))) == 2


def called(name: str, mentions: int, *others: str) -> NameUse:
    """Return a column's name whose rows' clauses call the body by these others, once each."""
    return NameUse(parse(name, COUNTY), mentions, others={parse(other, COUNTY): 1 for other in others})


def test_a_name_that_only_clauses_print_is_the_body_of_their_row() -> None:
    """镜泉景区管理局青禾分局 heads the clauses of 镜泉管理局青禾分局, and 县经信委 those of 县经济信息委."""
    uses = (
        called("镜泉管理局青禾分局", 4, "镜泉湖景区管理局青禾分局"),
        called("县经济信息委", 9, "县经信委"),
    )
    first, second = resolve_bodies(uses)
    assert {(v.name, v.method, v.score, v.mentions) for body in (first, second) for v in body.variants} == {
        ("镜泉管理局青禾分局", "printed", 1.0, 4),
        ("镜泉湖景区管理局青禾分局", "same row", 0.92, 1),
        ("县经济信息委", "printed", 1.0, 9),
        ("县经信委", "same words", 0.99, 1),
    }


def test_a_name_that_clauses_of_two_bodies_rows_print_is_neither() -> None:
    """县治理中心 heads clauses of one body here, of another there; and a person's word parts it from a body."""
    two = called("县城市治理服务中心", 4, "县治理中心"), called("县社会治理服务中心", 4, "县治理中心")
    assert resolved(*two) == {frozenset({"县城市治理服务中心"}), frozenset({"县社会治理服务中心"})}
    apart = decided("not same body", "县城市治理服务中心", "县治理中心")
    assert resolved(two[0], decisions=(apart,)) == {frozenset({"县城市治理服务中心"})}


def test_a_name_that_clauses_print_joins_the_body_that_bears_it_alone() -> None:
    """The heading's name stands in another row's column; not where the two stand side by side."""
    uses = called("县社会治理服务中心", 4, "县治理中心"), use("县治理中心", 2)
    assert resolved(*uses) == {frozenset({"县社会治理服务中心", "县治理中心"})}
    assert len(resolved(*uses, beside=(("县社会治理服务中心", "县治理中心"),))) == 2


def test_a_rare_combined_name_does_not_swallow_two_usual_bureaus() -> None:
    """县教育和科学技术局 once, in a sentence about both."""
    uses = use("县教育和科学技术局", 1), use("县教育局", 40), use("县科技局", 20)
    assert len(resolved(*uses, beside=(("县教育局", "县科技局"),))) == 3


def test_a_slip_of_the_pen_is_the_usual_name() -> None:
    """A long name with a word that does not exist."""
    names = {"县住房城乡建设和交通运输局", "县住房城乡建设和建设运输局"}
    assert resolved(use("县住房城乡建设和交通运输局", 14), use("县住房城乡建设和建设运输局")) == {frozenset(names)}


def test_names_of_two_places_are_no_slips() -> None:
    """Two police stations differ in two characters."""
    assert len(resolved(use("县公安局石桥中心派出所", 9), use("县公安局柳坪中心派出所"))) == 2


def test_bodies_without_a_name_are_never_joined() -> None:
    """其他相关单位 are other units in every row."""
    bodies = resolve_bodies([use("其他相关单位", 3), use("相关单位"), use("行业主管部门"), use("县水利局")])
    assert {(body.name, body.named) for body in bodies} == {
        ("其他相关单位", False),
        ("相关单位", False),
        ("行业主管部门", False),
        ("县水利局", True),
    }


def test_a_persons_word_wins() -> None:
    """Same body, and not the same body, over all evidence."""
    uses = use("县水利局", 5), use("县水旱灾害防御中心", 2), use("县住建局", 3), use("县住房和城乡建设局", 3)
    same = decided("same body", "县水利局", "县水旱灾害防御中心")
    different = decided("not same body", "县住建局", "县住房和城乡建设局")
    assert resolved(*uses, decisions=(same, different)) == {
        frozenset({"县水利局", "县水旱灾害防御中心"}),
        frozenset({"县住建局"}),
        frozenset({"县住房和城乡建设局"}),
    }
    keys = [body.key for body in resolve_bodies(uses, decisions=(same, different))]
    assert len(set(keys)) == 3


def test_the_last_word_counts() -> None:
    """A decision is taken back by another, and both stay in the file."""
    uses = use("县水利局", 5), use("县水旱灾害防御中心", 2)
    names = ("县水利局", "县水旱灾害防御中心")
    words = (decided("same body", *names), decided("not same body", *names))
    assert len(resolved(*uses, decisions=words)) == 2
    assert len(resolved(*uses, decisions=words[::-1])) == 1


NAMES = ["县住建局", "县住房和城乡建设局", "县住房城乡建设和交通运输局", "县交通局", "县城管局", "县水利局", "其他单位"]


@given(st.permutations([use(name, index + 1) for index, name in enumerate(NAMES)]))
def test_the_order_of_names_changes_nothing(uses: list[NameUse]) -> None:
    """Lists are loaded in whatever order the files come."""
    assert resolve_bodies(uses) == resolve_bodies([use(name, index + 1) for index, name in enumerate(NAMES)])
