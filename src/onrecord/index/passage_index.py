"""The index itself: one folder, one writer, any number of readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.index.finding import by_trigrams, by_words
from onrecord.index.manifest import locked, read_manifest, stamp, strangers
from onrecord.index.ranking import Place, places, rank, sought
from onrecord.index.reading import View, read_view
from onrecord.index.segments import damaged
from onrecord.index.sharing import sharing
from onrecord.index.tokens import word_hashes
from onrecord.index.writing import Writer

ENOUGH = 0.7  # coverage at which the second stage is left out
_LONGEST = 400  # words of a quotation that are looked at


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


class PassageIndex:
    """Passages by number, found by their words; the texts themselves are kept elsewhere.

    Any number of threads and processes may read and one at a time write; each sees what was
    written before it asked. It may be carried over a fork.
    """

    def __init__(self, folder: Path, *, wait: float = 10.0) -> None:
        self.folder = folder
        self._wait = wait
        self._view = read_view(folder)

    def _now(self) -> View:
        view = self._view
        if stamp(self.folder, view.manifest) != view.stamp:
            view = self._view = read_view(self.folder, view)
        return view

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
        with locked(self.folder, wait=self._wait):
            Writer(self.folder).take(passages, progress)

    def forget(self, numbers: Iterable[int]) -> None:
        """Leave these passages out from now on; numbers that are not held are passed over."""
        with locked(self.folder, wait=self._wait):
            Writer(self.folder).forget(numbers)

    def find(self, quote: str, *, limit: int = 50) -> list[Place]:
        """Where the words of a quotation stand, best first: at most `limit` places.

        One passage may have several places, and a quotation put together from several passages
        has a place in each. Of a quotation of many words, the first 400 are looked at.
        """
        hashes = word_hashes(quote)[:_LONGEST]
        if not len(hashes):
            return []
        segments = [one for one in self._now().segments if one.words]
        quotation = sought(hashes)
        found: list[Place] = []
        if len(hashes) >= 3:
            stage = [by_trigrams(one, hashes)[0] for one in segments]
            found = places([rank(quotation, one) for one in stage], limit=limit)
        if not found or found[0].coverage < ENOUGH:
            second = [by_words(one, hashes) for one in segments]
            found = places([rank(quotation, one) for one in second], limit=limit)
        return found

    def similar(self, words: Iterable[str], *, limit: int = 50) -> list[int]:
        """The numbers of passages that share the rarest of these words, best first, by BM25."""
        hashes = word_hashes(" ".join(words))[:_LONGEST]
        return sharing([one for one in self._now().segments if one.words], hashes, limit=limit)
