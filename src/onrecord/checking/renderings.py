"""Where the words of a quotation are held: passages found, the quotation laid on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from onrecord.checking.asking import Asked
from onrecord.index import shared_words, stretch
from onrecord.languages import language
from onrecord.matching import LONG, content, match, said, weight
from onrecord.model import Against, Match, PassageKind, Role, Span
from onrecord.stores import Hit, Place, Recorded, Store

TRANSLATED = frozenset({"retranslated", "interpreted"})
"""Flags of passages that are a translation."""
_LIMIT = 40
"""Places on which a quotation is laid, those that have most of it first."""
_FIRST = 6
"""Places laid before it is asked whether the record that should have it does; where it does, no
place that has less of it changes what is found."""
_BEHIND = 0.3
"""How much less of its pairs of words than the best place another may have to be looked at at once:
by weight that is half as much, and more than what `choosing` takes for comparable."""
_LIKELY = 0.5
"""The share of what the best place has that another must have to be looked at where the best ones
are not what answers: others' words where a speaker is given, reports."""
_SIMILAR = 16
"""Passages on which it is laid that share single words only."""
_SHARE = 0.25
"""The least of the quotation's content words, as they stand, that such a passage has."""
_ENOUGH = 0.9
"""A weight at which no further passages are looked for."""
_FOUND = 0.7
_FOUND_HERE = 0.55
"""The same where no record is named that should have it, and where it stands in that record: as
little as is enough for `choosing` to hold it."""
_REST = 4
"""Words in a row that no place laid so far has: they are looked up by themselves."""
_REST_CONTENT, _REST_LAID = 3, 3
"""Content words of these that a passage must have which does not have them in a row, and the number
of passages on which the quotation is laid for their sake."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A quotation laid on one held passage.

    `weight` is the share of its words that the passage has, by what they weigh; `said` their
    numbers; `mine` whether the passage is the given speaker's, `near` whether of the given time.
    """

    hit: Hit
    match: Match
    weight: float
    said: frozenset[int]
    mine: bool
    near: bool

    @property
    def record(self) -> bool:
        """Whether it stands in a record, not in a report."""
        return self.hit.passage.against is Against.RECORD

    @property
    def question(self) -> bool:
        """Whether it is a question's words."""
        return self.hit.passage.role is Role.QUESTION

    @property
    def reporters(self) -> bool:
        """Whether the words are those of whoever reports, not of whoever is reported."""
        kind = self.hit.passage.kind
        if kind is PassageKind.PROSE:
            return not self.record
        return kind is PassageKind.PARAPHRASE

    @property
    def group(self) -> bool:
        """Whether several people or a group said it, of whom the given speaker may be one."""
        return "group" in self.hit.passage.flags

    @property
    def translated(self) -> bool:
        """Whether what is held is a translation."""
        return not TRANSLATED.isdisjoint(self.hit.passage.flags)

    @property
    def withheld(self) -> bool:
        """Whether what has the words says that they were denied, not said or left open."""
        return bool(self.hit.passage.withheld)


def renderings(asked: Asked, store: Store, records: list[Recorded]) -> list[Rendering]:
    """The quotation on every passage that may have it, best first.

    Passages are found by three words in a row, then by single words, then by reading through the
    records of the occasion. Short quotations are looked up in passages of the speaker and the time
    given alone.
    """
    found: dict[int, Rendering] = {}
    if asked.document:
        hits = store.passages_of(asked.document)
        _lay(asked, _promising(asked, hits, asked.own, _SHARE), found)
    else:
        _look_up(asked, store, records, found)
    kept = [r for r in found.values() if r.match.spans]
    if asked.short:
        kept = [r for r in kept if r.mine and r.near]
    return sorted(_not_of_denials(_owned(kept)), key=lambda r: -r.weight)


def _look_up(
    asked: Asked, store: Store, records: list[Recorded], found: dict[int, Rendering]
) -> None:
    """Lay the quotation wherever all documents together may have it."""
    places = store.places(asked.own, limit=_LIMIT, at_first=True)
    _lay_likely(asked, places, store, found)
    if asked.short or not _held(found.values(), records):
        places = store.places(asked.own, limit=_LIMIT)
        _lay_likely(asked, places, store, found)
    held = () if asked.short else _held(found.values(), records)
    fit = [r for r in found.values() if r.record or not records]
    rests = [_rests(r, fit) for r in held]
    if held and not all(rests):
        return
    weak = [hit for hit in store.passages(p.number for p in places) if hit.number not in found]
    if held:
        further = weak + _of_records(store, records)
        for rest in rests[0]:
            near = _promising(asked, further, rest.of(asked.bare), _LIKELY, least=_REST_CONTENT)
            _lay(asked, near[:_REST_LAID], found)
    else:
        further = weak + _further(asked, store, records)
        _lay(asked, _promising(asked, further, asked.own, _SHARE), found)


def _held(found: Iterable[Rendering], records: list[Recorded]) -> list[Rendering]:
    """Renderings that have so much of the quotation that no others of it all are looked for.

    The best comes first. A report is not enough beside a record.
    """
    held = [r for r in found if (r.record or not records) and r.weight >= _least(r, records)]
    return sorted(held, key=lambda r: -r.weight)


