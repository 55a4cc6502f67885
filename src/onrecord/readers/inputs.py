"""What a reader gets, and how it makes a document of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from onrecord.errors import ReadError
from onrecord.model import Document, Kind, Mark, Provenance

PACKINGS = (".gz", ".bz2", ".xz", ".zst")
_HALF = re.compile("[\ud800-\udfff]")
_BYTE = re.compile("[\udc80-\udcff]")  # as Python holds the bytes of names that are no UTF-8
FIELDS = ("title", "url", "published", "publisher", "author", "language", "speaker")


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to be read, where they came from, and what the caller knows of them.

    `charset` is what came with them, as by HTTP; "" leaves it to the bytes. `record` is where they
    stand in what `path` names, "" where they are all of it. `extractor` names what tells the text
    of a page, "" leaves it to the reader.
    """

    data: bytes
    path: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    charset: str = ""
    record: str = ""
    extractor: str = ""
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader's name, its version, and the media type of what it reads."""

    name: str
    version: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found: text, marks, metadata, and what it left out."""

    text: str
    marks: tuple[Mark, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    encoding: str = ""
    record: str = ""
    id: str = ""


def told_by(path: str) -> PurePath:
    """The name that tells a format: that of the entry in its archive, without that of its packing.

    `crawl.tar#news/one.html.gz` is told by `one.html`.
    """
    name = PurePath(PurePath(path).name.rpartition("#")[2])
    return PurePath(name.stem) if name.suffix.lower() in PACKINGS else name


def document_of(entry: Input, reader: Reader, found: Found) -> Document:
    """The document of what was found; what the caller gave goes before what was read.

    Its id is the one found, else the first 12 hex digits of the SHA-256 of the bytes. Raises
    `ReadError` where there is no text, or for a kind that is none.
    """
    if not found.text.strip():
        raise ReadError("no text in it")
    fields = {name: found.fields.get(name, "") for name in (*FIELDS, "kind")}
    fields.update({name: value for name, value in entry.given.items() if value and name in fields})
    fields = {name: whole(value) for name, value in fields.items()}
    kind = kind_of(fields.pop("kind"))
    provenance = Provenance(
        sha256=entry.sha256,
        reader=reader.name,
        reader_version=reader.version,
        path=_written(entry.path),
        media_type=reader.media_type,
        encoding=found.encoding,
        record=", ".join(filter(None, map(whole, (entry.record, found.record)))),
    )
    return Document(
        id=whole(found.id) or entry.sha256[:12],
        text=found.text,
        provenance=provenance,
        kind=kind,
        marks=found.marks,
        dropped=tuple(map(whole, found.dropped)),
        **fields,
    )


def whole(text: str) -> str:
    """`text` without half surrogate pairs, which nothing can store: U+FFFD stands for each."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def _written(path: str) -> str:
    r"""A path as text: a byte of it that is no UTF-8 is written `\xff`."""
    return whole(_BYTE.sub(lambda byte: f"\\x{ord(byte[0]) - 0xDC00:02x}", path))


def kind_of(word: str) -> Kind | None:
    """The kind that a word names, None for no word; `ReadError` for any other."""
    if not word:
        return None
    try:
        return Kind(word.strip().lower())
    except ValueError:
        names = ", ".join(Kind)
        raise ReadError(f"kind is one of {names}, not {word[:40]!r}") from None
