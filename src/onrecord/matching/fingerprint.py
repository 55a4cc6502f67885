"""Fingerprints by which passages that share words with a quotation are found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

_MASK = (1 << 64) - 1
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_SEEDS = {1: 0x27D4EB2F165667C5, 2: 0x85EBCA77C2B2AE63, 3: 0xFF51AFD7ED558CCD}
_PARTS = re.compile(r"[^-.,]+")


def fingerprints(forms: Sequence[str]) -> tuple[int, ...]:
    """The distinct 63-bit hashes of the word trigrams of `forms`, in order of first occurrence.

    The same in every process and on every machine. Hyphenated words count as their parts. A text of
    two words gives its bigram, of one word the word itself, each from a space of hashes of its own.
    """
    plain = [_hashed(part) for form in forms for part in _parts(form)]
    size = min(3, len(plain))
    if not size:
        return ()
    seen: dict[int, None] = {}
    for at in range(len(plain) - size + 1):
        value = _SEEDS[size]
        for place in range(size):
            value = (value ^ plain[at + place]) * _MIX[place] & _MASK
            value ^= value >> 29
        seen[value >> 1] = None
    return tuple(seen)


@lru_cache(maxsize=65_536)
def _parts(form: str) -> tuple[str, ...]:
    if form[0].isdigit() or ("." in form and len(form.replace(".", "")) * 2 <= len(form) + 1):
        return (form.replace(".", "") if not form[0].isdigit() else form.replace(",", ""),)
    return tuple(_PARTS.findall(form)) or (form,)


@lru_cache(maxsize=65_536)
def _hashed(form: str) -> int:
    return int.from_bytes(blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest())
