"""What was read into the store, a batch at a time, with the journal that tells of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.crews import END, Lost
from onrecord.errors import StoreError
from onrecord.intake.offering import Piece
from onrecord.intake.taking import Taken, kept, not_kept
from onrecord.model import Failure, Reading
from onrecord.stores import Store, TakenFailure, TakenFile
from onrecord.unpacking import Entry, Passed

_WAIT = 60.0
"""Seconds that a batch waits for another writer."""
Outcome = Taken | Failure | Passed
Result = tuple[Piece, object]


class _NotKeptError(Exception):
    """Something in a batch cannot be kept."""

    def __init__(self, fault: Exception) -> None:
        super().__init__(str(fault))
        self.fault = fault


class Writer:
    """The one that writes: what `write` gives out is held, and the journal knows it.

    `between` is called after each document, so that nobody else has to wait for all of them. With
    `again` a held page that another reader read is kept as it was read now.
    """

    def __init__(self, store: Store, between: Callable[[], None], *, again: bool = False) -> None:
        self._store, self._between, self._again = store, between, again
        self._cleared: tuple[str, int] = "", -1

    def write(self, batch: Sequence[Result]) -> list[Outcome]:
        """Keep a batch in one transaction; one by one where something in it cannot be kept."""
        batch = [one for one in batch if not one[0].noted]
        cleared = self._cleared
        try:
            return self._together(batch) if batch else []
        except _NotKeptError:
            self._cleared = cleared
            return [outcome for one in batch for outcome in self._alone(one)]

    def _together(self, batch: Sequence[Result]) -> list[Outcome]:
        with self._store.waiting(_WAIT), self._store.together():
            outcomes: list[Outcome] = []
            for piece, result in batch:
                try:
                    outcomes += self._kept(piece, result)
                except StoreError:
                    raise
                except Exception as error:
                    raise _NotKeptError(error) from error
                self._between()
            self._note([piece for piece, result in batch if result is END])
            return outcomes

    def _alone(self, one: Result) -> list[Outcome]:
        piece, result = one
        try:
            return self._together([one])
        except _NotKeptError as error:
            if not isinstance(result, Reading):
                raise error.fault from None
            return self._together([(piece, not_kept(result.document, error.fault))])

    def _kept(self, piece: Piece, result: object) -> list[Outcome]:
        self._clear(piece)
        found = piece.found
        if isinstance(result, Reading):
            raw = found.data if isinstance(found, Entry) else b""
            return [kept(self._store, result, raw, again=self._again)]
        if result is END and isinstance(found, Passed):
            return [found]
        failure = found if result is END else result
        if isinstance(failure, Lost):
            failure = Failure(found.path if isinstance(found, Entry) else "", failure.reason)
        if not isinstance(failure, Failure):
            return []
        place = piece.place
        if piece.file.size >= 0:
            self._store.keep_failed(
                TakenFailure(piece.file.key, piece.number, place, failure.reason)
            )
        return [replace(failure, place=failure.place or place)]

    def _clear(self, piece: Piece) -> None:
        """What failed before of what is taken in again is forgotten, once."""
        file, number = piece.file, piece.number
        if (file.key, number) == self._cleared or file.size < 0:
            return
        self._cleared = file.key, number
        if file.taken == 0 and number == 0:
            self._store.forget_failed(file.key)
        elif number < file.taken and piece.found is not None:
            self._store.forget_failed(file.key, number)

    def _note(self, ended: Sequence[Piece]) -> None:
        """How far each file was taken in."""
        files: dict[str, TakenFile] = {}
        for piece in ended:
            file, ends = piece.file, piece.found is None
            # Of what was taken in before, and of the end behind a last piece, all is noted.
            noted = piece.number > file.taken if ends else piece.number < file.taken
            if file.size >= 0 and not noted:
                files[file.key] = TakenFile(
                    path=file.key,
                    size=file.size,
                    changed=file.changed,
                    entries=piece.number + (not ends),
                    place=piece.place,
                    done=ends or piece.last,
                )
        for state in files.values():
            self._store.keep_taken(state)
