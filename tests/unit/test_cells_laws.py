"""Citations."""

from __future__ import annotations

import pytest

from graphkb.records import Section
from loaders.cells.laws import read_laws
from tests.cell_rows import raw_row, read


def cited(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """Title and articles of each citation."""
    return [(law.title, law.articles) for law in read_laws(texts)]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("《河道管理条例》巡查", ()),
        ("《河道管理条例》第十二条巡查", ("第十二条",)),
        ("《河道管理条例》第十二条、第十三条第二款规定", ("第十二条", "第十三条第二款")),
        ("《河道管理条例》第十二条第一项、第二项、第四项情形", ("第十二条第一项、第二项、第四项",)),
        ("《河道管理条例》（2019年修订）第十二条和第二十条之一", ("第十二条", "第二十条之一")),
        ("《河道管理条例》第5条、第6条", ("第5条", "第6条")),
        ("《河道管理条例》第十二条第一款第（三）项、第十三条", ("第十二条第一款第（三）项", "第十三条")),
        ("《河道管理条例》第五、六条和第八条至第十条规定", ("第五、六条", "第八条至第十条")),
        ("《河道管理条例》（云岭省人民政府令第12号，2019年修正）第十二条", ("第十二条",)),
        ("《河道管理条例》第三章第十二条", ("第十二条",)),
        ("《河道管理条例》（以下简称《条例》）第三条，《条例》第五条", ("第三条", "第五条")),
        ("《河道管理条例》对第三条河", ()),
    ],
)
def test_articles_right_behind_the_title_belong_to_it(text: str, articles: tuple[str, ...]) -> None:
    """Paragraphs and items stay with their article."""
    assert cited(text) == [("河道管理条例", articles)]


@pytest.mark.parametrize(
    "title",
    [
        "水法",
        "河道管理办法（试行）",
        "关于加强巡河的通知",
        "关于治水的若干意见",
        "实施<水法>细则",
        "水土〈条例〉实施办法",
        "云岭省水利厅关于巡河标准的复函",
        "中国共产党章程",
        "总河长令",
        "巡河工作指导意见",
    ],
)
def test_laws_and_normative_documents_are_cited(title: str) -> None:
    """A title is told by its ending, whatever stands in brackets behind it."""
    assert cited(f"依照《{title}》巡查") == [(title, ())]


@pytest.mark.parametrize(
    "title",
    [
        *("取水许可证", "巡河登记表", "承诺书", "河道规划", "防汛预案", "巡河计划", "告知单", "物种名录", "巡河手册"),
        *("限期整改通知", "征地公告", "审查意见", "行政处罚决定", "保护令", "巡河工作法", "村民自治章程", "居民公约"),
    ],
)
def test_certificates_forms_and_plans_are_no_laws(title: str) -> None:
    """They stand in 《》 too."""
    assert cited(f"核发《{title}》。") == []


def test_nested_titles_are_part_of_the_outer_one() -> None:
    """《关于印发〈…〉的通知》, also with 《》 inside."""
    assert cited("《关于印发〈河道管理办法〉的通知》《关于印发《水库管理办法》的通知》") == [
        ("关于印发〈河道管理办法〉的通知", ()),
        ("关于印发《水库管理办法》的通知", ()),
    ]


def test_a_mark_without_its_partner_hides_no_other_title() -> None:
    """《 gets lost or doubled."""
    assert cited("《河道管理规定巡查，依照《水法》第三条；《水库条例》") == [("水法", ("第三条",)), ("水库条例", ())]


def test_all_cells_are_searched_and_each_title_comes_once() -> None:
    """Name, responsibilities and role cite the same law with different articles; pages and lines part titles."""
    row = raw_row(
        Section.COOPERATIVE,
        name="对《水法》第三条情形的巡查",
        departments="县水利局",
        responsibilities=["依照《水", "法》第五条查处。"],
        role="宣传《水 法》第三条、《河道 管理条例》。",
    )
    assert [(law.title, law.articles) for law in read(row).record.laws] == [
        ("水法", ("第三条", "第五条")),
        ("河道管理条例", ()),
    ]
