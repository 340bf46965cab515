"""A generated county, as large as real ones: for what must stay readable, and quick, with many rows.

Fictional, and the same at every run.
"""

from __future__ import annotations

from collections.abc import Iterator

from graphkb.ingest import load_list
from graphkb.records import DepartmentMention, Item, ListRecord, Place, ResponsibilityGroup
from graphkb.stores import Store, apply_schema
from tests.builders import document, duty, duty_list

CATEGORIES = (
    "党的建设", "经济发展", "民生服务", "平安法治", "乡村振兴", "社会管理", "社会保障", "自然资源",
    "生态环保", "城乡建设", "文化和旅游", "应急管理及消防", "综合政务",
)  # fmt: skip
_LINES = (
    "发展改革", "教育体育", "科技", "工业和信息化", "公安", "民政", "司法", "财政", "人力资源和社会保障", "自然资源",
    "生态环境", "住房和城乡建设", "交通运输", "水利", "农业农村", "商务", "文化和旅游", "卫生健康", "退役军人事务",
    "应急管理", "审计", "市场监督管理", "统计", "医疗保障", "林业和草原", "乡村建设", "信访", "机关事务", "气象",
    "税务", "邮政管理", "烟草专卖", "供销合作", "数据", "综合行政执法", "行政审批服务", "地震", "档案", "人民防空",
    "粮食和物资储备",
)  # fmt: skip
_OTHERS = (
    "县委办公室", "县委组织部", "县委宣传部", "县委统战部", "县委政法委", "县委社会工作部", "县委网信办", "县委编办",
    "县总工会", "团县委", "县妇联", "县残联", "县科协", "县红十字会", "县消防救援大队", "县供电公司", "县融媒体中心",
    "县疾控中心", "县文联", "其他有关单位",
)  # fmt: skip
DEPARTMENTS = tuple(
    DepartmentMention(name=name, named=name != "其他有关单位")
    for name in (*(f"县{line}局" for line in _LINES), *_OTHERS)
)
_SURNAMES = "清安永新东南西北上下大小金银玉石青白红黄龙凤鹤松柏梅兰竹菊云"
_WORK = ("巡查", "宣传", "登记", "核查", "管护", "排查")
_WHAT = (
    "农村道路", "集中供水", "山塘水库", "校外培训", "养老服务", "残疾补贴", "耕地保护", "林木采伐", "露天焚烧", "餐饮油烟",
    "燃气安全", "自建房屋", "电动车辆", "烟花爆竹", "特种设备", "食品摊贩", "文物古迹", "旅游民宿", "疫病防控", "惠农补贴",
)  # fmt: skip


def load_county(store: Store, townships: int = 30, cooperative: int = 99, reclaimed: int = 60) -> None:
    """Load the lists of one county, 60 bodies over ``townships`` townships, into an empty store."""
    apply_schema(store)
    for number in range(townships):
        load_list(
            store, document("0123456789abcdef"[number % 16], f"{number}.txt"), _list(number, cooperative, reclaimed)
        )


def _list(number: int, cooperative: int, reclaimed: int) -> ListRecord:
    place = Place(province="云岭省", prefecture="南屏市", county="长川县", township=f"{_SURNAMES[number]}溪镇")
    duties = [duty(place, "basic", 1, "落实“第一议题”学习制度", category=CATEGORIES[0])]
    for section, count in (("cooperative", cooperative), ("reclaimed", reclaimed)):
        for position in range(1, count + 1):
            # Every township lacks some rows of its neighbours, as real ones do.
            if (position * 7 + number * 3) % 11 == 0:
                continue
            bodies = tuple(_bodies(position, section))
            duties.append(
                duty(
                    place,
                    section,
                    position,
                    _WHAT[position % 20] + _WORK[position // 20 % 6] + ("执法" if section == "reclaimed" else ""),
                    category=CATEGORIES[position * 5 % 13],
                    departments=bodies,
                    responsibilities=(
                        ResponsibilityGroup(
                            departments=(bodies[0].name,), items=(Item(number="1", text="负责组织实施。"),)
                        ),
                    ),
                    role=(Item(number="1", text="发现问题及时上报。"),),
                )
            )
    return duty_list(place, duties, edition="2025-08")


def _bodies(position: int, section: str) -> Iterator[DepartmentMention]:
    """Yield one to four bodies; the first ones of the list stand in more rows than the last."""
    first = position * position // 7 % len(DEPARTMENTS)
    yield DEPARTMENTS[first if position % 3 else first // 3]
    if section == "cooperative":
        for step in range(1, 1 + position % 4):
            yield DEPARTMENTS[(first + 7 * step * step) % len(DEPARTMENTS)]
