"""A text as comparable tokens, each leading back to the words that it stands for.

Contractions are taken apart, number phrases put together, spellings of one word given one form, so
that what is equal for every stylebook is equal here, and what differs can be typed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import Wording, language
from onrecord.matching.numbers import is_number
from onrecord.matching.parts import Part, parts
from onrecord.model import Span
from onrecord.text import sentences, words

_SQUARE = re.compile(r"\[([^\[\]\n]{1,300})\]")
_ROUND = re.compile(r"\(([^()\n]{1,300})\)")
ELLIPSIS = re.compile(
    r"[\[(]\s?(?:\.(?:[ \u00a0]?\.){1,4}|…)\s?[\])]|(?:[…‥⋯][ \u00a0]?)+"
    r"|\.(?:[ \u00a0]?\.){2,4}|\.\.(?!\.)|\*(?:[ \u00a0]?\*){2}"
)
_BLANKED = re.compile(r" {4,}")
_OPENERS = re.compile(r"[:\"“”«»„.!?…]")
_Places = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Token:
    """A comparable word: where it stands, its form, and what it is.

    `plain` is the form before spellings were made alike, `word` the span of the whole word where
    the token is a part of a contraction. `first` says that it opens a sentence.
    """

    span: Span
    form: str
    plain: str
    raw: str
    word: tuple[int, int]
    sentence: int
    first: bool
    name: bool
    number: bool
    bracket: bool

    @property
    def contracted(self) -> bool:
        """Whether it is a part of a contraction."""
        return self.word != (self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class View:
    """A text's tokens, their forms, and the places (token indices) where an ellipsis stands."""

    text: str
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    ellipses: frozenset[int]


def view(
    text: str, code: str = "en", *, quotation: bool = False, within: Span | None = None
) -> View:
    """The tokens of `text`; of a `quotation` round brackets are the editor's too.

    Stage directions ("(Laughter.)") are left out. `within` is the stretch that is looked at, made
    of whole sentences; offsets count in the whole text all the same, and a word that stands
    anywhere in the text without its capital is no name for opening a sentence with one.
    """
    if within and len(within) == len(text):
        within = None
    return _view(text, code, quotation, within)


@lru_cache(maxsize=256)
def _view(text: str, code: str, quotation: bool, within: Span | None) -> View:
    wording = language(code).wording
    editorial, stage = _brackets(text, wording, quotation)
    low, seen = (within.start, within.of(text)) if within else (0, text)
    found = [_shifted(part, low) for part in parts(seen, code)] if low else parts(seen, code)
    if stage:
        found = [part for part in found if not _in(part, stage)]
    whole = parts(text, code) if within else found
    small = {part.form for part in whole if text[part.start : part.start + 1].islower()}
    tokens = tuple(_tokens(text, found, (wording, small), editorial))
    starts = [token.span.start for token in tokens]
    cuts = [m.start() for m in ELLIPSIS.finditer(text)] if quotation else []
    ellipses = frozenset(bisect_left(starts, cut) for cut in cuts)
    return View(text, tokens, tuple(t.form for t in tokens), ellipses)


def _shifted(part: Part, by: int) -> Part:
    word = (part.word[0] + by, part.word[1] + by)
    return Part(part.start + by, part.end + by, part.form, part.plain, word)


def _in(part: Part, places: _Places) -> bool:
    return any(start <= part.start < end for start, end in places)


def _brackets(text: str, wording: Wording, quotation: bool) -> tuple[_Places, _Places]:
    """Where the editor's brackets stand, and where stage directions do."""
    editorial: _Places = []
    stage: _Places = []
    groups = [(m, True) for m in _SQUARE.finditer(text)]
    groups += [(m, quotation) for m in _ROUND.finditer(text)]
    for found, ours in groups:
        forms = [w.form for w in words(found.group(1))]
        if 0 < len(forms) <= 5 and any(form in wording.stage for form in forms):
            stage.append(found.span())
        elif ours:
            editorial.append(found.span())
    return editorial, stage


def _tokens(
    text: str, found: list[Part], known: tuple[Wording, set[str]], editorial: _Places
) -> Iterator[Token]:
    wording, small = known
    bounds = [*sorted({span.start for span in sentences(text)} | _resumed(text)), len(text) + 1]
    capitals = sum(text[part.start : part.start + 1].isupper() for part in found)
    titled = capitals * 2 > len(found) and len(found) > 3
    units = frozenset(wording.numerals.units.values())
    sentence, measured, end = -1, False, 0
    for place, part in enumerate(found):
        raw, between = text[part.start : part.end], text[end : part.start]
        first = bounds[sentence + 1] <= part.start
        while bounds[sentence + 1] <= part.start:
            sentence += 1
        number = is_number(part.form) or (measured and part.form in units)
        name = False
        if raw[:1].isupper() and not number:
            opens = first or titled or not end or (between != " " and _opens(between))
            behind = text[part.end : part.end + 3].lstrip(". \u00a0")[:1]
            title = part.plain in wording.titles and (behind.isupper() or place == 0)
            name = not title and _is_name(part, raw, small if opens else None, wording)
        yield Token(
            Span(part.start, part.end),
            part.form,
            part.plain,
            raw,
            part.word,
            max(sentence, 0),
            first,
            name,
            number,
            "[" in raw or "]" in raw or (bool(editorial) and _in(part, editorial)),
        )
        measured, end = number, part.end


def _opens(between: str) -> bool:
    return _OPENERS.search(between) is not None


def _resumed(text: str) -> set[int]:
    """Where a passage goes on with a capital behind what was blanked out of it."""
    return {m.end() for m in _BLANKED.finditer(text) if text[m.end() : m.end() + 1].isupper()}


def _is_name(part: Part, raw: str, small: set[str] | None, wording: Wording) -> bool:
    """Whether a word with a capital is a name; `small` are forms that the text has without one.

    `small` is None inside a sentence, where a capital alone is enough. A title before a name is
    none; a title alone ("the Speaker") stands for one.
    """
    if part.plain == "i":
        return False
    if part.form.endswith(".") or (len(raw) > 1 and raw.isupper() and raw.isalpha()):
        return True
    return small is None or (part.form not in wording.common and part.form not in small)
