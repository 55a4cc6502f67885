"""What becomes of a page, whatever its server does: its bytes, or one line, within the limits."""

import gzip
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial

import pytest
from tests.fetching.conftest import SMALL
from tests.fetching.servers import HTML, answer, moved

from onrecord.fetching import FEEDS, Fetched, Known, Unchanged, connecting, fetch, open_client, urls
from onrecord.fetching.addresses import why_not_public
from onrecord.model import Failure

# The same bytes whenever they are packed: tests are named by them.
pack = partial(gzip.compress, mtime=0)


def failure(got):
    assert isinstance(got, Failure), got
    assert "\n" not in got.reason
    assert "fault of Onrecord" not in got.reason
    return got.reason


def test_a_page_is_its_bytes_and_what_the_server_says_of_them(served, client):
    served.pages["/a"] = answer(HTML, etag='"v1"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT")
    got = fetch(served.url("/a#part"), client)
    assert isinstance(got, Fetched)
    assert got.body.decode() == HTML
    assert (got.media_type, got.charset, got.etag) == ("text/html", "utf-8", '"v1"')
    assert got.final == served.url("/a")
    assert served.header("User-Agent").startswith("Onrecord/")
    assert served.header("Host") == f"127.0.0.1:{served.port}"
    assert served.header("Cookie") == served.header("Referer") == ""
    assert all(raw.startswith(b"GET ") for raw in served.asked)


def test_a_contact_is_told_to_servers(served):
    client = open_client(limits=SMALL, allow_private=True, contact="desk@post.example")
    served.pages["/"] = answer()
    fetch(served.url(), client)
    assert served.header("User-Agent").endswith(" (+desk@post.example)")


@pytest.mark.parametrize(
    "page",
    [
        answer(pack(HTML.encode()), content_encoding="gzip"),
        answer(HTML, content_length=None),
        answer(HTML, content_type=None),
        answer(HTML, content_type='TEXT/HTML ; Charset="UTF-8"'),
        b"HTTP/1.0 200 OK\r\n\r\n" + HTML.encode(),
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\nx: y\r\n\r\n"
        % (len(HTML.encode()), HTML.encode()),
        b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n" * 3 + answer(HTML),
        b"HTTP/1.1 200 \xff\xfe\x01\r\n".replace(b"\x01", b"") + answer(HTML).split(b"\r\n", 1)[1],
        answer(HTML, set_cookie="a=b", refresh="0; url=file:///etc/passwd"),
    ],
)
def test_odd_but_whole_answers_are_pages(served, client, page):
    served.pages["/"] = page
    got = fetch(served.url(), client)
    assert isinstance(got, Fetched), got
    assert got.body.decode() == HTML


BAD = {
    "HTTP/0.9": (HTML.encode(), "no HTTP"),
    "nothing": (b"", "no HTTP"),
    "another protocol": (b"220 mail.orlo.example ESMTP\r\n", "no HTTP"),
    "TLS": (b"\x15\x03\x01\x00\x02\x02\x28", "no HTTP"),
    "half a header": (b"HTTP/1.1 200 OK\r\nContent-Ty", "no HTTP"),
    "a huge header": (b"HTTP/1.1 200 OK\r\nx: " + b"a" * 300_000 + b"\r\n\r\n", "no HTTP"),
    "too many headers": (b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 50_000 + b"\r\n", "no HTTP"),
    "header garbage": (b"HTTP/1.1 200 OK\r\n\0\0: \1\r\n\r\n", "no HTTP"),
    "two lengths": (
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\nabc",
        "no HTTP",
    ),
    "a negative length": (b"HTTP/1.1 200 OK\r\nContent-Length: -3\r\n\r\nabc", "no HTTP"),
    "a length too long": (answer(HTML, content_length="9999"), "no HTTP"),
    "a length beyond the maximum": (answer(HTML, content_length="999999999999"), "larger than"),
    "a length of many digits": (answer(HTML, content_length="9" * 400), "larger than|no HTTP"),
    "a body beyond the maximum": (answer(b"a" * 100_001, content_length=None), "larger than"),
    "chunked garbage": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
        "no HTTP",
    ),
    "chunks that end early": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc",
        "no HTTP",
    ),
    "a coding that nobody knows": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc",
        "no HTTP",
    ),
    "brotli": (answer(HTML, content_encoding="br"), "packed as br"),
    "gzip that is none": (answer(HTML, content_encoding="gzip"), "is not"),
    "a gzip bomb": (
        answer(pack(bytes(30_000_000)), content_encoding="gzip"),
        "larger than the maximum",
    ),
    "half of gzip": (
        answer(pack(HTML.encode() * 9)[:-20], content_encoding="gzip"),
        "cut off",
    ),
    "an empty page": (answer(b""), "empty page"),
    "no content": (answer(b"", status="204 No Content"), "204 No Content"),
    "a part": (answer(HTML, status="206 Partial Content"), "206 Partial Content"),
    "304 that nobody asked for": (answer(b"", status="304 Not Modified"), "304 Not Modified"),
    "a redirect to nowhere": (answer(b"", status="302 Found"), "302 Found"),
    "300": (answer(b"", status="300 Multiple Choices", location="/b"), "300 Multiple Choices"),
    "switching protocols": (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nabc",
        "101 Switching Protocols|no HTTP",
    ),
    "not found": (answer(HTML, status="404 \x1b[31mRED"), "404 Not Found|no HTTP"),
    "gone": (answer(HTML, status="410 Gone"), "410 Gone"),
    "a status of its own": (answer(HTML, status="799 Secret"), "799|no HTTP"),
    "a fault of the server": (answer(HTML, status="500 Oops"), "500 Internal Server Error"),
    "a PDF": (answer(b"%PDF-1.7", content_type="application/pdf"), "application/pdf"),
    "a picture": (answer(b"x", content_type="image/png"), "image/png, which is not read"),
    "a download": (answer(b"x", content_type="application/octet-stream"), "octet-stream"),
    "429 with no time": (answer(b"", status="429 Slow down"), "429 Too Many Requests"),
    "429 with a time that is none": (
        answer(b"", status="429 Slow down", retry_after="soon"),
        "429 Too Many Requests",
    ),
    "503 for an hour": (
        answer(b"", status="503 Busy", retry_after="3600"),
        "left alone for 3600 s",
    ),
}


