"""Figures of the server in the text form of Prometheus: requests, findings, what is held.

With several processes each writes its figures into a file of its own, in a folder that lasts as
long as the server, and whichever is asked adds them up (prometheus_client's multiprocess mode,
which it enters by a variable that has to be there before it is imported: hence the late imports).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request

from onrecord.listening import Answered

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry
    from prometheus_client.metrics_core import Metric

TEXT = "text/plain; version=0.0.4; charset=utf-8"
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable that names the folder of several processes."""
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Seconds between which the times of answers are counted."""


class Metrics:
    """Counts what one app does; `text` is what all processes of the server have counted."""

    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

        own = self._own = CollectorRegistry()
        self._requests = Counter(
            "onrecord_requests",
            "Requests answered, by the form of their address and status.",
            ("method", "route", "status"),
            registry=own,
        )
        self._seconds = Histogram(
            "onrecord_request_seconds",
            "How long answers took, by the form of their address.",
            ("route",),
            buckets=_BOUNDS,
            registry=own,
        )
        self._under_way = Gauge(
            "onrecord_requests_in_flight",
            "Requests that are being answered.",
            multiprocess_mode="livesum",
            registry=own,
        )
        self._findings = Counter(
            "onrecord_checks", "Quotations checked, by what was found.", ("finding",), registry=own
        )
        self._refused = Counter(
            "onrecord_limited",
            "Requests refused for their number, by which limit.",
            ("limit",),
            registry=own,
        )
        for limit in ("rate", "at_once"):
            self._refused.labels(limit)

    def begun(self) -> None:
        """A request has come in."""
        self._under_way.inc()

    def answered(self, told: Answered) -> None:
        """It has been answered."""
        self._under_way.dec()
        self._requests.labels(told.method, told.route, str(told.status)).inc()
        self._seconds.labels(told.route).observe(told.seconds)

    def found(self, findings: Iterable[str]) -> None:
        """Quotations have been checked, with these findings."""
        for one in findings:
            self._findings.labels(one).inc()

    def limited(self, limit: str) -> None:
        """A request was refused for the number of them."""
        self._refused.labels(limit).inc()

    def text(self, held: Iterable[tuple[str, str, float]]) -> bytes:
        """All figures; `held` are more of this moment: name, words, value."""
        from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest

        folder = os.environ.get(FOLDER)
        if not folder:
            if not self._of_process:
                self._of_process = True
                ProcessCollector(registry=self._own)
            return generate_latest(self._own) + generate_latest(_gathered(_Now(held)))
        return generate_latest(_together(folder, CollectorRegistry(), _Now(held)))

    _of_process = False

    def close(self) -> None:
        """This process ends: what it has under way is nothing."""
        if os.environ.get(FOLDER):
            from prometheus_client.multiprocess import mark_process_dead

            mark_process_dead(os.getpid())  # type: ignore[no-untyped-call]


def count(request: Request, findings: Iterable[str]) -> None:
    """Count what the checks of a request have found."""
    metrics: Metrics = request.app.state.metrics
    metrics.found(findings)


class _Now:
    """Figures of this moment as a collector."""

    def __init__(self, held: Iterable[tuple[str, str, float]]) -> None:
        self._held = held

    def collect(self) -> Iterator[Metric]:
        """Each figure as a gauge."""
        from prometheus_client.metrics_core import GaugeMetricFamily

        for name, words, value in self._held:
            yield GaugeMetricFamily(name, words, value)


def _gathered(*collectors: object) -> CollectorRegistry:
    from prometheus_client import CollectorRegistry

    found = CollectorRegistry()
    for one in collectors:
        found.register(one)  # type: ignore[arg-type]
    return found


class _Processes:
    """CPU time and memory of all processes of the server together (Linux alone)."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._numbers = tuple(numbers)

    def collect(self) -> Iterator[Metric]:
        """Under the names that Prometheus gives them for one process."""
        from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily

        used = [one for number in self._numbers if (one := _used(number))]
        if used:
            cpu, memory = (sum(part) for part in zip(*used, strict=True))
            yield CounterMetricFamily("process_cpu_seconds", "CPU time of all processes.", cpu)
            words = "Memory of all processes, what they share counted for each."
            yield GaugeMetricFamily("process_resident_memory_bytes", words, memory)
        yield GaugeMetricFamily("onrecord_processes", "Processes that serve.", len(used))


def _used(number: int) -> tuple[float, float] | None:
    try:
        after = Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()
        pages = int(Path(f"/proc/{number}/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    ticks = int(after[11]) + int(after[12])
    return ticks / os.sysconf("SC_CLK_TCK"), float(pages * os.sysconf("SC_PAGE_SIZE"))


def _together(folder: str, registry: CollectorRegistry, now: _Now) -> CollectorRegistry:
    """What all processes have counted; one that was killed has nothing under way."""
    from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

    numbers = {int(one.stem.rpartition("_")[2]) for one in Path(folder).glob("*_[0-9]*.db")}
    living = {number for number in numbers if _lives(number)}
    for number in numbers - living:
        mark_process_dead(number, folder)  # type: ignore[no-untyped-call]
    MultiProcessCollector(registry, path=folder)  # type: ignore[no-untyped-call]
    registry.register(now)
    registry.register(_Processes(living))
    return registry


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
