"""A text as comparable tokens, each leading back to the words that it stands for.

Contractions are taken apart, number phrases put together, spellings of one word given one form, so
that what is equal for every stylebook is equal here, and what differs can be typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import Wording, language
from onrecord.matching.numbers import Piece, is_number, read_numbers
from onrecord.model import Span
from onrecord.text import sentences, words

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
_HYPHENS = re.compile(r"[^-‐‑]+")
_STOPS = re.compile(r"[.,]")
_PARTS = re.compile(r"[^.,]+")
_SQUARE = re.compile(r"\[([^\[\]\n]{1,300})\]")
_ROUND = re.compile(r"\(([^()\n]{1,300})\)")
ELLIPSIS = re.compile(
    r"[\[(]\s?(?:\.(?:[ \u00a0]?\.){1,4}|…)\s?[\])]|(?:…[ \u00a0]?)+|\.(?:[ \u00a0]?\.){2,4}"
)
_BLANKED = re.compile(r" {4,}")
_OPENERS = re.compile(r"[:\"“”«»„.!?…]")
_CAPITALS = re.compile(r"[A-Z](?:\.?[A-Z])+\.?s?")


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
    word: Span
    sentence: int
    first: bool
    name: bool
    number: bool
    bracket: bool

    @property
    def contracted(self) -> bool:
        """Whether it is a part of a contraction."""
        return self.word != self.span


@dataclass(frozen=True, slots=True)
class View:
    """A text's tokens, their forms, and the places (token indices) where an ellipsis stands."""

    text: str
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    ellipses: frozenset[int]


def view(text: str, code: str = "en", *, quotation: bool = False) -> View:
    """The tokens of `text`; of a `quotation` round brackets are the editor's too.

    Stage directions ("(Laughter.)") are left out.
    """
    return _view(text, code, quotation)


@lru_cache(maxsize=64)
def _view(text: str, code: str, quotation: bool) -> View:
    wording = language(code).wording
    editorial, stage = _brackets(text, wording, quotation)
    cuts = [m.span() for m in ELLIPSIS.finditer(text)]
    pieces = [
        piece for piece in _pieces(text, wording) if not any(a <= piece.start < b for a, b in stage)
    ]
    tokens = tuple(_tokens(text, pieces, wording, editorial))
    return View(text, tokens, tuple(t.form for t in tokens), _places(tokens, cuts))


@dataclass(frozen=True, slots=True)
class _Split:
    start: int
    end: int
    form: str
    plain: str
    word: Span


