"""Containers made for the tests, and what unpacking gives of them in short."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import zstandard

from onrecord.model import Failure
from onrecord.unpacking import LIMITS, Entry, Passed, unpack

PAGE = b"<html><body><p>The minister said on Monday that talks would go on.</p></body></html>"
PACK = {
    "": lambda data: data,
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": lambda data: zstandard.ZstdCompressor().compress(data),
}


def tar_of(*members, format=tarfile.PAX_FORMAT):
    """A tar of (name or TarInfo, bytes)."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format) as tar:
        for name, data in members:
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            if info.isreg():
                info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zip_of(*members, method=zipfile.ZIP_DEFLATED):
    """A zip of (name or ZipInfo, bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def found(path, limits=LIMITS):
    """What is unpacked: entries, failures and what was passed over, each a list."""
    entries, failures, passed = [], [], []
    lists = {Entry: entries, Failure: failures, Passed: passed}
    for one in unpack(path, limits=limits):
        lists[type(one)].append(one)
    return entries, failures, passed


def put(folder, name, data):
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def reasons(path, limits=LIMITS):
    """The failures, each as the end of its path and its reason."""
    failures = found(path, limits)[1]
    start = len(str(path.parent)) + 1
    return [f"{one.path[start:]}: {one.reason}" for one in failures]


def told(path, limits=LIMITS):
    """What was passed over, by reason."""
    return {one.reason: one.count for one in found(path, limits)[2]}


def datas(path, limits=LIMITS):
    """The bytes of the entries."""
    return [one.data for one in found(path, limits)[0]]
