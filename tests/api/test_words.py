"""The page's texts: every Chinese text of its code has its English, and every question its sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import api
from graphkb.catalogue import QUESTIONS

APP = Path(api.__file__).parent / "static" / "app"
DICTIONARIES = ("words.js", "catalogue.js")
CODE = sorted(path for path in APP.glob("*.js") if path.name not in DICTIONARIES)

_COMMENT = re.compile(r"/\*.*?\*/|(?:^|(?<=\s))//[^\n]*", re.DOTALL)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_KEY = re.compile(r"^\s*([\u4e00-\u9fff]+):", re.MULTILINE)


def texts(path: Path) -> set[str]:
    """The Chinese texts of a file's code; single characters are the badges' signs, which have letters of their own."""
    code = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    found = {*_STRING.findall(code), *_KEY.findall(code)}
    return {text for text in found if _CHINESE.search(text) and len(text) > 1}


def entries(name: str) -> set[str]:
    """The keys of a dictionary's lines, two spaces deep."""
    text = (APP / name).read_text(encoding="utf-8")
    return {quoted or plain for quoted, plain in re.findall(r'^  (?:"((?:[^"\\]|\\.)+)"|([\w]+)):', text, re.MULTILINE)}


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_every_text_has_its_english(path: Path) -> None:
    """A text that is not in the dictionary would stay Chinese on the English page."""
    assert texts(path) - entries("words.js") == set()


def test_no_english_is_left_over() -> None:
    """The dictionary would grow with what nobody says any more."""
    assert entries("words.js") - set().union(*map(texts, CODE)) == set()


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_no_text_is_put_together_in_a_template(path: Path) -> None:
    """Word order differs between languages: a text is one string with {names} in it."""
    code = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    templates = (re.sub(r"\$\{[^}]*\}", "", text) for text in re.findall(r"`([^`]*)`", code))
    assert [text for text in templates if len(_CHINESE.findall(text)) > 1] == []


def topics() -> set[str]:
    """The questions that the topics of questions.js name."""
    text = (APP / "questions.js").read_text(encoding="utf-8")
    found = re.search(r"const TOPICS = [^;]*;", text)
    assert found
    return set(re.findall(r'"(\w+)"', found[0]))


def test_every_question_has_its_place_and_its_sentence() -> None:
    """A new question goes into a topic of questions.js, with a sentence in catalogue.js."""
    assert topics() == QUESTIONS.keys()
    assert QUESTIONS.keys() - entries("catalogue.js") == set()
