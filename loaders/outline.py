"""What stands outside the rows of a duty list: titles, section and category headings, counts, dates, page furniture.

Every function takes the text of one line (or of one table cell that stands alone in its row), tells whether it is such
a line, and returns what the line says, or ``None``. They look at one text only: where a line may stand is the layout
readers' affair. All work on the text without white space, because a published list puts blanks anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graphkb.records import Section

_UNWANTED = str.maketrans("０１２３４５６７８９", "0123456789", "\u200b\u200c\u200d\u2060\ufeff")
_ANY_UNWANTED = re.compile("[０-９\u200b-\u200d\u2060\ufeff]")
_CHINESE_DIGITS = {"〇": 0, "○": 0, "两": 2} | {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_NUMERAL = r"[零〇○一二两三四五六七八九十百]{1,7}"
_NUMBER = rf"(?:\d{{1,4}}|{_NUMERAL})"
# （12项）, (2项), 【共 3 项】, （5类86项）: the count of items, whatever is counted before it
_COUNT = (
    rf"[（(\[【〔](?:[^（()）\d]{{0,4}}{_NUMBER}(?:大?类|个?方面)[、，,]?)?"
    rf"(?:合计|总计|共计|共|计)?(?P<count>{_NUMBER})[项条件个]?"
    r"(?:[，,、；;][^（()）]{0,30})?[)）\]】〕]"
)
_CONTINUED = r"(?:[（(]?[续接][上]?[页表]?[)）]?)?"

_ABOVE = r"(?:上级|[县市区旗]级|[县市区旗]直)(?:有关|相关|职能)?(?:部门|机关|单位)?"
_TAKEN_BACK = r"(?:收回|上收)(?:(?:或者?|和|及|、)?[（(]?(?:上收|收回|取消|废止|停止)[)）]?)*"
_SECTION_WORDS = {
    Section.BASIC: r"基本履职(?:职责)?(?:事项)?|基本履行职责(?:事项)?|基本职责事项|基本(?:职责|事项)(?=清单)"
    r"|本级(?:履职|职责)(?:事项)?(?=清单)",
    Section.COOPERATIVE: r"(?:配合|协助)(?:上级)?(?:部门)?(?:履职|履行职责)(?:职责)?(?:事项)?|配合职责事项"
    r"|(?:配合|协助)(?:上级部门)?(?:职责|事项)(?=清单)",
    Section.RECLAIMED: rf"(?:由?(?:{_ABOVE})?(?:取消(?:或者?|和|及|、)?)?{_TAKEN_BACK}|由?{_ABOVE}(?:承接|承担))"
    r"的?(?:履职|职责|履行职责)?(?:事项)?",
}
_SECTION = re.compile(
    rf"^(?:附?[件表](?:\d|{_NUMERAL})*[:：]?)?(?:第{_NUMERAL}部分[:：、]?|(?P<sheet>第{_NUMERAL}[张个份](?:清单)?[:：、]?))?"
    r"(?P<ordinal>[（(]?[一二三123][)）]?[、.．]*)?(?P<place>[^。；;：:，,]{0,40}?)[《“]?(?:"
    + "|".join(f"(?P<{section.value}>{words})" for section, words in _SECTION_WORDS.items())
    + rf")(?P<list>清单|目录|一览表|表)?[》”]?(?:{_COUNT}|共?(?P<bare>\d{{1,4}})项)?{_CONTINUED}[:：]?$"
)
_SECTION_SIGN = re.compile("基本|本级|配合|协助|收回|上收|承接|承担")
"""What every section's name holds: a short look, for almost every line is asked about."""
_TITLE = re.compile(
    r"^(?:附件\d*[:：]?)?(?:关于)?(?:印发|公布|发布)?[《“]?(?P<first>\d{4}年)?度?(?P<place>[^。；;：:，,]{0,60}?)(?P<year>\d{4}年)?度?"
    r"(?:(?:全面)?(?:履行职责|履职|权责|权力(?:和|与)责任|职责)(?:事项)?[“]?(?:[三3][张个份大]?)?(?:清单|目录)|[“]?基本履职、?配合履职(?:、|和)?"
    r"(?:上级)?(?:部门)?收回[”]?(?:履职)?(?:事项)?[三3]?[张个份]?清单)(?:汇编)?[》”]?"
    rf"(?P<tail>[（(【][^（）()]{{1,20}}[)）】])?(?:[》”]?的(?:通知|公告|公示))?{_CONTINUED}$"
)
_CATEGORY = re.compile(
    rf"^(?:[（(](?P<bracketed>{_NUMERAL})[)）]|(?P<plain>{_NUMERAL})[、.．,，:：]|(?P<digits>\d{{1,2}})[、.．]"
    rf"|第(?P<part>{_NUMBER})(?:大?类|章|节|部分)[、.．，,:：]?|(?:事项)?(?:类别|分类|大类)(?P<kind>{_NUMBER})[、.．:：])?"
    rf"(?P<name>[^。；;：:？！?!\d（()）\[\]【】<>\t]{{2,24}}?)(?:{_COUNT}|共?(?P<bare>{_NUMBER})项)?{_CONTINUED}[:：]?$"
)
_LONE_COUNT = re.compile(rf"^(?:{_COUNT}|(?:合计|总计|共计|共|计)?[:：]?(?P<bare>{_NUMBER})项)$")
# 配合履职, 石桥镇-配合, 1.基本履职事项清单（石桥镇）: names of sheets are short, and may say the place on either side
_SHEET = re.compile(
    r"^(?:附[件表]|表|[Ss]heet)?[\d一二三()（）、.．:：_\-—－·]*(?P<place>[^\d。；;：:，,]{0,30}?)[()（）、.．:：_\-—－·]*"
    r"(?:(?P<basic>基本(?:履职|履行职责|职责)?(?:职责)?(?:事项)?)"
    r"|(?P<cooperative>(?:配合|协助)(?:上级部门)?(?:履职|履行职责|职责)?(?:职责)?(?:事项)?)"
    r"|(?P<reclaimed>由?(?:上级|[县市区旗]级)?(?:部门)?(?:收回|上收)(?:履职|履行职责|职责)?(?:事项)?))"
    rf"(?:清单|目录|一览表|表)?(?:{_COUNT})?(?:[_\-—－·（(]+(?P<after>[^\d()（）。；;：:，,]{{2,30}})[)）]?)?\d*$"
)
_DATE = re.compile(
    r"^[（(]?(?P<year>\d{4}|[二一][零〇○O0一二三四五六七八九]{3})(?:年|[-./])"
    rf"(?:(?P<month>\d{{1,2}}|{_NUMERAL})(?:月|[-./]|(?=[)）]?$))(?:(?P<day>\d{{1,2}}|{_NUMERAL})日?)?)?版?(?:印发|公布|发布|编制|修订|制)?[)）]?$"
)
_PAGE_NUMBER = re.compile(
    r"^(?:第?\d{1,4}页[，,、/]?[（(]?共\d{1,4}页[)）]?|第\d{1,4}页|第?[—–\-－―·~_|]+\d{1,4}[—–\-－―·~_|]+|\d{1,4}/\d{1,4}|[Pp]age\d{1,4}(?:of\d{1,4})?)$"
)
_RULE = re.compile(r"^[-—–―－─━=＝_＿|｜+:：~*]{2,}$")
_CONTENTS_ENTRY = re.compile(r"^(?:\d{1,2}[.．、…·]*)?(?P<head>.*?\D)[（(\-—]?\d{1,4}[)）\-—]?$")
_ATTACHMENT = re.compile(
    rf"^(?:附(?:件|表|录)?(?:\d{{1,2}}|{_NUMERAL})?(?:[-—－]\d{{1,2}})?|第{_NUMERAL}部分|[（(]?[续接]上?[页表][)）]?)[:：]?$"
)
_ORDINAL = re.compile(rf"^[（(]?(?P<value>{_NUMERAL})[)）]?[、.．]?$")
_BARE_CATEGORY = re.compile(r"^[\u4e00-\u9fff、]{2,14}$")
_ISSUER = re.compile(
    r"^[\u4e00-\u9fff]{2,30}(?:人民政府|委员会|办公室|街道办事处|党委|党工委)(?:[（(](?:盖章|公章|章)[)）])?(?:编印|编制|印发|编|制)?$"
)


