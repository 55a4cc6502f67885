"""The bytes as they were read are held, and are still those."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

from onrecord.stores._health import Check, Progress, Remedy, holds, wrong
from onrecord.stores.sql.connection import Connection

NAME = "raw bytes"


def check_raws(connection: Connection, progress: Progress | None = None) -> Check:
    """Whether the bytes of every document unpack to their size and SHA-256."""
    count = connection.execute("SELECT count(*) AS n FROM raws").fetchone()["n"]
    bad: list[str] = []
    for done, row in enumerate(connection.stream("SELECT sha256, size, zlib FROM raws"), 1):
        if not _is_sound(row["sha256"], row["size"], row["zlib"]):
            bad.append(row["sha256"])
        if progress:
            progress(done, count)
    if not bad:
        return holds(NAME, f"{count:,} files are held, each with the SHA-256 of its bytes")
    return _told(connection, bad)


def _is_sound(sha256: str, size: int, packed: bytes) -> bool:
    try:
        raw = zlib.decompress(packed)
    except (zlib.error, TypeError):
        return False
    return len(raw) == size and hashlib.sha256(raw).hexdigest() == sha256


def _told(connection: Connection, bad: list[str]) -> Check:
    """Which documents have lost their bytes; whether all of these lie where they came from."""
    owners = {digest: _owners(connection, digest) for digest in bad}
    found = [f"{' '.join(ids) or 'none'} ({digest[:12]})" for digest, (ids, _) in owners.items()]
    here = all(original(digest, paths) is not None for digest, (_, paths) in owners.items())
    told = f"the bytes of {len(bad):,} files are damaged"
    if here:
        return wrong(NAME, told, found, remedy=Remedy.RAWS, documents=bad)
    return wrong(NAME, f"{told}; restore a backup", found)


def _owners(connection: Connection, digest: str) -> tuple[list[str], list[str]]:
    rows = connection.execute("SELECT id, path FROM documents WHERE raw = ?", (digest,)).fetchall()
    return [row["id"] for row in rows], [row["path"] for row in rows]


def original(digest: str, paths: list[str]) -> bytes | None:
    """The very bytes of a SHA-256 from a file that they were read from, if they are there."""
    for path in dict.fromkeys(paths):
        try:
            raw = Path(path).read_bytes()
        except (OSError, ValueError):
            continue
        if hashlib.sha256(raw).hexdigest() == digest:
            return raw
    return None
