"""Three fictional lists: small, and every route has something to answer."""

from __future__ import annotations

from graphkb.ingest import load_list
from graphkb.records import (
    DepartmentMention,
    DutyRecord,
    Item,
    LawCitation,
    ListRecord,
    Place,
    ResponsibilityGroup,
)
from graphkb.stores import Store, apply_schema
from tests.builders import LIUPING, SHIQIAO, document, duty, duty_list

LINJIANG = Place(province="云岭省", prefecture="南屏市", county="白河县", township="临江镇")

PATROL = "组织村级河长每周巡河一次，发现倾倒垃圾、围垦河道的，当日上报。"
HOSTILE = "<b>网络</b>安全<img src=x onerror=alert(1)>"
"""A name that would be markup if a page did not escape it."""
PROJECTS = 130
"""Basic duties of 临江镇: more than a route returns where no limit is given."""

_WATER = DepartmentMention(name="县水利局", aliases=("县水务局",))
_FARMING = DepartmentMention(name="县农业农村局")


def load_lists(store: Store) -> None:
    """Load the three lists into an empty store."""
    apply_schema(store)
    load_list(store, document("a", "青禾县石桥镇清单.txt"), _shiqiao())
    load_list(store, document("b", "青禾县柳坪乡清单.txt"), _liuping())
    load_list(store, document("c", "白河县临江镇清单.txt"), _linjiang())


def _shiqiao() -> ListRecord:
    water_supply = duty(
        SHIQIAO,
        "cooperative",
        2,
        "农村饮水安全",
        category="乡村振兴",
        departments=(_WATER,),
        responsibilities=(_clauses("县水利局", "负责供水工程建设和水质监测。"),),
        role=(Item(number="1", text="排查管网漏损，登记缺水农户并报送名单。"),),
        printed={"name": "农村饮水\n安全", "departments": "县水\n利局"},
        doubts=("the department cell breaks inside a name",),
    )
    survey = duty(
        SHIQIAO,
        "reclaimed",
        1,
        "出具房屋安全鉴定意见",
        category="城乡建设",
        departments=(DepartmentMention(name="县住建局"),),
        method=(Item(number="", text="由县住建局委托有资质的机构鉴定。"),),
        printed={"name": "出具房屋安全鉴定意见", "method": "工作方式：由县住建局委托有资质的机构鉴定。"},
    )
    return duty_list(
        SHIQIAO,
        [
            duty(SHIQIAO, "basic", 1, "落实“第一议题”学习制度", category="党的建设"),
            duty(SHIQIAO, "basic", 2, "办理医保参保登记", category="民生服务", starred=True),
            _river(SHIQIAO),
            water_supply,
            survey,
            duty(SHIQIAO, "reclaimed", 2, "办理流动人口婚育证明", category="民生服务", status="abolished"),
        ],
        edition="2025-08",
    )


def _liuping() -> ListRecord:
    hostile = duty(
        LIUPING,
        "cooperative",
        2,
        HOSTILE,
        category="平安法治",
        departments=(DepartmentMention(name="县委网信办"), DepartmentMention(name="其他相关单位", named=False)),
        responsibilities=(_clauses("县委网信办", "负责处置<script>alert(1)</script>等有害信息。"),),
        role=(Item(number="1", text="发现有害信息及时上报。"),),
    )
    return duty_list(LIUPING, [_river(LIUPING), hostile], edition="2025-08")


def _linjiang() -> ListRecord:
    projects = [
        duty(LINJIANG, "basic", n, f"第{n}号产业项目的日常服务", category="经济发展") for n in range(1, PROJECTS + 1)
    ]
    flood = duty(
        LINJIANG,
        "cooperative",
        1,
        "防汛抗旱",
        category="应急管理",
        departments=(DepartmentMention(name="县水利局"),),
        role=(Item(number="1", text="储备沙袋，转移低洼处群众。"),),
    )
    return duty_list(LINJIANG, [*projects, flood])


def _river(place: Place) -> DutyRecord:
    return duty(
        place,
        "cooperative",
        1,
        "河道管护",
        departments=(_WATER, _FARMING),
        responsibilities=(
            _clauses("县水利局", "负责河道违法行为的调查和处理。", "对巡河人员开展业务培训。"),
            _clauses("县农业农村局", "负责查处在禁渔期捕捞的行为。"),
        ),
        safeguards=(Item(number="1", text="县水利局提供巡河设备。"),),
        role=(Item(number="1", text=PATROL), Item(number="2", text="劝阻下河游泳的未成年人。")),
        laws=(LawCitation(title="青禾河保护条例", articles=("第八条",)),),
        printed={
            "name": "河道管护",
            "departments": "县水利局\n（县水务局）\n县农业农村局",
            "responsibilities": "县水利局：\n1.负责河道违法行为的调查\n和处理。\n2.对巡河人员开展业务培训。\n"
            "县农业农村局：\n1.负责查处在禁渔期捕捞的行为。\n履职保障：\n1.县水利局提供巡河设备。",
            "role": f"1.{PATROL}\n2.劝阻下河游泳的\n未成年人。",
        },
    )


def _clauses(department: str, *texts: str) -> ResponsibilityGroup:
    items = tuple(Item(number=str(n), text=text) for n, text in enumerate(texts, start=1))
    return ResponsibilityGroup(departments=(department,), items=items)
