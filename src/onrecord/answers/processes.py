"""Processes as programs are given them: their profiles, and who said what on their themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.answers.shapes import answer, like
from onrecord.text import place_of

if TYPE_CHECKING:
    from onrecord.model import Evidence, Position, Profile

PERIODS = {"year": 4, "month": 7}
"""How much of a day in ISO 8601 is its period."""


@answer
class NamedAnswer:
    """A party, a body or an instrument of a process."""

    name: str
    """Its usual name."""
    aliases: tuple[str, ...]
    """Other names."""
    kind: str
    """What it is."""
    dating: str
    """When, in EDTF."""
    identifier: str
    """A number or sign by which it is known."""
    according: str
    """Who says that it belongs."""
    adjectives: tuple[str, ...]
    """Adjectives of it ("Kazakh")."""


@answer
class ConfusableAnswer:
    """What must not be taken for the process."""

    words: str
    """Words that look like it."""
    means: str
    """What they mean."""
    why: str
    """Why they are no part of it."""


@answer
class ThemeAnswer:
    """A theme on which positions are followed."""

    name: str
    """Its name."""
    words: tuple[str, ...]
    """The words that speak of it."""


@answer
class ProcessLineAnswer:
    """A line of the list of processes."""

    name: str
    """What it is called here."""
    title: str
    """What it is called elsewhere."""
    entries: int
    """How many parties, bodies and instruments its profile has."""


@answer
class ProcessAnswer:
    """The profile of a process: what it is called, who and what belongs to it."""

    name: str
    """What it is called here."""
    title: str
    """What it is called elsewhere."""
    language: str
    """The language of its words."""
    names: tuple[str, ...]
    """Names of it in documents."""
    subject: tuple[str, ...]
    """Words of what it is about."""
    places: tuple[str, ...]
    """Places where it meets."""
    parties: tuple[NamedAnswer, ...]
    """Who takes part."""
    bodies: tuple[NamedAnswer, ...]
    """Bodies of it."""
    instruments: tuple[NamedAnswer, ...]
    """Agreements of it."""
    confusable: tuple[ConfusableAnswer, ...]
    """What must not be taken for it."""
    themes: tuple[ThemeAnswer, ...]
    """Themes on which positions are followed."""


@answer
class PositionAnswer:
    """One piece of evidence for what a speaker said on a theme; nothing is judged."""

    period: str
    """The year or month in which it was said, "" where that is open."""
    said: str
    """When it was said, in EDTF."""
    speaker: str
    """Whose words they are."""
    theme: str
    """On which theme."""
    leaning: str
    """What the words themselves say: for, against, or "" where they say neither."""
    words: str
    """The words."""
    via: tuple[str, ...]
    """Who passes them on, outermost first."""
    publisher: str
    """Who put the document out."""
    flags: tuple[str, ...]
    """What has to be known of the words."""
    document: str
    """The id of the document."""
    at: str
    """Their place: id@start-end, pieces joined by commas."""
    belongs: str
    """The words by which the line belongs to the process, "" where it stands beside it."""
    id: str
    """The id of the line."""


def process_line(profile: Profile) -> ProcessLineAnswer:
    """A line of the list of processes, for programs."""
    entries = len(profile.parties) + len(profile.bodies) + len(profile.instruments)
    return ProcessLineAnswer(name=profile.name, title=profile.title, entries=entries)


def process(profile: Profile) -> ProcessAnswer:
    """The profile of a process for programs."""
    return like(ProcessAnswer, profile)


def position(line: Position, one: Evidence, *, by: str = "year") -> PositionAnswer:
    """A piece of a position's evidence, under the `year` or `month` in which it was said."""
    day = one.said.earliest.isoformat() if one.said and one.said.earliest else ""
    return PositionAnswer(
        period=day[: PERIODS[by]],
        said=one.said.edtf if one.said else "",
        speaker=line.speaker,
        theme=line.theme,
        leaning=line.leaning,
        words=one.words,
        via=one.via,
        publisher=one.publisher,
        flags=one.flags,
        document=one.document,
        at=place_of(one.document, one.spans),
        belongs=line.belongs,
        id=line.id,
    )
