"""One rendering laid on another: where its words stand there, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.languages import language
from onrecord.matching import LONG, bare, edges, match, weight
from onrecord.model import Edit, EditKind, Match, Rendering, Span
from onrecord.text import words

_GRAVE = frozenset({EditKind.NUMBER, EditKind.NEGATION, EditKind.NAME, EditKind.MODAL})
_PECULIAR = _GRAVE | {
    EditKind.WORDING,
    EditKind.TENSE,
    EditKind.ORDER,
    EditKind.OMISSION,
    EditKind.BRACKET,
    EditKind.ELLIPSIS,
}
"""Changes that two people hardly make alike; typography, spelling and fillers are nobody's own."""

Peculiarity = tuple[int, str, str]
"""Where in the other document, its words, the words in their place; words folded."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A rendering on another: the match, the share of its words found there, what is peculiar.

    The edits count in the documents of the two renderings.
    """

    match: Match
    weight: float
    governed: bool
    peculiar: frozenset[Peculiarity]

    def covers(self, place: int) -> bool:
        """Whether words on both sides of a place in the other document are rendered."""
        return any(span.start < place < span.end for span in self.match.spans)


def lay(one: Rendering, other: Rendering) -> Laid:
    """`one` laid on the passage of `other`."""
    hull = Span(min(s.start for s in one.spans), max(s.end for s in one.spans))
    by = one.passage.span.start
    raw = one.passage.text[hull.start - by : hull.end - by]
    quote = bare(raw)
    code = other.language or "en"
    found = match(quote, other.passage, language=code, around=_around(other))
    shift = hull.start + raw.find(quote)
    moved = replace(found, edits=tuple(edit.moved(shift) for edit in found.edits))
    return Laid(
        moved,
        weight(quote, found, code),
        bool(edges(found, code).governing),
        frozenset(_key(edit) for edit in found.edits if _peculiar(edit, code)),
    )


def _around(other: Rendering) -> Span | None:
    """Where in the text of a long passage the rendering stands."""
    if len(other.passage.text) < LONG:
        return None
    by = other.passage.span.start
    return Span(min(s.start for s in other.spans) - by, max(s.end for s in other.spans) - by)


def _peculiar(edit: Edit, code: str) -> bool:
    """Whether a change tells something: not that "the" or "that" was left out."""
    if edit.kind not in _PECULIAR:
        return False
    common = language(code).wording.common
    forms = [word.form for word in words(f"{edit.record} {edit.quote}")]
    return edit.kind in _GRAVE or any(form not in common for form in forms)


def _key(edit: Edit) -> Peculiarity:
    return edit.record_span.start, _folded(edit.record), _folded(edit.quote)


def _folded(text: str) -> str:
    return " ".join(word.form for word in words(text))
