"""What a dossier was read from, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from onrecord.dossiers.choosing import Chosen
from onrecord.model import Covered


@dataclass(slots=True)
class Read:
    """The documents that were looked at so far."""

    documents: list[tuple[str, str]] = field(default_factory=list)
    passed_over: int = 0
    days: list[date] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)

    def add(self, chosen: Chosen) -> None:
        """Count one more document, which may belong to the process or not."""
        if not chosen.words:
            self.passed_over += 1
            return
        self.documents.append((chosen.listed.id, chosen.words))
        if chosen.day:
            self.days.append(chosen.day)
        if chosen.listed.language:
            self.languages.add(chosen.listed.language)


def covered(read: Read) -> Covered:
    """What was read: the documents that belong with the words by which they do, days, languages."""
    return Covered(
        documents=tuple(read.documents),
        passed_over=read.passed_over,
        earliest=min(read.days, default=None),
        latest=max(read.days, default=None),
        languages=tuple(sorted(read.languages)),
    )
