"""Bodies of several lists: one node for one body, on every store, whatever comes first and whatever comes later."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from graphkb.catalogue import BODIES, DEPARTMENT_DELEGATIONS, FORMER_ID, FUNCTION_DELEGATIONS
from graphkb.ingest import load_list, resolve_again
from graphkb.records import DepartmentMention, ListRecord, Place
from graphkb.resolution.decisions import NO_DECISIONS, BodyDecision, Decisions, FunctionDecision
from graphkb.stores import Store
from tests.builders import LIUPING, SHIQIAO, document, duty, duty_list
from tests.graph.test_ingest import everything

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def listed(place: Place, *columns: str, edition: str = "") -> ListRecord:
    """Return a list whose cooperative rows have these department columns, bodies parted by 、 and plates in brackets."""
    duties = [
        duty(place, "cooperative", position, f"事项{position}", departments=tuple(map(_mention, column.split("、"))))
        for position, column in enumerate(columns, start=1)
    ]
    return duty_list(place, duties, edition)


def _mention(text: str) -> DepartmentMention:
    name, _, plate = text.rstrip("）").partition("（")
    return DepartmentMention(name=name, aliases=(plate,) if plate else ())


def bodies(store: Store) -> dict[str, set[str]]:
    """Return all bodies, name → other printed names."""
    rows = BODIES.run(store, BODIES.params(limit=1000)).rows
    return {row.name: {variant.name for variant in row.variants} for row in rows}


def test_two_lists_of_a_county_print_two_forms_of_one_body(store: Store) -> None:
    """县住建局 in one township's list, 县住房和城乡建设局 in its neighbour's."""
    load_list(store, document("a"), listed(SHIQIAO, "县住建局", "县住建局"))
    load_list(store, document("b"), listed(LIUPING, "县住房和城乡建设局"))
    assert bodies(store) == {"县住建局": {"县住房和城乡建设局"}}
    answer = DEPARTMENT_DELEGATIONS.run(store, DEPARTMENT_DELEGATIONS.params(department="县住房和城乡建设局"))
    assert {(row.township, row.department) for row in answer.rows} == {
        ("石桥镇", "县住建局"),
        ("柳坪乡", "县住房和城乡建设局"),
    }


def test_a_name_that_only_clauses_print_is_found_and_follows_its_body(store: Store) -> None:
    """县经信委 heads clauses in one row only; the body is found by it, also after another list has moved the row's link."""
    (row,) = listed(SHIQIAO, "县经济信息委").duties
    row = row.model_copy(update={"other_names": {"县经信委": "县经济信息委"}})
    load_list(store, document("a"), duty_list(SHIQIAO, [row], ""))
    assert bodies(store) == {"县经济信息委": {"县经信委"}}
    load_list(store, document("b"), listed(LIUPING, "县经济信息和科技委", "县经济信息和科技委"))
    assert bodies(store) == {"县经济信息和科技委": {"县经济信息委", "县经信委"}}


def test_a_later_list_joins_what_stood_apart(store: Store) -> None:
    """Two old bureaus, until a list prints the bureau that took both over; both townships' links follow."""
    load_list(store, document("a"), listed(SHIQIAO, "县教育局", "县科技局"))
    assert set(bodies(store)) == {"县教育局", "县科技局"}
    load_list(store, document("b"), listed(LIUPING, "县教育和科技局", "县教育和科技局"))
    assert bodies(store) == {"县教育和科技局": {"县教育局", "县科技局"}}
    links = store.read("MATCH (b)-[w:WORKS_WITH]->(t) RETURN b.name AS body, t.name AS township, w.delegated AS rows")
    assert {(row["body"], row["township"], row["rows"]) for row in links} == {
        ("县教育和科技局", "石桥镇", 2),
        ("县教育和科技局", "柳坪乡", 2),
    }


def test_taking_the_evidence_away_parts_what_it_joined(store: Store) -> None:
    """The list that printed the joint name is corrected; the graph is what it would be had it never been printed."""
    load_list(store, document("a"), listed(SHIQIAO, "县教育局", "县科技局"), at=MONDAY)
    load_list(store, document("b"), listed(LIUPING, "县水利局"), at=MONDAY)
    before = _timeless(store)
    load_list(store, document("c"), listed(LIUPING, "县教育和科技局", "县教育和科技局"), at=MONDAY)
    assert set(bodies(store)) == {"县教育和科技局"}
    load_list(store, document("b"), listed(LIUPING, "县水利局"), at=MONDAY)
    assert _timeless(store) == before


