"""Words taken apart into comparable parts: contractions, hyphens, what a stop has glued.

What a word is by itself is worked out once and kept. A text's parts are columns, one entry a part,
since most of a text is compared and never looked at part by part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, count
from operator import add, itemgetter
from typing import NamedTuple

from onrecord.languages import Wording, language
from onrecord.matching.numbers import may_open, read_numbers
from onrecord.text import as_latin, seen, unaccented, words

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
_HYPHENS = re.compile(r"[^-‐‑]+")
_STOPS = re.compile(r"[.,]")
_PARTS = re.compile(r"[^.,]+")
_CAPITALS = re.compile(r"[A-Z](?:\.?[A-Z])+\.?s?")
_KEPT, _LONGEST = 200_000, 40
"""How many words it is kept of what they are by themselves, and the most letters they have."""

_NUMBER, _SECOND, _HEAD, _SEVERAL = 1, 2, 4, 8
"""What a part may be among others: the first of a number, the second of a unit, the first of a
phrase; and a word of several parts."""

Row = tuple[int, int, str, str, tuple[int, int] | None, int]
"""One part: its start and end, the form that all its spellings share, its own form, the whole
word's offsets where it is a part of a contraction, what it may be among others."""
Change = tuple[int, int, list[Row]]
"""Numbers of the first part that is replaced and of the first behind it, and what comes there."""


class Columns(NamedTuple):
    """The parts of a text in order, one list for each field of a `Row`."""

    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    plains: Sequence[str]
    wholes: Sequence[tuple[int, int] | None]
    flags: Sequence[int]

    def changed(self, changes: list[Change]) -> Columns:
        """The parts with some replaced; the changes are in order and do not meet."""
        if not changes:
            return self
        starts, ends, forms, plains, wholes, flags = made = _empty()
        last = 0
        for first, after, rows in changes:
            _take(made, self, last, first)
            for start, end, form, plain, whole, flag in rows:
                starts.append(start)
                ends.append(end)
                forms.append(form)
                plains.append(plain)
                wholes.append(whole)
                flags.append(flag)
            last = after
        _take(made, self, last, len(self.starts))
        return Columns(*made)


_Lists = tuple[list[int], list[int], list[str], list[str], list[tuple[int, int] | None], list[int]]


def _empty() -> _Lists:
    return [], [], [], [], [], []


def _take(into: _Lists, found: Columns, first: int, after: int) -> None:
    into[0].extend(found.starts[first:after])
    into[1].extend(found.ends[first:after])
    into[2].extend(found.forms[first:after])
    into[3].extend(found.plains[first:after])
    into[4].extend(found.wholes[first:after])
    into[5].extend(found.flags[first:after])


_Bit = tuple[int, int, str, str, bool]
"""Start and length in a word, form, plain form, whether it is a part of a contraction."""
_Chunk = tuple[int, int, str, str, int, tuple[Row, ...]]
"""What stands between two spaces: where its word starts and how long it is, form, plain form,
flags; or, where it is not one word of one part, its parts."""


def parts(text: str, code: str, start: int = 0, end: int | None = None) -> Columns:
    """The parts of `text` from `start` to `end`, offsets counting in the whole.

    Number phrases and phrases of one meaning are one part each.
    """
    wording = language(code).wording
    seen = text[start:end] if start or end is not None else text
    chunks, starts = _parted(seen, start)
    known = list(map(_known(code).__getitem__, chunks))
    if not known:
        return Columns(*_empty())
    offsets, lengths, forms, plains, flags, _ = zip(*known, strict=True)
    firsts = tuple(map(add, starts, offsets))
    ends = tuple(map(add, firsts, lengths))
    found = Columns(firsts, ends, forms, plains, (None,) * len(known), flags)
    most = max(flags)
    if not most:
        return found
    if most >= _SEVERAL:
        several = _where(flags, _SEVERAL)
        found = found.changed([(n, n + 1, _apart(starts[n], known[n])) for n in several])
    found = _units(found, text, wording)
    return found.changed(_together(found, text, wording))


