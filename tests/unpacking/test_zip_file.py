import io
import struct
import zipfile

import pytest
from tests.unpacking import made

from onrecord.unpacking import Limits, unpack

METHODS = {"stored": zipfile.ZIP_STORED, "deflate": zipfile.ZIP_DEFLATED, "bz2": zipfile.ZIP_BZIP2}


def names(path):
    return [one.path.partition("#")[2] for one in made.found(path)[0]]


def info(name, mode=0o100644, **fields):
    found = zipfile.ZipInfo(name)
    found.external_attr = mode << 16
    for field, value in fields.items():
        setattr(found, field, value)
    return found


def patched(data, magic, offset, value, *, nth=0):
    """The zip with other bytes so far behind the nth place of these."""
    out, at = bytearray(data), -1
    for _ in range(nth + 1):
        at = data.index(magic, at + 1)
    out[at + offset : at + offset + len(value)] = value
    return bytes(out)


@pytest.mark.parametrize("method", METHODS)
def test_each_member_is_an_entry_with_its_name_and_number(tmp_path, method):
    archive = made.zip_of(
        ("a/one.html", b"1" * 90_000), ("a/", b""), ("two.txt", b""), method=METHODS[method]
    )
    path = made.put(tmp_path, "x.zip", archive)
    one, two = unpack(path)
    assert (one.path, one.record, len(one.data)) == (f"{path}#a/one.html", "member 1", 90_000)
    assert (two.path, two.record, two.data) == (f"{path}#two.txt", "member 3", b"")


def test_what_was_written_to_a_pipe_is_read_too(tmp_path):
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise OSError

        def tell(self):
            raise OSError

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"words " * 100)
    assert made.datas(made.put(tmp_path, "x.zip", out.getvalue())) == [b"words " * 100]


def test_what_stands_before_a_zip_is_no_matter(tmp_path):
    path = made.put(tmp_path, "x.zip", b"#!/bin/sh\n" * 9 + made.zip_of(("a.txt", b"1")))
    assert made.datas(path) == [b"1"]


