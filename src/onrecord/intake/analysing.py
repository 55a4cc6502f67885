"""What stands in an entry, read and analysed: the work of each process of a crew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from time import process_time

from onrecord.intake.taking import MAX_SIZE, Engine, analysed
from onrecord.intake.timing import SECONDS, allowed, in_time
from onrecord.model import Document, Failure, Reading
from onrecord.pipeline import extract
from onrecord.readers import read


@dataclass(frozen=True, slots=True)
class How:
    """How entries are to be read, and their statements found.

    `given`, `columns`, `max_size` and `extractor` are as in `readers.read`, `using` is the engine
    and the folder of its model, as `pipeline.read_document` takes them; `seconds` of the processor
    are what one document may take, in proportion more where it is larger than half a megabyte.
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
        seconds = allowed(len(task.data), self.how.seconds)
        coming = in_time(self._read(task), task.path, seconds)
        begun = process_time()
        for number, found in enumerate(coming):
            if number >= skip:
                if isinstance(found, Failure):
                    yield found
                else:
                    yield None
                    left = seconds - (process_time() - begun)
                    yield analysed(found, self.how.using, seconds=max(left, 0.01))
            begun = process_time()

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