def _together(found: Columns, text: str, wording: Wording) -> list[Change]:
    """Number phrases, and phrases of one meaning that have no number in them."""
    numbers = _numbered(found, text, wording)
    phrases = _phrases(found, text, wording)
    if numbers and phrases:
        taken = {at for first, after, _ in numbers for at in range(first, after)}
        phrases = [change for change in phrases if taken.isdisjoint(range(*change[:2]))]
        return sorted(numbers + phrases, key=itemgetter(0))
    return numbers or phrases


def _parted(text: str, start: int) -> tuple[list[str], list[int]]:
    """What stands between spaces, and where, counted from `start`; no word has a space in it."""
    chunks = text.split(" ")
    starts = list(map(add, accumulate(map(len, chunks[:-1]), initial=start), count()))
    if "" in chunks:
        starts = [at for at, chunk in zip(starts, chunks, strict=True) if chunk]
        chunks = [chunk for chunk in chunks if chunk]
    return chunks, starts


def _where(flags: Sequence[int], flag: int) -> list[int]:
    return [number for number, held in enumerate(flags) if held and held & flag]


def _apart(start: int, chunk: _Chunk) -> list[Row]:
    """The parts of a chunk that has several."""
    return [
        (start + a, start + b, form, plain, whole and (start + whole[0], start + whole[1]), flag)
        for a, b, form, plain, whole, flag in chunk[5]
    ]


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Spans of words; what a bracket inside a word parts ("agree[d]") is one word."""
    if "[" not in text and "]" not in text:
        yield from ((word.span.start, word.span.end) for word in words(text))
        return
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


class _Chunks(dict[str, _Chunk]):
    """What stands between two spaces by itself, worked out when first asked for."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._wording = language(code).wording
        numerals = self._wording.numerals
        self._seconds = frozenset(pair[1] for pair in numerals.unit_phrases)
        self._heads = frozenset(phrase[0] for phrase in self._wording.phrases)

    def __missing__(self, chunk: str) -> _Chunk:
        rows = [row for span in _words(chunk) for row in self._rows(chunk, *span)]
        made: _Chunk = (0, 0, "", "", _SEVERAL, tuple(rows))
        if len(rows) == 1 and rows[0][4] is None:
            start, end, form, plain, _, flag = rows[0]
            made = (start, end - start, form, plain, flag, ())
        if len(chunk) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[chunk] = made
        return made

    def _rows(self, text: str, start: int, end: int) -> Iterator[Row]:
        for at, length, form, plain, contracted in _bits(text[start:end], self._wording):
            whole = (start, end) if contracted else None
            yield start + at, start + at + length, form, plain, whole, self._flag(form)

    def _flag(self, form: str) -> int:
        flag = _NUMBER if may_open(form, self._wording.numerals) else 0
        flag += _SECOND if form in self._seconds else 0
        return flag + (_HEAD if form in self._heads else 0)


@lru_cache(maxsize=8)
def _known(code: str) -> _Chunks:
    return _Chunks(code)


def _bits(raw: str, wording: Wording) -> Iterator[_Bit]:
    """The parts of one word: of a hyphenated word, of words glued by a stop, of a contraction."""
    for part in _HYPHENS.finditer(raw):
        form = _form(part.group())
        if not form:
            continue
        if form[0].isdigit() or not _STOPS.search(form):
            yield from _contracted(part.start(), part.group(), form, wording)
        elif all(len(letter) == 1 for letter in _STOPS.split(form.removesuffix("'s"))):
            yield from _contracted(part.start(), part.group(), _STOPS.sub("", form), wording)
        else:
            for bit in _PARTS.finditer(raw, part.start(), part.end()):
                yield from _contracted(bit.start(), bit.group(), _form(bit.group()), wording)


def _contracted(start: int, raw: str, form: str, wording: Wording) -> Iterator[_Bit]:
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
    bare = seen(raw)
    found = _short_for(bare, form, wording)
    return found if len(bare) == len(raw) else _lengthened(found, raw)


