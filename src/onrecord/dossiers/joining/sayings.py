"""Promises and positions that several documents, or several places of one, have."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.dossiers.identity import identify
from onrecord.dossiers.joining.canonical import Names, plain_name
from onrecord.dossiers.joining.clusters import grouped
from onrecord.dossiers.joining.evidence import belongs, documents, merged
from onrecord.dossiers.joining.times import agree, finer
from onrecord.model import Position, Promise
from onrecord.people import same_name, surname

_LIKE = 0.6
_WORDS = 6


def join_promises(
    lines: Sequence[Promise], names: Names, meetings: Mapping[str, str]
) -> tuple[Promise, ...]:
    """Each promise once; `meetings` leads from the id that a document's line had to the joined one.

    Two are one where the same actor announces the same meeting, or says most of the same words,
    for times that can be one. Another time makes another promise: it may have been put off.
    """
    known = [replace(line, meeting=meetings.get(line.meeting, line.meeting)) for line in lines]

    def fit(line: Promise, group: Sequence[Promise]) -> int:
        if not all(agree(line.due, other.due) for other in group):
            return 0
        if line.meeting and all(line.meeting == other.meeting for other in group):
            return 3
        if line.meeting and any(other.meeting for other in group):
            return 0
        return 2 if any(_alike(line.what, other.what, names) for other in group) else 0

    def keys(line: Promise) -> Iterable[Hashable]:
        yield from (names.actor(actor) for actor in line.actor.split(", "))
        if line.meeting:
            yield "meeting", line.meeting

    groups = grouped(known, sureness=lambda line: bool(line.due), keys=keys, fit=fit)
    return tuple(_promise(group, names) for group in groups)


def _promise(group: Sequence[Promise], names: Names) -> Promise:
    first = group[0]
    due = finer(line.due for line in group)
    what = first.meeting or " ".join(sorted(names.telling(first.what)))
    return replace(
        first,
        due=due,
        evidence=merged(group),
        belongs=belongs(group),
        id=identify("promise", names.actor(first.actor), what, due.edtf if due else ""),
    )


def join_positions(lines: Sequence[Position]) -> tuple[Position, ...]:
    """Each position once: the same words on the same theme, from whichever document."""

    def fit(line: Position, group: Sequence[Position]) -> int:
        if not all(same_name(line.speaker, other.speaker) for other in group):
            return 0
        return int(any(_same_words(line, other) for other in group))

    def keys(line: Position) -> Iterable[Hashable]:
        yield surname(line.speaker), line.theme, line.leaning

    groups = grouped(lines, sureness=lambda line: len(line.evidence[0].words), keys=keys, fit=fit)
    return tuple(_position(group) for group in groups)


def _position(group: Sequence[Position]) -> Position:
    first = max(group, key=lambda line: len(line.speaker.split()))
    id_ = identify("position", surname(first.speaker), first.theme, _words(group[0]))
    return replace(first, evidence=merged(group), belongs=belongs(group), id=id_)


def _same_words(a: Position, b: Position) -> bool:
    """Whether one has the other's words, as two reports of one utterance have."""
    if documents(a) & documents(b):
        return a.evidence[0].spans == b.evidence[0].spans
    short, long = sorted((_words(a), _words(b)), key=len)
    return len(short.split()) >= _WORDS and f" {short} " in f" {long} "


def _words(line: Position) -> str:
    return plain_name(line.evidence[0].words)


def _alike(a: str, b: str, names: Names) -> bool:
    one, two = names.telling(a), names.telling(b)
    return len(one & two) >= _LIKE * max(1, min(len(one), len(two))) and len(one & two) > 1
