"""Where people are named in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.people.roster import build_roster


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A place where a person is named, titles included: the fullest name given, and the gender.

    `gender` is "m", "f" or "" where no title, post or given name tells; `sure` is false where
    nothing but capitals says that it is a person's name.
    """

    name: str
    span: Span
    gender: str = ""
    sure: bool = True


def people_in(text: str, speakers: Iterable[str] = ()) -> tuple[Mentioned, ...]:
    """Where people are named in a text, in order; `speakers` are known to be people.

    One that nothing tells to be a person is there once, where two capitalised words name it.
    """
    roster = build_roster(text, speakers=[name for name in speakers if name])
    found = []
    for mention in roster.mentions:
        entry = roster.entries[mention.entry]
        if entry.can_be_he_or_she:
            span = Span(mention.start, mention.end)
            found.append(Mentioned(entry.name, span, entry.gender))
    for entry in roster.entries:
        start = text.find(entry.name) if " " in entry.name and not entry.sure else -1
        if start >= 0:
            span = Span(start, start + len(entry.name))
            found.append(Mentioned(entry.name, span, sure=False))
    return tuple(sorted(found, key=lambda one: one.span))
