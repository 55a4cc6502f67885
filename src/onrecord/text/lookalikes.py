"""Letters of other alphabets that look like Latin ones, and words read as they look."""

from __future__ import annotations

# Cyrillic, Greek, and rare Latin letters, each with the one it is taken for (after Unicode's
# confusables, UTS 39: those that no reader of print tells apart).
_CYRILLIC = ("аеорсухіјѕһԁԛԝӏАВЕЗКМНОРСТУХІЈЅԌԚԜҮ", "aeopcyxijshdqwlABE3KMHOPCTYXIJSGQWY")
_GREEK = ("αοριυνκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aopiuvkABEZHIKMNOPTYX")
_RARE = ("ɡıƖɑ", "gila")
_LATIN = str.maketrans(
    "".join((_CYRILLIC[0], _GREEK[0], _RARE[0])), "".join((_CYRILLIC[1], _GREEK[1], _RARE[1]))
)


def as_latin(words: str) -> str:
    """`words`, each word that looks wholly Latin in Latin letters; others as they are."""
    if words.isascii():
        return words
    return " ".join(map(_as_latin, words.split(" ")))


def _as_latin(word: str) -> str:
    latin = word.translate(_LATIN)
    return latin if latin.isascii() else word
