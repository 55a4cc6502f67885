"""A quotation and a store to a finding."""

from __future__ import annotations

from dataclasses import replace

from onrecord.checking.asking import Asked, ask
from onrecord.checking.choosing import Chosen, choose, withheld
from onrecord.checking.context import between
from onrecord.checking.coverage import coverage_of, records_of
from onrecord.checking.meaning import Lead, lead_of, leads, way_of
from onrecord.checking.outcomes import Seen, outcomes
from onrecord.checking.renderings import TRANSLATED, Rendering, renderings
from onrecord.checking.stylebooks import allowing
from onrecord.checking.translation import another_translation, translated_speech
from onrecord.matching import Edges, crossed, edges, outer
from onrecord.model import (
    Coverage,
    Cut,
    Finding,
    Match,
    Outcome,
    PassageKind,
    Proof,
    Span,
)
from onrecord.stores import Store
from onrecord.text import link_to, place_of

_OTHERS = 5
_FARTHEST = 0.25
"""The share of a quotation's words that are edited at most in what a proof looks for."""
_MARKED_CUT = frozenset({Outcome.VERBATIM, Outcome.EDITED, Outcome.TRIMMED, Outcome.ALTERED})


def check(
    quote: str,
    store: Store,
    *,
    speaker: str = "",
    date: str = "",
    document: str = "",
    leave_out: str = "",
    semantic: bool | None = None,
    prove: bool = False,
) -> Finding:
    """What the documents held say of a quotation; that it is not held never means it was not said.

    `speaker` is who is said to have said it, `date` when, in EDTF. `document` narrows the search to
    one document, `leave_out` names the one that the quotation came from. Edits count in `quote` as
    given and in the record's document. Where no words are held, `semantic` looks for their meaning
    too; by default wherever that extra is installed, and the coverage says what was done. With
    `prove` a finding of nothing says how near any stretch of all words held comes. `InputError`
    where the quotation has no word or the date cannot be read, `NotFoundError` where no held
    document answers to a reference, `MissingExtraError` where `semantic` is asked for and not
    installed.
    """
    asked = ask(
        quote,
        speaker=speaker,
        date=date,
        document=store.find(document) if document else "",
        leave_out=store.find(leave_out) if leave_out else "",
    )
    asked = replace(asked, ruled_out=store.ruled_out(asked.bare))
    records = records_of(asked, store)
    coverage = coverage_of(asked, records)
    found = renderings(asked, store, records)
    chosen = choose(asked, found)
    if chosen and not another_translation(asked, chosen, store):
        return _held(asked, chosen, coverage, found)
    by = way_of(asked, records, semantic)
    leading = leads(asked, store, records, by=by)
    if chosen:
        main = chosen.main
        leading.insert(0, lead_of(asked, main.hit, main.match, main.weight))
    told = replace(coverage, by=by)
    lead = next((one for one in leading if one.means_it), None)
    if lead and not asked.short:
        translated = translated_speech(lead.hit.passage, store)
        return _paraphrase(asked, lead, told, found, translated=translated)
    translated = any(not TRANSLATED.isdisjoint(record.flags) for record in records)
    finding = _not_held(asked, told, leading, found, translated=translated)
    return replace(finding, proof=_proof(asked, store)) if prove else finding


def _proof(asked: Asked, store: Store) -> Proof:
    """How near any words held come, up to the share of edits beyond which it is no likeness."""
    return store.prove(asked.own, within=int(asked.words * _FARTHEST))


def _held(asked: Asked, chosen: Chosen, coverage: Coverage, found: list[Rendering]) -> Finding:
    main = chosen.main
    passage = main.hit.passage
    edge = _edges(chosen)
    applying = outcomes(
        Seen(
            chosen.edits,
            another=chosen.another,
            reporters=main.reporters,
            apart=len(chosen.parts) > 1 or _apart(main.match),
            governed=bool(edge.governing) and not main.question and not asked.short,
            absent=coverage.held and not main.record and not chosen.another,
            few=asked.short,
        )
    )
    words = " … ".join(_words(span, chosen) for span in chosen.spans)
    aside = outer(asked.bare, main.match) if len(chosen.parts) == 1 else ()
    cut = _cut(asked, chosen, edge)
    return Finding(
        outcome=applying[0],
        quote=asked.quote,
        coverage=coverage,
        also=applying[1:],
        flags=_flags(asked, chosen, edge, (applying[0], cut)),
        against=passage.against,
        edits=tuple(edit.moved(asked.shift) for edit in chosen.edits),
        record=words,
        spans=chosen.spans,
        context=_context(chosen),
        document=passage.document,
        speaker=passage.speaker,
        asked=asked.speaker,
        dating=main.hit.dated,
        link=_link(main, chosen.spans, words),
        others=_others(chosen, found),
        cut=cut,
        outer=tuple(edit.moved(asked.shift) for edit in aside),
        allowed_by=allowing(applying[0], chosen.edits, aside, partial=edge.partial),
    )


