import io
import tarfile

import pytest
from tests.unpacking import made

from onrecord.unpacking import Limits, unpack

FORMATS = {"ustar": tarfile.USTAR_FORMAT, "gnu": tarfile.GNU_FORMAT, "pax": tarfile.PAX_FORMAT}


def member(name, type=tarfile.REGTYPE, **fields):
    info = tarfile.TarInfo(name)
    info.type = type
    for field, value in fields.items():
        setattr(info, field, value)
    return info


def names(path):
    return [one.path.partition("#")[2] for one in made.found(path)[0]]


@pytest.mark.parametrize("form", FORMATS)
def test_each_member_is_an_entry_with_its_name_and_number(tmp_path, form):
    tar = made.tar_of(("a/one.html", b"1" * 700), ("two.txt", b""), format=FORMATS[form])
    path = made.put(tmp_path, "x.tar", tar)
    one, two = unpack(path)
    assert (one.path, one.record, one.place) == (f"{path}#a/one.html", "member 1", "member 1")
    assert (two.path, two.record, two.data) == (f"{path}#two.txt", "member 2", b"")


@pytest.mark.parametrize("form", ["gnu", "pax"])
def test_names_longer_than_a_header_are_whole(tmp_path, form):
    name = "/".join(["folder"] * 30) + "/déjà.html"
    path = made.put(tmp_path, "x.tar", made.tar_of((name, b"1"), format=FORMATS[form]))
    assert names(path) == [name]


def test_short_endings_of_packed_tars_are_known(tmp_path):
    packed = made.PACK["gz"](made.tar_of(("a.txt", b"1")))
    assert made.datas(made.put(tmp_path, "x.tgz", packed)) == [b"1"]


def test_links_devices_and_hidden_files_are_counted_and_no_failures(tmp_path):
    tar = made.tar_of(
        (member("link.html", tarfile.SYMTYPE, linkname="/etc/passwd"), b""),
        (member("hard.html", tarfile.LNKTYPE, linkname="one.html"), b""),
        (member("null", tarfile.CHRTYPE), b""),
        (member("pipe", tarfile.FIFOTYPE), b""),
        (member("folder", tarfile.DIRTYPE), b""),
        ("folder/.DS_Store", b"x"),
        ("./one.html", b"1"),
    )
    path = made.put(tmp_path, "x.tar", tar)
    assert names(path) == ["./one.html"]
    assert made.reasons(path) == []
    assert made.told(path) == {
        "a symbolic link": 1,
        "a hard link": 1,
        "a device": 1,
        "a pipe": 1,
        "hidden: a name that begins with a dot": 1,
    }


def test_names_that_lead_elsewhere_are_names_and_no_more(tmp_path):
    before = sorted(tmp_path.iterdir())
    tricks = ["../../up.html", "/etc/passwd", "C:\\x.html", "a\nb.html", "a\u202elmth.exe", "x#y"]
    path = made.put(tmp_path, "x.tar", made.tar_of(*((name, b"1") for name in tricks)))
    assert names(path) == [
        "../../up.html",
        "/etc/passwd",
        "C:\\\\x.html",
        "a\\x0ab.html",
        "a\\u202elmth.exe",
        "x%23y",
    ]
    assert sorted(tmp_path.iterdir()) == [*before, path]


def test_a_name_that_is_not_utf_8_is_shown_with_escapes(tmp_path):
    tar = made.tar_of((member("x"), b"1"), format=tarfile.USTAR_FORMAT)
    block = bytearray(tar)
    block[0:2] = b"\xe9\xff"
    block[148:156] = b"%06o\0 " % (sum(block[:148]) + 8 * 32 + sum(block[156:512]))
    assert names(made.put(tmp_path, "x.tar", bytes(block))) == ["\\xe9\\xff"]


def test_two_members_of_one_name_are_told_apart_by_their_number(tmp_path):
    path = made.put(tmp_path, "x.tar", made.tar_of(("a.txt", b"1"), ("a.txt", b"2")))
    assert [(one.data, one.record) for one in unpack(path)] == [
        (b"1", "member 1"),
        (b"2", "member 2"),
    ]


def test_a_member_may_be_packed_once(tmp_path):
    tar = made.tar_of(
        ("page.html.gz", made.PACK["gz"](made.PAGE)),
        ("bad.html.gz", b"\x1f\x8bno gzip at all"),
        ("last.html", b"1"),
    )
    path = made.put(tmp_path, "x.tar", tar)
    assert made.datas(path) == [made.PAGE, b"1"]
    (reason,) = made.reasons(path)
    assert reason.startswith("x.tar#bad.html.gz: damaged gz data near byte 0")


