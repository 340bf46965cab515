"""What the routes answer, on the three lists of :mod:`tests.api.lists`."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

import api
from api import answers
from graphkb.catalogue.rows import DelegationRow, DepartmentRow, DutyRow, TownshipDutyRow
from graphkb.settings import Settings
from tests.api.lists import PATROL, PROJECTS

pytestmark = pytest.mark.store


def test_the_catalogue_tells_the_whole_and_each_list(client: TestClient) -> None:
    """Whoever opens the page first asks what is in there."""
    found = answers.CatalogAnswer.model_validate(client.get("/v1/catalog").json())
    assert (found.dataset.lists, found.dataset.townships, found.dataset.duties) == (3, 3, PROJECTS + 9)
    assert {(row.township, row.edition, row.basic, row.cooperative, row.reclaimed) for row in found.rows} == {
        ("石桥镇", "2025-08", 2, 2, 2),
        ("柳坪乡", "2025-08", 0, 2, 0),
        ("临江镇", "undated", PROJECTS, 1, 0),
    }


def test_departments_are_found_by_part_of_a_name_or_plate(client: TestClient) -> None:
    """县水务局 is what the public calls 县水利局; both counties have one, and they are two bodies."""
    by_name = answers.Rows[DepartmentRow].model_validate(client.get("/v1/departments?text=水利").json())
    by_plate = answers.Rows[DepartmentRow].model_validate(client.get("/v1/departments?text=水务").json())
    assert [(row.name, row.division, row.delegated) for row in by_name.rows] == [
        ("县水利局", "云岭省/南屏市/青禾县", 3),
        ("县水利局", "云岭省/南屏市/白河县", 1),
    ]
    assert [row.id for row in by_plate.rows] == [by_name.rows[0].id]


def test_everything_a_department_delegates_with_role_and_lines(client: TestClient) -> None:
    """The question that the product exists for."""
    answer = client.get("/v1/departments/县水利局/delegations", params={"county": "青禾县"})
    found = answers.Rows[DelegationRow].model_validate(answer.json())
    assert [(row.township, row.name, row.first_line, row.last_line, row.lead) for row in found.rows] == [
        ("柳坪乡", "河道管护", 10, 11, True),
        ("石桥镇", "河道管护", 10, 11, True),
        ("石桥镇", "农村饮水安全", 20, 21, True),
    ]
    assert found.rows[0].role == [PATROL, "劝阻下河游泳的未成年人。"]
    assert (found.count, found.limit, found.truncated) == (3, 100, False)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("departments?division=白河县", ["县水利局"]),
        ("departments?function=water&division=青禾县", ["县水利局"]),
        ("departments?function=agriculture&division=白河县", []),
        ("catalog?division=青禾县", ["柳坪乡清单", "石桥镇清单"]),
        ("catalog?edition=2025-08&division=白河县", []),
        ("laws?section=cooperative&category=生态环保", ["青禾河保护条例"]),
        ("laws?section=basic", []),
        ("laws/青禾河保护条例/duties?function=water&category=生态环保", ["河道管护", "河道管护"]),
        ("laws/青禾河保护条例/duties?category=民生服务", []),
        ("quality?section=cooperative&kind=doubt", ["农村饮水安全"]),
        ("quality?section=basic", []),
        ("search?q=办理&kind=duty&section=reclaimed", ["办理流动人口婚育证明"]),
        ("townships/石桥镇/differences?function=water", ["农村饮水安全"]),
    ],
)
def test_lists_are_narrowed(client: TestClient, path: str, names: list[str]) -> None:
    """An office asks about its own county, its own line of work, and one part of the lists."""
    rows = client.get(f"/v1/{path}").json()["rows"]
    assert [row.get("name") or row.get("title") or row.get("matter") for row in rows] == names


def test_rows_that_cite_a_law_are_narrowed_to_a_matter(client: TestClient) -> None:
    """A law that half the rows cite: which of them are this one work?"""
    matters = {row["title"]: row["id"] for row in client.get("/v1/matters").json()["rows"]}
    path = "/v1/laws/青禾河保护条例/duties"
    assert client.get(path, params={"matter": matters["河道管护"]}).json()["total"] == 2
    assert client.get(path, params={"matter": matters["防汛抗旱"]}).json()["total"] == 0


@pytest.mark.parametrize("segment", ["县水务局", "id"])
def test_a_department_is_asked_for_by_plate_and_by_id(client: TestClient, segment: str) -> None:
    """Links carry ids, people type the plate on the door."""
    if segment == "id":
        segment = client.get("/v1/departments?text=水务").json()["rows"][0]["id"]
    rows = client.get(f"/v1/departments/{segment}/delegations").json()["rows"]
    assert [row["name"] for row in rows] == ["河道管护", "河道管护", "农村饮水安全"]


def test_a_duty_is_whole(client: TestClient) -> None:
    """Parties, clauses, role, law, and the text as printed, in one answer."""
    rows = client.get("/v1/townships/石桥镇/duties?section=cooperative").json()["rows"]
    duty = DutyRow.model_validate(client.get(f"/v1/duties/{rows[0]['duty_id']}").json())
    assert [(party.name, party.plates, party.lead) for party in duty.departments] == [
        ("县水利局", ["县水务局"], True),
        ("县农业农村局", [], False),
    ]
    assert [(clause.kind, clause.number) for clause in duty.responsibilities] == [
        ("responsibility", "1"),
        ("responsibility", "2"),
        ("responsibility", "1"),
        ("safeguard", "1"),
    ]
    assert [clause.text for clause in duty.role] == [PATROL, "劝阻下河游泳的未成年人。"]
    assert [(law.title, law.articles) for law in duty.laws] == [("青禾河保护条例", ["第八条"])]
    assert duty.printed.departments == "县水利局\n（县水务局）\n县农业农村局"
    assert (duty.document, duty.first_line, duty.last_line) == ("青禾县石桥镇清单.txt", 10, 11)


def test_the_same_work_of_other_townships(client: TestClient) -> None:
    """Before a duty is reworded, somebody looks how the neighbours have it."""
    rows = client.get("/v1/townships/石桥镇/duties?section=cooperative").json()["rows"]
    answer = client.get(f"/v1/duties/{rows[0]['duty_id']}/elsewhere").json()
    assert [(row["township"], row["section"], row["near"]) for row in answer["rows"]] == [
        ("柳坪乡", "cooperative", True)
    ]
    assert client.get("/v1/duties/duty-00000000000000000000/elsewhere").status_code == 404


def test_duties_of_a_township_by_section(client: TestClient) -> None:
    """A township's clerk looks for what is no longer theirs."""
    answer = client.get("/v1/townships/石桥镇/duties", params={"section": "reclaimed", "county": "青禾县"})
    found = answers.Rows[TownshipDutyRow].model_validate(answer.json())
    assert [(row.name, row.status, row.departments) for row in found.rows] == [
        ("出具房屋安全鉴定意见", "active", ["县住建局"]),
        ("办理流动人口婚育证明", "abolished", []),
    ]


