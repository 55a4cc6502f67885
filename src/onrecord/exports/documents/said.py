"""What is said, as `<said>` inside the leaves of a document: pieces that nest and never cross."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from onrecord.exports.documents.leaves import Leaf
from onrecord.exports.documents.xml_text import content, opening
from onrecord.model import Manner, Quotation, Span, Statement

_ALOUD = {Manner.SPEECH: "true", Manner.WRITING: "false", Manner.THOUGHT: "false"}
_DIRECT = {Quotation.DIRECT: "true", Quotation.INDIRECT: "false", Quotation.MIXED: "unknown"}


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of what is said: where it stands, and the attributes that all its pieces bear."""

    span: Span
    statement: int
    attributes: tuple[tuple[str, str], ...]


def said_in(
    statements: Sequence[Statement], laid: Sequence[Leaf], people: Mapping[str, str], name: str
) -> dict[Leaf, list[Said]]:
    """The pieces of each leaf, none of which crosses another; linked where one thing has several.

    `people` are ids by name; the ids of the pieces begin with `name`.
    """
    cut: dict[Leaf, list[Said]] = {}
    for number, statement in enumerate(statements):
        attributes = _attributes(statement, people, name)
        for span in statement.attribution.content:
            for leaf in _leaves_of(span, laid):
                inside = Span(max(span.start, leaf.span.start), min(span.end, leaf.span.end))
                cut.setdefault(leaf, []).append(Said(inside, number, attributes))
    nested = {leaf: _uncrossed(pieces) for leaf, pieces in cut.items()}
    return _linked(nested, name)


def marked(text: str, span: Span, said: Sequence[Said]) -> str:
    """The words of a span with `<said>` around what is said; `said` nests, in document order."""
    at = span.start
    written: list[str] = []
    ends: list[int] = []
    for one in said:
        while ends and ends[-1] <= one.span.start:
            written += [content(text[at : ends[-1]]), "</said>"]
            at = ends.pop()
        written += [content(text[at : one.span.start]), opening("said", dict(one.attributes))]
        at = one.span.start
        ends.append(one.span.end)
    for end in reversed(ends):
        written += [content(text[at:end]), "</said>"]
        at = end
    return "".join(written) + content(text[at : span.end])


def _attributes(
    statement: Statement, people: Mapping[str, str], name: str
) -> tuple[tuple[str, str], ...]:
    found = statement.attribution
    notes = [f"#{name}.stance.{found.stance.value}"] if found.stance and found.withheld else []
    notes += [f"#{name}.hedged"] if found.hedged else []
    who = " ".join(f"#{people[one]}" for one in statement.speakers)
    return (
        ("who", who),
        ("direct", _DIRECT[found.quotation]),
        ("aloud", _ALOUD.get(found.manner, "unknown") if found.manner else "unknown"),
        ("ana", " ".join(notes)),
    )


def _leaves_of(span: Span, laid: Sequence[Leaf]) -> Iterable[Leaf]:
    for leaf in laid[bisect_right(laid, span.start, key=lambda one: one.span.end) :]:
        if leaf.span.start >= span.end:
            return
        if leaf.span.meets(span):
            yield leaf


def _uncrossed(pieces: Sequence[Said]) -> list[Said]:
    """The pieces, cut where one would cross another, so that each lies in or beside the others."""
    waiting = [(one.span.start, -one.span.end, one.statement, one) for one in pieces]
    heapify(waiting)
    found: list[Said] = []
    ends: list[int] = []
    while waiting:
        *_, one = heappop(waiting)
        while ends and ends[-1] <= one.span.start:
            ends.pop()
        if ends and ends[-1] < one.span.end:
            rest = replace(one, span=Span(ends[-1], one.span.end))
            heappush(waiting, (rest.span.start, -rest.span.end, rest.statement, rest))
            one = replace(one, span=Span(one.span.start, ends[-1]))
        ends.append(one.span.end)
        found.append(one)
    return found


def _linked(nested: Mapping[Leaf, list[Said]], name: str) -> dict[Leaf, list[Said]]:
    """The same pieces with ids, and with the way to the next and the one before."""
    several: dict[int, list[Span]] = {}
    for leaf in sorted(nested, key=lambda one: one.span):
        for one in nested[leaf]:
            several.setdefault(one.statement, []).append(one.span)
    order = {
        statement: {span: number for number, span in enumerate(sorted(spans))}
        for statement, spans in several.items()
    }

    def linked(one: Said) -> Said:
        number, last = order[one.statement][one.span], len(order[one.statement]) - 1
        own = f"{name}.s{one.statement}"
        links = [("xml:id", f"{own}.{number}")]
        links += [("next", f"#{own}.{number + 1}")] if number < last else []
        links += [("prev", f"#{own}.{number - 1}")] if number else []
        return replace(one, attributes=(*one.attributes, *links))

    return {leaf: [linked(one) for one in pieces] for leaf, pieces in nested.items()}
