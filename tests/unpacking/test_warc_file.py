import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unpacking import made, web

from onrecord.readers import read
from onrecord.unpacking import LIMITS, Entry, Limits, unpack


def ids(path, limits=LIMITS):
    return [one.path.rpartition(":")[2] for one in made.found(path, limits)[0]]


def plain(folder, *records):
    return made.put(folder, "x.warc", b"".join(records))


def gz(folder, *members):
    return made.put(folder, "x.warc.gz", b"".join(members))


def test_an_answer_is_an_entry_with_its_address_form_and_charset(tmp_path):
    path = plain(tmp_path, web.record(web.http()))
    assert list(unpack(path)) == [
        Entry(
            made.PAGE,
            f"{path}#urn:uuid:0001",
            "byte 0",
            {"url": "https://news.example/1"},
            "html",
            "utf-8",
            "byte 0",
        )
    ]


def test_what_is_read_of_a_page_says_where_it_is_from(tmp_path):
    (entry,) = unpack(plain(tmp_path, web.record(web.http())))
    (document,) = read(
        entry.data,
        path=entry.path,
        given=entry.given,
        form=entry.form,
        charset=entry.charset,
        record=entry.record,
    )
    assert document.url == "https://news.example/1"
    assert document.provenance.path.endswith("x.warc#urn:uuid:0001")
    assert (document.provenance.record, document.published) == ("byte 0", "")


def test_places_are_bytes_of_the_file_packed_or_not(tmp_path):
    records = list(web.pages(3))
    starts = [0, len(records[0]), len(records[0]) + len(records[1])]
    assert [one.place for one in unpack(plain(tmp_path, *records))] == [f"byte {n}" for n in starts]
    members = web.packed(records)
    starts = [0, len(members[0]), len(members[0]) + len(members[1])]
    assert [one.place for one in unpack(gz(tmp_path, *members))] == [f"byte {n}" for n in starts]
    (whole,) = web.packed([b"".join(records)])
    assert [one.place for one in unpack(gz(tmp_path, whole))] == [
        "byte 0",
        f"byte 0, {len(records[0])} within",
        f"byte 0, {len(records[0]) + len(records[1])} within",
    ]


@pytest.mark.parametrize("packing", ["zst", "bz2", "xz"])
def test_other_packings_are_read_too(tmp_path, packing):
    data = made.PACK[packing](b"".join(web.pages(3)))
    assert ids(made.put(tmp_path, f"x.warc.{packing}", data)) == ["0000", "0001", "0002"]


def test_what_is_no_page_is_counted_by_its_reason(tmp_path):
    path = plain(
        tmp_path,
        web.record(b"software: x", "warcinfo"),
        web.record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        web.record(web.http(b""), "revisit"),
        web.record(web.http(status="404 Not Found")),
        web.record(web.http(status="404 Gone")),
        web.record(web.http(status="301 Moved")),
        web.record(web.http(b"\x89PNG", content_type="image/png")),
        web.record(
            web.http(b"User-agent: *", content_type="text/plain"), uri="http://a/robots.txt"
        ),
        web.record(b"log", "resource", uri="metadata://gnu.org/wget.log"),
        web.record(web.http(b"  ")),
        web.record(b"?", "novelty"),
    )
    assert made.found(path)[:2] == ([], [])
    assert made.told(path) == {
        "about the archive itself": 1,
        "a request": 1,
        "a revisit: the page is that of an earlier record": 1,
        "HTTP status 404": 2,
        "HTTP status 301": 1,
        "of type image/png": 1,
        "robots.txt": 1,
        "a note of the crawler itself": 1,
        "an empty page": 1,
        "a record of another type": 1,
    }


def test_reasons_without_end_are_counted_as_one(tmp_path):
    records = [web.record(web.http(b"x", content_type=f"x/{n}")) for n in range(130)]
    told = made.told(plain(tmp_path, *records))
    assert (len(told), told["for another reason"]) == (101, 30)