def _brackets(
    text: str, wording: Wording, quotation: bool
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    editorial: list[tuple[int, int]] = []
    stage: list[tuple[int, int]] = []
    groups = [(m, True) for m in _SQUARE.finditer(text)]
    groups += [(m, quotation) for m in _ROUND.finditer(text)]
    for found, ours in groups:
        forms = [w.form for w in words(found.group(1))]
        if 0 < len(forms) <= 5 and any(form in wording.stage for form in forms):
            stage.append(found.span())
        elif ours:
            editorial.append(found.span())
    return editorial, stage


def _pieces(text: str, wording: Wording) -> list[_Split]:
    raw = list(_words(text))
    splits = [part for start, end in raw for part in _split(text, start, end, wording)]
    by_start = {part.start: part for part in splits}
    plain: list[Piece] = [(part.start, part.end, part.form) for part in splits]
    plain = _units(plain, wording)
    plain = read_numbers(plain, text, wording.numerals)
    found: list[_Split] = []
    for start, end, form in plain:
        part = by_start.get(start)
        if part and part.end == end and part.form == form:
            found.append(part)
        else:
            found.append(_Split(start, end, form, text[start:end].casefold(), Span(start, end)))
    return _phrases(found, text, wording)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Spans of words; what a bracket inside a word parts ("agree[d]") is one word."""
    held: tuple[int, int] | None = None
    for word in words(text):
        start, end = word.span.start, word.span.end
        if held and start == held[1] + 1 and text[held[1]] in "[]":
            held = (held[0], end)
            continue
        if held:
            yield _closed(text, *held)
        held = (start, end)
    if held:
        yield _closed(text, *held)


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a word with the bracket that belongs to it: "[w]e", "agree[d]"."""
    word = text[start:end]
    if "[" in word and word.rfind("[") > word.rfind("]") and text[end : end + 1] == "]":
        return start, end + 1
    if "]" in word and not 0 <= word.find("[") < word.find("]") and text[start - 1 : start] == "[":
        return start - 1, end
    return start, end


def _split(text: str, start: int, end: int, wording: Wording) -> Iterator[_Split]:
    """The parts of a word: of a hyphenated word, of words glued by a stop, of a contraction."""
    for part in _HYPHENS.finditer(text, start, end):
        raw = part.group()
        form = _form(raw)
        if not form:
            continue
        if form[0].isdigit() or not _STOPS.search(form):
            yield from _apart(part.start(), raw, form, wording)
        elif all(len(letter) == 1 for letter in _STOPS.split(form.removesuffix("'s"))):
            yield from _apart(part.start(), raw, form.replace(".", "").replace(",", ""), wording)
        else:
            for bit in _PARTS.finditer(text, part.start(), part.end()):
                yield from _apart(bit.start(), bit.group(), _form(bit.group()), wording)


def _apart(start: int, raw: str, form: str, wording: Wording) -> Iterator[_Split]:
    whole = Span(start, start + len(raw))
    parts = _contraction(raw, form, wording)
    if not parts:
        yield _Split(whole.start, whole.end, _spelled(raw, form, wording), form, whole)
        return
    at = start
    for meant, plain, length in parts:
        yield _Split(at, at + length, meant, plain, whole)
        at += length


def _contraction(raw: str, form: str, wording: Wording) -> list[tuple[str, str, int]]:
    """The forms that a contraction stands for, as written, each with its length in the text."""
    known = wording.contractions.get(form)
    if known and sum(length for _, length in known) == len(raw):
        cuts = [sum(n for _, n in known[:i]) for i in range(len(known))]
        return [(meant, form[c : c + n], n) for (meant, n), c in zip(known, cuts, strict=True)]
    plain = raw.translate(_APOSTROPHES)
    at = plain.rfind("'")
    if at <= 0:
        return []
    tail = plain[at + 1 :].casefold()
    if tail == "t" and plain[at - 1].casefold() == "n" and at > 1:
        host = _form(plain[: at - 1])
        return [(host, host, at - 1), ("not", "n't", len(raw) - at + 1)]
    if tail in wording.clitics:
        host = _form(raw[:at])
        spelled = _spelled(raw[:at], _STOPS.sub("", host), wording)
        return [(spelled, host, at), (wording.clitics[tail], "'" + tail, len(raw) - at)]
    return []


def _spelled(raw: str, form: str, wording: Wording) -> str:
    """The one form of all spellings of a word; capitals keep "US" apart from "us"."""
    if form in wording.common and len(form) > 1 and _CAPITALS.fullmatch(raw):
        return form + "."
    return wording.variants.get(form) or _by_ending(form, wording.endings)


@lru_cache(maxsize=65_536)
def _by_ending(form: str, endings: tuple[tuple[str, str], ...]) -> str:
    for pattern, becomes in endings:
        changed = re.sub(pattern, becomes, form)
        if changed != form:
            return changed
    return form


@lru_cache(maxsize=65_536)
def _form(raw: str) -> str:
    bare = raw.translate(_APOSTROPHES).replace("[", "").replace("]", "")
    plain = unicodedata.normalize("NFKD", bare)
    return "".join(
        c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
    ).casefold()


def _units(pieces: list[Piece], wording: Wording) -> list[Piece]:
    """Units in one form: "per cent" is "percent"."""
    found: list[Piece] = []
    for start, end, form in pieces:
        pair = wording.numerals.unit_phrases.get((found[-1][2], form)) if found else None
        if pair:
            found[-1] = (found[-1][0], end, pair)
        else:
            found.append((start, end, form))
    return found


def _phrases(parts: list[_Split], text: str, wording: Wording) -> list[_Split]:
    """Phrases with one chosen form ("United Nations" is "UN") as one part."""
    heads = {phrase[0] for phrase in wording.phrases}
    longest = max(len(phrase) for phrase in wording.phrases)
    found: list[_Split] = []
    at = 0
    while at < len(parts):
        size = _phrase_at(parts, at, longest, wording) if parts[at].form in heads else 0
        if not size:
            found.append(parts[at])
            at += 1
            continue
        start, end = parts[at].start, parts[at + size - 1].end
        meant = " ".join(wording.phrases[tuple(p.form for p in parts[at : at + size])])
        found.append(_Split(start, end, meant, text[start:end].casefold(), Span(start, end)))
        at += size
    return found


def _phrase_at(parts: list[_Split], at: int, longest: int, wording: Wording) -> int:
    for size in range(min(longest, len(parts) - at), 0, -1):
        if tuple(p.form for p in parts[at : at + size]) in wording.phrases:
            return size
    return 0


def _tokens(
    text: str, parts: list[_Split], wording: Wording, editorial: list[tuple[int, int]]
) -> Iterator[Token]:
    bounds = sorted({span.start for span in sentences(text)} | _resumed(text))
    small = {part.form for part in parts if text[part.start : part.start + 1].islower()}
    capitals = sum(text[part.start : part.start + 1].isupper() for part in parts)
    titled = capitals * 2 > len(parts) and len(parts) > 3
    units = frozenset(wording.numerals.units.values())
    sentence, measured = -1, False
    for place, part in enumerate(parts):
        first = False
        while sentence + 1 < len(bounds) and bounds[sentence + 1] <= part.start:
            sentence, first = sentence + 1, True
        between = text[parts[place - 1].end : part.start] if place else ""
        opens = first or not place or _OPENERS.search(between) is not None
        raw = text[part.start : part.end]
        number = is_number(part.form) or (measured and part.form in units)
        yield Token(
            Span(part.start, part.end),
            part.form,
            part.plain,
            raw,
            part.word,
            max(sentence, 0),
            first,
            not number and _is_name(part, small if opens or titled else None, text, wording),
            number,
            "[" in raw or "]" in raw or any(a <= part.start < b for a, b in editorial),
        )
        measured = number


def _resumed(text: str) -> set[int]:
    """Where a passage goes on with a capital behind what was blanked out of it."""
    return {m.end() for m in _BLANKED.finditer(text) if text[m.end() : m.end() + 1].isupper()}


def _is_name(part: _Split, small: set[str] | None, text: str, wording: Wording) -> bool:
    """Whether a word is a name by its capital; `small` are forms that the text has without one.

    `small` is None inside a sentence, where a capital alone is enough.
    """
    raw = text[part.start : part.end]
    if not raw[:1].isupper() or part.plain == "i" or part.plain in wording.titles:
        return False
    if part.form.endswith(".") or (len(raw) > 1 and raw.isupper() and raw.isalpha()):
        return True
    return small is None or (part.form not in wording.common and part.form not in small)


def _places(tokens: tuple[Token, ...], cuts: list[tuple[int, int]]) -> frozenset[int]:
    starts = [token.span.start for token in tokens]
    return frozenset(sum(start < cut for start in starts) for cut, _ in cuts)