def _lay_likely(
    asked: Asked, places: Sequence[Place], store: Store, found: dict[int, Rendering]
) -> None:
    """Lay the quotation on the places that may answer, and what none of them has elsewhere."""
    most = max((place.coverage for place in places), default=0.0)
    few = _LIMIT if most >= _LIKELY else _SIMILAR
    least = _LIKELY * most
    likely = _above(max(least, most - _BEHIND), places)[:few]
    _lay_at(asked, likely[:_FIRST], store, found)
    if not any(r.record and r.mine and r.near and r.weight >= _FOUND_HERE for r in found.values()):
        _lay_at(asked, likely[_FIRST:], store, found)
    if not _answered(asked, found.values()):
        _lay_at(asked, _above(least, places)[:few], store, found)
    best = max(found.values(), key=lambda r: r.weight, default=None)
    for rest in _rests(best, found.values()) if best else ():
        held = store.places(rest.of(asked.bare), limit=_SIMILAR, at_first=True)
        _lay_at(asked, _above(_LIKELY, held)[:_REST_LAID], store, found)


def _above(least: float, places: Sequence[Place]) -> list[Place]:
    return [place for place in places if place.coverage >= least]


def _further(asked: Asked, store: Store, records: list[Recorded]) -> list[Hit]:
    """Passages that share rare words with the quotation, and all those of the records."""
    hits = store.passages(store.similar(content(asked.bare), limit=_SIMILAR))
    return hits + _of_records(store, records)


def _of_records(store: Store, records: list[Recorded]) -> list[Hit]:
    return [hit for record in records for hit in store.passages_of(record.document)]


def _answered(asked: Asked, found: Iterable[Rendering]) -> bool:
    """Whether a record of the speaker given, or any where none is, has most of the words."""
    return any(r.weight >= _FOUND and r.record and (r.mine or not asked.speaker) for r in found)


def _least(r: Rendering, records: list[Recorded]) -> float:
    if r.mine and r.near:
        return _FOUND_HERE
    return _ENOUGH if records else _FOUND


def _rests(best: Rendering, found: Iterable[Rendering]) -> list[Span]:
    """Stretches of the quotation that neither this rendering has nor any other."""
    others = [_lacking(r) for r in found if r is not best]
    return [
        gap for gap in _lacking(best) if all(any(gap.meets(o) for o in lack) for lack in others)
    ]


def _lacking(r: Rendering) -> list[Span]:
    """Where a quotation has words in a row for which the passage has nothing."""
    return [
        edit.quote_span
        for edit in r.match.edits
        if len(edit.quote.split()) - len(edit.record.split()) >= _REST
    ]


def _lay_at(
    asked: Asked, places: Sequence[Place], store: Store, found: dict[int, Rendering]
) -> None:
    """Lay the quotation on the passages of these places, on long ones around the places only."""
    of: dict[int, list[Place]] = {}
    for place in places:
        held = of.setdefault(place.number, [])
        if not held or place.coverage >= _LIKELY * held[0].coverage:
            held.append(place)
    _lay(asked, store.passages(of), found, of)


def _promising(
    asked: Asked, hits: Sequence[Hit], sought: str, share: float, *, least: int = 0
) -> list[Hit]:
    """Of these passages those likeliest to have some words of the quotation, at most sixteen.

    They have so great a share of the words' content, or four of them, and never less than `least`;
    where the quotation is short they are the speaker's.
    """
    if asked.short:
        return [hit for hit in hits if asked.who(hit.passage.speaker)]
    common = language("en").wording.common
    texts = [sought, *(hit.passage.text for hit in hits)]
    pairs, words = shared_words(sought, texts, without=common)
    best = np.lexsort((-words[1:], -pairs[1:]))[:_SIMILAR]
    return [hits[at] for at in best if words[at + 1] >= max(least, min(_REST, share * words[0]))]


def _lay(
    asked: Asked,
    hits: Iterable[Hit],
    found: dict[int, Rendering],
    places: Mapping[int, Sequence[Place]] = MappingProxyType({}),
) -> None:
    for hit in hits:
        passage = hit.passage
        if hit.number in found or not asked.passes(passage):
            continue
        around = _around(places.get(hit.number, ()), passage.text)
        laid = match(asked.bare, passage, language=hit.language or "en", around=around)
        found[hit.number] = Rendering(
            hit,
            laid,
            weight(asked.bare, laid),
            said(asked.bare, laid),
            asked.who(passage.speaker),
            asked.when(hit.earliest, hit.latest),
        )


def _around(places: Sequence[Place], text: str) -> Span | None:
    """The code points of a long passage's text in which the likely places lie."""
    if not places or len(text) < LONG:
        return None
    return stretch(text, min(p.first for p in places), max(p.last for p in places))


def _owned(found: list[Rendering]) -> list[Rendering]:
    """The renderings without turns whose words another of them gives to an inner speaker."""
    inner = [r for r in found if r.hit.passage.kind is PassageKind.QUOTATION and r.record]
    return [
        r
        for r in found
        if r.hit.passage.kind is not PassageKind.TURN or not any(_within(r, i) for i in inner)
    ]


def _not_of_denials(found: list[Rendering]) -> list[Rendering]:
    """The renderings without others' turns whose words another says were denied or not said.

    Who says "Vale did not say that it is shut" is no second author of "it is shut".
    """
    withheld = [r.hit.passage for r in found if r.withheld]
    return [
        r
        for r in found
        if r.mine
        or r.hit.passage.kind is not PassageKind.TURN
        or not any(
            passage.document == r.hit.passage.document
            and all(passage.span.holds(span) for span in r.match.spans)
            for passage in withheld
        )
    ]


def _within(turn: Rendering, inner: Rendering) -> bool:
    """Whether all that a turn has of the quotation is words that it quotes of somebody named."""
    passage = inner.hit.passage
    return (
        passage.document == turn.hit.passage.document
        and passage.speaker not in ("", turn.hit.passage.speaker)
        and not inner.group
        and inner.weight >= turn.weight
        and all(passage.span.holds(span) for span in turn.match.spans)
    )