def test_the_order_of_lists_changes_nothing(store: Store) -> None:
    """Files come in whatever order."""
    one = listed(SHIQIAO, "县住建局（县城管局）、县水利局", "县教育局、县水利局")
    other = listed(LIUPING, "县城管局", "县城管局", "县教育和科技局、县水务局", "县教育和科技局")
    load_list(store, document("a"), one, at=MONDAY)
    load_list(store, document("b"), other, at=MONDAY)
    forward = _timeless(store)
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    load_list(store, document("b"), other, at=MONDAY)
    load_list(store, document("a"), one, at=MONDAY)
    assert _timeless(store) == forward
    assert bodies(store) == {"县住建局": {"县城管局"}, "县水利局": {"县水务局"}, "县教育和科技局": {"县教育局"}}


def test_two_names_of_one_body_in_one_cell_are_one_link(store: Store) -> None:
    """The column prints the short and the full name; counted once, and both are kept."""
    load_list(store, document("a"), listed(SHIQIAO, "县住建局、县住房和城乡建设局"))
    (link,) = store.read("MATCH ()-[r:DELEGATES]->() RETURN r.printed AS printed, r.lead AS lead")
    assert link == {"printed": ["县住建局", "县住房和城乡建设局"], "lead": True}


def test_bodies_of_other_counties_stay_apart(store: Store) -> None:
    """Every county has a 县住建局."""
    elsewhere = SHIQIAO.model_copy(update={"county": "白水县"})
    load_list(store, document("a"), listed(SHIQIAO, "县住建局"))
    load_list(store, document("b"), listed(elsewhere, "县住房和城乡建设局"))
    assert len(BODIES.run(store, BODIES.params()).rows) == 2


def test_a_line_of_work_is_found_in_every_county_whatever_the_body_is_called(store: Store) -> None:
    """The water bureau is a combined bureau here, and in a county without one the duties tell who does its work."""
    elsewhere = SHIQIAO.model_copy(update={"county": "白水县"})
    load_list(store, document("a"), listed(SHIQIAO, "县农牧水利和科技局"))
    duties = [
        duty(elsewhere, "cooperative", n, name, departments=(_mention("县农业农村局"),))
        for n, name in enumerate(["落实河长制", "防汛抢险", "春耕备耕"], start=1)
    ]
    load_list(store, document("b"), duty_list(elsewhere, duties))
    answer = FUNCTION_DELEGATIONS.run(store, FUNCTION_DELEGATIONS.params(function="water"))
    assert {(row.county, row.department, row.method, row.score) for row in answer.rows} == {
        ("青禾县", "县农牧水利和科技局", "name", 1.0),
        ("白水县", "县农业农村局", "duties", 1.0),
    }
    evidence = store.read(
        "MATCH ()-[e:EXERCISES {method: 'duties'}]->(:Function {id: 'water'}) RETURN e.evidence AS rows"
    )
    assert evidence == [{"rows": ["落实河长制", "防汛抢险"]}]


def _timeless(store: Store) -> dict[str, Any]:
    """Return the whole graph but what tells its history: the dataset's version, which counts loads, and former ids."""
    graph = everything(store)
    graph["nodes"] = [node for node in graph["nodes"] if "'Dataset'" not in node and "'FormerId'" not in node]
    graph["links"] = [link for link in graph["links"] if "'NOW'" not in link]
    return graph


def former(store: Store) -> set[tuple[str, str]]:
    """Return {(id, name or title of what stands for it now)}."""
    rows = store.read("MATCH (f:FormerId)-[:NOW]->(n) RETURN f.id AS id, coalesce(n.name, n.title) AS now")
    return {(row["id"], row["now"]) for row in rows}


def body_id(store: Store, name: str) -> str:
    """Return the id of the department of this name."""
    return str(store.read("MATCH (d:Department {name: $name}) RETURN d.id AS id", {"name": name})[0]["id"])


