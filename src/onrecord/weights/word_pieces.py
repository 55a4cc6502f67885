"""Words as the word pieces of a BERT vocabulary (Wu et al. 2016), in lower case without accents."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

_MOST_REMEMBERED = 100_000
_LONGEST_WORD = 100  # letters; a longer one is unknown
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-", "\u200b": " "})
_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_CJK = re.compile(
    "([\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df\U0002a700-\U0002ebef\uf900-\ufaff"
    "\U0002f800-\U0002fa1f])"
)


class WordPieces(dict[str, tuple[int, ...]]):
    """The ids of a word's pieces; remembers words."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown, self._start, self._end = (self._ids[m] for m in ("[UNK]", "[CLS]", "[SEP]"))

    def read(self, words: list[str]) -> tuple[list[int], NDArray[np.int64]]:
        """The ids of a paragraph, start and end marked, and where each word's first piece stands.

        A word without pieces stands where the one before it does.
        """
        ids, places, at = [self._start], [], 0
        for word in words:
            found = self[word]
            at = len(ids) if found else at
            places.append(at)
            ids += found
        return [*ids, self._end], np.array(places, np.int64)

    def __missing__(self, word: str) -> tuple[int, ...]:
        found = tuple(i for part in _parts(word) for i in self._pieces(part))
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[word] = found
        return found

    def _pieces(self, part: str) -> list[int]:
        """The longest pieces from the left; a part of which any piece is unknown is unknown."""
        if len(part) > _LONGEST_WORD:
            return [self._unknown]
        found, at = [], 0
        while at < len(part):
            for end in range(len(part), at, -1):
                known = self._ids.get(part[at:end] if at == 0 else f"##{part[at:end]}")
                if known is not None:
                    break
            else:
                return [self._unknown]
            found.append(known)
            at = end
        return found


def _parts(word: str) -> list[str]:
    """A word cleaned and split as BERT's own tokenizer does: at spaces and around every mark."""
    if word.isascii():
        # What most words are needs no look at each letter, and comes to the same.
        if word.isalnum():
            return [word.lower()]
        if word[:-1].isalnum() and word[-1] in _ASCII_MARKS:
            return [word[:-1].lower(), word[-1]]
    plain = "".join(_cleaned(c) for c in word.translate(PLAIN))
    split = unicodedata.normalize("NFD", _CJK.sub(r" \1 ", plain))
    bare = "".join(c for c in split if unicodedata.category(c) != "Mn").lower()
    return "".join(f" {c} " if _is_mark(c) else c for c in bare).split()


def _cleaned(letter: str) -> str:
    if letter in "\t\n\r" or unicodedata.category(letter) == "Zs":
        return " "
    gone = letter in "\x00\ufffd" or unicodedata.category(letter).startswith("C")
    return "" if gone else letter


def _is_mark(letter: str) -> bool:
    return letter in _ASCII_MARKS or unicodedata.category(letter).startswith("P")