def test_an_archive_in_an_archive_is_a_failure(tmp_path):
    inner = made.tar_of(("a.txt", b"1"))
    outer = made.tar_of(("in.tar.gz", made.PACK["gz"](inner)), ("in.zip", b"PK"), ("b.txt", b"2"))
    path = made.put(tmp_path, "x.tar", outer)
    words = "an archive in an archive, which is not read: unpack it first"
    assert made.reasons(path) == [f"x.tar#in.tar.gz: {words}", f"x.tar#in.zip: {words}"]
    assert made.datas(path) == [b"2"]


def test_lines_of_a_member_are_entries(tmp_path):
    lines = b'{"text": "one"}\n\n{"text": "two"}\n'
    path = made.put(tmp_path, "x.tar", made.tar_of(("in.jsonl.gz", made.PACK["gz"](lines))))
    assert [one.record for one in unpack(path)] == ["member 1, line 1", "member 1, line 3"]


def test_a_sparse_file_is_passed_over_and_the_next_is_read(tmp_path):
    sparse = bytearray(made.tar_of((member("s.txt", tarfile.REGTYPE), b"x" * 600)))
    first = sparse[: 512 + 1024]
    first[156:157] = b"S"
    first[482] = 1
    first[148:156] = b"%06o\0 " % (sum(first[:148]) + 8 * 32 + sum(first[156:512]))
    extended = bytes(first[:512]) + bytes(504) + b"\0" + bytes(7) + bytes(first[512:])
    path = made.put(tmp_path, "x.tar", extended + made.tar_of(("a.txt", b"1")))
    assert made.datas(path) == [b"1"]
    assert made.told(path) == {"a sparse file": 1}


def test_a_pax_header_may_give_the_size(tmp_path):
    info = member("a.txt")
    info.pax_headers = {"comment": "x" * 2000}
    path = made.put(tmp_path, "x.tar", made.tar_of((info, b"12345"), ("b.txt", b"6")))
    assert made.datas(path) == [b"12345", b"6"]


def test_a_header_that_claims_to_be_huge_is_not_read(tmp_path):
    header = tarfile.TarInfo("x")
    header.type, header.size = b"x", 1 << 33
    path = made.put(tmp_path, "x.tar", header.tobuf(tarfile.GNU_FORMAT) + bytes(2000))
    assert made.reasons(path) == [
        "x.tar: a header of 8,589,934,592 bytes at byte 512; not read further"
    ]


def test_a_member_that_is_larger_than_allowed_is_a_failure_and_the_next_is_read(tmp_path):
    path = made.put(tmp_path, "x.tar", made.tar_of(("a.txt", b"1" * 200), ("b.txt", b"2")))
    limits = Limits(entry=100)
    assert made.reasons(path, limits) == [
        "x.tar#a.txt: larger than the maximum: 200 bytes, 100 allowed"
    ]
    assert made.datas(path, limits) == [b"2"]


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        (300, "x.tar: cut off at byte 300"),
        (700, "x.tar#a.txt: cut off: 412 of 600 bytes are missing"),
        (512 + 1024 + 100, "x.tar: after member 1: cut off at byte 1,636"),
    ],
)
def test_a_tar_that_is_cut_off_gives_what_it_has(tmp_path, size, reason):
    tar = made.tar_of(("a.txt", b"1" * 600), ("b.txt", b"2"))
    path = made.put(tmp_path, "x.tar", tar[:size])
    assert made.reasons(path) == [reason]
    assert len(made.datas(path)) == (size > 1500)


def test_a_damaged_header_ends_the_tar_with_a_reason(tmp_path):
    tar = bytearray(made.tar_of(("a.txt", b"1"), ("b.txt", b"2")))
    tar[1024 + 20] ^= 0xFF
    path = made.put(tmp_path, "x.tar", bytes(tar))
    assert made.datas(path) == [b"1"]
    assert made.reasons(path) == ["x.tar: after member 1: byte 1,024: not a header of tar"]


def test_what_is_no_tar_says_so(tmp_path):
    assert made.reasons(made.put(tmp_path, "x.tar", b"words" * 200)) == ["x.tar: not a tar file"]
    assert made.reasons(made.put(tmp_path, "y.tar", b"")) == ["y.tar: empty"]


def test_a_tar_of_many_members_is_read_as_tarfile_reads_it(tmp_path):
    members = [
        (f"{'d' * (n % 120)}/é{n}.txt", bytes([n % 256]) * (n * 37 % 2000)) for n in range(200)
    ]
    for form in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        tar = made.tar_of(*members, format=form)
        with tarfile.open(fileobj=io.BytesIO(tar)) as other:
            known = [(one.name, other.extractfile(one).read()) for one in other]
        path = made.put(tmp_path, "x.tar", tar)
        assert [(one.path.partition("#")[2], one.data) for one in unpack(path)] == known