def test_zip64_is_read(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        with archive.open(info("a.txt"), "w", force_zip64=True) as member:
            member.write(b"words")
        with archive.open(info("b.txt"), "w", force_zip64=True) as member:
            member.write(b"more")
    data = out.getvalue()
    end = data.index(b"PK\x05\x06")
    count, length, offset = struct.unpack_from("<HLL", data, end + 10)
    wide = struct.pack("<4sQHHLLQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    short = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    for before in (b"", b"before"):
        path = made.put(tmp_path, "x.zip", before + data[:end] + wide + locator + short)
        assert made.datas(path) == [b"words", b"more"]


def test_a_directory_larger_than_what_is_read_of_it_at_once_is_read_whole(tmp_path):
    long = "x" * 300
    members = [(f"{long}{n}.txt", b"%d" % n) for n in range(4000)]
    path = made.put(tmp_path, "x.zip", made.zip_of(*members, method=zipfile.ZIP_STORED))
    assert made.datas(path) == [data for _, data in members]


def test_links_devices_and_hidden_files_are_counted_and_no_failures(tmp_path):
    archive = made.zip_of(
        (info("link", 0o120777), b"/etc/passwd"),
        (info("device", 0o020644), b""),
        ("__MACOSX/._a.txt", b"x"),
        ("a.txt", b"1"),
    )
    path = made.put(tmp_path, "x.zip", archive)
    assert (made.datas(path), made.reasons(path)) == ([b"1"], [])
    hidden = "hidden: a name that begins with a dot"
    assert made.told(path) == {"a symbolic link": 1, "a device": 1, hidden: 1}


def test_names_that_lead_elsewhere_are_names_and_no_more(tmp_path):
    tricks = ["../../up.html", "/etc/passwd", "C:\\x.html", "a\nb.html", "x#y", "naïve.txt"]
    path = made.put(tmp_path, "x.zip", made.zip_of(*((name, b"1") for name in tricks)))
    assert names(path) == [
        "../../up.html",
        "/etc/passwd",
        "C:\\\\x.html",
        "a\\x0ab.html",
        "x%23y",
        "naïve.txt",
    ]
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_in_bytes_that_are_not_utf_8_is_shown_with_escapes(tmp_path):
    archive = made.zip_of(("nä.txt", b"1")).replace("nä".encode(), b"n\xff\xfe")
    assert names(made.put(tmp_path, "x.zip", archive)) == ["n\\xff\\xfe.txt"]


def test_an_encrypted_member_is_a_failure_and_the_next_is_read(tmp_path):
    archive = made.zip_of(("a.txt", b"1"), ("b.txt", b"2"))
    path = made.put(tmp_path, "x.zip", patched(archive, b"PK\x01\x02", 8, b"\x01"))
    assert made.reasons(path) == ["x.zip#a.txt: encrypted, which is not read"]
    assert made.datas(path) == [b"2"]


def test_a_method_that_is_not_read_is_named(tmp_path):
    archive = made.zip_of(("a.txt", b"1" * 99), method=zipfile.ZIP_LZMA)
    path = made.put(tmp_path, "x.zip", archive)
    assert made.reasons(path) == ["x.zip#a.txt: packed by method 14 of zip, which is not read"]


def test_a_header_that_names_another_member_is_a_failure(tmp_path):
    archive = patched(made.zip_of(("good.txt", b"1")), b"good.txt", 0, b"evil.txt")
    path = made.put(tmp_path, "x.zip", archive)
    words = "its own header names it otherwise than the directory does"
    assert made.reasons(path) == [f"x.zip#good.txt: {words}"]


def test_members_that_share_bytes_are_refused(tmp_path):
    """As in bombs made of one kernel that many members of the directory lead to."""
    archive = made.zip_of(*((f"{n}.txt", b"0" * 999) for n in range(3)))
    first = archive.index(b"PK\x01\x02")
    one = archive[first : archive.index(b"PK\x01\x02", first + 1)]
    end = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, 9, 9, len(one) * 9, first, 0)
    path = made.put(tmp_path, "x.zip", archive[:first] + one * 9 + end)
    words = "shares bytes with another member, as bombs do"
    assert made.reasons(path) == [f"x.zip#0.txt: {words}"] * 9


def test_a_member_that_reaches_into_the_next_is_refused(tmp_path):
    archive = made.zip_of(("a.txt", b"1"), ("b.txt", b"2"), method=zipfile.ZIP_STORED)
    longer = patched(archive, b"PK\x01\x02", 20, struct.pack("<LL", 40, 40))
    path = made.put(tmp_path, "x.zip", longer)
    assert made.reasons(path) == ["x.zip#a.txt: shares bytes with another member, as bombs do"]
    assert made.datas(path) == [b"2"]


def test_a_member_that_holds_other_than_it_says_is_a_failure(tmp_path):
    archive = made.zip_of(("a.txt", b"1" * 100), ("b.txt", b"2"))
    less = made.put(tmp_path, "x.zip", patched(archive, b"PK\x01\x02", 24, struct.pack("<L", 9)))
    assert made.reasons(less) == ["x.zip#a.txt: holds more than the 9 bytes that it says"]
    more = made.put(tmp_path, "x.zip", patched(archive, b"PK\x01\x02", 24, struct.pack("<L", 101)))
    assert made.reasons(more) == ["x.zip#a.txt: cut off: 1 of 101 bytes are missing"]
    other = made.put(tmp_path, "x.zip", patched(archive, b"PK\x01\x02", 16, b"1234"))
    assert made.reasons(other) == ["x.zip#a.txt: damaged: its check sum is another"]
    assert made.datas(other) == [b"2"]


def test_a_zip_that_is_cut_off_or_none_says_so(tmp_path):
    archive = made.zip_of(("a.txt", b"1" * 100))
    words = "not a zip file, or cut off: it has no directory at its end"
    assert made.reasons(made.put(tmp_path, "x.zip", archive[:-30])) == [f"x.zip: {words}"]
    assert made.reasons(made.put(tmp_path, "y.zip", b"words")) == [f"y.zip: {words}"]
    assert made.reasons(made.put(tmp_path, "z.zip", b"")) == ["z.zip: empty"]


def test_a_directory_that_leads_astray_is_a_failure(tmp_path):
    archive = made.zip_of(("a.txt", b"1"), ("b.txt", b"2"))
    beyond = patched(archive, b"PK\x01\x02", 42, struct.pack("<L", 5000))
    reasons = made.reasons(made.put(tmp_path, "x.zip", beyond))
    assert reasons == ["x.zip: damaged directory: it leads beyond the members"]
    wrong = patched(archive, b"PK\x01\x02", 42, struct.pack("<L", 3))
    assert made.reasons(made.put(tmp_path, "x.zip", wrong))[0].endswith("no member begins there")


def test_what_all_members_unpack_to_together_is_limited(tmp_path):
    archive = made.zip_of(*((f"{n}.txt", bytes(60_000)) for n in range(9)))
    path = made.put(tmp_path, "x.zip", archive)
    reasons = made.reasons(path, Limits(entry=100_000, ratio=50))
    assert reasons == [
        "x.zip#1.txt: unpacks to more than 50 times its size, which is more than allowed",
        "x.zip: not read further than member 2",
    ]
    assert made.reasons(path, Limits(total=100_000)) == [
        "x.zip#1.txt: unpacks to more than the 100,000 bytes allowed",
        "x.zip: not read further than member 2",
    ]