def test_search_finds_words_of_clauses_and_of_names(client: TestClient) -> None:
    """People remember what has to be done (巡河) or what it is called (医保)."""
    by_clause = answers.SearchAnswer.model_validate(client.get("/v1/search?q=巡河&kind=duty").json())
    by_name = answers.SearchAnswer.model_validate(client.get("/v1/search?q=医保参保").json())
    assert {(row.place, row.match) for row in by_clause.rows} == {
        ("青禾县/石桥镇", "clause"),
        ("青禾县/柳坪乡", "clause"),
    }
    assert PATROL in by_clause.rows[0].why
    assert {(row.kind, row.name) for row in by_name.rows} == {
        ("duty", "办理医保参保登记"),
        ("matter", "办理医保参保登记"),
    }


def test_search_finds_things_of_all_kinds(client: TestClient) -> None:
    """One box: who types 水利 may want the bureau, the line of work, or the duties."""
    found = answers.SearchAnswer.model_validate(client.get("/v1/search?q=水利").json())
    assert {row.kind for row in found.rows} >= {"department", "function", "duty"}
    assert [row.score for row in found.rows] == sorted((row.score for row in found.rows), reverse=True)


@pytest.mark.parametrize(
    "q", ["县水利局 石桥镇", "水利局 石桥镇", "县水利局给石桥镇派了哪些事", "水利 石桥", "slj sqz"]
)
def test_a_department_and_a_township_in_one_text_are_told_by_what_stands_between_them(
    client: TestClient, q: str
) -> None:
    """What an official types first: 水利局 石桥镇 found nothing, since no name holds both."""
    found = answers.SearchAnswer.model_validate(client.get("/v1/search", params={"q": q}).json())
    typed = answers.SuggestAnswer.model_validate(client.get("/v1/suggest", params={"q": q}).json())
    assert {row.name for row in found.rows if row.kind in ("department", "township")} == {"县水利局", "石桥镇"}
    (pair,) = found.together
    assert (pair.department, pair.county, pair.township) == ("县水利局", "青禾县", "石桥镇")
    assert typed.together == [pair]
    path = f"/v1/departments/{pair.department_id}/delegations"
    rows = client.get(path, params={"division": pair.township_id}).json()["rows"]
    assert pair.delegated == len(rows) == 2


