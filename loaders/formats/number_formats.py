"""A number in a cell → its characters as the sheet shows them: the format codes of spreadsheets (ECMA-376, 18.8.30).

Sheets store 45870 and show 2025年8月; they store 0.5 and show 50%. Codes that are rarer than that (fractions, powers,
scaling by thousands) fall back to the plain number, which loses no digit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

GENERAL = "General"
_CHINESE_DATES = {
    14: "yyyy/m/d", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
BUILTIN: Mapping[int, str] = BUILTIN_FORMATS | _CHINESE_DATES
"""Format codes by their numbers that no file spells out, as Office in Chinese has them (ECMA-376, 18.8.30, zh-cn)."""

_LAST_DAY = 2958466  # 10000-01-01, behind the last day that a sheet can show
_DIGITS_SHOWN = 11  # significant digits of a fraction without a format
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"])*')
_LITERAL = r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
_NUMBER_TOKEN = re.compile(rf"{_LITERAL}|\[[^\]]*\]|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)|(?P<other>.)", re.S)
_DATE_TOKEN = re.compile(
    rf"{_LITERAL}|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]|(?P<half>AM/PM|A/P|上午/下午)"
    r"|(?P<part>y+|m+|d+|a{3,4}|h+|s+(?:\.0+)?)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_WEEKDAYS = "一二三四五六日"
_PLAIN_OTHERS = frozenset("E/?@")


def shown(value: float, code: str = GENERAL, *, from_1904: bool = False) -> str:
    """Return the number as its cell shows it. Days are counted from 1899-12-30, or from 1904-01-01 where told."""
    if is_date_format(code):
        return _shown_date(value, code, from_1904=from_1904)
    sections = [section for section in _SECTION.findall(code) if section] or [GENERAL]
    chosen = sections[1] if value < 0 and len(sections) > 1 else sections[0]
    if value == 0 and len(sections) > 2:
        chosen = sections[2]
    minus = "-" if value < 0 and chosen is sections[0] else ""
    text = _shown_number(abs(value), chosen)
    return plain(value) if text is None else minus + text


def plain(value: float) -> str:
    """Return the number without a format: a whole one with all its digits, another with those that a cell has room for."""
    if value == int(value):
        return str(int(value))
    return format(Decimal(f"{value:.{_DIGITS_SHOWN - 1}g}"), "f")


def _shown_number(value: float, section: str) -> str | None:
    """Return the amount in one section of a code, ``None`` where the code is none of those that are understood."""
    if GENERAL.lower() in section.lower():
        before, _, after = section.lower().partition(GENERAL.lower())
        return _literals(before) + plain(value) + _literals(after)
    tokens = list(_NUMBER_TOKEN.finditer(section))
    runs = [token for token in tokens if token["digits"]]
    if len(runs) != 1 or runs[0]["digits"].endswith(",") or any(token["other"] in _PLAIN_OTHERS for token in tokens):
        return None
    percents = sum(token["other"] == "%" for token in tokens)
    amount = _digits(value * 100**percents, runs[0]["digits"])
    return "".join(amount if token["digits"] else _literal(token) for token in tokens).strip()


def _digits(value: float, pattern: str) -> str:
    """Return the digits that a run of places (#,##0.0#) shows."""
    whole, _, fraction = pattern.partition(".")
    try:
        rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    except InvalidOperation:
        return plain(value)
    digits, _, decimals = format(rounded, "f").partition(".")
    needed = len(re.sub("[^0]", "", whole))
    digits = (digits if digits != "0" or needed else "").zfill(needed)
    if "," in whole:
        digits = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", digits)
    kept = len(fraction.rstrip("#?"))
    decimals = decimals[:kept] + decimals[kept:].rstrip("0")
    return f"{digits}.{decimals}" if decimals else digits


def _literals(text: str) -> str:
    return "".join(map(_literal, _NUMBER_TOKEN.finditer(text)))


def _literal(token: re.Match[str]) -> str:
    """Return the characters that a code prints as they are."""
    return token["quoted"] or token["escaped"] or token["currency"] or token["other"] or ""


def _shown_date(value: float, code: str, *, from_1904: bool) -> str:
    if not 0 <= value < _LAST_DAY:
        return plain(value)
    moment = from_excel(value, MAC_EPOCH if from_1904 else WINDOWS_EPOCH)
    if isinstance(moment, time):
        moment = datetime.combine(WINDOWS_EPOCH, moment)
    section = next(iter(_SECTION.findall(code)))
    tokens = list(_DATE_TOKEN.finditer(section))
    halves = any(token["half"] for token in tokens)
    shown_parts = []
    for index, token in enumerate(tokens):
        if token["part"]:
            shown_parts.append(_date_part(moment, token["part"].lower(), _is_minute(tokens, index), halves=halves))
        elif token["half"]:
            shown_parts.append(_half(moment, token["half"]))
        elif token["elapsed"]:
            shown_parts.append(_elapsed(value, token["elapsed"].lower()))
        else:
            shown_parts.append("" if token["other"] == "@" else _literal(token))
    return "".join(shown_parts).strip()


def _is_minute(tokens: list[re.Match[str]], index: int) -> bool:
    """Tell whether an m is a minute: the part before it an hour, or the part after it seconds."""
    kinds = [(position, (token["part"] or token["elapsed"] or "").lower()) for position, token in enumerate(tokens)]
    before = [kind for position, kind in kinds if kind and position < index]
    after = [kind for position, kind in kinds if kind and position > index]
    return before[-1:] in (["h"], ["hh"]) or (bool(after) and after[0].startswith("s"))


def _date_part(moment: datetime, part: str, minute: bool, *, halves: bool) -> str:
    """Return a year, month, day, weekday, hour, minute or second in as many places as the code has letters."""
    letter, places = part[0], len(part)
    if letter == "y":
        return f"{moment.year:04d}" if places > 2 else f"{moment.year % 100:02d}"
    if letter == "a" or (letter == "d" and places > 2):
        weekday = _WEEKDAYS[moment.weekday()]
        return weekday if part == "aaa" else f"星期{weekday}"
    if letter == "s":
        _, dot, zeros = part.partition(".")
        fraction = f"{moment.microsecond:06d}"[: len(zeros)]
        return f"{moment.second:0{2 if part.startswith('ss') else 1}d}{dot}{fraction}"
    hour = (moment.hour % 12 or 12) if halves else moment.hour
    number = {"d": moment.day, "h": hour, "m": moment.minute if minute else moment.month}[letter]
    return f"{number:0{2 if places == 2 else 1}d}"


def _half(moment: datetime, printed: str) -> str:
    morning, _, afternoon = printed.partition("/")
    return morning if moment.hour < 12 else afternoon


def _elapsed(value: float, unit: str) -> str:
    seconds = round(timedelta(days=value).total_seconds())
    return f"{seconds // {'h': 3600, 'm': 60, 's': 1}[unit[0]]:0{len(unit)}d}"