@pytest.mark.parametrize(("page", "reason"), BAD.values(), ids=BAD)
def test_what_is_no_page_is_told_in_a_line(served, client, page, reason):
    import re

    served.pages["/"] = page
    assert re.search(reason, failure(fetch(served.url(), client)))


class TestTime:
    """None of these servers ends by itself: that a line comes at all is the limit's doing."""

    @pytest.fixture
    def timed(self, served, client):
        """What is said of a page; a patient client has asked for the robots.txt before."""
        served.pages["/first"] = answer()
        assert isinstance(fetch(served.url("/first"), client), Fetched)

        def timed(page, **limits):
            served.pages["/"] = page
            hurried = replace(client, limits=replace(SMALL, **limits or {"whole": 1.5}))
            return failure(fetch(served.url(), hurried))

        return timed

    def test_a_server_that_falls_silent(self, served, timed):
        assert "fell silent" in timed(served.silence(), read=0.3)
        assert "fell silent" in timed(served.silence(answer(HTML)[:-20]), read=0.3)

    def test_a_header_in_drops(self, served, timed):
        assert "not done within" in timed(served.drip(b"x", 0.05, first=b"HTTP/1.1 200 OK\r\nx: "))

    def test_a_body_in_drops(self, served, timed):
        head = answer(b"", content_length="90000")
        assert "not done within" in timed(served.drip(b"x", 0.05, first=head))

    def test_a_body_without_an_end(self, served, timed):
        head = answer(b"", content_length=None)
        assert "larger than" in timed(served.drip(b"<p>" * 30_000, 0, first=head))

    def test_chunks_of_one_byte_without_an_end(self, served, timed):
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        reason = timed(served.drip(b"1;" + b"x" * 400 + b"\r\na\r\n" * 1, 0, first=head))
        assert "more came" in reason or "not done within" in reason

    def test_hints_without_an_end(self, served, timed):
        hint = b"HTTP/1.1 103 Early Hints\r\nlink: </" + b"x" * 9_000 + b">\r\n\r\n"
        reason = timed(served.drip(hint, 0))
        assert "more came" in reason or "not done within" in reason

    def test_slow_redirects_have_the_time_of_one_page_together(self, served, timed):
        def slowly(target):
            def say(connection, raw):
                served.over.wait(0.45)
                connection.sendall(moved(target))

            return say

        for number in range(4):
            served.pages[f"/{number}"] = slowly(f"/{number + 1}")
        assert "not done within" in timed(slowly("/0"))

    def test_a_name_that_is_never_resolved(self, served):
        over = threading.Event()

        def resolver(host, port):
            over.wait(5)
            return ()

        limits = replace(SMALL, connect=0.3)
        client = open_client(limits=limits, allow_private=True, resolver=resolver)
        assert "not resolved within" in failure(fetch(served.url(host="orlo.example"), client))
        over.set()