def test_the_id_of_a_body_that_another_took_in_leads_there(store: Store) -> None:
    """A dispatcher's bookmark of 县城管局 must not end in nothing when a list says whose second plate it is."""
    load_list(store, document("a"), listed(SHIQIAO, "县城管局", "县水利局"), at=MONDAY)
    plate = body_id(store, "县城管局")
    assert former(store) == set()
    load_list(store, document("b"), listed(LIUPING, "县住建局（县城管局）", "县住建局"), at=MONDAY)
    assert former(store) == {(plate, "县住建局")}
    (found,) = FORMER_ID.run(store, FORMER_ID.params(id=plate)).rows
    assert (found.id, found.kind, found.at) == (body_id(store, "县住建局"), "Department", "2026-03-02T08:00:00Z")
    assert FORMER_ID.run(store, FORMER_ID.params(id=found.id)).rows == []
    load_list(store, document("c"), listed(LIUPING, "县教育局"), at=MONDAY)
    assert former(store) == set()
    assert body_id(store, "县城管局") == plate


def test_former_ids_follow_a_body_that_is_taken_in_itself(store: Store) -> None:
    """Two reforms one after the other: the oldest bookmark leads to the body of today."""
    load_list(store, document("a"), listed(SHIQIAO, "县城管局", "县水利局"), at=MONDAY)
    plate = body_id(store, "县城管局")
    load_list(store, document("b"), listed(LIUPING, "县住建局（县城管局）", "县住建局"), at=MONDAY)
    housing = body_id(store, "县住建局")
    word = BodyDecision(
        decision="same body",
        division="云岭省/南屏市/青禾县",
        names=("县水利局", "县住建局"),
        who="李四",
        when=date(2026, 3, 2),
        why="机构改革",
    )
    resolve_again(store, Decisions(bodies=(word,)), at=MONDAY)
    (kept,) = set(bodies(store)) & {"县住建局", "县水利局"}
    assert {now for _, now in former(store)} == {kept}
    assert plate in {key for key, _ in former(store)}
    resolve_again(store, NO_DECISIONS, at=MONDAY)
    assert former(store) == {(plate, "县住建局")}
    assert body_id(store, "县住建局") == housing


def test_a_persons_word_is_applied_without_reading_a_list_again(store: Store) -> None:
    """Same body, another body, does this work: at once, and still after the next load."""
    load_list(
        store,
        document("a"),
        listed(SHIQIAO, "县水利局", "县水利局", "县水旱灾害防御中心", "县住建局", "县住房和城乡建设局"),
    )
    decisions = Decisions(
        bodies=(
            _decided(BodyDecision, "same body", "县水利局", "县水旱灾害防御中心"),
            _decided(BodyDecision, "not same body", "县住建局", "县住房和城乡建设局"),
        ),
        functions=(
            _decided(FunctionDecision, "function", "县水利局", function="emergency"),
            _decided(FunctionDecision, "not function", "县住房和城乡建设局", function="housing-construction"),
        ),
    )
    assert resolve_again(store, decisions) == 1
    wanted = {"县水利局": {"县水旱灾害防御中心"}, "县住建局": set(), "县住房和城乡建设局": set()}
    assert bodies(store) == wanted
    load_list(store, document("b"), listed(LIUPING, "县水利局"), decisions=decisions)
    assert bodies(store) == wanted
    work = {row.name: [(f.slug, f.method) for f in row.functions] for row in BODIES.run(store, BODIES.params()).rows}
    assert work == {
        "县水利局": [("emergency", "decision"), ("water", "name")],
        "县住建局": [("housing-construction", "name")],
        "县住房和城乡建设局": [],
    }
    resolve_again(store, Decisions())
    assert bodies(store) == {"县水利局": set(), "县水旱灾害防御中心": set(), "县住房和城乡建设局": {"县住建局"}}


def _decided(kind: Any, word: str, *names: str, **more: str) -> Any:
    plain = {"division": "云岭省/南屏市/青禾县", "who": "李四", "when": "2026-11-22", "why": "县编办文件"}
    return kind.model_validate({"decision": word, "names": names, **plain, **more})
