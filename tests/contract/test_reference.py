"""What is documented is so: reference pages, links, commands of the README."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.main import get_command

import loaders
from graphkb.catalogue import QUESTIONS
from graphkb.check import Tally, reconcile
from graphkb.cli import app
from graphkb.vocabulary import RELATIONS
from tools import write_examples
from tools.browser_style import specific_labels
from tools.write_reference import REFERENCE, pages

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_reference_page_is_current(name: str) -> None:
    """Rewrite with: python -m tools.write_reference."""
    assert (REFERENCE / name).read_text("utf-8") == pages()[name]


def test_the_examples_of_the_api_are_current() -> None:
    """Rewrite with: python -m tools.write_examples."""
    assert write_examples.TARGET.read_text("utf-8") == write_examples.text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """A page was renamed."""
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_and_options_exist(page: Path) -> None:
    """A command or option was renamed, and the page still tells the old one."""
    commands = get_command(app).commands  # type: ignore[attr-defined]  # the root is a group
    blocks = "\n".join(re.findall(r"^```\n(.*?)^```", page.read_text("utf-8"), re.M | re.S))
    for line in re.findall(r"^(?:\S+=\S+ )*(?:\.venv/bin/)?graphkb (\w+.*)$", blocks, re.M):
        words = line.split("#")[0].split()
        command = commands[words[0]]
        options = {option for parameter in command.params for option in parameter.opts}
        used = {word.split("=")[0] for word in words[1:] if re.match(r"--?[a-z]", word)}
        assert used <= options, line
        if words[0] == "query" and len(words) > 1:
            assert words[1] in QUESTIONS, line


def test_the_check_reports_example_is_what_check_prints() -> None:
    """The page on checking shows the totals of a sample; figures change with the reader."""
    page = (ROOT / "docs" / "checking.md").read_text("utf-8")
    (example,) = re.findall(r"^```json\n(.*?)^```", page, re.M | re.S)
    tally = Tally()
    tally.add(reconcile(loaders.read_document(ROOT / "graphkb" / "samples" / "linting-beipo.txt")))
    assert tally.totals(failed=0).model_dump(mode="json") == json.loads(example)


def test_make_targets_of_the_readme_exist() -> None:
    """The README's two commands are the first thing a newcomer types."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"^make (\w+)", (ROOT / "README.md").read_text("utf-8"), re.M):
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_the_picture_of_the_schema_has_every_label_and_relation() -> None:
    """A label without a place told of lies in the last row, and is there all the same."""
    drawn = pages()["schema.svg"]
    assert [label for label in specific_labels() if f">{label} " not in drawn and f">{label}<" not in drawn] == []
    assert [relation.name for relation in RELATIONS if f"{relation.name}" not in drawn] == []
