"""How the names that stand in archives are shown: whatever they are, as one plain line."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import PurePath, PurePosixPath

LONGEST = 400
# What does not show, what reorders or ends the line, halves of characters, and what is none yet.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_PACKED = {"gz": "gz", "bz2": "bz2", "xz": "xz", "zst": "zst"}
_SHORT = {"tgz": "gz", "tbz2": "bz2", "tbz": "bz2", "txz": "xz", "tzst": "zst"}


def shown(name: bytes | str) -> str:
    """A member's name as it may be shown: no two names are shown alike, none breaks a line.

    Bytes that are not UTF-8, control characters and marks that cannot be seen are written as
    escapes (`\\x00`, `\\u202e`), a backslash as two, `#` as `%23` and `%23` as `%2523`, so that
    the last `#` of a path always ends the name of its archive. A name of more than 400 characters
    is cut and ends in the first digits of its SHA-256.
    """
    text = name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else name
    escaped = _escaped(text.replace("\\", "\\\\"))
    safe = escaped.replace("%23", "%2523").replace("#", "%23")
    if len(safe) <= LONGEST:
        return safe or "(no name)"
    return f"{safe[:LONGEST]}…{hashlib.sha256(safe.encode()).hexdigest()[:12]}"


def shown_path(path: str) -> str:
    """The path of a file, with escapes where its name is no text or would break a line."""
    return _escaped(path)


def bare(path: str) -> tuple[str, str]:
    """The extension that says what a file is, and how it is packed: `a.tar.gz` is (tar, gz).

    The packing is gz, bz2, xz, zst or "".
    """
    name = PurePath(path)
    last = name.suffix[1:].lower()
    if last in _SHORT:
        return "tar", _SHORT[last]
    if last in _PACKED:
        return PurePath(name.stem).suffix[1:].lower(), _PACKED[last]
    return last, ""


def is_hidden(name: str) -> bool:
    """Whether a member, or a folder it is in, is hidden: its name begins with a dot."""
    return any(
        part.startswith(".") and part.strip(".")
        for part in PurePosixPath(name.replace("\\", "/")).parts
    )


def _escaped(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(_letter(one) for one in text)


def _letter(letter: str) -> str:
    if unicodedata.category(letter) not in _UNSEEN:
        return letter
    code = ord(letter)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else (f"\\U{code:08x}")
    )
