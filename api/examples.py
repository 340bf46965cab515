"""Example answers for the OpenAPI document, of fictional counties, made by the models that they are examples of."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from api.answers import (
    CatalogAnswer,
    QueryAnswer,
    Ready,
    SearchAnswer,
    SuggestAnswer,
    TaskAnswer,
)
from api.documents import DocumentInfo, LoadProgress
from api.intake import ListReport
from graphkb.catalogue import EditionChanges
from graphkb.catalogue.rows import (
    DatasetRow,
    ListRow,
    WorkingTogetherRow,
)
from graphkb.check import CheckReport, Shares
from graphkb.records import Characters, DocumentRecord, Place, Section
from graphkb.resolution.changes import Change, ListedDuty, Words
from graphkb.search.match import MatchHit
from graphkb.search.suggest import FoundRow

ROWS: dict[str, dict[str, Any]] = json.loads((files("api") / "example_rows.json").read_text("utf-8"))
"""Question → a row of its answer on the samples (python -m tools.write_examples)."""

_NEXT = "WyI0YjE4ZTdhMCIsICJcdTRlOTFcdTVjYmEiXQ"
_DOCUMENT = "青禾县石桥镇履行职责事项清单.txt"
_SHA256 = "5f0c7b1e" * 8
_LOADED = "2026-03-02T08:15:00Z"
_ROLE = "组织村级河长巡河，发现围垦河道、倾倒垃圾等情况及时上报。"
_WORK = "负责河道管理范围内违法行为的调查和处理。"

_ROW = ListedDuty(
    id="duty-0123456789abcdef0123",
    section=Section.COOPERATIVE,
    category="生态环保",
    number="31",
    name="河道采砂管理",
    departments=("dept-0123456789abcdef0123",),
    printed=("县水利局",),
    clauses=(_WORK, _ROLE),
    matters=("matter-0123456789abcdef0123",),
    first_line=212,
    last_line=226,
    content="0123456789abcdef0123456789abcdef",
)

CHANGES = EditionChanges(
    county="青禾县",
    township="石桥镇",
    old="2025-08",
    new="2026-05",
    changes=(
        Change(
            kinds=("reworded",),
            old=_ROW,
            new=_ROW.model_copy(update={"name": "河道非法采砂管理"}),
            words=(
                Words(text="河道", only="both"),
                Words(text="非法", only="new"),
                Words(text="采砂管理", only="both"),
            ),
        ),
    ),
)

_BODY = FoundRow(
    kind="department",
    id="dept-0123456789abcdef0123",
    name="县水利局",
    place="云岭省/澜川市/青禾县",
    section=None,
    why=["名称相符"],
    score=0.9,
    match="name",
)

_TOGETHER = WorkingTogetherRow(
    department_id="dept-0123456789abcdef0123",
    department="县水利局",
    township_id="div-0123456789abcdef0123",
    township="石桥镇",
    county="青禾县",
    delegated=3,
    taken_back=1,
)

SEARCH = SearchAnswer(
    together=[_TOGETHER],
    rows=[
        _BODY,
        FoundRow(
            kind="duty",
            id="duty-0123456789abcdef0123",
            name="河道管护",
            place="青禾县/石桥镇",
            section="cooperative",
            why=["负责水利工程的巡查。"],
            score=0.6,
            match="clause",
        ),
    ],
    count=2,
    total=2,
    limit=100,
    truncated=False,
    next=None,
)

SUGGEST = SuggestAnswer(
    together=[_TOGETHER],
    rows=[_BODY],
    count=1,
    total=1,
    limit=10,
    truncated=False,
    next=None,
    version=4,
    stale=False,
    complete=True,
)

TASK = TaskAnswer(
    on_list=True,
    says="清单内：“河道管护”，县水利局牵头，石桥镇配合",
    rows=[
        MatchHit(
            section="cooperative",
            number="31",
            name="河道管护",
            category="生态环保",
            departments=["县水利局", "县农业农村局"],
            score=0.46,
            why="事项名含“河道”；乡镇职责提到“围垦河道”；涉及部门：县水利局、县农业农村局",
            position=31,
            duty_id="duty-0123456789abcdef0123",
            county="青禾县",
            township="石桥镇",
            township_id="div-0123456789abcdef0123",
            status="active",
            fits=True,
            who="县水利局牵头，石桥镇配合",
            role=[_ROLE],
        )
    ],
    count=1,
    limit=1,
    truncated=True,
    townships=1,
)

CATALOG = CatalogAnswer(
    dataset=DatasetRow(
        version=4, loaded_at=_LOADED, lists=4, townships=3, duties=906, departments=58, matters_provisional=False
    ),
    rows=[ListRow.model_validate(ROWS["list_catalogue"])],
    count=1,
    total=4,
    limit=1,
    truncated=True,
    next=_NEXT,
)

QUERY = QueryAnswer(rows=[ROWS["department_delegations"]], count=1, total=14, limit=1, truncated=True, next=_NEXT)

READY = Ready(status="ready", store="embedded", dataset_version=4, schema_applied=True)

_PLACE = Place(province="云岭省", prefecture="澜川市", county="青禾县", township="石桥镇")

DOCUMENT = DocumentInfo(
    id="Zk3v0c7mQ1yTn8bRj5wXaL2e",
    name=_DOCUMENT,
    sha256=_SHA256,
    size=48_213,
    state="read",
    sent_at=_LOADED,
    kept_until="2026-03-02T09:15:00Z",
    loadable=True,
    fault=None,
    plan=(
        ListReport(
            list_id="list-0123456789abcdef0123",
            place=_PLACE,
            edition="2025-08",
            document=_DOCUMENT,
            status="loaded",
            inferred=(),
            unknown=("province", "prefecture", "county", "township"),
            added=3,
            updated=1,
            unchanged=298,
            retired=2,
        ),
    ),
    loaded=(),
    progress=LoadProgress(lists=1, lists_done=0, duties=302, duties_done=0),
    report=CheckReport(
        document=DocumentRecord(
            sha256=_SHA256,
            name=_DOCUMENT,
            size=48_213,
            format="text",
            encoding="utf-8",
            title="青禾县石桥镇履行职责事项清单",
        ),
        lists=(),
        leftovers=(),
        furniture=(),
        characters=Characters(in_rows=15_600, furniture=300, leftover=0),
        shares=Shares(in_rows=98.11, furniture=1.89, leftover=0),
        notes=(),
        disagreements=0,
    ),
)
