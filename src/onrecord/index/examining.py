"""Whether what an index holds is what the texts say, word by word and key by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.index.keys import MOST_WORDS, SHIFTS, Hashes, Keys, sorted_keys
from onrecord.index.segments import Segment
from onrecord.index.tokens import many_word_hashes

_BATCH = 4096  # passages whose words are worked out at once
_STRETCH = 1 << 20  # keys looked at at once
_INNER = 2  # words behind a word that its key has bits of

Texts = Callable[[Sequence[int]], Sequence[str]]
"""The texts of passages by their numbers, in order."""


def living_numbers(segments: Sequence[Segment]) -> NDArray[np.int64]:
    """The numbers of all passages that were not forgotten, in order."""
    parts = [one.numbers if one.dead is None else one.numbers[~one.dead] for one in segments]
    return np.sort(np.concatenate([np.zeros(0, np.int64), *parts]))


def examine_segments(
    segments: Sequence[Segment],
    texts: Texts,
    *,
    known: NDArray[np.int64],
    progress: Callable[[int], object] | None = None,
) -> list[str]:
    """What is wrong with the words and keys held, one line each; nothing where all is right.

    Only passages of the numbers `known`, which are in order, are compared with their texts. Words
    are compared by the lowest 16 bits of their hashes, keys by what they hold of words of their own
    passage: what stood behind it when they were made is not known. Takes a byte a word, and some
    fifty a passage.
    """
    found: list[str] = []
    for segment in segments:
        ends = _Ends()
        wrong = _wrong_passages(segment, texts, known, ends=ends, progress=progress)
        found += [f"passage {number} has other words" for number in wrong]
        if not _is_one_key_a_word(segment.keys, segment.words, ends):
            name = segment.path.name if segment.path else "tail"
            found.append(f"{name}: its keys are not those of its words")
    return found


def wrong_passages(
    segments: Sequence[Segment], texts: Texts, *, known: NDArray[np.int64]
) -> Iterator[int]:
    """The numbers of the passages that are held by other words than those of their texts."""
    for segment in segments:
        yield from _wrong_passages(segment, texts, known, ends=_Ends())


@dataclass(slots=True)
class _Ends:
    """What the keys of the last words of passages begin with, by place; a mask for what that is."""

    at: list[NDArray[np.int64]] = field(default_factory=list)
    keys: list[Keys] = field(default_factory=list)
    masks: list[Keys] = field(default_factory=list)

    def add(self, at: NDArray[np.int64], keys: Keys, left: NDArray[np.int64]) -> None:
        """Words at these places, behind each so many of its passage, itself counted."""
        mask = np.where(left == 1, _mask(1), _mask(2))
        self.at.append(at)
        self.keys.append(keys & mask)
        self.masks.append(mask)

    def sorted(self) -> tuple[NDArray[np.int64], Keys, Keys]:
        """All of them, in order of their places; one place at the least."""
        at = np.concatenate([np.full(1, -1), *self.at])
        order = np.argsort(at)
        keys = np.concatenate([np.zeros(1, np.uint64), *self.keys])
        masks = np.concatenate([np.zeros(1, np.uint64), *self.masks])
        return at[order], keys[order], masks[order]


def _mask(words: int) -> np.uint64:
    """The bits of a key that are of its first words."""
    return ~np.uint64((1 << SHIFTS[words - 1]) - 1)


def _wrong_passages(
    segment: Segment,
    texts: Texts,
    known: NDArray[np.int64],
    *,
    ends: _Ends,
    progress: Callable[[int], object] | None = None,
) -> Iterator[int]:
    living = np.flatnonzero(np.isin(segment.numbers, known))
    if segment.dead is not None:
        living = living[~segment.dead[living]]
    for start in range(0, len(living), _BATCH):
        batch = living[start : start + _BATCH]
        hashes, counts = many_word_hashes(list(texts(segment.numbers[batch].tolist())))
        yield from _differing(segment, batch, (hashes, counts), ends)
        if progress:
            progress(len(batch))


def _differing(
    segment: Segment,
    batch: NDArray[np.int64],
    words: tuple[Hashes, NDArray[np.int64]],
    ends: _Ends,
) -> list[int]:
    """The numbers of the passages whose words or keys are not the ones worked out."""
    hashes, counts = words
    starts = segment.firsts[batch].astype(np.int64)
    held = segment.firsts[batch + 1].astype(np.int64) - starts
    if not np.array_equal(held, counts):
        as_long = held == counts
        wrong: list[int] = segment.numbers[batch[~as_long]].tolist()
        rest = hashes[as_long.repeat(counts)], counts[as_long]
        return wrong + _differing(segment, batch[as_long], rest, ends)
    begins = np.cumsum(counts) - counts
    at = np.arange(len(hashes)) + (starts - begins).repeat(counts)
    same = segment.tokens[at] == hashes.astype(np.uint16)
    left = (begins + counts).repeat(counts) - np.arange(len(hashes))
    keys, inner = _keys(hashes, at), left > _INNER
    same[inner] &= _have_keys(segment.keys, keys[inner])
    ends.add(at[~inner], keys[~inner], left[~inner])
    owners = np.arange(len(batch)).repeat(counts)
    found: list[int] = segment.numbers[batch[np.unique(owners[~same])]].tolist()
    return found


def _keys(hashes: Hashes, at: NDArray[np.int64]) -> Keys:
    """The keys of words that stand at these places."""
    plain = sorted_keys(hashes)
    order = np.argsort(plain & np.uint64(MOST_WORDS), kind="stable")
    keys: Keys = plain[order] & ~np.uint64(MOST_WORDS)
    return keys | at.astype(np.uint64)


def _have_keys(keys: Keys, wanted: Keys) -> NDArray[np.bool_]:
    """Which keys stand among sorted ones."""
    order = np.argsort(wanted)
    sought = wanted[order]
    at = np.minimum(np.searchsorted(keys, sought), max(len(keys) - 1, 0))
    found = np.zeros(len(wanted), np.bool_)
    if len(keys):
        found[order] = keys[at] == sought
    return found


def _is_one_key_a_word(keys: Keys, words: int, ends: _Ends) -> bool:
    """Whether keys rise, each place of a word has one, and those of last words begin as known."""
    if len(keys) != words:
        return False
    known, begin, masks = ends.sorted()
    seen = np.zeros(words, np.bool_)
    last = np.uint64(0)
    for start in range(0, words, _STRETCH):
        some = np.asarray(keys[start : start + _STRETCH])
        at = (some & np.uint64(MOST_WORDS)).astype(np.int64)
        if (start and some[0] <= last) or np.any(some[1:] <= some[:-1]) or at.max() >= words:
            return False
        which = np.minimum(np.searchsorted(known, at), len(known) - 1)
        is_end = known[which] == at
        if np.any((some & masks[which])[is_end] != begin[which][is_end]):
            return False
        seen[at] = True
        last = some[-1]
    return bool(seen.all())
