"""One request at a time to a host, with a rest between, and none while it asks to be left alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from onrecord.errors import FetchError

LONGEST_HOLD = 86_400.0


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


class Pace:
    """When each host may be asked again; for any number of threads."""

    def __init__(
        self,
        *,
        longest: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._longest = longest
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._guard = threading.Lock()

    @contextmanager
    def turn(self, host: str, rest: float) -> Iterator[None]:
        """Wait until `host` may be asked, ask, and leave it alone for `rest` seconds after.

        `FetchError` where that is longer than anybody should wait here.
        """
        known = self._known(host)
        if not known.lock.acquire(timeout=self._longest):
            raise FetchError(f"{host} is busy with another of our requests")
        try:
            self._wait(host, known)
            try:
                yield
            finally:
                known.free_at = max(known.free_at, self._clock() + rest)
        finally:
            known.lock.release()

    def hold(self, host: str, seconds: float) -> None:
        """Leave `host` alone for so long, as it asked, for a day at most."""
        known = self._known(host)
        known.free_at = max(known.free_at, self._clock() + min(seconds, LONGEST_HOLD))

    def wait_of(self, host: str) -> float:
        """The seconds until `host` may be asked."""
        return max(0.0, self._known(host).free_at - self._clock())

    def _wait(self, host: str, known: _Host) -> None:
        wait = known.free_at - self._clock()
        if wait > self._longest:
            raise FetchError(f"{host} asks to be left alone for {wait:.0f} s more")
        if wait > 0:
            self._sleep(wait)

    def _known(self, host: str) -> _Host:
        with self._guard:
            return self._hosts.setdefault(host, _Host())


def retry_after(told: str, *, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After header asks for, by number or date; None for neither."""
    told = told.strip()
    if told.isascii() and told.isdecimal():
        return float(told[:9])
    try:
        at = parsedate_to_datetime(told)
    except (TypeError, ValueError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - (now or datetime.now(UTC))).total_seconds())