def _lengthened(found: list[tuple[str, str, int]], raw: str) -> list[tuple[str, str, int]]:
    """The forms with their lengths in `raw`, which has characters besides that are not seen."""
    places = [at for at, character in enumerate(raw) if seen(character)]
    made, start, at = list[tuple[str, str, int]](), 0, 0
    for meant, as_written, length in found:
        at += length
        end = places[at] if at < len(places) else len(raw)
        made.append((meant, as_written, end - start))
        start = end
    return made


def _short_for(raw: str, form: str, wording: Wording) -> list[tuple[str, str, int]]:
    known = wording.contractions.get(form)
    if known and sum(length for _, length in known) == len(raw):
        cuts = [sum(n for _, n in known[:i]) for i in range(len(known))]
        return [(meant, form[c : c + n], n) for (meant, n), c in zip(known, cuts, strict=True)]
    straight = raw.translate(_APOSTROPHES)
    at = straight.rfind("'")
    if at <= 0:
        return []
    tail = straight[at + 1 :].casefold()
    if tail == "t" and straight[at - 1].casefold() == "n" and at > 1:
        host = _form(straight[: at - 1])
        return [(host, host, at - 1), ("not", "n't", len(raw) - at + 1)]
    if tail in wording.clitics:
        host = _STOPS.sub("", _form(raw[:at]))
        spelled = _spelled(raw[:at], host, wording)
        return [(spelled, host, at), (wording.clitics[tail], "'" + tail, len(raw) - at)]
    return []


def _spelled(raw: str, form: str, wording: Wording) -> str:
    """The one form of all spellings of a word; capitals keep "US" apart from "us"."""
    form = as_latin(form)
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
    return bare.casefold() if bare.isascii() else unaccented(bare).casefold()


def _as_one(found: Columns, place: tuple[int, int], form: str, text: str) -> Change:
    """Several parts as one of another form."""
    start, end = found.starts[place[0]], found.ends[place[1] - 1]
    return *place, [(start, end, form, seen(text[start:end]).casefold(), None, 0)]


def _units(found: Columns, text: str, wording: Wording) -> Columns:
    """Units in one form: "per cent" is "percent"."""
    pairs, changes = wording.numerals.unit_phrases, list[Change]()
    for at in _where(found.flags, _SECOND):
        form = pairs.get((found.forms[at - 1], found.forms[at])) if at else None
        if form and not (changes and changes[-1][1] > at - 1):
            changes.append(_as_one(found, (at - 1, at + 1), form, text))
    return found.changed(changes)


def _numbered(found: Columns, text: str, wording: Wording) -> list[Change]:
    """Each number phrase as one part, with its units."""
    openers = _where(found.flags, _NUMBER)
    if not openers:
        return []
    pieces = list(zip(found.starts, found.ends, found.forms, strict=True))
    return [
        (first, after, [(a, b, form, seen(text[a:b]).casefold(), None, 0) for a, b, form in made])
        for first, after, made in read_numbers(pieces, text, wording.numerals, openers)
    ]


def _phrases(found: Columns, text: str, wording: Wording) -> list[Change]:
    """Phrases with one chosen form ("United Nations" is "UN") as one part."""
    changes: list[Change] = []
    for at in _where(found.flags, _HEAD):
        size = 0 if changes and changes[-1][1] > at else _phrase_at(found.forms, at, wording)
        if size:
            meant = " ".join(wording.phrases[tuple(found.forms[at : at + size])])
            changes.append(_as_one(found, (at, at + size), meant, text))
    return changes


def _phrase_at(forms: Sequence[str], at: int, wording: Wording) -> int:
    for size in range(min(_longest(wording.phrases), len(forms) - at), 0, -1):
        if tuple(forms[at : at + size]) in wording.phrases:
            return size
    return 0


def _longest(phrases: Iterable[tuple[str, ...]]) -> int:
    return max(map(len, phrases))
