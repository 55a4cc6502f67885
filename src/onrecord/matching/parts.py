"""Words taken apart into comparable parts: contractions, hyphens, what a stop has glued."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages import Wording, language
from onrecord.matching.numbers import Piece, is_number, read_numbers
from onrecord.text import words

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
_HYPHENS = re.compile(r"[^-‐‑]+")
_STOPS = re.compile(r"[.,]")
_PARTS = re.compile(r"[^.,]+")
_CAPITALS = re.compile(r"[A-Z](?:\.?[A-Z])+\.?s?")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text that is compared as one: offsets, the form all its spellings share, its own.

    `word` is the whole word's offsets where the part is one of a contraction's.
    """

    start: int
    end: int
    form: str
    plain: str
    word: tuple[int, int]


_Bit = tuple[int, int, str, str, bool]
"""Start and length in a word, form, plain form, whether it is a part of a contraction."""


def parts(text: str, code: str) -> list[Part]:
    """The parts of `text` in order; number phrases and phrases of one meaning are one part each."""
    wording = language(code).wording
    found: list[Part] = []
    for start, end in _words(text):
        for at, length, form, plain, contracted in _bits(text[start:end], code):
            first = start + at
            word = (start, end) if contracted else (first, first + length)
            found.append(Part(first, first + length, form, plain, word))
    return _phrases(_numbered(found, text, wording), text, wording)


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Spans of words; what a bracket inside a word parts ("agree[d]") is one word."""
    brackets = "[" in text or "]" in text
    held: tuple[int, int] | None = None
    for word in words(text):
        start, end = word.span.start, word.span.end
        if not brackets:
            yield start, end
            continue
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


@lru_cache(maxsize=200_000)
def _bits(raw: str, code: str) -> tuple[_Bit, ...]:
    """The parts of one word: of a hyphenated word, of words glued by a stop, of a contraction."""
    wording = language(code).wording
    found: list[_Bit] = []
    for part in _HYPHENS.finditer(raw):
        form = _form(part.group())
        if not form:
            continue
        if form[0].isdigit() or not _STOPS.search(form):
            found += _apart(part.start(), part.group(), form, wording)
        elif all(len(letter) == 1 for letter in _STOPS.split(form.removesuffix("'s"))):
            found += _apart(part.start(), part.group(), _STOPS.sub("", form), wording)
        else:
            for bit in _PARTS.finditer(raw, part.start(), part.end()):
                found += _apart(bit.start(), bit.group(), _form(bit.group()), wording)
    return tuple(found)


def _apart(start: int, raw: str, form: str, wording: Wording) -> Iterator[_Bit]:
    bits = _contraction(raw, form, wording)
    if not bits:
        yield start, len(raw), _spelled(raw, form, wording), form, False
        return
    at = start
    for meant, plain, length in bits:
        yield at, length, meant, plain, True
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
        host = _STOPS.sub("", _form(raw[:at]))
        spelled = _spelled(raw[:at], host, wording)
        return [(spelled, host, at), (wording.clitics[tail], "'" + tail, len(raw) - at)]
    return []


def _spelled(raw: str, form: str, wording: Wording) -> str:
    """The one form of all spellings of a word; capitals keep "US" apart from "us"."""
    if form in wording.common and len(form) > 1 and _CAPITALS.fullmatch(raw):
        return form + "."
    if form in wording.variants:
        return wording.variants[form]
    for pattern, becomes in wording.endings:
        changed = re.sub(pattern, becomes, form)
        if changed != form:
            return changed
    return form


def _form(raw: str) -> str:
    bare = raw.translate(_APOSTROPHES).replace("[", "").replace("]", "")
    if bare.isascii():
        return bare.casefold()
    plain = unicodedata.normalize("NFKD", bare)
    return "".join(
        c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
    ).casefold()


def _numbered(found: list[Part], text: str, wording: Wording) -> list[Part]:
    """The parts with each number phrase as one, and units in one form."""
    plain = _units([(part.start, part.end, part.form) for part in found], wording)
    pieces = read_numbers(plain, text, wording.numerals)
    by_place = {(part.start, part.end): part for part in found}
    made = []
    for start, end, form in pieces:
        part = by_place.get((start, end))
        if part and part.form == form and not is_number(form):
            made.append(part)
        else:
            made.append(Part(start, end, form, text[start:end].casefold(), (start, end)))
    return made


def _units(pieces: list[Piece], wording: Wording) -> list[Piece]:
    """Units in one form: "per cent" is "percent"."""
    seconds = {pair[1] for pair in wording.numerals.unit_phrases}
    if not any(form in seconds for _, _, form in pieces):
        return pieces
    found: list[Piece] = []
    for start, end, form in pieces:
        pair = wording.numerals.unit_phrases.get((found[-1][2], form)) if found else None
        if pair:
            found[-1] = (found[-1][0], end, pair)
        else:
            found.append((start, end, form))
    return found


def _phrases(found: list[Part], text: str, wording: Wording) -> list[Part]:
    """Phrases with one chosen form ("United Nations" is "UN") as one part."""
    heads = {phrase[0] for phrase in wording.phrases}
    if not any(part.form in heads for part in found):
        return found
    made: list[Part] = []
    at = 0
    while at < len(found):
        size = _phrase_at(found, at, wording) if found[at].form in heads else 0
        if not size:
            made.append(found[at])
            at += 1
            continue
        start, end = found[at].start, found[at + size - 1].end
        meant = " ".join(wording.phrases[tuple(p.form for p in found[at : at + size])])
        made.append(Part(start, end, meant, text[start:end].casefold(), (start, end)))
        at += size
    return made


def _phrase_at(found: list[Part], at: int, wording: Wording) -> int:
    longest = max(len(phrase) for phrase in wording.phrases)
    for size in range(min(longest, len(found) - at), 0, -1):
        if tuple(p.form for p in found[at : at + size]) in wording.phrases:
            return size
    return 0
