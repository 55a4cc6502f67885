"""Dossiers drawn up beside the requests that ask for them, and kept while they are true."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

from onrecord.dossiers import dossier
from onrecord.errors import StoreBusyError
from onrecord.exports.dossiers.blocks import Report, Section
from onrecord.exports.dossiers.paging import parts_of, places
from onrecord.exports.dossiers.report import report_of
from onrecord.model import Dossier, Profile
from onrecord.stores import Database, open_store

ENTRIES = 60
"""Lines of a dossier on one page."""
_WAITING = 4
"""Dossiers that may wait to be drawn up; whoever asks for another is told to come again."""

_Key = tuple[Profile, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A dossier with its report in parts; `stamp` is the state of the store that it is of."""

    dossier: Dossier
    report: Report
    parts: tuple[Section, ...]
    places: dict[str, tuple[str, int]]
    stamp: str


@dataclass(frozen=True, slots=True)
class Underway:
    """What is known of a dossier now: the last one drawn up, and how far the next one has come.

    `done` of `total` documents are read; `total` is 0 while it waits for its turn or where nothing
    is being drawn up.
    """

    drawn: Drawn | None = None
    current: bool = False
    done: int = 0
    total: int = 0


class _Closed(Exception):  # noqa: N818  (no error: nobody waits any longer)
    """The app is being closed."""


@dataclass(slots=True)
class _Job:
    ready: Event = field(default_factory=Event)
    done: int = 0
    total: int = 0
    error: Exception | None = None


class Dossiers:
    """The dossiers of one database; one at a time is drawn up, in a thread and a store of its own.

    The last `size` are kept, each until something is written into the database.
    """

    def __init__(self, database: Database, *, size: int = 6) -> None:
        self._database = database
        self._size = size
        self._drawn: OrderedDict[_Key, Drawn] = OrderedDict()
        self._jobs: dict[_Key, _Job] = {}
        self._lock = Lock()
        self._turn = Lock()
        self._closed = Event()

    def ask(self, profile: Profile, as_of: str, stamp: str, *, wait: float = 2.0) -> Underway:
        """The dossier as of a day, of the store in the state of `stamp`, or how far it has come.

        Waits for `wait` seconds at most. Raises what drawing it up raised, and `StoreBusyError`
        where too many are waited for.
        """
        key = profile, as_of
        with self._lock:
            kept = self._drawn.get(key)
            if kept and kept.stamp == stamp:
                self._drawn.move_to_end(key)
                return Underway(kept, current=True)
            job = self._jobs.get(key) or self._begun(key)
        job.ready.wait(0 if kept else wait)
        with self._lock:
            if job.error:
                self._jobs.pop(key, None)
                raise job.error
            found = self._drawn.get(key)
            return Underway(found, job.ready.is_set(), job.done, job.total)

    def close(self) -> None:
        """Draw up no more."""
        self._closed.set()

    def _begun(self, key: _Key) -> _Job:
        if sum(not job.ready.is_set() for job in self._jobs.values()) >= _WAITING:
            raise StoreBusyError("other dossiers are being drawn up; try again in a minute")
        failed = [other for other, one in self._jobs.items() if one.ready.is_set()]
        for other in failed[: max(0, len(failed) - self._size + 1)]:
            del self._jobs[other]  # nobody came again to be told why
        job = self._jobs[key] = _Job()
        Thread(target=self._draw, args=(key, job), daemon=True).start()
        return job

    def _draw(self, key: _Key, job: _Job) -> None:
        try:
            with self._turn:
                self._keep(key, self._made(key, job))
        except _Closed:
            return
        except Exception as error:
            job.error = error
        finally:
            if job.error is None:
                with self._lock:
                    self._jobs.pop(key, None)
            job.ready.set()

    def _made(self, key: _Key, job: _Job) -> Drawn:
        profile, as_of = key

        def watch(done: int, total: int) -> None:
            job.done, job.total = done, total
            if self._closed.is_set():
                raise _Closed

        with open_store(self._database) as store:
            stamp = store.stamp()
            drawn = dossier(store, profile, as_of=as_of, progress=watch)
        report = report_of(drawn)
        parts = parts_of(report)
        return Drawn(drawn, report, parts, places(parts, ENTRIES), stamp)

    def _keep(self, key: _Key, drawn: Drawn) -> None:
        with self._lock:
            self._drawn[key] = drawn
            self._drawn.move_to_end(key)
            while len(self._drawn) > self._size:
                self._drawn.popitem(last=False)