def test_resources_and_conversions_are_pages_of_their_own_type(tmp_path):
    path = plain(
        tmp_path,
        web.record(made.PAGE, "resource", 1, uri="file:///page.html"),
        web.record(b"Words of a page.", "conversion", 2, Content_Type="text/plain"),
    )
    entries = made.found(path)[0]
    assert [(one.data, one.form, dict(one.given)) for one in entries] == [
        (made.PAGE, "html", {}),
        (b"Words of a page.", "plain", {"url": "https://news.example/1"}),
    ]


def test_a_page_that_its_crawler_cut_is_read_and_counted(tmp_path):
    path = plain(tmp_path, web.record(web.http(), WARC_Truncated="length"))
    assert len(made.datas(path)) == 1
    assert made.told(path) == {"kept in part by its crawler (length), and read": 1}


def test_addresses_are_written_as_addresses(tmp_path):
    path = plain(
        tmp_path,
        web.record(web.http(), uri="<http://a.example/>"),
        web.record(web.http(), number=2, uri="http://a.example/a b"),
    )
    urls = [one.given["url"] for one in made.found(path)[0]]
    assert urls == ["http://a.example/", "http://a.example/a%20b"]


def test_a_record_without_an_id_goes_by_its_address(tmp_path):
    path = plain(tmp_path, web.record(web.http(), WARC_Record_ID=None, uri="http://a/#x\n"))
    (entry,) = unpack(path)
    assert entry.path == f"{path}#http://a/%23x"


def test_a_damaged_member_is_a_failure_and_the_next_is_read(tmp_path):
    members = web.packed(web.pages(4, 3000))
    damaged = bytearray(members[1])
    damaged[40:60] = bytes(20)
    path = gz(tmp_path, members[0], bytes(damaged), *members[2:])
    assert ids(path) == ["0000", "0002", "0003"]
    (reason,) = made.reasons(path)
    assert f"byte {len(members[0]):,}: damaged gz data" in reason


def test_a_member_that_is_cut_off_is_a_failure_and_the_next_is_read(tmp_path):
    members = web.packed(web.pages(4, 3000))
    path = gz(tmp_path, members[0], members[1][:-30], *members[2:])
    assert ids(path) == ["0000", "0002", "0003"]
    assert len(made.reasons(path)) == 1


def test_bytes_between_members_are_a_failure_and_the_next_is_read(tmp_path):
    members = web.packed(web.pages(3))
    path = gz(tmp_path, members[0], b"and what is this? " * 9, *members[1:])
    assert ids(path) == ["0000", "0001", "0002"]
    assert made.reasons(path) == [f"x.warc.gz: byte {len(members[0]):,}: not gz data"]


def test_padding_behind_the_last_member_is_nothing(tmp_path):
    path = gz(tmp_path, *web.packed(web.pages(2)), bytes(5000))
    assert (ids(path), made.reasons(path)) == (["0000", "0001"], [])


def test_a_record_may_go_on_in_the_next_member(tmp_path):
    one, two = web.pages(2)
    path = gz(tmp_path, *web.packed([one[:200], one[200:] + two[:50], two[50:]]))
    assert (ids(path), made.reasons(path)) == (["0000", "0001"], [])


def test_an_archive_that_is_cut_off_gives_what_is_whole(tmp_path):
    members = web.packed(web.pages(3, 3000))
    path = gz(tmp_path, *members[:2], members[2][:-50])
    assert ids(path) == ["0000", "0001"]
    (reason,) = made.reasons(path)
    assert reason.endswith("cut off: the gz data is not whole")
    path = plain(tmp_path, *web.pages(2), web.record(web.http(made.PAGE * 9))[:-300])
    assert ids(path) == ["0000", "0001"]
    (reason,) = made.reasons(path)
    assert "#urn:uuid:0001: byte " in reason
    assert reason.endswith("bytes are missing")