def test_a_township_that_a_department_hands_nothing_is_no_pair_of_it(client: TestClient) -> None:
    """Two names in a text do not belong together for that: 临江镇 lies in another county."""
    found = answers.SearchAnswer.model_validate(client.get("/v1/search?q=县住建局 临江镇").json())
    assert (found.together, {row.name for row in found.rows}) == ([], {"县住建局", "临江镇"})


def test_search_can_be_kept_to_a_division(client: TestClient) -> None:
    """A county's official does not want the neighbours' rows."""
    townships = client.get("/v1/suggest?q=石桥镇&kind=township").json()["rows"]
    found = answers.SearchAnswer.model_validate(
        client.get("/v1/search", params={"q": "巡河", "division": townships[0]["id"]}).json()
    )
    assert {row.place for row in found.rows if row.kind == "duty"} == {"青禾县/石桥镇"}
    assert client.get("/v1/search?q=巡河&division=div-00000000000000000000").status_code == 404


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("县水利局", "name"),
        ("水利局", "name"),
        ("縣水利局", "name"),
        ("县水务局", "other name"),
        ("shuiliju", "pinyin"),
        ("slj", "initials"),
        ("shui利局", "name"),
        ("水力局", "similar"),
        ("shiuliju", "similar"),
    ],
)
def test_a_name_is_suggested_however_it_is_typed(client: TestClient, typed: str, match: str) -> None:
    """Officials type pinyin, initials, half a name, or a homophone."""
    found = answers.SuggestAnswer.model_validate(client.get("/v1/suggest", params={"q": typed}).json())
    assert found.rows, typed
    assert (found.rows[0].kind, found.rows[0].name, found.rows[0].match) == ("department", "县水利局", match)


def test_a_kind_that_there_is_not_is_refused(client: TestClient) -> None:
    """A misspelt filter must not look like an empty answer."""
    assert client.get("/v1/suggest?q=水&kind=bodies").status_code == 422
    assert client.get("/v1/search?q=水&kind=bodies").status_code == 422


def test_a_task_is_matched_with_who_should_act(client: TestClient) -> None:
    """The explorer's box for people's own words."""
    found = answers.TaskAnswer.model_validate(
        client.get("/v1/tasks/match", params={"text": "河里有人倒垃圾，谁来管", "township": "石桥镇"}).json()
    )
    assert found.on_list
    assert (found.rows[0].name, found.rows[0].who) == ("河道管护", "县水利局牵头，石桥镇配合")
    assert client.get("/v1/tasks/match?text=路灯不亮").status_code == 422
    assert client.get("/v1/tasks/match?text=路灯不亮&township=无名镇").status_code == 404


