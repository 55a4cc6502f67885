"""Plain text: what is there is kept."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Document, Failure
from onrecord.readers.encodings import decode
from onrecord.readers.inputs import Found, Input, Reader, document_of

READER = Reader("plain_text", "1", "text/plain")


def read_plain_text(entry: Input) -> Iterator[Document | Failure]:
    """One document with the text as it stands, no-break spaces and blank lines included.

    Only the byte order mark goes, and line ends become line feeds: CR LF, a lone CR, and the form
    feed that ends a page.
    """
    decoded = decode(entry.data, entry.charset)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\n\f", "\n").replace("\f\n", "\n").replace("\f", "\n")
    yield document_of(entry, READER, Found(text, dropped=decoded.notes, encoding=decoded.encoding))
