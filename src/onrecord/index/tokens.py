"""The index's own words: a text folded and cut at whatever is neither letter nor digit, in numpy.

A word is a longest run of letters and digits after folding: NFKD without combining marks, case
folded; soft hyphens and zero-width characters are not there, apostrophes and hyphens part words
("don't" is two). Folding goes code point by code point, so that it does not matter where a text is
cut, and each word leads back to the code points that it came from.

A word's hash is the polynomial of numbers drawn for its bytes (UTF-8), the first byte's lowest, at
a number drawn for all, modulo 2**64, mixed down to 32 bits: of all words of a text at once, by sums
from its beginning (Karp and Rabin, 1987). The draws come from SHAKE-256, everywhere the same.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Span
from onrecord.text import seen as without_unseen

_SPACE = 32
_SEPARATOR = "\0"
_APOSTROPHE = "\u02bc"  # the one of several that counts as a letter elsewhere
_SLICE = 1 << 18  # bytes hashed at once
_DRAWN = np.frombuffer(
    hashlib.shake_256(b"onrecord index, words, 1").digest(8 * 258), dtype="<u8"
).astype(np.uint64)
_VALUES, _AT, _MIXER = _DRAWN[:256], int(_DRAWN[256]) | 1, _DRAWN[257] | np.uint64(1)
_VALUE_OF = _VALUES.tolist()
# Bytes: ASCII letters in lower case, digits, whatever is beyond ASCII (folding leaves only words
# there); all else is a space.
_BYTES = bytes(
    ord(chr(b).lower()) if b >= 128 or chr(b).isalnum() else _SPACE for b in range(128)
) + bytes(range(128, 256))
_TYPOGRAPHY = "’‘“”—–…\u00a0"
_BEYOND = re.compile(r"[^\x00-\x7f]+")


class _Folded(dict[int, str]):
    """What a code point becomes, found out when it is first met."""

    def __missing__(self, point: int) -> str:
        folded = self[point] = _fold_one(chr(point))
        return folded


def _fold_one(character: str) -> str:
    plain = without_unseen(character)
    for _ in range(2):  # folding case can bring marks in again
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    seen = (c for c in plain if unicodedata.category(c) != "Cf")
    return "".join(c if c.isalnum() and c != _APOSTROPHE else " " for c in seen)


_FOLDED = _Folded()


def fold(text: str) -> str:
    """The text with what lies beyond ASCII folded; there only letters and digits are left."""
    return text if text.isascii() else _fold_rare(_without_typography(text))


def _without_typography(text: str) -> str:
    """Spaces for the marks that are common in print, which is quicker than one by one."""
    for mark in _TYPOGRAPHY:
        text = text.replace(mark, " ")
    return text


def _fold_rare(text: str) -> str:
    if text.isascii():
        return text
    return _BEYOND.sub(lambda run: run.group().translate(_FOLDED), text)


def words(text: str) -> list[str]:
    """The folded words of a text, in order; no limit of length."""
    return [word.decode() for word in _plain(text).split()]


def word_hashes(text: str) -> NDArray[np.uint32]:
    """The hashes of a text's words, in order; quick for the few words of a quotation."""
    return np.array([_hash(word) for word in _plain(text).split()], np.uint32)


@lru_cache(maxsize=1 << 16)
def _hash(word: bytes) -> int:
    total = 0
    for byte in reversed(word):
        total = (total * _AT + _VALUE_OF[byte]) & 0xFFFFFFFFFFFFFFFF
    return ((total ^ (total >> 32)) * int(_MIXER) & 0xFFFFFFFFFFFFFFFF) >> 32


def many_word_hashes(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The hashes of the words of several texts, one after another, and how many each text has.

    Some hundred texts at once cost least.
    """
    whole = _SEPARATOR.join(texts)
    if whole.count(_SEPARATOR) >= len(texts):
        whole = _SEPARATOR.join(text.replace(_SEPARATOR, " ") for text in texts)
    if not whole.isascii():
        pieces = _without_typography(whole).split(_SEPARATOR)
        whole = _SEPARATOR.join(map(_fold_rare, pieces))
    encoded = whole.encode()
    hashes, starts = _hashes(encoded.translate(_BYTES))
    ends = np.flatnonzero(np.frombuffer(encoded + b"\0", np.uint8) == 0)
    upto = np.searchsorted(starts, ends[: len(texts)])
    return hashes, np.diff(upto, prepend=0)


def word_spans(text: str) -> list[tuple[int, int]]:
    """The code points of each word of `text`, in order and as many as `words` gives; half-open.

    Marks that belong to a word's last letter lie inside. Words that one code point is folded into
    ("½") share it.
    """
    starts, ends = _spans(text)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def stretch(text: str, first: int, last: int) -> Span:
    """The code points of `text` from word `first` up to, not with, word `last`.

    Places beyond the last word are drawn in; no words give an empty span.
    """
    starts, ends = _spans(text)
    last = min(last, len(starts))
    if first >= last:
        return (
            Span(len(text), len(text)) if first >= len(starts) else Span(*[int(starts[first])] * 2)
        )
    return Span(int(starts[first]), int(ends[last - 1]))


def _plain(text: str) -> bytes:
    """The folded words as bytes, with spaces for all else."""
    return fold(text).encode().translate(_BYTES)


def _edges(is_word: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where words start and end."""
    padded = np.zeros(len(is_word) + 2, np.bool_)
    padded[1:-1] = is_word
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return edges[::2], edges[1::2]


def _hashes(plain: bytes) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The hash and the first byte of each word."""
    hashes, starts = [np.zeros(0, np.uint32)], [np.zeros(0, np.int64)]
    at = 0
    while at < len(plain):
        space = plain.rfind(b" ", at, at + _SLICE) if at + _SLICE < len(plain) else -1
        cut = space if space > at else plain.find(b" ", at + _SLICE)
        stop = cut + 1 if cut >= 0 else len(plain)
        some, first = _hashes_of_slice(np.frombuffer(plain, np.uint8, stop - at, at))
        hashes.append(some)
        starts.append(first + at)
        at = stop
    return np.concatenate(hashes), np.concatenate(starts)


def _hashes_of_slice(data: NDArray[np.uint8]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    powers, inverse = _powers(-(-len(data) // _SLICE) * _SLICE)
    starts, ends = _edges(data != _SPACE)
    sums = np.zeros(len(data) + 1, np.uint64)
    terms = np.take(_VALUES, data)
    terms *= powers[: len(data)]
    np.cumsum(terms, out=sums[1:])
    total = (sums[ends] - sums[starts]) * inverse[starts]
    total ^= total >> np.uint64(32)
    total *= _MIXER
    return (total >> np.uint64(32)).astype(np.uint32), starts


@lru_cache(maxsize=1)
def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of the number that the polynomial is taken at, and their inverses."""
    powers, inverse = np.ones((2, count), np.uint64)
    powers[1:] = _AT
    inverse[1:] = pow(_AT, -1, 1 << 64)
    return np.cumprod(powers), np.cumprod(inverse)


def _spans(text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    if text.isascii():
        plain = text.encode().translate(_BYTES)
        return _edges(np.frombuffer(plain, np.uint8) != _SPACE)
    pieces = [c if c.isascii() else _FOLDED[ord(c)] for c in text]
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
    origin = np.append(np.repeat(np.arange(len(pieces)), lengths), len(pieces))
    folded = "".join(pieces)
    is_word = np.fromiter(map(str.isalnum, folded), np.bool_, len(folded))
    starts, ends = _edges(is_word)
    return origin[starts], np.maximum(origin[ends - 1] + 1, origin[ends])