@pytest.mark.parametrize("q", ['"', "a AND (", "*", "text:*", "\\", "！？"])
def test_search_survives_the_syntax_of_its_index(client: TestClient, q: str) -> None:
    """What a person pastes is never a syntax error of Lucene."""
    assert client.get("/v1/search", params={"q": q}).json()["count"] == 0


def test_an_answer_is_never_cut_silently(client: TestClient) -> None:
    """131 duties and 100 rows: the reader must see that there are more."""
    cut = client.get("/v1/townships/临江镇/duties").json()
    whole = client.get("/v1/townships/临江镇/duties?limit=131").json()
    assert (cut["count"], cut["limit"], cut["truncated"]) == (100, 100, True)
    assert (whole["count"], whole["limit"], whole["truncated"]) == (131, 131, False)


def test_a_server_with_a_lower_bound_says_which_limit_it_applied(loaded_settings: Settings) -> None:
    """An operator may set GRAPHKB_MAX_ANSWER_ROWS below what a client asks for."""
    app = api.create_app(loaded_settings.model_copy(update={"max_answer_rows": 50}))
    with TestClient(app, base_url="http://localhost") as client:
        answer = client.get("/v1/townships/临江镇/duties?limit=100").json()
    assert (answer["count"], answer["limit"], answer["truncated"]) == (50, 50, True)


@pytest.mark.parametrize(
    "path",
    ["/v1/departments?text=没有", "/v1/departments/没有/delegations", "/v1/townships/没有/duties", "/v1/search?q=没有"],
)
def test_names_that_nothing_bears_give_an_empty_list(client: TestClient, path: str) -> None:
    """Names are searched for, so none found is an answer; only an id that does not exist is a 404."""
    answer = client.get(path)
    assert (answer.status_code, answer.json()["rows"]) == (200, [])


def test_every_question_is_listed_with_what_it_takes_and_gives(client: TestClient) -> None:
    """A program, or an analyst, finds every question and its Cypher without reading our source."""
    found = answers.QueryInfos.model_validate(client.get("/v1/queries").json())
    infos = {info.name: info for info in found.rows}
    asked = infos["department_delegations"]
    assert (asked.title, asked.href) == ("部门交办事项", "/v1/queries/department_delegations")
    assert [(p.name, p.type, p.required, p.nullable, p.default) for p in asked.parameters] == [
        ("department", "string", True, False, None),
        ("county", "string", False, True, None),
        *((name, "string", False, True, None) for name in ("division", "category", "matter", "edition")),
        ("after", "string", False, False, ""),
        ("limit", "integer", False, False, 100),
    ]
    assert asked.cypher.startswith("// 部门交办事项 · ")
    assert asked.columns[0].name == "duty_id"


def test_a_question_by_name_answers_as_its_route_does(client: TestClient) -> None:
    """One definition of the question, two doors."""
    by_name = client.get("/v1/queries/department_delegations", params={"department": "县水利局", "limit": "2"}).json()
    by_route = client.get("/v1/departments/县水利局/delegations?limit=2").json()
    assert by_name == by_route
    assert (by_name["count"], by_name["truncated"]) == (2, True)


def test_a_question_without_limit_has_none_in_its_answer(client: TestClient) -> None:
    """A matter in full is one row; there is no limit that could cut it."""
    matter = client.get("/v1/matters?limit=1").json()["rows"][0]["id"]
    answer = client.get("/v1/queries/matter", params={"id": matter}).json()
    assert (answer["count"], answer["limit"], answer["truncated"]) == (1, None, False)


def test_readiness_tells_store_version_and_schema(client: TestClient) -> None:
    """Three loads make version 3; the full-text index answers."""
    ready = answers.Ready.model_validate(client.get("/readyz").json())
    assert (ready.status, ready.store, ready.dataset_version, ready.schema_applied) == ("ready", "embedded", 3, True)
