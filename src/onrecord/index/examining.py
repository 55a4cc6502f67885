"""Whether what an index holds is what the texts say, word by word and key by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.index.keys import MOST_WORDS, Hashes, Keys, sorted_keys
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

    Only passages of the numbers `known`, which are in order, are compared with their texts.

    Words are compared by the lowest 16 bits of their hashes. Keys are compared but for those of
    the last two words of a passage, which hold bits of what stood behind it; of these only that
    there is one for each word. Takes a byte a word.
    """
    wrong = wrong_passages(segments, texts, known=known, progress=progress)
    found = [f"passage {number} has other words" for number in wrong]
    for segment in segments:
        if not _is_one_key_a_word(segment.keys, segment.words):
            name = segment.path.name if segment.path else "tail"
            found.append(f"{name}: its keys are not those of its words")
    return found


def wrong_passages(
    segments: Sequence[Segment],
    texts: Texts,
    *,
    known: NDArray[np.int64],
    progress: Callable[[int], object] | None = None,
) -> Iterator[int]:
    """The numbers of the passages that are held by other words than those of their texts."""
    for segment in segments:
        yield from _wrong_passages(segment, texts, known, progress)


def _wrong_passages(
    segment: Segment,
    texts: Texts,
    known: NDArray[np.int64],
    progress: Callable[[int], object] | None,
) -> Iterator[int]:
    living = np.flatnonzero(np.isin(segment.numbers, known))
    if segment.dead is not None:
        living = living[~segment.dead[living]]
    for start in range(0, len(living), _BATCH):
        batch = living[start : start + _BATCH]
        numbers = segment.numbers[batch].tolist()
        hashes, counts = many_word_hashes(list(texts(numbers)))
        yield from _differing(segment, batch, hashes, counts)
        if progress:
            progress(len(batch))


def _differing(
    segment: Segment, batch: NDArray[np.int64], hashes: Hashes, counts: NDArray[np.int64]
) -> list[int]:
    """The numbers of the passages whose words or keys are not the ones worked out."""
    firsts = segment.firsts.astype(np.int64)
    starts, held = firsts[batch], firsts[batch + 1] - firsts[batch]
    if not np.array_equal(held, counts):
        same_long = held == counts
        kept = hashes[same_long.repeat(counts)]
        wrong: list[int] = segment.numbers[batch[~same_long]].tolist()
        return wrong + _differing(segment, batch[same_long], kept, counts[same_long])
    begins = np.cumsum(counts) - counts
    at = np.arange(len(hashes)) + (starts - begins).repeat(counts)
    same = segment.tokens[at] == hashes.astype(np.uint16)
    left = (begins + counts).repeat(counts) - np.arange(len(hashes))
    inner = left > _INNER
    same[inner] &= _have_keys(segment.keys, _keys(hashes, at)[inner])
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


def _is_one_key_a_word(keys: Keys, words: int) -> bool:
    """Whether keys rise, and each place of a word has one."""
    if len(keys) != words:
        return False
    seen = np.zeros(words, np.bool_)
    last = np.uint64(0)
    for start in range(0, words, _STRETCH):
        some = np.asarray(keys[start : start + _STRETCH])
        at = some & np.uint64(MOST_WORDS)
        if (start and some[0] <= last) or np.any(some[1:] <= some[:-1]) or at.max() >= words:
            return False
        seen[at.astype(np.int64)] = True
        last = some[-1]
    return bool(seen.all())