def _edges(chosen: Chosen) -> Edges:
    found = [edges(part.match, part.hit.language or "en") for part in chosen.parts]
    governing = tuple(cut for e in found for cut in e.governing)
    return Edges(any(e.partial for e in found), governing)


def _cut(asked: Asked, chosen: Chosen, edge: Edges) -> tuple[Cut, ...]:
    """What was cut that puts the quotation out of its context, in order of the record."""
    if asked.short:
        return ()
    found = [] if chosen.main.question else list(edge.governing)
    for part in chosen.parts:
        found += crossed(part.match, part.hit.language or "en")
    found += between(chosen.parts)
    return tuple(sorted(dict.fromkeys(found), key=lambda cut: cut.span))


def _apart(laid: Match) -> bool:
    return len(laid.spans) > 1


def _flags(
    asked: Asked, chosen: Chosen, edge: Edges, found: tuple[Outcome, tuple[Cut, ...]]
) -> tuple[str, ...]:
    main = chosen.main
    outcome, cut = found
    other_date = asked.occasion and bool(main.hit.earliest) and not main.near
    rows = (
        ("question", main.question),
        ("partial", edge.partial and outcome in _MARKED_CUT),
        ("out_of_context", bool(cut)),
        ("independent_translation_possible", main.translated),
        ("short", asked.short),
        ("other_date", other_date),
        ("hedged", "hedged" in main.hit.passage.flags),
        ("name_unsure", asked.unsure(main.hit.passage.speaker)),
    )
    return tuple(flag for flag, applies in rows if applies)


def _words(span: Span, chosen: Chosen) -> str:
    for part in chosen.parts:
        passage = part.hit.passage
        if passage.span.holds(span) and passage.document == chosen.main.hit.passage.document:
            by = passage.span.start
            return passage.text[span.start - by : span.end - by]
    return ""


def _context(chosen: Chosen) -> Span:
    held = [
        part.hit.passage.span
        for part in chosen.parts
        if part.hit.passage.document == chosen.main.hit.passage.document
    ]
    return Span(min(s.start for s in held), max(s.end for s in held))


def _link(main: Rendering, spans: tuple[Span, ...], words: str) -> str:
    return link_to(main.hit.url, words.split(" … ", maxsplit=1)[0]) or place_of(
        main.hit.passage.document, spans
    )


def _others(chosen: Chosen, found: list[Rendering]) -> tuple[Match, ...]:
    """Other renderings of the same words, one a document and kind, best first."""
    places = {(part.hit.passage.document, part.hit.passage.span) for part in chosen.parts}
    kept: dict[tuple[str, PassageKind], Match] = {}
    for r in found:
        passage = r.hit.passage
        if (passage.document, passage.span) in places or r.weight < 0.5:
            continue
        kept.setdefault((passage.document, passage.kind), r.match)
    return tuple(kept.values())[:_OTHERS]


def _not_held(
    asked: Asked,
    coverage: Coverage,
    found: list[Lead],
    laid: list[Rendering],
    *,
    translated: bool,
) -> Finding:
    """That the record held does not have it, or that no record is held."""
    sayable = coverage.held and not asked.short
    flags = (
        ("short", asked.short),
        ("independent_translation_possible", sayable and translated),
        *((flag, True) for flag in withheld(asked, laid)),
    )
    return Finding(
        outcome=Outcome.NOT_IN_RECORD if sayable else Outcome.RECORD_NOT_HELD,
        quote=asked.quote,
        coverage=coverage,
        flags=tuple(flag for flag, applies in flags if applies),
        asked=asked.speaker,
        others=_leading(found, laid),
    )


def _paraphrase(
    asked: Asked, lead: Lead, coverage: Coverage, laid: list[Rendering], *, translated: bool
) -> Finding:
    passage = lead.hit.passage
    match = next((r.match for r in laid if r.hit.number == lead.hit.number), None)
    return Finding(
        outcome=Outcome.PARAPHRASE,
        quote=asked.quote,
        coverage=coverage,
        flags=(
            *(("independent_translation_possible",) if translated else ()),
            *(("hedged",) if "hedged" in passage.flags else ()),
            *lead.differs,
            *withheld(asked, laid),
        ),
        against=passage.against,
        record=lead.words,
        spans=(lead.span,),
        context=passage.span,
        document=passage.document,
        speaker=passage.speaker,
        asked=asked.speaker,
        dating=lead.hit.dated,
        link=link_to(lead.hit.url, lead.words) or place_of(passage.document, (lead.span,)),
        others=tuple(m for m in (match,) if m),
    )


def _leading(found: list[Lead], laid: list[Rendering]) -> tuple[Match, ...]:
    """What may lead somewhere: passages of other occasions or speakers that say the like."""
    near = [r.match for r in laid if r.weight >= 0.5]
    spans = [Match(lead.hit.passage, (), (), 0.0) for lead in found]
    return tuple((near + spans)[:_OTHERS])
