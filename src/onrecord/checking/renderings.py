"""Where the words of a quotation are held: passages found, the quotation laid on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.checking.asking import Asked
from onrecord.languages import language
from onrecord.matching import content, fingerprints, match, said, weight
from onrecord.model import Against, Match, PassageKind, Role
from onrecord.stores import Hit, Recorded, Store
from onrecord.text import words

_LIMIT = 40
"""Passages on which a quotation is laid, those that share most with it first."""
_SIMILAR = 12
"""The same for passages that share single words only."""
_ENOUGH = 0.9
"""A weight at which no further passages are looked for."""


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
        return not {"retranslated", "interpreted"}.isdisjoint(self.hit.passage.flags)

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
    counted = store.candidates(_prints(asked), limit=_LIMIT)
    most = max((count for _, count in counted), default=0)
    likely = [number for number, count in counted if count * 2 >= most]
    _lay(asked, store.passages(likely), found)
    if asked.short or not _enough(found.values(), records):
        _lay(asked, store.passages(number for number, _ in counted), found)
    if asked.short or not _enough(found.values(), records):
        _lay(asked, store.passages(store.similar(content(asked.bare), limit=_SIMILAR)), found)
    if asked.short or not _enough(found.values(), records):
        for record in records:
            _lay(asked, _promising(asked, store.passages_of(record.document)), found)
    kept = [r for r in found.values() if r.match.spans]
    if asked.short:
        kept = [r for r in kept if r.mine and r.near]
    return sorted(_not_of_denials(_owned(kept)), key=lambda r: -r.weight)


def _prints(asked: Asked) -> tuple[int, ...]:
    return fingerprints([word.form for word in words(asked.bare)])


def _enough(found: Iterable[Rendering], records: list[Recorded]) -> bool:
    """Whether no further passages need be looked for: a report is not enough beside a record."""
    return any(r.weight >= _ENOUGH and (r.record or not records) for r in found)


def _promising(asked: Asked, hits: list[Hit]) -> list[Hit]:
    """Of a document's passages the speaker's, and those that share content with the quotation."""
    sought = {word.form for word in words(asked.bare)} - language("en").wording.common
    if not sought or asked.short:
        return [hit for hit in hits if asked.who(hit.passage.speaker)]
    scored = [(len(sought & {w.form for w in words(hit.passage.text)}), hit) for hit in hits]
    scored.sort(key=lambda pair: -pair[0])
    return [hit for score, hit in scored[:_SIMILAR] if score]


def _lay(asked: Asked, hits: Iterable[Hit], found: dict[int, Rendering]) -> None:
    for hit in hits:
        passage = hit.passage
        if hit.number in found or passage.document in asked.leave_out:
            continue
        if asked.document and passage.document != asked.document:
            continue
        laid = match(asked.bare, passage, language=hit.language or "en")
        found[hit.number] = Rendering(
            hit,
            laid,
            weight(asked.bare, laid),
            said(asked.bare, laid),
            asked.who(passage.speaker),
            asked.when(hit.earliest, hit.latest),
        )


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
