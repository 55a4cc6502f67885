"""The index itself: one folder, one writer, any number of readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from onrecord.errors import StoreError
from onrecord.index.examining import wrong_passages
from onrecord.index.finding import FIRST, SECOND, THIRD, candidates
from onrecord.index.keys import Hashes, key_ranges
from onrecord.index.manifest import empty, locked, read_manifest, stamp, strangers
from onrecord.index.proving import prove_absent
from onrecord.index.ranking import Place, places, rank, sought
from onrecord.index.reading import View, read_view
from onrecord.index.segments import Segment, damaged
from onrecord.index.sharing import sharing
from onrecord.index.tokens import many_word_hashes, word_hashes
from onrecord.index.writing import Writer
from onrecord.model import Proof

# Each stage is the last where its best place has this coverage.
_CASCADE = ((FIRST, 0.7), (SECOND, 0.25), (THIRD, 0.0))
_LONGEST = 250  # words of a quotation that are looked at


def open_index(folder: Path, *, create: bool = True, wait: float = 10.0) -> PassageIndex:
    """The passage index in `folder`, made where there is none, unless `create` is false.

    Another writer is waited for `wait` seconds. Raises `DamagedIndexError` where something else is
    in the folder, or what is there cannot be read; `StoreError` where it cannot be made.
    """
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        if read_manifest(folder) is None:
            if not create:
                raise damaged(folder, "no passage index is here")
            if foreign := strangers(folder):
                raise damaged(folder, f"holds {foreign[0]}, which is not of a passage index")
            with locked(folder, wait=wait):
                Writer(folder)
    except OSError as error:
        raise StoreError(f"{folder}: no passage index: {error.strerror or error}") from None
    return PassageIndex(folder, wait=wait)


def clear_index(folder: Path, *, wait: float = 10.0) -> None:
    """Delete every file of the index in `folder`, damaged or not, and no other; for making it anew.

    `StoreBusyError` where another process is writing.
    """
    if folder.is_dir():
        with locked(folder, wait=wait):
            empty(folder)


def cascade(segments: Sequence[Segment], hashes: Hashes, *, limit: int) -> Iterator[list[Place]]:
    """What each stage finds, until one finds enough; the last is what counts."""
    quotation = sought(hashes)
    for stage, enough in _CASCADE:
        if len(hashes) >= min(stage.lengths):
            drawn = candidates(segments, hashes, stage)
            found = places(rank(quotation, drawn, segments), limit=limit)
            yield found
            if found and found[0].coverage >= enough:
                return


class PassageIndex:
    """Passages by number, found by their words; the texts themselves are kept elsewhere.

    Any number of threads and processes may read and one at a time write; each sees what was
    written before it asked. It may be carried over a fork.
    """

    def __init__(self, folder: Path, *, wait: float = 10.0) -> None:
        self.folder = folder
        self._where = str(folder)
        self._wait = wait
        self._view = read_view(folder)

    def _now(self) -> View:
        view = self._view
        if stamp(self._where, view.manifest.tail) != view.stamp:
            view = self._view = read_view(self.folder, view)
        return view

    def segments(self) -> list[Segment]:
        """The segments that hold words, as they are now; the tail is the last of them."""
        return [one for one in self._now().segments if one.words]

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        with locked(self.folder, wait=self._wait):
            writer = Writer(self.folder, tail=self._view.tail)
            yield writer
        # The view itself is read anew when somebody asks; its tail need not be.
        self._view = replace(self._view, tail=writer.tail)

    @property
    def covered(self) -> int:
        """The largest number taken in, forgotten or not; 0 where there is none."""
        return self._now().covered

    @property
    def passages(self) -> int:
        """How many passages are held, without the forgotten."""
        return sum(one.living_passages for one in self._now().segments)

    @property
    def words(self) -> int:
        """How many words they have."""
        return sum(one.living_words for one in self._now().segments)

    def take(
        self,
        passages: Iterable[tuple[int, str]],
        *,
        progress: Callable[[int], object] | None = None,
    ) -> None:
        """Keep passages, given as number and text, numbers rising; durable when it returns.

        Numbers up to `covered` are passed over, so that a list may be given again after a kill. A
        long list is kept chunk by chunk of four million words. `progress` is told how many passages
        were read so far. `StoreBusyError` where another process is writing.
        """
        with self._writing() as writer:
            writer.take(passages, progress)

    def forget(self, numbers: Iterable[int]) -> None:
        """Leave these passages out from now on; numbers that are not held are passed over."""
        with self._writing() as writer:
            writer.forget(numbers)

    def held(self) -> list[Segment]:
        """All segments as they are now, those without words too; the tail is the last of them."""
        return list(self._now().segments)

    def agrees(self, texts: Mapping[int, str]) -> bool:
        """Whether each of these passages that is held is held by the words of its text here."""
        known = np.array(sorted(texts), np.int64)
        wrong = wrong_passages(self.held(), lambda some: [texts[n] for n in some], known=known)
        return next(wrong, None) is None

    def alone(self) -> AbstractContextManager[None]:
        """Within it nobody writes; `StoreBusyError` where another process is writing."""
        return locked(self.folder, wait=self._wait)

    def find(self, quote: str, *, limit: int = 50, at_first: bool = False) -> list[Place]:
        """Where the words of a quotation stand, best first: at most `limit` places.

        With `at_first` only by what costs least, the first stage, whatever it finds.
        One passage may have several places, and a quotation put together from several passages
        has a place in each. Of a quotation of many words, the first 250 are looked at.
        """
        hashes = word_hashes(quote)[:_LONGEST]
        segments = self.segments()
        if not len(hashes) or not segments:
            return []
        stages = cascade(segments, hashes, limit=limit)
        if at_first:
            return next(stages, [])
        *_, found = stages
        return found

    def counts(self, text: str) -> list[int]:
        """How often each word of `text`, in order, stands in the passages, at the most.

        Words are told apart by 14 bits, and forgotten passages are counted until segments merge.
        """
        low, high = key_ranges(many_word_hashes([text])[0], 1)
        total = np.zeros(len(low), np.int64)
        for one in self.segments():
            total += one.keys.searchsorted(high) - one.keys.searchsorted(low)
        found: list[int] = total.tolist()
        return found

    def similar(self, words: Iterable[str], *, limit: int = 50) -> list[int]:
        """The numbers of passages that share the rarest of these words, best first, by BM25."""
        hashes = word_hashes(" ".join(words))[:_LONGEST]
        return sharing(self.segments(), hashes, limit=limit)

    def prove(self, quote: str, *, within: int) -> Proof:
        """Read all words held: does any stretch come within so many word edits of the quotation?

        Of a quotation of many words, the first 250 are looked at. Runs on all cores. `InputError`
        where there are no more words than edits.
        """
        return prove_absent(self._now().segments, word_hashes(quote)[:_LONGEST], within=within)
