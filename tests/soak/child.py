"""What a child does with documents: it reads, analyses, keeps and checks them, and tells each end.

Run as a program it takes one seed a line and answers one line of JSON for each; its memory is
limited to what it has after its libraries are loaded and a gigabyte more.
"""

from __future__ import annotations

import faulthandler
import json
import re
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from tests.soak.mutating import spoil
from tests.soak.other_inputs import told

from onrecord import pipeline, readers
from onrecord.checking import check, quoted
from onrecord.errors import OnrecordError
from onrecord.intake import take_in
from onrecord.model import Document, Failure, Reading, Span
from onrecord.stores import Added, Store, open_store

GIGABYTE = 1 << 30
_LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,600}")


def end_of(store: Store, path: str, data: bytes) -> tuple[str, list[str]]:
    """How an input ends (added, held, version, refused), and what is wrong with that, if any."""
    faults: list[str] = []
    told: list[str] = []
    for taken in take_in(store, data, path=path):
        if isinstance(taken, Failure):
            told.append("refused")
            faults += _wrong_with_a_reason(taken.reason)
            if "fault of Onrecord" in taken.reason:
                faults += _again(path, data)
        else:
            told.append(taken.what)
            faults += _wrong_with(taken.reading)
            if taken.what == Added.NEW and store.load(taken.ref) != taken.reading:
                faults.append("what the store gives back is not what it was given")
            faults += _wrong_with_a_check(store, taken.reading)
    if not told:
        faults.append("neither a document nor a reason")
    return max(told, key=told.count, default="nothing"), faults


def _wrong_with_a_reason(reason: str) -> list[str]:
    if not _LINE.fullmatch(reason) or "Traceback" in reason:
        return [f"not one line: {reason!r}"]
    return [reason] if "fault of Onrecord" in reason else []


def _wrong_with_a_check(store: Store, reading: Reading) -> list[str]:
    """Faults of a check of the first quotation: a finding, or one line, and the record as it is."""
    words = quoted(reading.document.text, reading.statements)
    if not words:
        return []
    span, statement = words[0]
    try:
        found = check(span.of(reading.document.text), store, speaker=statement.speaker)
    except OnrecordError as error:
        return _wrong_with_a_reason(str(error))
    text = store.text(found.document) if found.document else ""
    if any(not 0 <= span.start < span.end <= len(text) for span in found.spans):
        return ["the words that a finding leads to lie outside their document"]
    return []


def _wrong_with(reading: Reading) -> Iterator[str]:
    """Spans that slice nothing, lie outside the text or stand out of order."""
    text = reading.document.text
    try:
        text.encode()
    except UnicodeEncodeError:
        yield "half a surrogate pair in the text"
    if "\0" in text:
        yield "NUL in the text"
    if not text.strip():
        yield "a document without text"
    for what, spans in _spans(reading):
        for span in spans:
            if not 0 <= span.start < span.end <= len(text):
                yield f"{what}: {span.start} to {span.end} of a text of {len(text)}"
    parts = [part.span for part in reading.structure.parts]
    if parts != sorted(parts):
        yield "parts out of order"
    contents = [one.attribution.content[0] for one in reading.statements]
    if contents != sorted(contents):
        yield "statements out of order"
    for passage in reading.passages:
        own = passage.span.of(text)
        if len(own) != len(passage.text) or any(
            a not in (b, " ") for a, b in zip(passage.text, own, strict=True)
        ):
            yield f"a passage that is not the text under {passage.span}"


def _spans(reading: Reading) -> Iterator[tuple[str, tuple[Span, ...]]]:
    yield "marks", tuple(mark.span for mark in reading.document.marks)
    yield "parts", tuple(part.span for part in reading.structure.parts)
    for turn in reading.structure.turns:
        yield "turn", turn.spans
        yield "label", (turn.label,) if turn.label else ()
    for one in reading.statements:
        found = one.attribution
        yield "content", found.content or (Span(0, 0),)
        yield "source, cue or via", (*found.source, *found.cue, *found.via)


def _again(path: str, data: bytes) -> list[str]:
    """The trace of a fault that was turned into a line."""
    try:
        for found in readers.formats.format_of(data, path=path).read(
            readers.inputs.Input(data, path)
        ):
            if isinstance(found, Document):
                pipeline.read_document(found)
    except Exception:
        return [traceback.format_exc(limit=-4)]
    return []


def limit_memory(more: int = GIGABYTE) -> None:
    """No more than what there is now and `more` bytes."""
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + more, held + more))


def _answer(store: Store, seed: int) -> dict[str, object]:
    began = time.process_time()
    try:
        if seed < 0:
            outcome, faults = told(-seed)
        else:
            grown = spoil(seed)
            outcome, faults = end_of(store, grown.path, grown.data)
    except BaseException:
        outcome, faults = "raised", [traceback.format_exc(limit=-6)]
    return {
        "seed": seed,
        "outcome": outcome,
        "faults": faults[:5],
        "seconds": round(time.process_time() - began, 2),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "a.db") as store:
        end_of(store, "x.txt", b"Ada Vell said: \xe2\x80\x9cThe bridge will open.\xe2\x80\x9d")
        limit_memory()
        for line in sys.stdin:
            print(json.dumps(_answer(store, int(line))), flush=True)


if __name__ == "__main__":
    main()
