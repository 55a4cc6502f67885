"""What was cut off at the ends of a quotation, and whether it governed what was kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.languages import Wording, language
from onrecord.matching.view import Token, View, view
from onrecord.model import Match, Span

_TURN = re.compile(r"[;:—–]|, but | but ")
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

    A negation or a verb of denial governs what follows it in the same clause; "if" and "unless"
    the rest of their sentence; what follows the quotation governs it within a few words. Irony and
    what stands in other sentences are not seen.
    """
    if not found.spans:
        return Edges(False)
    held = view(found.passage.text, code)
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
        cut = _governs_from_before(before, held, wording) or _from_behind(after, held, wording)
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
    if not words:
        return None
    forms = [token.form for token in words]
    clause = _last_clause(words, held)
    for at, token in enumerate(words):
        if _harmless(forms, at, wording):
            continue
        condition = token.form in wording.conditions and not _closed(words[at:], held)
        denial = token.form in wording.denials and at >= clause and token.form != "without"
        if condition or denial:
            return Span(token.span.start, words[-1].span.end)
    return None


def _last_clause(words: list[Token], held: View) -> int:
    """The number of the first word of the clause that leads into the quotation."""
    start = words[0].span.start
    text = held.text[start : words[-1].span.end]
    cuts = [m.end() + start for m in _TURN.finditer(text)]
    if not cuts:
        return 0
    return next((n for n, token in enumerate(words) if token.span.start >= cuts[-1]), len(words))


def _closed(words: list[Token], held: View) -> bool:
    """Whether a condition ends before the quotation begins with a clause of its own: "; "."""
    between = held.text[words[0].span.end : words[-1].span.end]
    return ";" in between


def _from_behind(words: list[Token], held: View, wording: Wording) -> Span | None:
    near = words[:_NEAR]
    forms = [token.form for token in near]
    for at, token in enumerate(near):
        if _harmless(forms, at, wording):
            continue
        condition = at <= 1 and token.form in wording.conditions
        refuted = token.form in wording.refutations and any(f in ("is", "'s", "be") for f in forms)
        if condition or refuted:
            return Span(words[0].span.start, words[-1].span.end)
    del held
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
