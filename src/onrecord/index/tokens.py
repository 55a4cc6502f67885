"""The index's own words: a text folded and cut at whatever is neither letter nor digit, in numpy.

A word is a longest run of letters and digits after folding: NFKD without combining marks, case
folded; soft hyphens and zero-width characters are not there, apostrophes and hyphens part words
("don't" is two). Folding goes code point by code point, so that it does not matter where a text is
cut, and each word leads back to the code points that it came from.

A word's hash is the sum, modulo 2**32, of a number drawn for each byte (of its UTF-8) and place in
the word (Zobrist's tabulation). The table comes from SHAKE-256: it is the same everywhere.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Span

_SPACE = 32
_APOSTROPHE = "\u02bc"  # the one of several that counts as a letter elsewhere
_PLACES = 32  # a longer word's letters share the places of its first 32
_TABLE = np.frombuffer(
    hashlib.shake_256(b"onrecord index, words, 1").digest(4 * 256 * _PLACES), dtype="<u4"
).astype(np.uint32)
# Bytes: ASCII letters in lower case, digits, whatever is beyond ASCII (folding leaves only words
# there); all else is a space.
_BYTES = bytes(
    ord(chr(b).lower()) if b >= 128 or chr(b).isalnum() else _SPACE for b in range(128)
) + bytes(range(128, 256))
_BEYOND = re.compile(r"[^\x00-\x7f]+")


class _Folded(dict[int, str]):
    """What a code point becomes, found out when it is first met."""

    def __missing__(self, point: int) -> str:
        folded = self[point] = _fold_one(chr(point))
        return folded


def _fold_one(character: str) -> str:
    plain = character
    for _ in range(2):  # folding case can bring marks in again
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    seen = (c for c in plain if unicodedata.category(c) != "Cf")
    return "".join(c if c.isalnum() and c != _APOSTROPHE else " " for c in seen)


_FOLDED = _Folded()


def fold(text: str) -> str:
    """The text with what lies beyond ASCII folded; there only letters and digits are left."""
    if text.isascii():
        return text
    return _BEYOND.sub(lambda run: run.group().translate(_FOLDED), text)


def words(text: str) -> list[str]:
    """The folded words of a text, in order; no limit of length."""
    return [word.decode() for word in _plain(text).split()]


def word_hashes(text: str) -> NDArray[np.uint32]:
    """The hashes of a text's words, in order."""
    return _hashes(_plain(text))[0]


def many_word_hashes(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The hashes of the words of several texts, one after another, and how many each text has.

    Some hundred texts at once cost least; the memory is about 20 bytes a byte of text.
    """
    plain = [_plain(text) for text in texts]
    hashes, starts = _hashes(b" ".join(plain))
    ends = np.cumsum(np.fromiter(map(len, plain), np.int64, len(plain)) + 1)
    upto = np.searchsorted(starts, ends)
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
    data = np.frombuffer(plain, np.uint8)
    is_word = data != _SPACE
    starts, ends = _edges(is_word)
    if not len(starts):
        return np.zeros(0, np.uint32), starts
    letters = data[is_word].astype(np.int32)
    lengths = (ends - starts).astype(np.int32)
    begins = np.zeros(len(lengths), np.int32)
    np.cumsum(lengths[:-1], out=begins[1:])
    place = np.arange(len(letters), dtype=np.int32)
    place -= np.repeat(begins, lengths)
    place &= _PLACES - 1
    place <<= 8
    place |= letters
    return np.add.reduceat(np.take(_TABLE, place), begins, dtype=np.uint32), starts


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
