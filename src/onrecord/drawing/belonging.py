"""Which words say that a document, or a line drawn from it, belongs to a process."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from onrecord.drawing.clauses import Clause
from onrecord.drawing.mentions import Mentioned, Naming, mentions, within
from onrecord.drawing.own import OWN
from onrecord.model import Drawn, Line, PartKind, Profile, Reading, RoleHeld, Span

_HEAD = (PartKind.HEADLINE, PartKind.STANDFIRST)
_PARTIES = 3
_SURE = (Naming.NAME, Naming.BODY, Naming.INSTRUMENT)
_OneLine = TypeVar("_OneLine", bound=Line)


def belonging(reading: Reading, profile: Profile) -> str:
    """The words by which a document belongs to the process, "" where it does not.

    One of its names, anywhere. Else, in one paragraph or in the head, its subject together with
    one of its places, with a body or instrument and one more of its parties, bodies or
    instruments, or with three of its parties of one kind ("guarantor"). Words that stand for
    something else do not count.
    """
    found = mentions(reading.document.text, profile)
    names = [one for one in found if one.naming is Naming.NAME]
    if names:
        return _said(names[:1], reading)
    for stretch in _stretches(reading):
        words = _together(within(found, stretch))
        if words:
            return _said(words, reading)
    return ""


def placed(drawn: Drawn, reading: Reading, said: Sequence[Clause], profile: Profile) -> Drawn:
    """The lines, each with the words by which it belongs to the process (`belongs`), if any.

    Those of its own sentence come first, then those of its paragraph, then those of the document's
    head: a name, a body or an instrument of the process, or its subject. The occasion that a
    document is itself of, and who took part in it, belong by whatever was said there. A line that
    has none stands beside the process.
    """
    setting = _Setting(reading, said, profile)
    kinds = [field.name for field in fields(drawn) if field.name != "document"]
    lines: dict[str, Any] = {kind: tuple(map(setting.line, getattr(drawn, kind))) for kind in kinds}
    return replace(drawn, **lines)


class _Setting:
    """A document with what it names and its sentences, in which lines are looked up."""

    def __init__(self, reading: Reading, said: Sequence[Clause], profile: Profile) -> None:
        self._reading = reading
        self._found = mentions(reading.document.text, profile)
        self._clauses = said
        heads = [part.span for part in reading.structure.parts if part.kind in _HEAD]
        self._head = next(filter(None, map(self._by, heads)), "") or _by_title(reading, profile)

    def line(self, line: _OneLine) -> _OneLine:
        """The line with the words by which it belongs."""
        words = next(filter(None, map(self._at, self._spans(line))), self._head)
        if not words and _of_the_occasion(line):
            words = next(filter(None, (self._by(clause.span) for clause in self._clauses)), "")
        return replace(line, belongs=words) if words else line

    def _spans(self, line: Line) -> list[Span]:
        held = [one for one in line.evidence if one.document == self._reading.document.id]
        return [span for one in held for span in one.spans]

    def _at(self, span: Span) -> str:
        clause = self._clause(span)
        if clause is None:
            return self._by(span)
        return self._by(clause.span) or self._by(clause.paragraph)

    def _clause(self, span: Span) -> Clause | None:
        at = bisect_right(self._clauses, span.start, key=lambda one: one.span.start) - 1
        if at >= 0 and self._clauses[at].span.end > span.start:
            return self._clauses[at]
        return None

    def _by(self, span: Span) -> str:
        """The words in `span` that speak most surely for the process.

        The subject alone does not, beside words that stand for something else of that subject.
        """
        found = within(self._found, span)
        other = any(one.naming is Naming.CONFUSABLE for one in found)
        for naming in _SURE if other else (*_SURE, Naming.SUBJECT):
            words = [one for one in found if one.naming is naming]
            if words:
                return _said(words[:1], self._reading)
        return ""


def _of_the_occasion(line: Line) -> bool:
    """Whether a line is the occasion of its document, or a part in it that its writer tells of."""
    if isinstance(line, RoleHeld):
        return not line.of and all(not one.speaker for one in line.evidence)
    return any(one.basis == OWN for one in line.evidence)


def _by_title(reading: Reading, profile: Profile) -> str:
    """The words of a title by which all of its document belongs, where the text has no headline."""
    title = reading.document.title or reading.structure.title
    named = [one for one in mentions(title, profile) if one.naming in _SURE]
    return " ".join(named[0].span.of(title).split()) if named else ""


def _stretches(reading: Reading) -> list[Span]:
    """The head as a whole, then paragraphs and turns."""
    parts = reading.structure.parts
    head = [part.span for part in parts if part.kind in _HEAD]
    whole = [Span(head[0].start, max(span.end for span in head))] if head else []
    turns = [span for turn in reading.structure.turns for span in turn.spans]
    rest = [part.span for part in parts if part.kind is PartKind.PARAGRAPH]
    return [*whole, *sorted({*rest, *turns})]


def _together(found: Sequence[Mentioned]) -> list[Mentioned]:
    """The mentions of one stretch that together speak for the process; see `belonging`."""
    first = {(one.naming, one.name): one for one in reversed(found)}
    by = {naming: [m for m in first.values() if m.naming is naming] for naming in Naming}
    subject = by[Naming.SUBJECT][-1:]
    if not subject:
        return []
    if by[Naming.PLACE] and not by[Naming.CONFUSABLE]:
        return _in_order([*subject, by[Naming.PLACE][-1]])
    own, parties = [*by[Naming.BODY], *by[Naming.INSTRUMENT]], by[Naming.PARTY]
    if own and len(own) + len(parties) > 1:
        return _in_order([*subject, *[*own, *parties][:2]])
    return _in_order([*subject, *_of_one_kind(parties)]) if _of_one_kind(parties) else []


def _of_one_kind(parties: Sequence[Mentioned]) -> list[Mentioned]:
    """Three parties of the kind that most of them are, if there are as many."""
    kinds: dict[str, list[Mentioned]] = {}
    for one in parties:
        kinds.setdefault(one.kind, []).append(one)
    return next((held[:_PARTIES] for held in kinds.values() if len(held) >= _PARTIES), [])


def _in_order(found: Sequence[Mentioned]) -> list[Mentioned]:
    return sorted(found, key=lambda one: one.span)


def _said(found: Sequence[Mentioned], reading: Reading) -> str:
    """The words of mentions as they stand in the text, each once."""
    words = (" ".join(one.span.of(reading.document.text).split()) for one in found)
    return " … ".join(dict.fromkeys(words))
