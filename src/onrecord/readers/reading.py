"""Bytes to documents, whatever the format; what is wrong with them is said, not raised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from onrecord.errors import ReadError
from onrecord.model import Document, Failure
from onrecord.readers.formats import format_named, format_of
from onrecord.readers.html_extractors import extractor as extractor_named
from onrecord.readers.inputs import Input

MAX_SIZE = 50_000_000
_LONGEST_REASON = 400
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
GIVEN = ("title", "url", "published", "publisher", "author", "language", "kind", "speaker")


def read(
    data: bytes,
    *,
    path: str = "",
    given: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
    max_size: int = MAX_SIZE,
    form: str = "",
    charset: str = "",
    record: str = "",
    extractor: str = "",
) -> Iterator[Document | Failure]:
    """The documents in these bytes, and a failure with its reason for each that cannot be read.

    The format is known by the extension of `path`, else by its looks. `given` holds metadata that
    goes before what is read (title url published publisher author language kind speaker),
    `columns` the header of a CSV column for each role (speaker text date line). `form` is the
    format where the caller knows it, as `sniff` names it, `charset` what came with the bytes, as
    by HTTP; `record` where they stand in what `path` names. `extractor` tells the text of a page
    that does not mark it: precise (trafilatura, the default) or fast (resiliparse). More than
    `max_size` bytes are a failure. Never raises for what stands in `data`; `MissingLibraryError`
    where fast is asked for and is not installed.
    """
    extractor_named(extractor)
    entry = Input(data, path, given or {}, columns or {}, charset, record, extractor)
    try:
        _refuse(entry, max_size)
        found = format_named(form) if form else format_of(data, path=path, columns=bool(columns))
        empty = True
        for one in found.read(entry):
            empty = False
            yield _failure(one.path, one.reason) if isinstance(one, Failure) else one
        if empty:
            raise ReadError("nothing in it")
    except ReadError as fault:
        yield _failure(path, f"{record}: {fault}" if record else str(fault))
    except Exception as fault:  # a batch outlives one page that a parser stumbles over
        words = f"{type(fault).__name__}: {fault}"[:200]
        yield _failure(path, f"the reader failed, which is a fault of Onrecord: {words}")


def _failure(path: str, reason: str) -> Failure:
    """A failure with its reason in one line, which may quote the words of a file."""
    line = _UNSEEN.sub(" ", reason[: 4 * _LONGEST_REASON]).strip()
    return Failure(path, line if len(line) <= _LONGEST_REASON else line[:_LONGEST_REASON] + " …")


def _refuse(entry: Input, max_size: int) -> None:
    if unknown := sorted(set(entry.given) - set(GIVEN)):
        raise ReadError(f"no such field: {', '.join(unknown)}; there are {', '.join(GIVEN)}")
    size = len(entry.data)
    if size > max_size:
        raise ReadError(f"larger than the maximum: {size:,} bytes, {max_size:,} allowed")
    if not entry.data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise ReadError("empty")