class TestRedirects:
    def test_they_are_followed_and_noted(self, served, client):
        served.pages |= {"/a": moved("/b"), "/b": moved("?c", "301 Moved Permanently")}
        served.pages["/b?c"] = answer(HTML)
        got = fetch(served.url("/a"), client)
        assert got.redirects == (served.url("/a"), served.url("/b"))
        assert got.final == served.url("/b?c")

    def test_circles_are_found(self, served, client):
        served.pages |= {"/a": moved("/b"), "/b": moved("/a#x")}
        assert "circle" in failure(fetch(served.url("/a"), client))
        assert served.paths() == ["/a", "/b"]

    def test_a_page_that_leads_to_itself_by_another_name_ends_all_the_same(self, served, client):
        served.pages["/a"] = moved(served.url("/a", host="b.example"))
        served.pages["/A"] = moved("/a")
        assert "circle" in failure(fetch(served.url("/a", host="a.example"), client))

    def test_there_are_only_so_many(self, served, client):
        for number in range(9):
            served.pages[f"/{number}"] = moved(f"/{number + 1}")
        assert "more than 4 redirects" in failure(fetch(served.url("/0"), client))
        assert served.paths() == [f"/{number}" for number in range(5)]

    @pytest.mark.parametrize(
        "target",
        [
            "file:///etc/passwd",
            "FILE:/etc/passwd",
            "ftp://orlo.example/",
            "data:text/html,hi",
            "javascript:alert(1)",
            "http://ann:secret@orlo.example/",
            "http://[::1",
            "http://",
            "\\\\orlo.example\\share",
        ],
    )
    def test_to_anything_but_a_page_of_the_web_they_are_not_followed(self, served, client, target):
        served.pages["/a"] = moved(target)
        assert "redirect" in failure(fetch(served.url("/a"), client))
        assert served.paths() == ["/a"]


class TestAddresses:
    """As on the open network: 127.0.0.1 is taken for a public address, any other is what it is."""

    @pytest.fixture
    def names(self):
        return {"orlo.example": ["127.0.0.1"]}

    @pytest.fixture
    def outside(self, served, names, monkeypatch):
        def public(address):
            return "" if address == "127.0.0.1" else why_not_public(address)

        monkeypatch.setattr(connecting, "why_not_public", public)
        monkeypatch.setattr(urls, "PORTS", {served.port})
        return open_client(limits=SMALL, resolver=lambda host, port: names.get(host, [host]))

    @pytest.mark.parametrize(
        "address",
        """10.0.0.7 127.0.0.2 169.254.169.254 192.168.0.1 100.64.9.9 0.0.0.0 224.0.0.5 ::1 ::
        fd00::1 fe80::1 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::1""".split(),
    )
    def test_a_name_that_leads_into_a_private_network_is_not_connected_to(
        self, served, names, outside, address
    ):
        names["inside.example"] = [address]
        reason = failure(fetch(served.url(host="inside.example"), outside))
        assert "not of the public network" in reason
        assert served.asked == []

    def test_neither_is_an_address_itself(self, served, outside):
        for host in ("127.0.0.2", "[::1]", "[::ffff:10.0.0.1]"):
            reason = failure(fetch(served.url(host=host), outside))
            assert "not of the public network" in reason or "no such host" in reason

    def test_one_private_address_among_public_ones_is_enough(self, served, names, outside):
        names["both.example"] = ["127.0.0.1", "10.0.0.7"]
        assert "10.0.0.7 (private)" in failure(fetch(served.url(host="both.example"), outside))
        assert served.asked == []

    def test_a_redirect_into_a_private_network_is_not_followed(self, served, names, outside):
        names["inside.example"] = ["10.0.0.7"]
        served.pages["/a"] = moved(served.url("/secret", host="inside.example"))
        reason = failure(fetch(served.url("/a", host="orlo.example"), outside))
        assert "10.0.0.7 (private)" in reason
        assert served.paths() == ["/a"]

    def test_a_redirect_of_robots_txt_into_one_is_not_followed(self, served, names, outside):
        names["inside.example"] = ["10.0.0.7"]
        served.pages["/robots.txt"] = moved(served.url("/", host="inside.example"))
        reason = failure(fetch(served.url("/a", host="orlo.example"), outside))
        assert "robots.txt could not be read" in reason
        assert served.paths() == []

    def test_a_name_is_resolved_once_for_a_connection_that_goes_where_it_was_checked_to(
        self, served, monkeypatch
    ):
        """DNS rebinding: whatever a second answer would be, nobody asks for it."""
        monkeypatch.setattr(connecting, "why_not_public", lambda address: "")
        monkeypatch.setattr(urls, "PORTS", {served.port})
        said = []

        def resolver(host, port):
            said.append(host)
            return ["127.0.0.1"]

        served.pages["/"] = answer()
        client = open_client(limits=SMALL, resolver=resolver)
        assert isinstance(fetch(served.url(host="rebound.example"), client), Fetched)
        assert said == ["rebound.example"] * 2  # one for robots.txt, one for the page
        assert served.header("Host") == f"rebound.example:{served.port}"

    def test_a_name_that_changes_between_two_requests_is_checked_at_each(self, served, outside):
        answers = [["127.0.0.1"], ["10.0.0.7"]]
        rebound = replace(outside, resolver=lambda host, port: answers.pop(0))
        served.pages["/"] = answer()
        assert "10.0.0.7" in failure(fetch(served.url(host="rebound.example"), rebound))
        assert len(served.asked) == 1  # robots.txt alone

    def test_a_port_of_other_services_is_refused(self, client):
        plain = replace(client, allow_private=False)
        assert failure(fetch("http://orlo.example:25/", plain)) == "port 25 is none of web servers"

    def test_proxies_of_the_environment_are_not_used(self, served, client, monkeypatch):
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, "http://127.0.0.1:9/")
        served.pages["/"] = answer()
        assert isinstance(fetch(served.url(), client), Fetched)

    def test_a_name_that_is_none_is_told(self, served, client):
        nowhere = replace(client, resolver=lambda host, port: ())
        assert "no such host" in failure(fetch(served.url(host="gone.example"), nowhere))

    def test_nobody_listening_is_told(self, client):
        assert "no connection" in failure(fetch("http://127.0.0.1:1/", client))

    def test_the_next_address_is_tried_where_one_does_not_answer(self, served, client):
        both = replace(client, resolver=lambda host, port: ["::1", "127.0.0.1"])
        served.pages["/"] = answer()
        assert isinstance(fetch(served.url(host="orlo.example"), both), Fetched)


