"""Long texts in addresses: packed, so that a pasted article has a link and is stored nowhere."""

from __future__ import annotations

import zlib
from base64 import b64decode, urlsafe_b64encode

from onrecord.errors import InputError

MOST = 500_000
"""The longest text, in code points, that a page takes."""
PLAIN = 600
"""Texts up to this length stand in an address as they are."""
LONGEST = 48_000
"""The longest packed form that an address can carry to any browser."""


def pack(text: str) -> str:
    """A text as characters that an address can hold; see `unpack`."""
    packed = zlib.compress(text.encode("utf-8", errors="replace"), 9)
    return urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def unpack(packed: str) -> str:
    """The text that `pack` was given; `InputError` where it is none, or one that is too long."""
    try:
        data = b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        opened = zlib.decompressobj()
        text = opened.decompress(data, 4 * MOST).decode()
    except (ValueError, zlib.error):
        raise InputError("the address does not hold a text: a piece of it is missing") from None
    if not opened.eof:
        raise InputError("the address does not hold a whole text, or one that is too long")
    return text
