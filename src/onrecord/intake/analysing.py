"""What stands in an entry, read and analysed: the work of each process of a crew."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import current_thread, main_thread
from types import FrameType

from onrecord.intake.taking import MAX_SIZE, Engine, analysed, place_of
from onrecord.model import Document, Failure, Reading
from onrecord.pipeline import extract
from onrecord.readers import read

SECONDS = 10.0
"""Of the processor, for one document."""


@dataclass(frozen=True, slots=True)
class How:
    """How entries are to be read, and their statements found.

    `given`, `columns`, `max_size` and `extractor` are as in `readers.read`, `using` is the engine
    and the folder of its model, as `pipeline.read_document` takes them; `seconds` of the processor
    are what one document may take.
    """

    given: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    max_size: int = MAX_SIZE
    using: Engine = (None, None)
    extractor: str = ""
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class Task:
    """Bytes to be read and what is known of them; as `readers.read` takes them."""

    data: bytes
    path: str
    given: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    charset: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A task to its readings and failures, one by one; the work of a crew."""

    how: How

    def ready(self) -> None:
        """Load what is loaded once: the engine, and the tables of the rules."""
        engine, model = self.how.using
        extract('"We are ready," he said.', language="en", engine=engine, model=model)

    def __call__(self, task: Task, skip: int) -> Iterator[Reading | Failure | None]:
        """The readings and failures but for the first `skip`; None where a document was read."""
        coming, number = self._read(task), 0
        while True:
            begun = time.process_time()
            try:
                with _within(self.how.seconds):
                    found = next(coming, None)
            except TookTooLongError:
                yield self._too_long(task.path)
                return
            if found is None:
                return
            number += 1
            if number <= skip:
                continue
            if isinstance(found, Failure):
                yield found
                continue
            yield None
            yield self._analysed(found, time.process_time() - begun)

    def _read(self, task: Task) -> Iterator[Document | Failure]:
        return read(
            task.data,
            path=task.path,
            given={**task.given, **self.how.given},
            columns=self.how.columns,
            max_size=self.how.max_size,
            form=task.form,
            charset=task.charset,
            record=task.record,
            extractor=self.how.extractor,
        )

    def _analysed(self, document: Document, spent: float) -> Reading | Failure:
        try:
            with _within(max(self.how.seconds - spent, 0.01)):
                return analysed(document, self.how.using)
        except TookTooLongError:
            return self._too_long(place_of(document))

    def _too_long(self, path: str) -> Failure:
        return Failure(path, f"took longer than {self.how.seconds:g} seconds of the processor")


class TookTooLongError(BaseException):
    """A document's time is over; none of those that are caught on the way."""


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Within it no more than so much of the processor is used: then `TookTooLongError`.

    It interrupts what is written in Python, and in C what asks for signals, as regular expressions
    do; signals come to the main thread of a process, and in another nothing is watched.
    """
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _over)
    # Again and again, lest somebody caught it.
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _over(_: int, __: FrameType | None) -> None:
    raise TookTooLongError