class TestConditions:
    def test_a_page_that_did_not_change_is_not_sent_again(self, served, client):
        def page(connection, raw):
            same = b'if-none-match: w/"v1"' in raw.lower()
            connection.sendall(
                answer(b"", status="304 Not Modified") if same else answer(HTML, etag='W/"v1"')
            )

        served.pages |= {"/": page, "/old": moved("/")}
        first = fetch(served.url("/old"), client)
        known = Known(first.final, first.etag, first.last_modified)
        assert fetch(served.url("/old"), client, known=known) == Unchanged(
            served.url("/old"), served.url("/")
        )

    def test_the_condition_goes_to_the_page_alone_that_it_is_of(self, served, client):
        served.pages["/"] = answer()
        known = Known(served.url("/other"), '"v1"', "Mon, 02 Mar 2026 10:00:00 GMT")
        assert isinstance(fetch(served.url(), client, known=known), Fetched)
        assert served.header("If-None-Match") == served.header("If-Modified-Since") == ""

    @pytest.mark.parametrize("mark", ['"' + "x" * 2000 + '"', '"ä"', '"a\tb"'])
    def test_marks_that_are_none_are_not_kept(self, served, client, mark):
        served.pages["/"] = answer(HTML, etag=mark)
        assert fetch(served.url(), client).etag == ""


class TestTurns:
    def test_a_server_that_asks_for_a_moment_is_asked_again(self, served, client):
        busy = [answer(b"", status="429 Slow down", retry_after="0"), answer()]
        served.pages["/"] = lambda connection, raw: connection.sendall(busy.pop(0))
        assert isinstance(fetch(served.url(), client), Fetched)

    def test_one_that_asks_for_long_is_left_alone(self, served, client):
        later = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
        served.pages["/"] = answer(b"", status="503 Busy", retry_after=later)
        assert "left alone" in failure(fetch(served.url(), client))
        assert "left alone" in failure(fetch(served.url("/b"), client))
        assert served.paths() == ["/"]

    def test_one_that_never_stops_asking_is_asked_twice(self, served, client):
        served.pages["/"] = answer(b"", status="429 Slow down", retry_after="0")
        assert "429" in failure(fetch(served.url(), client))
        assert served.paths() == ["/", "/"]

    def test_one_host_is_asked_one_thing_at_a_time(self, served, client):
        now, most = [], []

        def page(connection, raw):
            now.append(raw)
            most.append(len(now))
            time.sleep(0.02)
            now.remove(raw)
            connection.sendall(answer())

        patient = replace(client, pace=type(client.pace)(longest=5))
        served.pages |= {f"/{number}": page for number in range(5)}
        threads = [
            threading.Thread(target=fetch, args=(served.url(f"/{number}"), patient))
            for number in range(5)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(most) == 5
        assert max(most) == 1


class TestTypes:
    def test_feeds_are_taken_where_they_are_asked_for(self, served, client):
        served.pages["/"] = answer("<rss></rss>", content_type="application/rss+xml")
        assert "application/rss+xml" in failure(fetch(served.url(), client))
        assert isinstance(fetch(served.url(), client, accept=FEEDS), Fetched)
