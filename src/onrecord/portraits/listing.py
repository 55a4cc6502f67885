"""The words of somebody, one page of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.model import Passage, PassageKind, Stance
from onrecord.portraits._portrait import Narrowing, Said, SaidKind
from onrecord.portraits.counting import narrowed, newest_first
from onrecord.stores import Found, Hit, Store, Tally, Wanted

_EVERYTHING = Narrowing()


def said(
    store: Store,
    names: tuple[str, ...],
    tallies: Sequence[Tally],
    *,
    by: Narrowing = _EVERYTHING,
    offset: int = 0,
    limit: int = 25,
    oldest: bool = False,
) -> list[Said]:
    """What was said under these names, newest first: `limit` of it from `offset` on.

    `tallies` are the store's for the names (and for `by.about`, if there is such a thing): they
    tell in which documents the page lies, so that no other is read.
    """
    wanted = narrowed(tallies, by)
    ordered = wanted if oldest else newest_first(wanted)
    found: list[Said] = []
    for _, several in groupby(ordered, key=lambda one: one.document):
        of_document = list(several)
        many = sum(one.statements + one.turns for one in of_document)
        if offset >= many:
            offset -= many
            continue
        found += _in_document(store, names, of_document, by)[offset : offset + limit - len(found)]
        offset = 0
        if len(found) >= limit:
            break
    return found


def _in_document(
    store: Store, names: tuple[str, ...], tallies: Sequence[Tally], by: Narrowing
) -> list[Said]:
    """The wanted words of a document, in their order."""
    document, found = tallies[0], list[Said]()
    if any(one.turns for one in tallies):
        hits = store.passages_of(document.document, [PassageKind.TURN])
        found += [_turn(hit, document) for hit in hits if hit.passage.speaker in names]
    if any(one.statements for one in tallies):
        wanted = Wanted(document=document.document, speakers=names, about=by.about)
        found += _statements(store.statements(wanted), by)
    return sorted(found, key=lambda one: (one.spans[0].start if one.spans else 0, one.kind))


def _turn(hit: Hit, of: Tally) -> Said:
    passage: Passage = hit.passage
    return Said(
        document=of.document,
        spans=(passage.span,),
        words=" ".join(passage.text.split()),
        kind=SaidKind.TURN,
        title=of.title,
        publisher=of.publisher,
        dated=of.dated,
        manner="turn",
        flags=passage.flags,
    )


def _statements(found: Iterator[Found], by: Narrowing) -> Iterator[Said]:
    for one in found:
        statement, attribution = one.statement, one.statement.attribution
        if by.way and by.way not in statement.via:
            continue
        stance = attribution.stance
        withheld = (str(stance),) if stance and stance is not Stance.ASSERTED else ()
        yield Said(
            document=statement.document,
            spans=attribution.content,
            words=one.content,
            kind=SaidKind.STATEMENT,
            title=one.title,
            publisher=one.publisher,
            dated=one.dated,
            manner=str(attribution.quotation),
            source=one.source,
            cue=one.cue,
            via=statement.via,
            flags=(*withheld, *(("hedged",) if attribution.hedged else ())),
        )
