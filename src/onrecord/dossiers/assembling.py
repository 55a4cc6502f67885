"""A store and a profile to the sourced memory of the process."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date

from onrecord.dossiers.amending import held_to, laid_over
from onrecord.dossiers.choosing import Chosen, choose, day_of
from onrecord.dossiers.covering import Read, cover
from onrecord.dossiers.differing import Heard, among_lines, among_utterances, hear
from onrecord.dossiers.gathering import Gathered, cited
from onrecord.dossiers.identity import told_apart
from onrecord.dossiers.joining import join, parts_of
from onrecord.dossiers.settling import announced, settle
from onrecord.dossiers.shifts import find_shifts
from onrecord.drawing import draw, said_on
from onrecord.model import Discrepancy, DiscrepancyKind, DocumentLine, Dossier, LineKind, Profile
from onrecord.stores import Store

Progress = Callable[[int, int], None]


def dossier(
    store: Store, profile: Profile, *, as_of: str = "", progress: Progress | None = None
) -> Dossier:
    """The memory of the process of `profile` as the documents of a store have it.

    `as_of`, a date in EDTF, leaves out every document that is not known to be of that day or
    before it. What is not held is not in it: see `Dossier.covered`. Documents are read one by
    one. `progress` is told how many of how many are done. Raises `InputError` where `as_of` is no
    date.
    """
    until = day_of(as_of)
    held = _read(choose(store, profile, until=until, progress=progress), profile)
    day = until or max(held.read.days, default=None)
    drafted = replace(join(held.gathered, profile), as_of=as_of)
    whole = _settled(store, drafted, day)
    whole = replace(
        whole,
        shifts=find_shifts(whole.positions, profile),
        discrepancies=_discrepancies(held, whole),
        covered=cover(held.read, whole.meetings, profile, day),
    )
    return replace(whole, documents=_cited(held, whole))


@dataclass(slots=True)
class _Held:
    """What was taken from the documents that belong to the process."""

    gathered: Gathered = field(default_factory=Gathered)
    read: Read = field(default_factory=Read)
    heard: dict[str, Heard] = field(default_factory=dict)
    documents: dict[str, DocumentLine] = field(default_factory=dict)


def _read(documents: Iterable[Chosen], profile: Profile) -> _Held:
    """Documents one by one; none is kept."""
    held = _Held()
    for chosen in documents:
        held.read.add(chosen)
        if chosen.words:
            held.gathered.add(draw(chosen.reading, profile))
            held.heard[chosen.listed.id] = hear(chosen.reading)
            held.documents[chosen.listed.id] = _document_line(chosen)
    return held


def _settled(store: Store, drafted: Dossier, day: date | None) -> Dossier:
    """A dossier with announcements among the promises, and with what became of each promise.

    Corrections are laid over the lines first, so that what a person rejected or joined counts so;
    what a person says of a promise itself stands whatever documents show.
    """
    whole = laid_over(store, drafted, frozenset(LineKind) - {LineKind.PROMISE})
    promises = told_apart((*whole.promises, *announced(whole.meetings, whole.promises)))
    whole = laid_over(store, replace(whole, promises=promises), frozenset({LineKind.PROMISE}))
    settled = settle(whole.promises, meetings=whole.meetings, agreements=whole.agreements, day=day)
    return held_to(replace(whole, promises=settled))


def _discrepancies(held: _Held, whole: Dossier) -> tuple[Discrepancy, ...]:
    meetings = parts_of(held.gathered.meetings, whole.meetings)
    agreements = parts_of(held.gathered.agreements, whole.agreements)
    said = among_utterances(held.heard)
    lines = among_lines(meetings, agreements, profile=whole.profile, heard=held.heard)
    return told_apart((*said, *(one for one in lines if not _told(one, said))))


def _told(one: Discrepancy, others: Iterable[Discrepancy]) -> bool:
    """Whether what two documents call or date one occasion is told already, from the same words."""
    if one.kind not in (DiscrepancyKind.NAME, DiscrepancyKind.DATE):
        return False
    return any(other.kind is one.kind and _placed(other) == _placed(one) for other in others)


def _placed(one: Discrepancy) -> set[tuple[str, str]]:
    """The documents of a discrepancy, with the days that they give where it is about days."""
    dated = one.kind is DiscrepancyKind.DATE
    return {(e.document, e.dating.edtf if dated and e.dating else "") for e in one.evidence}


def _cited(held: _Held, whole: Dossier) -> dict[str, DocumentLine]:
    """The documents that any line or discrepancy cites, lines that were rejected among them."""
    kinds = [whole.rejected, *(getattr(whole, kind.name) for kind in fields(held.gathered))]
    used = cited(line for kind in kinds for line in kind)
    used |= {one.document for found in whole.discrepancies for one in found.evidence}
    return {id_: line for id_, line in held.documents.items() if id_ in used}


def _document_line(chosen: Chosen) -> DocumentLine:
    listed, said = chosen.listed, said_on(chosen.reading)
    return DocumentLine(
        id=listed.id,
        title=listed.title,
        publisher=listed.publisher,
        dated=said.edtf if said else listed.dated,
        url=listed.url,
        kind=listed.kind,
    )
