"""From the reports of documents, one after the other, to their totals; nothing of a report is kept but its figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graphkb.check.records import CheckReport, SameList, Shares, Totals
from graphkb.check.words import rows_to_look_at
from graphkb.records import Characters, Place, Section


class Tally:
    """Counts up documents."""

    def __init__(self) -> None:
        self._figures = Counter[str]()
        self._rows = Counter[Section]()
        self._characters = Counter[str]()
        self._documents: dict[tuple[Place, str], list[str]] = {}  # of lists whose township is known

    def add(self, report: CheckReport) -> None:
        """Count the report of a document."""
        self._figures.update(
            documents=1,
            lists=len(report.lists),
            disagreements=report.disagreements,
            doubtful=sum(len(found.doubtful) for found in report.lists),
            to_look_at=sum(len(rows_to_look_at(found)) for found in report.lists),
        )
        self._characters.update(report.characters.model_dump())
        for found in report.lists:
            self._rows.update(found.rows)
            if found.place.township:
                self._documents.setdefault((found.place, found.edition), []).append(report.document.name)

    def totals(self, *, failed: int) -> Totals:
        """Return the totals of all that was counted, beside how many documents could not be read."""
        characters = Characters(**{name: self._characters[name] for name in Characters.model_fields})
        figures = ("documents", "lists", "disagreements", "doubtful", "to_look_at")
        return Totals(
            **{name: self._figures[name] for name in figures},
            failed=failed,
            rows={section: self._rows[section] for section in Section},
            characters=characters,
            shares=shares(characters) if self._figures["documents"] else None,
            same_lists=tuple(self._same_lists()),
        )

    def _same_lists(self) -> Iterable[SameList]:
        for (place, edition), documents in self._documents.items():
            if len(documents) > 1:
                yield SameList(place=place, edition=edition, documents=tuple(documents))


def shares(characters: Characters) -> Shares:
    """Return the three shares, rounded so that they add up: the largest takes the rounding."""
    counts = characters.model_dump()
    total = sum(counts.values())
    hundredths = {kind: round(10_000 * count / total) for kind, count in counts.items()}
    largest = max(counts, key=lambda kind: counts[kind])
    hundredths[largest] += 10_000 - sum(hundredths.values())
    return Shares(**{kind: value / 100 for kind, value in hundredths.items()})
