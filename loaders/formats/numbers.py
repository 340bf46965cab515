"""Numbers as lists print them: the formats of automatic numbering of Word and of web pages."""

from __future__ import annotations

import re

_NUMERALS = "一二三四五六七八九十百"
_OWN_NUMBER = re.compile(
    rf"^\s*(?:[（(]?(?:\d{{1,3}}|[{_NUMERALS}]{{1,4}})\s*[.．、)）]|第[{_NUMERALS}\d]{{1,4}}[条项章节款]|[①-⑳⑴-⒛])"
)
_HAN = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ENCLOSED = {  # the first character of each, and how many there are
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}


def has_number(text: str) -> bool:
    """Tell whether a text begins with a number of its own (1. 2、（三） 四、), so that no automatic one is shown twice."""
    return _OWN_NUMBER.match(text) is not None


def number_text(number: int, style: str) -> str:
    """Return a number in a format that is named as in Word (ST_NumberFormat, ECMA-376 part 1, 17.18.59).

    What has no sign in the format (0 in letters, 21 in a circle), and formats that are not known, are decimal.
    """
    if number < 1:
        return str(number)
    match style:
        case "decimalZero":
            return f"{number:02d}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
        case "upperLetter" | "lowerLetter" if number <= 780:
            letter = chr(ord("A" if style == "upperLetter" else "a") + (number - 1) % 26)
            return letter * ((number - 1) // 26 + 1)
        case "upperRoman" | "lowerRoman" if number < 4000:
            return _roman(number) if style == "upperRoman" else _roman(number).lower()
        case "ideographTraditional" if number <= 10:
            return _STEMS[number - 1]
        case "ideographZodiac" if number <= 12:
            return _BRANCHES[number - 1]
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
        case (
            "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
        ) if number < 10_000:  # fmt: skip
            return _counted(number, _HAN, "十百千").removeprefix("一" if 10 <= number < 20 else "")
        case "chineseLegalSimplified" | "ideographLegalTraditional" if number < 10_000:
            return _counted(number, _LEGAL, "拾佰仟")
        case _ if style in _ENCLOSED and number <= _ENCLOSED[style][1]:
            return chr(ord(_ENCLOSED[style][0]) + number - 1)
    return str(number)


def _roman(number: int) -> str:
    printed = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        printed += sign * count
    return printed


def _counted(number: int, digits: str, units: str) -> str:
    """Return a number below 10 000 in Chinese numerals: 一百零三, 二十."""
    printed, gap = "", False
    for power in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**power % 10
        if digit == 0:
            gap = True
            continue
        printed += (digits[0] if gap and printed else "") + digits[digit] + (units[power - 1] if power else "")
        gap = False
    return printed
