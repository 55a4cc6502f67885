"""What was cut off at the ends of a quotation, and whether it governed what was kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.languages import Wording, language
from onrecord.matching.view import Token, View, view
from onrecord.model import Match, Span

_BREAK = re.compile(r"[,;:—–]")
_NEAR = 6
"""Words behind the quotation in which a condition or a refutation governs it."""


@dataclass(frozen=True, slots=True)
class Edges:
    """`partial`: a piece starts or ends inside a sentence; `governing`: the words that governed.

    `governing` counts in the passage's document, None where nothing that governs was cut off.
    """

    partial: bool
    governing: Span | None = None


def edges(found: Match, code: str = "en") -> Edges:
    """Whether the quotation is cut out of a sentence, and what governed it there.

    A negation or a verb of denial governs what follows it in the same clause, or behind "that";
    "if" and "unless" the rest of their sentence, unless "and" or "but" begins what was kept; a
    condition or a refutation behind the quotation governs it within a few words. Irony and what
    stands in other sentences are not seen.
    """
    if not found.spans:
        return Edges(False)
    held = view(found.passage.text, code, within=found.looked)
    wording = language(code).wording
    by = found.passage.span.start
    partial, governing = False, None
    for span in found.spans:
        inside = [
            number
            for number, token in enumerate(held.tokens)
            if span.start <= token.span.start + by < span.end
        ]
        if not inside:
            continue
        before, after = _before(inside[0], held, wording), _after(inside[-1], held)
        partial = partial or bool(before) or bool(after)
        cut = _governs_from_before(before, held, wording) or _from_behind(after, wording)
        if cut and governing is None:
            governing = Span(cut.start + by, cut.end + by)
    return Edges(partial, governing)


def _before(first: int, held: View, wording: Wording) -> list[Token]:
    """The words of the sentence that stand before the quotation; fillers alone are nothing."""
    sentence = held.tokens[first].sentence
    start = first
    while start and held.tokens[start - 1].sentence == sentence:
        start -= 1
    words = list(held.tokens[start:first])
    forms = tuple(token.form for token in words)
    return [] if forms in wording.fillers or forms in wording.set_off else words


def _after(last: int, held: View) -> list[Token]:
    sentence = held.tokens[last].sentence
    end = last + 1
    while end < len(held.tokens) and held.tokens[end].sentence == sentence:
        end += 1
    return list(held.tokens[last + 1 : end])


def _governs_from_before(words: list[Token], held: View, wording: Wording) -> Span | None:
    """From the governing word on, what stands before the quotation in its sentence."""
    if not words or words[-1].form in wording.linking:
        return None
    forms = [token.form for token in words]
    parts = _clauses(words, held)
    subordinate = words[-1].form in wording.subordinating
    for at, token in enumerate(words):
        if (
            _harmless(forms, at, wording)
            or ";" in held.text[token.span.end : words[-1].span.end + 1]
        ):
            continue
        condition = token.form in wording.conditions
        denial = token.form in wording.denials and (subordinate or parts[at] == parts[-1])
        if condition or denial:
            return Span(token.span.start, words[-1].span.end)
    return None


def _clauses(words: list[Token], held: View) -> list[int]:
    """For each word the number of its clause, as commas, colons and dashes part them."""
    found = [0]
    for before, token in pairwise(words):
        parted = _BREAK.search(held.text, before.span.end, token.span.start)
        found.append(found[-1] + bool(parted))
    end = held.text[words[-1].span.end :].lstrip()[:1]
    return [*found, found[-1] + (end in {",", ":", "—", "–"})]


def _from_behind(words: list[Token], wording: Wording) -> Span | None:
    near = words[:_NEAR]
    forms = [token.form for token in near]
    for at, token in enumerate(near):
        if _harmless(forms, at, wording):
            continue
        condition = at <= 1 and token.form in wording.conditions
        refuted = token.form in wording.refutations and any(f in ("is", "'s", "be") for f in forms)
        if condition or refuted:
            return Span(words[0].span.start, words[-1].span.end)
    return None


def _harmless(forms: list[str], at: int, wording: Wording) -> bool:
    """Whether the word at `at` belongs to a phrase that governs nothing: "if I may"."""
    for phrases in (wording.harmless, wording.affirming):
        for phrase in phrases:
            for place, form in enumerate(phrase):
                start = at - place
                here = form == forms[at] and start >= 0
                if here and tuple(forms[start : start + len(phrase)]) == phrase:
                    return True
    return False
