"""What a match comes to, in a sentence: who should act on a row, and where the townships of a county differ."""

from __future__ import annotations

from collections.abc import Sequence

from graphkb.catalogue.rows import MatchDutyRow, MatchTownshipRow
from graphkb.resolution.wordings import plain_text
from graphkb.search.matching import Scored
from graphkb.search.text import normalised

_NAMED = 3
"""Townships that are named where several have the same answer."""

Found = tuple[Scored, MatchTownshipRow]
"""A row that was found, and in whose list."""


def who_acts(row: MatchDutyRow, township: str) -> str:
    """Return who should act on a row: by its section, as the list itself says."""
    lead = row.departments[0] if row.departments else "上级部门"
    if row.status == "abolished":
        return "已取消，无人承担"
    if row.section == "reclaimed":
        return f"已由{lead}收回，{township}不再承担"
    if row.section == "cooperative":
        return f"{lead}牵头，{township}配合"
    return f"{township}自行负责"


def verdict(found: Sequence[Found], townships: Sequence[MatchTownshipRow]) -> str:
    """Return the answer in a sentence; ``found`` are the rows of all these townships, best first.

    Of several townships each is told: by its row of the same matter as the best one, or by its own best row.
    """
    if not found or not found[0][0].fits:
        return "清单外：没有相符的事项" + ("，以下只是最接近的事项" if found else "")
    best, its = found[0]
    says = f"清单内：“{_title(best.row)}”，"
    if len(townships) == 1:
        return says + who_acts(best.row, its.name)
    several = len({township.county for township in townships}) > 1
    alike: dict[str, list[str]] = {}
    for township in sorted(townships, key=lambda one: one.path):
        name = f"{township.county or ''}{township.name}" if several else township.name
        alike.setdefault(_of_township(found, township, best.row), []).append(name)
    if len(alike) == 1:
        return f"{says}{len(townships)}个乡镇相同：{next(iter(alike))}"
    parts = (f"{_names(names)}：{who}" for who, names in sorted(alike.items(), key=lambda pair: -len(pair[1])))
    return f"{says}各乡镇不同：{'；'.join(parts)}"


def _of_township(found: Sequence[Found], township: MatchTownshipRow, best: MatchDutyRow) -> str:
    """Return who acts in a township, where the township itself is not named."""
    fitting = [one.row for one, where in found if where.id == township.id and one.fits]
    same = [row for row in fitting if _same_matter(row, best)]
    if same:
        return _who_acts_there(same[0])
    return f"“{_title(fitting[0])}”，{_who_acts_there(fitting[0])}" if fitting else "清单外"


def _who_acts_there(row: MatchDutyRow) -> str:
    return who_acts(row, "").removesuffix("，不再承担").replace("，配合", "，乡镇配合")


def _title(row: MatchDutyRow) -> str:
    return row.name.rstrip("。；")


def _same_matter(one: MatchDutyRow, other: MatchDutyRow) -> bool:
    """Tell whether two rows are of one matter: a row knows other wordings of its matter, up to twelve."""
    return not _wordings(one).isdisjoint(_wordings(other))


def _wordings(row: MatchDutyRow) -> set[str]:
    return {normalised(plain_text(text)) for text in (row.name, *row.wordings)}


def _names(names: list[str]) -> str:
    return "、".join(names) if len(names) <= _NAMED else f"{'、'.join(names[:_NAMED])}等{len(names)}个乡镇"
