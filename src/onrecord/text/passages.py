"""The passages of a document: the units that a quotation is looked up in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from onrecord.model import (
    Against,
    Document,
    Kind,
    PartKind,
    Passage,
    PassageKind,
    Quotation,
    Span,
    Spans,
    Statement,
    Structure,
)
from onrecord.text.quotations import quotations
from onrecord.text.sentences import sentences

_OF_TURNS = frozenset({"retranslated", "interpreted"})
_GROUPS = frozenset({"plural", "collective"})
_PROSE = frozenset({PartKind.PARAGRAPH, PartKind.STANDFIRST, PartKind.HEADLINE})


def passages(
    document: Document, parsed: Structure, found: Sequence[Statement]
) -> tuple[Passage, ...]:
    """The passages of a document in order: turns, what statements render, a report's own prose.

    A passage's text is its document's, with whatever is not the passage's blanked to spaces.
    """
    made = [*_turn_passages(document, parsed), *_statement_passages(document, parsed, found)]
    if parsed.kind is not Kind.TRANSCRIPT:
        made += _prose_passages(document, parsed, found)
    return tuple(sorted(made, key=lambda p: (p.span, p.kind)))


def _turn_passages(document: Document, parsed: Structure) -> Iterable[Passage]:
    editions = _editions(document, parsed)
    for turn in parsed.turns:
        if not turn.spans:
            continue
        yield Passage(
            document=document.id,
            span=_hull(turn.spans),
            text=_only(document.text, turn.spans),
            kind=PassageKind.TURN,
            against=Against.RECORD,
            speaker=turn.speaker,
            role=turn.role,
            turn=turn.number,
            flags=tuple(dict.fromkeys((*turn.flags, *_of_all(parsed), *editions))),
        )


def _editions(document: Document, parsed: Structure) -> tuple[str, ...]:
    """The flag of a page with editions in other languages: which was spoken, it does not say."""
    others = set(parsed.editions) - {document.language}
    return ("editions",) if others and document.language else ()


def _of_all(parsed: Structure) -> Iterable[str]:
    """The flags of a document that hold for each of its turns: not that one is translated."""
    return (flag for flag in parsed.flags if flag not in _OF_TURNS)


def _of_turn(parsed: Structure, number: int | None) -> tuple[str, ...]:
    own = next((turn.flags for turn in parsed.turns if turn.number == number), ())
    return tuple(dict.fromkeys((*own, *_of_all(parsed))))


def _statement_passages(
    document: Document, parsed: Structure, found: Sequence[Statement]
) -> Iterable[Passage]:
    """Each statement's content; and, where marks enclose part of it only, that part by itself."""
    regions = [q.inner for q in quotations(document.text, document.language).regions if not q.depth]
    for statement in found:
        content = statement.attribution.content
        if statement.attribution.quotation is not Quotation.DIRECT:
            made = _rendered((document, parsed), statement, content, PassageKind.PARAPHRASE)
            yield _flagged(made, statement)
        quoted = _inside(content, regions)
        if quoted and statement.attribution.quotation is not Quotation.INDIRECT:
            made = _rendered((document, parsed), statement, quoted, PassageKind.QUOTATION)
            yield _flagged(made, statement)


def _rendered(
    held: tuple[Document, Structure], statement: Statement, spans: Spans, kind: PassageKind
) -> Passage:
    document, parsed = held
    record = parsed.kind is Kind.TRANSCRIPT
    return Passage(
        document=document.id,
        span=_hull(spans),
        text=_only(document.text, spans),
        kind=kind,
        against=Against.RECORD if record else Against.REPORT,
        speaker=statement.speaker,
        turn=statement.turn,
        via=statement.via,
        flags=(_of_turn(parsed, statement.turn) if record else parsed.flags) + _of_group(statement),
    )


def _of_group(statement: Statement) -> tuple[str, ...]:
    """The flag of words that any member of a group may have said."""
    group = statement.basis in _GROUPS or (
        statement.basis == "organisation" and statement.turn is None
    )
    return ("group",) if group else ()


def _prose_passages(
    document: Document, parsed: Structure, found: Sequence[Statement]
) -> Iterable[Passage]:
    """Sentences that no statement takes its content from: the writer's own words."""
    taken = sorted(s for statement in found for s in statement.attribution.content)
    reach = list(accumulate((s.end for s in taken), max))
    own = Against.RECORD if parsed.kind is Kind.OTHER else Against.REPORT
    for part in parsed.parts:
        if part.kind not in _PROSE:
            continue
        for sentence in sentences(part.span.of(document.text), document.language):
            place = Span(part.span.start + sentence.start, part.span.start + sentence.end)
            i = bisect_left(taken, place.end, key=lambda s: s.start)
            if i and reach[i - 1] > place.start:
                continue
            yield Passage(
                document=document.id,
                span=place,
                text=place.of(document.text),
                kind=PassageKind.PROSE,
                against=own,
                speaker=document.speaker if own is Against.RECORD else "",
                flags=parsed.flags,
            )


def _flagged(passage: Passage, statement: Statement) -> Passage:
    """A passage with what keeps it from being its speaker's: denied, not said, open, hedged."""
    found = statement.attribution
    stance = (found.stance.value,) if found.stance and found.withheld else ()
    hedge = ("hedged",) if found.hedged else ()
    return replace(passage, flags=(*passage.flags, *stance, *hedge))


def _inside(content: Spans, regions: Sequence[Span]) -> Spans:
    """The parts of `content` that lie in `regions`, which are in order and do not overlap."""
    found: list[Span] = []
    for piece in content:
        for region in regions[bisect_left(regions, piece.start, key=lambda r: r.end) :]:
            if region.start >= piece.end:
                break
            if piece.meets(region):
                found.append(Span(max(piece.start, region.start), min(piece.end, region.end)))
    return tuple(found)


def _hull(spans: Spans) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _only(text: str, spans: Spans) -> str:
    """The text under the hull of `spans` with everything between them blanked."""
    ordered = sorted(spans)
    pieces = [ordered[0].of(text)]
    for before, after in pairwise(ordered):
        gap = text[before.end : after.start]
        pieces.append(gap if not gap.strip() else " " * len(gap))
        pieces.append(text[max(before.end, after.start) : after.end])
    return "".join(pieces)
