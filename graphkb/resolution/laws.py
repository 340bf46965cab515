"""Printed titles → laws: which titles mean one law, and of what rank it is.

Ranks follow the Legislation Law (中华人民共和国立法法): laws of the National People's Congress, administrative regulations
of the State Council, local regulations, rules of ministries and local governments; everything else that binds is a document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

LawLevel = Literal["law", "regulation", "local regulation", "rule", "document"]

_REPUBLIC = "中华人民共和国"
_EDITION = re.compile(
    r"[（(【\[〔](?:\d{4}年?)?(?:最新)?(?:修订|修正|修改|修订版|修正版|年版|版|年)?(?:草案)?[）)】\]〕]$"
    r"|[（(]\d{4}年[^（）()]{0,8}(?:修订|修正)[）)]$"
)
_QUOTES = str.maketrans("", "", "《》〈〉<>‹›«»“”\"' \u3000\t\n")
_NO_WORD = re.compile(r"[\s\W_]+")
_PLACE = re.compile(r"^.{1,12}?(?:省|自治区|市|自治州|州|盟|自治县|县|区|旗)(?![域划])")
_LAW = re.compile(r"(?:法|法典|刑法修正案.*|宪法)$")
_RULE = re.compile(r"(?:办法|规定|细则|规则|规程)$")
_TRIAL = re.compile(r"[（(](?:试行|暂行)[）)]$")
_PARTY = re.compile(r"^(?:中国共产党|中共|党)")
_ISSUED = re.compile(r"^.{2,20}关于|的(?:通知|意见|决定|批复|函)$")


@dataclass(frozen=True)
class LawTitle:
    """A law by its title without 中华人民共和国, quotes and edition; ``key`` is the same for all forms of the title."""

    title: str
    key: str
    level: LawLevel


def read_title(printed: str) -> LawTitle:
    """Return the law that a printed title means; one on trial (试行) is another than the one that followed it."""
    title = _EDITION.sub("", printed.translate(_QUOTES)).replace(_REPUBLIC, "")
    return LawTitle(title or printed, _NO_WORD.sub("", title or printed), _level(title))


def _level(title: str) -> LawLevel:
    ranked = _TRIAL.sub("", title)
    if _ISSUED.search(ranked):
        return "document"
    if _LAW.search(ranked) and not _RULE.search(ranked):
        return "law"
    local = _PLACE.match(ranked) is not None
    if ranked.endswith("条例") and not _PARTY.match(ranked) and not ranked.startswith("党政"):
        return "local regulation" if local else "regulation"
    if _RULE.search(ranked) and not _PARTY.match(ranked) and not ranked.startswith("党政"):
        return "rule"
    return "document"