def test_a_request_that_is_cut_off_is_told_too(tmp_path):
    path = plain(tmp_path, *web.pages(1), web.record(b"GET / HTTP/1.1\r\n" * 20, "request")[:-80])
    assert ids(path) == ["0000"]
    assert made.reasons(path)[0].endswith("cut off: 76 of 320 bytes are missing")


def test_behind_a_header_that_is_none_the_next_record_is_read(tmp_path):
    one, two, three = web.pages(3)
    path = plain(tmp_path, one, two.replace(b"WARC/1.0", b"WORC/x.y"), three)
    assert ids(path) == ["0000", "0002"]
    (reason,) = made.reasons(path)
    assert "or behind it: no record can be read" in reason
    path = gz(tmp_path, *web.packed([one, two.replace(b"WARC/1.0", b"WORC/x.y"), three]))
    assert ids(path) == ["0000", "0002"]


def test_a_record_without_a_length_is_a_failure_and_the_next_is_read(tmp_path):
    for length in (None, "-5", "many", "9" * 30):
        two = web.record(web.http(), number=7, Content_Length=length)
        path = plain(tmp_path, *web.pages(1), two, *list(web.pages(3))[2:])
        assert ids(path) == ["0000", "0002"]
        assert len(made.reasons(path)) == 1


def test_what_is_no_warc_says_so(tmp_path):
    words = "not a WARC file, or damaged from its first byte"
    assert made.reasons(plain(tmp_path, b"words " * 50)) == [f"x.warc: {words}"]
    assert made.reasons(plain(tmp_path)) == ["x.warc: empty"]
    assert made.reasons(gz(tmp_path, b"words " * 50)) == ["x.warc.gz: byte 0: not gz data"]


def test_a_page_that_is_larger_than_allowed_is_a_failure_and_the_next_is_read(tmp_path):
    path = gz(tmp_path, *web.packed([web.record(web.http(b"x" * 5000), number=7), *web.pages(1)]))
    limits = Limits(entry=1000)
    assert ids(path, limits) == ["0000"]
    assert made.reasons(path, limits) == [
        "x.warc.gz#urn:uuid:0007: byte 0: larger than the maximum: 1,000 allowed"
    ]


def test_headers_without_end_are_not_read(tmp_path):
    long = web.record(web.http(), X="y" * 3_000_000)
    path = plain(tmp_path, long, *web.pages(1))
    assert ids(path) == ["0000"]
    assert len(made.reasons(path)) == 1
    many = web.http(**{f"X-{n}": "y" for n in range(2000)})
    assert "more than 1,000 lines" in made.reasons(plain(tmp_path, web.record(many)))[0]


def test_without_fastwarc_one_line_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    words = "fastwarc is not installed; pip install 'onrecord[archives]' brings it"
    assert made.reasons(plain(tmp_path, *web.pages(1))) == [f"x.warc: {words}"]


@given(st.data())
def test_no_archive_with_wrong_bytes_raises(tmp_path_factory, data):
    packed, arc = data.draw(st.booleans()), data.draw(st.booleans())
    records = list(web.pages(4))
    if arc:
        whole = web.arc(*((f"http://a/{n}", "text/html", web.http()) for n in range(3)))
        records = [whole[:90], whole[90:500], whole[500:]]
    out = bytearray(b"".join(web.packed(records) if packed else records))
    for _ in range(data.draw(st.integers(0, 6))):
        out[data.draw(st.integers(0, len(out) - 1))] = data.draw(st.integers(0, 255))
    del out[data.draw(st.integers(1, len(out))) :]
    name = f"x.{'arc' if arc else 'warc'}{'.gz' if packed else ''}"
    path = made.put(tmp_path_factory.mktemp("warc"), name, bytes(out))
    places = []
    for one in unpack(path):
        if isinstance(one, Entry):
            places.append(one.place)
        else:
            assert "fault of Onrecord" not in one.reason
    assert len(places) == len(set(places))
    again = [one.place for one in unpack(path) if isinstance(one, Entry)]
    assert again == places
