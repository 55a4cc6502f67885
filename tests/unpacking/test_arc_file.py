import pytest
from tests.unpacking import made, web

from onrecord.unpacking import Entry, unpack

PAGES = [
    (f"http://news.example/{n}", "text/html", web.http(b"<p>Page %d</p>" % n)) for n in range(3)
]


@pytest.mark.parametrize("version", [1, 2])
def test_answers_are_entries_with_their_address(tmp_path, version):
    path = made.put(tmp_path, "x.arc", web.arc(*PAGES, version=version))
    entries = list(unpack(path))
    assert [one.data for one in entries] == [b"<p>Page %d</p>" % n for n in range(3)]
    assert entries[1].given == {"url": "http://news.example/1"}
    assert (entries[1].path, entries[1].form) == (f"{path}#http://news.example/1", "html")


def test_members_that_are_packed_one_by_one_have_the_byte_where_they_begin(tmp_path):
    whole = web.arc(*PAGES)
    at = whole.index(b"http://news.example/0")
    members = web.packed([whole[:at], whole[at:]])
    path = made.put(tmp_path, "x.arc.gz", b"".join(members))
    assert next(unpack(path)).place == f"byte {len(members[0])}"


def test_an_address_may_hold_spaces(tmp_path):
    path = made.put(tmp_path, "x.arc", web.arc(("http://a/b c d", "text/html", web.http())))
    (entry,) = unpack(path)
    assert entry.given == {"url": "http://a/b%20c%20d"}


def test_what_did_not_come_by_http_is_of_the_type_of_its_line(tmp_path):
    path = made.put(
        tmp_path,
        "x.arc",
        web.arc(("ftp://a/x.txt", "text/plain", b"Words."), ("dns:a", "text/dns", b"a A 1.2.3.4")),
    )
    assert [(one.data, one.form) for one in made.found(path)[0]] == [(b"Words.", "plain")]
    assert made.told(path) == {"of type text/dns": 1}


def test_a_line_that_is_no_records_is_a_failure_and_the_next_is_read(tmp_path):
    whole = web.arc(*PAGES).replace(
        b"http://news.example/1 10.0.0.1 20140216050221", b"http://news.example/1 10.0.0.1 then"
    )
    path = made.put(tmp_path, "x.arc", whole)
    assert len(made.datas(path)) == 2
    at = whole.index(b"http://news.example/1")
    assert made.reasons(path) == [f"x.arc: byte {at}: no record of ARC"]


def test_what_is_cut_off_or_damaged_is_a_failure(tmp_path):
    whole = web.arc(*PAGES)
    path = made.put(tmp_path, "x.arc", whole[:-20])
    assert len(made.datas(path)) == 2
    assert "cut off: 19 of" in made.reasons(path)[0]
    cuts = [whole.index(b"http://news.example/%d" % n) for n in range(3)]
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    members = web.packed(pieces)
    path = made.put(
        tmp_path, "x.arc.gz", b"".join([*members[:2], members[2][:-9] + b"x" * 9, members[3]])
    )
    assert [one.given["url"][-1] for one in unpack(path) if isinstance(one, Entry)] == ["0", "2"]
    assert made.reasons(made.put(tmp_path, "y.arc", b"")) == ["y.arc: empty"]
