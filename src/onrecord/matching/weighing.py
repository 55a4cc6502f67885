"""Which words of a quotation a passage has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import groupby

from onrecord.languages import language
from onrecord.matching.likeness import lemma
from onrecord.matching.view import View, view
from onrecord.model import Edit, EditKind, Match, Span
from onrecord.text import words

_CHANGING = frozenset(
    {
        EditKind.NUMBER,
        EditKind.NEGATION,
        EditKind.NAME,
        EditKind.MODAL,
        EditKind.TENSE,
        EditKind.WORDING,
        EditKind.BRACKET,
        EditKind.ORDER,
    }
)
_OUTWARD = frozenset({EditKind.PUNCTUATION, EditKind.CASE, EditKind.SPELLING})
_COMMON = 0.4
"""What a word that says nothing about the subject weighs beside one that does."""
_RUN = 3
"""Words in a row that two passages must share for it not to be chance."""


def said(quote: str, found: Match, code: str = "en") -> frozenset[int]:
    """The numbers of the quotation's words that the passage has, of runs of three or more."""
    asked = view(quote, code, quotation=True)
    changed = _changed(asked, found)
    held = [number for number in _quoted(asked, found) if number not in changed]
    runs = groupby(enumerate(held), key=lambda pair: pair[1] - pair[0])
    kept: list[int] = []
    for _, run in runs:
        numbers = [number for _, number in run]
        if len(numbers) >= min(_RUN, len(asked.tokens)):
            kept += numbers
    return frozenset(kept)


def _quoted(asked: View, found: Match) -> list[int]:
    """The numbers of the quotation's words that stand in what the passage has of it, in order."""
    pieces = (
        range(bisect_left(asked.starts, piece.start), bisect_right(asked.ends, piece.end))
        for piece in found.quoted
    )
    return sorted(frozenset().union(*pieces))


def _changed(asked: View, found: Match) -> dict[int, Edit]:
    """The quotation's words that an edit changed, each with the first that did."""
    changed: dict[int, Edit] = {}
    for edit in found.edits:
        if edit.kind not in _CHANGING:
            continue
        start, end = edit.quote_span.start, edit.quote_span.end
        at = bisect_right(asked.ends, start)
        while at < len(asked.starts) and asked.starts[at] < end:
            if start < asked.ends[at]:
                changed.setdefault(at, edit)
            at += 1
    return changed


def weight(quote: str, found: Match, code: str = "en") -> float:
    """The share of the quotation that the passage has, by what its words weigh, 0 to 1.

    Brackets count only where the passage has their words; a word in another form (result, results)
    or place counts half, a word changed for nothing.
    """
    asked = view(quote, code, quotation=True)
    common = language(code).wording.common
    changed, quoted = _changed(asked, found), frozenset(_quoted(asked, found))
    # An edit may hold thousands of words: it is looked at once, not once for each of them.
    halves = {edit: 0.5 * _near(edit, code) for edit in dict.fromkeys(changed.values())}
    gained = total = 0.0
    for number, form in enumerate(asked.forms):
        value = _COMMON if form in common else 1.0
        edit = changed.get(number)
        held = halves[edit] if edit else float(number in quoted)
        if not held and asked.bracketed and asked.bracket(number):
            continue
        total += value
        gained += value * held
    return gained / total if total else 0.0


def _near(edit: Edit, code: str) -> bool:
    """Whether an edit moves words, or puts another form of one word in its place."""
    if edit.kind is EditKind.ORDER:
        return True
    forms = [words(text) for text in (edit.quote, edit.record)]
    if any(len(found) != 1 for found in forms):
        return False
    one, other = (found[0].form for found in forms)
    return lemma(one, code) == lemma(other, code)


def in_rows(quote: str, found: Match, code: str = "en", *, least: int = 5) -> float:
    """The share of the quotation's words that stand in rows of `least` or more as in the record.

    A row ends where a word was changed, put in or left out.
    """
    asked = view(quote, code, quotation=True)
    edits = [edit.quote_span for edit in found.edits if edit.kind not in _OUTWARD]
    rows: list[int] = [0]
    end = 0
    for token in asked.tokens:
        span = token.span
        held = any(piece.holds(span) for piece in found.quoted)
        changed = any(len(edit) and edit.meets(span) for edit in edits)
        if not held or changed or any(not len(e) and end <= e.start <= span.start for e in edits):
            rows.append(0)
        rows[-1] += held and not changed
        end = span.end
    return sum(row for row in rows if row >= least) / max(1, len(asked.tokens))


def worth(quote: str, code: str = "en") -> tuple[int, int]:
    """How many words a quotation has, the editor's aside, and how many of them have content."""
    asked = view(quote, code, quotation=True)
    common = language(code).wording.common
    own = asked.forms
    if asked.bracketed:
        own = tuple(t.form for t in asked.tokens if not t.bracket) or own
    return len(own), sum(form not in common for form in own)


def stretches(
    quote: str, numbers: Iterable[int], code: str = "en", *, others: bool = False
) -> list[Span]:
    """The spans of the quotation that hold these words, or all `others`, neighbours together."""
    asked: View = view(quote, code, quotation=True)
    ordered = sorted(set(range(len(asked.tokens))).difference(numbers) if others else numbers)
    found = []
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        held = [number for _, number in run]
        found.append(Span(asked.tokens[held[0]].span.start, asked.tokens[held[-1]].span.end))
    return found
