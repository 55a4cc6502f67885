"""What was cut off at the ends of a quotation and passed over inside it, and why that matters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.languages import Wording, language
from onrecord.matching.view import Token, View, view
from onrecord.model import Cut, CutKind, Edit, EditKind, Match, Span

_BREAK = re.compile(r"[,;:—–]")
_NEAR = 6
"""Words behind the quotation in which a condition or a refutation governs it."""


@dataclass(frozen=True, slots=True)
class Edges:
    """How a quotation is cut out of the record.

    `opens` and `ends`: it begins or ends inside a sentence; `partial`: a piece of it does either.
    `governing`: the words that governed it and were cut off, each once.
    """

    partial: bool
    governing: tuple[Cut, ...] = ()
    opens: bool = False
    ends: bool = False


def edges(found: Match, code: str = "en") -> Edges:
    """Whether the quotation is cut out of a sentence, and what governed it there.

    A negation or a verb of denial governs what follows it in the same clause, or behind "that";
    "if" and "unless" the rest of their sentence, unless "and" or "but" begins what was kept; a
    condition or a refutation behind the quotation governs it within a few words. Irony and what
    stands in other sentences are not seen.
    """
    held = view(found.passage.text, code, within=found.looked)
    wording = language(code).wording
    partial, governing = [], dict[Cut, None]()
    for first, last in _pieces(found, held):
        before, after = _before(first, held, wording), _after(last, held)
        partial.append((bool(before), bool(after)))
        cut = _governs_from_before(before, held, wording) or _from_behind(after, held, wording)
        if cut:
            governing[_cut(*cut, found)] = None
    if not partial:
        return Edges(False)
    anywhere = any(side for sides in partial for side in sides)
    return Edges(anywhere, tuple(governing), partial[0][0], partial[-1][1])


def crossed(found: Match, code: str = "en") -> tuple[Cut, ...]:
    """What of the record is passed over where what is joined stands in different sentences.

    Seen are words left out inside a piece, marked or not, and what lies between two pieces that
    stand in the record's order; not what is put in the place of other words.
    """
    held = view(found.passage.text, code, within=found.looked)
    by = found.passage.span.start
    spans = [edit.record_span for edit in found.edits if _left_out(edit)]
    spans += [Span(a.end, b.start) for a, b in pairwise(found.spans) if a.end < b.start]
    gaps = [_tokens_in(span.moved(-by), held) for span in sorted(spans)]
    return tuple(
        _cut(CutKind.SENTENCE, _stretch(_slid(gap, held), held), found)
        for gap in gaps
        if _crosses(gap, held)
    )


def _left_out(edit: Edit) -> bool:
    return bool(edit.record) and not edit.quote and edit.kind is not EditKind.FILLER


def _tokens_in(span: Span, held: View) -> range:
    return held.between(span.start, span.end)


def _crosses(gap: range, held: View) -> bool:
    """Whether the words on both sides of a gap stand in different sentences."""
    if not gap or not gap.start or gap.stop == len(held.tokens):
        return False
    return held.tokens[gap.start - 1].sentence != held.tokens[gap.stop].sentence


def _slid(gap: range, held: View) -> range:
    """The gap moved to where a sentence begins, where the same words could be left out there.

    Of "The gate holds. The lock holds. The crew left" it can be "gate holds. The" that is gone.
    """
    forms, start, stop = held.forms, gap.start, gap.stop
    while start > 1 and forms[start - 1] == forms[stop - 1] and not held.tokens[start].first:
        start, stop = start - 1, stop - 1
    return range(start, stop) if held.tokens[start].first else gap


def _stretch(gap: range, held: View) -> Span:
    return Span(held.starts[gap[0]], held.ends[gap[-1]])


def _cut(why: CutKind, span: Span, found: Match) -> Cut:
    by = found.passage.span.start
    words = span.of(found.passage.text)
    start = span.start + len(words) - len(words.lstrip())
    return Cut(why, words.strip(), Span(start + by, start + by + len(words.strip())))


def _pieces(found: Match, held: View) -> Iterator[tuple[int, int]]:
    """The first and the last word, as token numbers, of each piece that the record has."""
    by = found.passage.span.start
    for span in found.spans:
        inside = held.between(span.start - by, span.end - by)
        if inside:
            yield inside[0], inside[-1]


def _before(first: int, held: View, wording: Wording) -> range:
    """The words of the sentence that stand before the quotation; fillers alone are nothing."""
    start = held.same_sentence(first).start
    forms = held.forms[start:first]
    nothing = forms in wording.fillers or forms in wording.set_off
    return range(first if nothing else start, first)


def _after(last: int, held: View) -> range:
    return range(last + 1, held.same_sentence(last).stop)


def _governs_from_before(
    places: range, held: View, wording: Wording
) -> tuple[CutKind, Span] | None:
    """From the governing word on, what stands before the quotation in its sentence."""
    forms = held.forms[places.start : places.stop]
    if not any(form in wording.conditions or form in wording.denials for form in forms):
        return None
    follows = forms[-1] in wording.consequent
    if forms[-1] in wording.linking and not (follows and wording.conditions & set(forms)):
        return None
    words = held.tokens[places.start : places.stop]
    subordinate = words[-1].form in wording.subordinating
    for at, token in enumerate(words):
        condition = forms[at] in wording.conditions
        if not condition and forms[at] not in wording.denials:
            continue
        if (
            _harmless(forms, at, wording)
            or ";" in held.text[token.span.end : words[-1].span.end + 1]
        ):
            continue
        parts = _clauses(words[at:], held)
        if condition or subordinate or parts[0] == parts[-1]:
            why = CutKind.CONDITION if condition else CutKind.DENIAL
            return why, Span(token.span.start, words[-1].span.end)
    return None


def _clauses(words: Sequence[Token], held: View) -> list[int]:
    """For each word the number of its clause, as commas, colons and dashes part them."""
    found = [0]
    for before, token in pairwise(words):
        parted = _BREAK.search(held.text, before.span.end, token.span.start)
        found.append(found[-1] + bool(parted))
    end = held.text[words[-1].span.end :].lstrip()[:1]
    return [*found, found[-1] + (end in {",", ":", "—", "–"})]


def _from_behind(places: range, held: View, wording: Wording) -> tuple[CutKind, Span] | None:
    forms = held.forms[places.start : places.stop][:_NEAR]
    for at, form in enumerate(forms):
        condition = at <= 1 and form in wording.conditions
        refuted = form in wording.refutations and any(f in ("is", "'s", "be") for f in forms)
        if (condition or refuted) and not _harmless(forms, at, wording):
            why = CutKind.CONDITION if condition else CutKind.DENIAL
            return why, _stretch(places, held)
    return None


def _harmless(forms: Sequence[str], at: int, wording: Wording) -> bool:
    """Whether the word at `at` belongs to a phrase that governs nothing: "if I may"."""
    for phrases in (wording.harmless, wording.affirming):
        for phrase in phrases:
            for place, form in enumerate(phrase):
                start = at - place
                here = form == forms[at] and start >= 0
                if here and tuple(forms[start : start + len(phrase)]) == phrase:
                    return True
    return False
