"""Whether the record that should have a quotation is held at all."""

from __future__ import annotations

from onrecord.checking.asking import Asked
from onrecord.languages import supported
from onrecord.model import Coverage
from onrecord.stores import Recorded, Store


def records_of(asked: Asked, store: Store) -> list[Recorded]:
    """The transcripts held with turns by the speaker given, of the time given.

    A page that holds one side's words covers that side alone: only who has turns is covered. A
    transcript in a language without rules covers nobody.
    """
    if not asked.speaker or not asked.occasion:
        return []
    return [
        record
        for record in store.records(*asked.first_days)
        if record.document not in asked.leave_out
        and asked.document in ("", record.document)
        and asked.when(record.earliest, record.latest)
        and any(asked.who(speaker) for speaker in record.speakers)
    ]


def coverage_of(asked: Asked, held: list[Recorded]) -> Coverage:
    """Which of the records held were searched, and why they cover the quotation or do not.

    Reports are never coverage: they can have the words, they cannot lack them.
    """
    ruled = [record for record in held if not record.language or supported(record.language)]
    names = tuple(record.document for record in ruled)
    count = sum(record.passages for record in ruled)
    return Coverage(bool(ruled), names, count, _why(asked, held, ruled))


def _why(asked: Asked, held: list[Recorded], ruled: list[Recorded]) -> str:
    if not asked.speaker:
        return "No speaker was given, so nothing says whose record should have it."
    if not asked.dated:
        return f"No date was given, so nothing says which record of {asked.speaker} should have it."
    if not asked.occasion:
        return f"The date {asked.dated} leaves open more than three days, so it names no occasion."
    if ruled:
        number = f"{len(ruled)} transcript{'s' if len(ruled) > 1 else ''}"
        return f"{number} with turns by {asked.speaker} within a day of {asked.dated}."
    if held:
        return f"The record of {asked.speaker} held is in a language without rules."
    return f"No transcript with turns by {asked.speaker} within a day of {asked.dated} is held."
