"""Findings that rest on a match which is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.checking import Checked
from onrecord.model import BY_MEANING, Against, Document, Edit, EditKind, Finding, Match, Outcome
from onrecord.model.rulings import Doubt, Matter, Ruling, Sort, Spot
from onrecord.overlay import in_one_form
from onrecord.reviewing.people import nearly_same
from onrecord.reviewing.raising import raised

_LOW = 0.7
"""The share of a quotation's words unchanged below which what it was matched with is doubtful."""
_TIE = 0.04
"""By how much less of the words a second record has that is as good."""
_TYPOGRAPHY = frozenset({EditKind.PUNCTUATION, EditKind.CASE, EditKind.SPELLING, EditKind.BRACKET})
_LAID = frozenset({Outcome.SPLICED, Outcome.ALTERED, Outcome.TRIMMED, Outcome.PROMOTED})
_Reason = tuple[str, str, float]


def doubtful_matches(
    document: Document, checked: Iterable[Checked], rulings: Iterable[Ruling] = ()
) -> Iterator[Doubt]:
    """Quotations of a document whose finding rests on a match that somebody should look at.

    A match that was ruled on is left out.
    """
    ruled = [r for r in rulings if r.matter is Matter.MATCH and not r.taken_back and r.second]
    for quotation, statement, finding in checked:
        if not finding.document or not finding.spans:
            continue
        sha256 = document.provenance.sha256
        words = quotation.of(document.text)
        spot = Spot(document.id, (quotation,), words, sha256=sha256)
        second = Spot(finding.document, finding.spans, finding.record)
        if any(_same(one, spot, second) for one in ruled):
            continue
        if reason := _reason(finding, statement.speaker):
            rule, why, score = reason
            yield raised(
                Doubt(
                    "",
                    Sort.MATCHES,
                    Matter.MATCH,
                    rule,
                    why,
                    score,
                    spot=spot,
                    speaker=finding.asked,
                    other=finding.speaker,
                    second=second,
                )
            )


def _same(ruling: Ruling, spot: Spot, second: Spot) -> bool:
    held = ruling.second
    return (
        held is not None
        and in_one_form(ruling.spot.words) == in_one_form(spot.words)
        and held.document == second.document
        and any(one.meets(other) for one in held.spans for other in second.spans)
    )


def _reason(finding: Finding, speaker: str) -> _Reason | None:
    """Why a match is doubtful, the strongest reason first; None where it is not."""
    if finding.outcome is Outcome.MISATTRIBUTED and nearly_same(speaker, finding.speaker):
        why = (
            f"It is given to {speaker} and on record from {finding.speaker}, nearly the same name."
        )
        return "near_name", why, 0.9
    if finding.outcome is Outcome.PARAPHRASE:
        how = "by meaning" if finding.coverage.by == BY_MEANING else "by a few words"
        return "paraphrase", f"No such words are held: it was matched {how} alone.", 0.5
    share = kept_share(finding.quote, finding.edits)
    if finding.outcome in _LAID and share < _LOW:
        why = f"The record has {share:.0%} of its words unchanged; it may be another utterance."
        return "coverage", why, round(0.85 - share / 2, 3)
    tie = next((one for one in finding.others if _ties(one, finding, share)), None)
    if tie:
        why = (
            f"Another record, of {tie.passage.speaker or 'nobody named'}, has these words as well."
        )
        return "tie", why, 0.45
    return None


def kept_share(quote: str, edits: Iterable[Edit]) -> float:
    """The share of a quotation's words that no edit touches, typography aside."""
    words = len(quote.split())
    changed = sum(len(e.quote.split()) for e in edits if e.kind not in _TYPOGRAPHY)
    added = sum(len(e.record.split()) for e in edits if e.kind not in _TYPOGRAPHY and not e.quote)
    return max(0.0, 1 - (changed + min(added, words) / 2) / words) if words else 1.0


def _ties(other: Match, finding: Finding, share: float) -> bool:
    """Whether a record of another speaker is as good a match."""
    passage = other.passage
    return (
        finding.against is Against.RECORD
        and passage.against is Against.RECORD
        and other.coverage >= share - _TIE
        and passage.speaker != finding.speaker
    )