@dataclass(frozen=True)
class SectionHeading:
    """基本履职事项清单 (86项): ``place`` is the printed text before the section's name, "" where there is none."""

    section: Section
    place: str
    declared: int | None


@dataclass(frozen=True)
class CategoryHeading:
    """二、生态环保（14项）: ``ordinal`` counts from 1, ``None`` where none is printed; the name has neither count."""

    ordinal: int | None
    name: str
    declared: int | None


@dataclass(frozen=True)
class Title:
    """青禾县白杨镇履行职责事项清单（2025年版）: the text before the title's words; the edition of its bracket or ""."""

    place: str
    edition: str
    text: str


@lru_cache(1024)  # texts: a line is asked about by all readers of outlines and headers, one after the other
def compact(text: str) -> str:
    """Return the text without white space and zero-width characters, full-width digits as ASCII ones."""
    joined = "".join(text.split())
    return joined.translate(_UNWANTED) if _ANY_UNWANTED.search(joined) else joined


def number_of(text: str) -> int:
    """Return the value of 1-999 written in digits or Chinese numerals (12, 十二, 一百零三); 0 for what is no number."""
    if text.isdecimal():
        return int(text)
    total = digit = 0
    for character in text:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _CHINESE_DIGITS.get(character, 0)
    return total + digit


def _count(match: re.Match[str]) -> int | None:
    printed = match["count"] or match["bare"]
    return number_of(printed) if printed else None


