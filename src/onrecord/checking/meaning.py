"""A passage of the same meaning by the same speaker on the same occasion."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.checking.asking import Asked
from onrecord.matching import content, shared
from onrecord.model import Against, PassageKind
from onrecord.stores import Hit, Recorded, Store

_SHARE = 0.4
_LEAST = 3
"""Content words, and the share of the quotation's, that a passage of the same meaning has in two
sentences that stand together."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A passage that may mean the same, and the share of the content words that it has."""

    hit: Hit
    share: float
    mine: bool
    near: bool

    @property
    def means_it(self) -> bool:
        """Whether it is the speaker's, of the time, and said: what was denied is a lead only."""
        return self.mine and self.near and not self.hit.passage.withheld


def leads(asked: Asked, store: Store, records: list[Recorded]) -> list[Lead]:
    """Passages that share content words with the quotation, the likeliest first.

    Only those that `means_it` are a paraphrase; the others are leads and no more.
    """
    hits = {hit.number: hit for record in records for hit in store.passages_of(record.document)}
    for hit in store.passages(store.similar(content(asked.bare), limit=50)):
        hits.setdefault(hit.number, hit)
    found = []
    for hit in hits.values():
        passage = hit.passage
        if passage.document in asked.leave_out or passage.kind is PassageKind.PROSE:
            continue
        if asked.document and passage.document != asked.document:
            continue
        share, count = shared(asked.bare, passage.text, hit.language or "en")
        if share >= _SHARE and count >= min(_LEAST, asked.content):
            mine, near = asked.who(passage.speaker), asked.when(hit.earliest, hit.latest)
            found.append(Lead(hit, share, mine, near))
    return sorted(found, key=_rank)


def _rank(lead: Lead) -> tuple[bool, bool, float, int]:
    passage = lead.hit.passage
    record = passage.against is Against.RECORD
    return (not lead.means_it, not record, -lead.share, len(passage.text))
