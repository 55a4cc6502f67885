"""A passage of the same meaning by the same speaker on the same occasion."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord import meaning
from onrecord.checking.asking import Asked
from onrecord.matching import content, differing, shared
from onrecord.model import BY_MEANING, BY_WORDS, Against, Match, PassageKind, Span
from onrecord.stores import Hit, Recorded, Store
from onrecord.text import widened

_SHARE = 0.4
_LEAST = 3
"""Content words, and the share of the quotation's, that a passage of the same meaning has in two
sentences that stand together."""
_STANDING = 0.84
"""How far a stretch must stand out by likeness for it to mean the same: chosen on the part `tune`
of benchmarks/paraphrases.tsv, so that one unrelated quotation of thirty passes."""
_LIKELY = 0.55
"""The likeness of a stretch that shares content words, below which it means something else."""
_HOPELESS = 0.45
"""Where the likeliest stretch is less like a quotation than this by the static embedding, none
means the same, and the slower model is not asked."""
_LOOKED_AT = 20
_SAID = (PassageKind.TURN, PassageKind.QUOTATION)


@dataclass(frozen=True, slots=True)
class Lead:
    """A stretch of a passage that may mean the same.

    `within` counts in the passage's text; `likely` is how likely it is beside other leads, 0 to 1;
    `differs` what keeps it from meaning the same.
    """

    hit: Hit
    within: Span
    likely: float
    mine: bool
    near: bool
    differs: tuple[str, ...] = ()

    @property
    def means_it(self) -> bool:
        """Whether it is the speaker's, of the time, and said: what was denied is a lead only."""
        return self.mine and self.near and not self.hit.passage.withheld

    @property
    def words(self) -> str:
        """The words of the stretch."""
        return self.within.of(self.hit.passage.text)

    @property
    def span(self) -> Span:
        """Where they stand in the document."""
        return self.within.moved(self.hit.passage.span.start)


def way_of(asked: Asked, records: list[Recorded], semantic: bool | None) -> str:
    """How records are searched for the meaning of a quotation: by words, or by meaning too.

    By meaning only where records of the occasion are held. `semantic` None is wherever the extra is
    installed; where True, `MissingExtraError` says that it is not.
    """
    if semantic:
        meaning.require()
    wanted = meaning.usable() if semantic is None else semantic
    return BY_MEANING if wanted and records and not asked.short else BY_WORDS


def leads(asked: Asked, store: Store, records: list[Recorded], *, by: str) -> list[Lead]:
    """Passages that may mean what the quotation does, the likeliest first.

    They share content words with it or, by meaning, are stretches of the speaker's records that
    stand out by likeness; then sharing words is not enough. Only those that `means_it` are a
    paraphrase; the others are leads and no more.
    """
    hits = {hit.number: hit for record in records for hit in store.passages_of(record.document)}
    for hit in store.passages(store.similar(content(asked.bare), limit=50)):
        hits.setdefault(hit.number, hit)
    held = [hit for hit in hits.values() if _open(asked, hit)]
    found = [lead for hit in held if (lead := _by_words(asked, hit))]
    if by == BY_MEANING:
        found = _by_meaning(asked, held, found)
    return sorted(found, key=_rank)


def lead_of(asked: Asked, hit: Hit, found: Match, likely: float) -> Lead:
    """The lead to the sentences of a passage on which a quotation was laid."""
    by = hit.passage.span.start
    laid = Span(min(s.start for s in found.spans) - by, max(s.end for s in found.spans) - by)
    return _lead(asked, hit, widened(hit.passage.text, laid, hit.language or "en"), likely)


def _open(asked: Asked, hit: Hit) -> bool:
    return hit.passage.kind is not PassageKind.PROSE and asked.passes(hit.passage)


def _by_words(asked: Asked, hit: Hit) -> Lead | None:
    code = hit.language or "en"
    found = shared(asked.bare, hit.passage.text, code, least=_SHARE)
    if found.share < _SHARE or found.count < min(_LEAST, asked.content):
        return None
    return _lead(asked, hit, widened(hit.passage.text, found.span, code), found.share)


def _by_meaning(asked: Asked, held: list[Hit], shared: list[Lead]) -> list[Lead]:
    """The leads by words that are likely by meaning too, and those by meaning alone."""
    kept = [likely for lead in shared if (likely := _weighed(asked, lead))]
    own = [hit for hit in held if _searchable(asked, hit)]
    found = meaning.rank(asked.bare, [hit.passage.text for hit in own], limit=_LOOKED_AT)
    if not found or found[0].likeness < _HOPELESS:
        return kept
    places = {(lead.hit.number, lead.within) for lead in kept}
    for near in meaning.rerank(asked.bare, found):
        lead = _lead(asked, own[near.passage], near.span, near.likeness)
        if near.standing >= _STANDING and (lead.hit.number, lead.within) not in places:
            kept.append(lead)
    return kept


def _weighed(asked: Asked, lead: Lead) -> Lead | None:
    """A lead by words with its likeness, None where it means something else."""
    if not (lead.means_it and _searchable(asked, lead.hit)):
        return lead
    likely = meaning.likeness(asked.bare, lead.words)
    return replace(lead, likely=likely) if likely >= _LIKELY else None


def _searchable(asked: Asked, hit: Hit) -> bool:
    """Whether a passage is the speaker's, of the time, and in a language that the models know."""
    passage = hit.passage
    return (
        passage.kind in _SAID
        and asked.who(passage.speaker)
        and asked.when(hit.earliest, hit.latest)
        and meaning.covers(hit.language)
    )


def _lead(asked: Asked, hit: Hit, span: Span, likely: float) -> Lead:
    passage = hit.passage
    words = span.of(passage.text)
    start = span.start + len(words) - len(words.lstrip())
    return Lead(
        hit,
        Span(start, start + len(words.strip())),
        likely,
        asked.who(passage.speaker),
        asked.when(hit.earliest, hit.latest),
        differs=differing(asked.bare, words, hit.language or "en"),
    )


def _rank(lead: Lead) -> tuple[bool, bool, bool, float, int]:
    record = lead.hit.passage.against is Against.RECORD
    return (not lead.means_it, not record, bool(lead.differs), -lead.likely, len(lead.words))