def section_heading(text: str) -> SectionHeading | None:
    """Return the section whose heading the whole text is, with or without ordinal, place, 清单 and count."""
    printed = compact(text)
    if not 4 <= len(printed) <= 80 or not _SECTION_SIGN.search(printed) or not (match := _SECTION.match(printed)):
        return None
    section = next(section for section in Section if match[section.value])
    words = match[section.value]
    if not (match["list"] or match["sheet"] or _count(match) is not None or words.endswith("事项")):
        return None  # 基本履职 or 收回 alone is a word of a sentence, too
    return SectionHeading(section, match["place"], _count(match))


def sheet_heading(name: str) -> SectionHeading | None:
    """Return the section that the name of a spreadsheet's sheet says, which is shorter than printed headings are."""
    match = _SHEET.match(compact(name))
    if match is None:
        return None
    section = next(section for section in Section if match[section.value])
    return SectionHeading(
        section, match["place"] or match["after"] or "", number_of(match["count"]) if match["count"] else None
    )


def title(text: str) -> Title | None:
    """Return the title that the whole text is (…履行职责事项清单), the place before it possibly on an earlier line."""
    printed = compact(text)
    if not 4 <= len(printed) <= 100 or not (match := _TITLE.match(printed)):
        return None
    return Title(match["place"], edition(match["tail"] or match["year"] or match["first"] or "") or "", printed)


def category_heading(text: str) -> CategoryHeading | None:
    """Return the category whose heading the whole text is: with a Chinese ordinal, a count, or both."""
    printed = compact(text)
    if not 3 <= len(printed) <= 48 or not (match := _CATEGORY.match(printed)):
        return None
    declared = _count(match)
    ordinal = match["bracketed"] or match["plain"] or match["part"] or match["kind"]
    if declared is None and not ordinal:
        return None
    name = match["name"]
    if declared is None and ("，" in name or len(name) > 14):
        return None
    digits = match["digits"]
    return CategoryHeading(number_of(ordinal or digits) if ordinal or digits else None, name, declared)


def category_of_row(ordinal: str, name: str) -> CategoryHeading | None:
    """Return the category whose heading a table row is, with the ordinal in the number's column (一, 党的建设)."""
    match = _ORDINAL.match(compact(ordinal))
    return category_heading(f"{match['value']}、{name}") if match else None


def bare_category(text: str) -> CategoryHeading | None:
    """Return the category that a short text names without ordinal and count; where it stands must show that it does."""
    printed = compact(text)
    return CategoryHeading(None, printed, None) if _BARE_CATEGORY.match(printed) else None


def lone_count(text: str) -> int | None:
    """Return the count that the whole text declares: (86项), 共86项."""
    match = _LONE_COUNT.match(compact(text))
    if match is None or "项" not in match[0]:
        return None
    return _count(match)


def edition(text: str) -> str | None:
    """Return the date that the whole text is (2025 年 8 月, 二〇二五年八月一日) as 2025-08, 2025-08-01."""
    match = _DATE.match(compact(text))
    if match is None:
        return None
    year = "".join(c if c.isdecimal() else str(_CHINESE_DIGITS.get(c, 0)) for c in match["year"])
    parts = [number_of(part) for part in (match["month"], match["day"]) if part]
    if not 1990 <= int(year) <= 2100 or (parts and not 1 <= parts[0] <= 12) or (parts[1:] and not 1 <= parts[1] <= 31):
        return None
    return "-".join([year, *(f"{part:02d}" for part in parts)])


def is_contents_title(text: str) -> bool:
    """Tell whether the text is the heading of a contents list (目 录)."""
    return compact(text) in {"目录", "目次", "总目录"}


def contents_entry(text: str) -> bool:
    """Tell whether the text is a heading followed by its page number: 1. 基本履职事项清单·····	1."""
    match = _CONTENTS_ENTRY.match(compact(text))
    if match is None:
        return False
    head = match["head"].rstrip(".．…·•・。、_-—⋯")
    return bool(section_heading(head) or title(head) or category_heading(head))


def is_page_number(text: str) -> bool:
    """Tell whether the text is a page number that nothing else can be: 第 53 页，共 69 页, - 12 -, 3/40."""
    return _PAGE_NUMBER.match(compact(text)) is not None


def is_rule(text: str) -> bool:
    """Tell whether the text is a drawn line (dashes, with tabs between them where a table was converted)."""
    return _RULE.match(compact(text)) is not None


def is_attachment(text: str) -> bool:
    """Tell whether the text marks a part or a page: 附件1, 第一部分, （续表）."""
    return _ATTACHMENT.match(compact(text)) is not None


def is_cover_line(text: str) -> bool:
    """Tell whether the text may be furniture of a cover: the mark of an appendix, the issuing body (青禾县委办公室)."""
    return is_attachment(text) or _ISSUER.match(compact(text)) is not None
