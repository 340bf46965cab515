"""What the Neo4j Browser imports is made of the questions, and current."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

import graphkb.catalogue.pictures as pictures_module
from graphkb.catalogue import QUESTIONS
from graphkb.catalogue.pictures import MOST_NODES, current_text, literals, pictures
from graphkb.cypher_files import ContractError, statement_names, with_literals
from graphkb.vocabulary import RELATIONS
from tools.browser_style import NODE_STYLES, RELATION_NAMES, specific_labels, style_sheet
from tools.write_browser_kit import KIT, files_of_kit, saved_queries

FIGURES = {
    "county_summary",
    "functions",
    "laws",
    "list",
    "quality",
    "township_summary",
    "vague_verbs",
    "vague_verbs_by_department",
}
"""Questions that count: there is no path to draw between figures."""


def test_every_question_has_a_picture_unless_it_counts() -> None:
    """Who adds a question draws it in cypher/paths, or has figures for an answer."""
    assert sorted([*pictures(), *FIGURES]) == sorted(QUESTIONS)


@pytest.mark.parametrize("name", sorted(files_of_kit()))
def test_a_file_of_the_kit_is_current(name: str) -> None:
    """Rewrite with: python -m tools.write_browser_kit."""
    assert (KIT / name).read_bytes() == files_of_kit()[name]


def test_the_kit_has_no_other_files() -> None:
    """A file that is no longer written stays behind and grows old."""
    assert {path.name for path in KIT.iterdir()} == set(files_of_kit())


@pytest.mark.parametrize("name", statement_names("paths"))
def test_a_picture_writes_nothing_and_finds_what_its_question_finds(name: str) -> None:
    """A filter was added to a question, and its picture went on showing rows that the table no longer has."""
    picture = pictures()[name]
    assert current_text(picture.query, picture.text) == picture.text
    body = re.sub(r"//[^\n]*", "", picture.text)
    assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|FOREACH|elementId)\b", body, re.I)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("LIMIT 100\n", "LIMIT 101\n"), f"at most {MOST_NODES} nodes"),
        (("RETURN p AS p", "RETURN b AS b"), "must end in RETURN p AS p"),
        (("MATCH p = (b)", "MATCH p = (b {id: $nobody})"), r"has no parameters \['nobody'\]"),
        (("d.id + ' ' + b.id", "d.id"), "begins otherwise than questions/department_delegations"),
        (("部门交办事项", "部门事项"), "begins otherwise than questions/department_delegations"),
    ],
)
def test_a_picture_that_differs_from_its_question_is_refused(
    change: tuple[str, str], fault: str, tmp_path: Path
) -> None:
    """A picture that the Browser cuts, or that shows something else than its title says."""
    text = pictures()["department_delegations"].text.replace(*change)
    (tmp_path / "paths").mkdir()
    (tmp_path / "paths" / "department_delegations.cypher").write_text(text, "utf-8")
    with patch.object(pictures_module, "files", lambda package: tmp_path), pytest.raises(ContractError, match=fault):
        pictures_module._read(QUESTIONS["department_delegations"])


def test_a_changed_question_is_copied_into_its_picture() -> None:
    """The tool brings the picture in line, and leaves what it shows as it was."""
    picture = pictures()["department_delegations"]
    text = picture.query.file.text.replace("{current: true}", "{current: true, status: 'active'}")
    changed = replace(picture.query.file, text=text)
    with patch.object(picture.query, "file", changed):
        assert current_text(picture.query, picture.text) == picture.text.replace(
            "{current: true}", "{current: true, status: 'active'}"
        )


def test_literals_go_where_parameters_stood_and_nowhere_else() -> None:
    """A dollar in a comment or in a string is text."""
    statement = "// of $name\nMATCH (n {name: $name, price: '$name'}) RETURN n LIMIT $limit"
    assert with_literals(statement, {"name": "'县水利局'", "limit": "20"}) == (
        "// of $name\nMATCH (n {name: '县水利局', price: '$name'}) RETURN n LIMIT 20"
    )


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_an_example_gives_every_parameter_a_value(name: str) -> None:
    """A saved query with a parameter left in it fails at the first click."""
    assert set(literals(QUESTIONS[name])) == {f.name for f in QUESTIONS[name].file.parameters}


def test_a_saved_query_runs_as_it_is_and_begins_with_its_title() -> None:
    """The classic Browser names a favourite by its first comment; neither Browser asks for a parameter."""
    saved = saved_queries()
    assert len({query.title for query in saved}) == len(saved) == len(QUESTIONS) + len(pictures())
    for query in saved:
        assert query.text.startswith(f"// {query.title}\n")
        assert "$" not in re.sub(r"//[^\n]*", "", query.text)


def test_the_table_is_what_the_newer_browser_exports() -> None:
    """Its import knows these columns, folders as rows, and a parent by its id (seen in files that users exported in 2025)."""
    rows = list(csv.DictReader(io.StringIO((KIT / "saved-cypher.csv").read_text("utf-8"))))
    assert list(rows[0]) == ["name", "description", "query", "id", "parentId", "isFolder"]
    assert [row["id"] for row in rows] == [str(number) for number in range(len(rows))]
    assert [(row["name"], row["isFolder"]) for row in rows[:2]] == [
        ("乡镇事项清单·图", "true"),
        ("乡镇事项清单·表", "true"),
    ]
    saved = [(row["name"], row["query"], row["parentId"]) for row in rows[2:]]
    assert saved == [(q.title, q.text, {"pictures": "0", "tables": "1"}[q.folder]) for q in saved_queries()]


def test_the_archive_has_a_folder_of_pictures_and_one_of_tables() -> None:
    """The classic Browser makes a folder of favourites of each folder in the archive."""
    with zipfile.ZipFile(KIT / "saved-cypher.zip") as archive:
        names = archive.namelist()
        assert archive.read("乡镇事项清单·图/duty.cypher").decode().startswith("// 事项详情(图) · One duty in full\n")
    assert {name.split("/")[0] for name in names} == {"乡镇事项清单·图", "乡镇事项清单·表"}
    assert len(names) == len(QUESTIONS) + len(pictures())


def test_the_style_sheet_uses_four_properties_and_no_label_twice() -> None:
    """What a user can choose by hand in both Browsers; of two rules for a label the first would win."""
    rules = re.findall(r"^([\w.]+) \{\n(.*?)^\}", style_sheet(), re.M | re.S)
    assert {line.split(":")[0].strip() for _, body in rules for line in body.splitlines()} == {
        "caption",
        "color",
        "diameter",
        "shaft-width",
    }
    selectors = [selector for selector, _ in rules]
    assert selectors == ["node", "relationship", *(f"node.{label}" for label in specific_labels())] + [
        f"relationship.{relation.name}" for relation in RELATIONS
    ]
    assert len({style.color for style in NODE_STYLES.values()}) == len(NODE_STYLES)


def test_styles_are_of_labels_and_relations_that_there_are() -> None:
    """A label was renamed, and its colour stayed with the old name."""
    assert set(NODE_STYLES) <= set(specific_labels())
    assert set(RELATION_NAMES) <= {relation.name for relation in RELATIONS}


def test_the_guide_has_a_slide_for_every_picture() -> None:
    """Its slides are all that the classic Browser shows of it; scripts would be thrown away."""
    guide = (KIT / "guide.html").read_text("utf-8")
    assert guide.count("<slide>") == len(pictures()) + 1
    assert guide.count('<pre class="code runnable">') == len(pictures())
    assert "<script" not in guide
    adoc = (KIT / "guide.adoc").read_text("utf-8")
    assert adoc.count("[source,cypher]") == len(pictures())
