import pytest
from tests.fetching.servers import answer, moved

from onrecord.intake import Taken, take_in, take_page
from onrecord.intake.pages import same_site
from onrecord.model import Failure
from onrecord.stores import Added


def page(words="The bridge stays shut until May", *, head="", foot="") -> str:
    return (
        f"<html><head><title>The bridge</title>{head}</head><body><article><h1>The bridge</h1>"
        f"<p>“{words},” Minister Ann Bell said on Monday in Orlo.</p></article>"
        f"<footer>{foot}</footer></body></html>"
    )


def canonical(url):
    return f'<link rel="canonical" href="{url}">'


def one(coming) -> Taken:
    (taken,) = coming
    assert isinstance(taken, Taken), taken
    return taken


def test_a_page_is_a_document_with_its_url_and_its_bytes(store, served, client):
    served.pages |= {"/old": moved("/bridge?id=7"), "/bridge?id=7": answer(page())}
    taken = one(take_page(store, served.url("/old"), client, given={"publisher": "The Post"}))
    document = store.load(taken.ref).document
    assert taken.what is Added.NEW
    assert (document.url, document.publisher) == (served.url("/bridge?id=7"), "The Post")
    assert document.provenance.path == served.url("/old")
    assert store.raw(taken.ref) == page().encode()
    visit = store.visit(served.url("/old"))
    assert (visit.final, visit.redirects) == (document.url, (served.url("/old"),))
    assert visit.document == taken.ref


def test_a_page_that_its_server_says_is_the_same_is_held_and_not_sent_again(store, served, client):
    def say(connection, raw):
        same = b'If-None-Match: "v1"' in raw
        connection.sendall(
            answer(b"", status="304 Not Modified") if same else answer(page(), etag='"v1"')
        )

    served.pages["/"] = say
    first = one(take_page(store, served.url(), client))
    again = one(take_page(store, served.url(), client))
    assert (again.ref, again.what) == (first.ref, Added.HELD)
    assert again.reading.document == first.reading.document


def test_one_that_was_removed_is_asked_for_without_a_condition(store, served, client):
    served.pages["/"] = answer(page(), etag='"v1"')
    store.remove(one(take_page(store, served.url(), client)).ref)
    assert one(take_page(store, served.url(), client)).what is Added.NEW
    assert served.header("If-None-Match") == ""


def test_where_only_what_stands_around_the_text_changed_the_document_is_held(store, served, client):
    served.pages["/"] = answer(page(foot="<p>10:00</p>"))
    first = one(take_page(store, served.url(), client))
    served.pages["/"] = answer(page(foot="<p>10:05</p>"))
    again = one(take_page(store, served.url(), client))
    assert (again.ref, again.what) == (first.ref, Added.HELD)


def test_other_words_are_a_newer_version(store, served, client):
    served.pages["/a"] = answer(page())
    first = one(take_page(store, served.url("/a"), client))
    served.pages["/a"] = answer(page("The bridge opens in May"))
    again = one(take_page(store, served.url("/a"), client))
    assert again.ref != first.ref
    assert len(list(store.documents())) == 1


def test_the_canonical_address_of_its_own_site_is_believed(store, served, client):
    served.pages["/a?utm=1"] = answer(page(head=canonical("https://orlo.example/a")))
    url = served.url("/a?utm=1", host="www.orlo.example")
    assert one(take_page(store, url, client)).reading.document.url == "https://orlo.example/a"


@pytest.mark.parametrize("claimed", ["https://ministry.example/a", "https://evil.example/"])
def test_one_of_another_site_or_of_a_front_page_is_not(store, served, client, claimed):
    held = one(take_in(store, page("It is open").encode(), given={"url": claimed}))
    served.pages["/a"] = answer(page(head=canonical(claimed)))
    url = served.url("/a", host="evil.example")
    taken = one(take_page(store, url, client))
    assert taken.what is Added.NEW
    assert taken.reading.document.url == url
    assert any(claimed in note for note in taken.reading.document.dropped)
    assert store.find(claimed) == held.ref


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("https://orlo.example/a", "http://www.orlo.example/b", True),
        ("https://news.orlo.example/a", "https://orlo.example", True),
        ("https://m.orlo.example/", "https://amp.orlo.example/", True),
        ("https://orlo.example/", "https://evilorlo.example/", False),
        ("https://orlo.example.evil.example/", "https://orlo.example/", False),
        ("https://orlo.example/", "not a url", False),
        ("https://[::1/", "https://orlo.example/", False),
    ],
)
def test_what_one_site_is(a, b, same):
    assert same_site(a, b) is same


def test_the_url_that_was_given_goes_before_what_was_found(store, served, client):
    served.pages["/mirror"] = answer(page())
    given = {"url": "https://ministry.example/a"}
    taken = one(take_page(store, served.url("/mirror"), client, given=given))
    assert taken.reading.document.url == given["url"]


@pytest.mark.parametrize(
    ("path", "media_type", "body", "reader"),
    [
        ("/a.md", "text/html", page(), "html_page"),  # the server knows better than the name
        ("/a.md", "text/plain", "---\ntitle: x\n---\nIt is shut, Ann Bell said.", "markdown_file"),
        ("/a", "text/markdown", "# x\n\nIt is shut, Ann Bell said.", "markdown_file"),
        ("/a.html", "text/plain", "It is shut, Ann Bell said.", "plain_text"),
        ("/a", "text/plain", page(), "html_page"),
        ("/a", None, page(), "html_page"),
        ("/a", "application/json", '{"id": "n1", "text": "It is shut."}', "json_lines"),
        ("/a", "application/xhtml+xml", '<?xml version="1.0"?>' + page(), "html_page"),
    ],
)
def test_the_form_is_what_the_server_says_else_what_it_looks_like(
    store, served, client, path, media_type, body, reader
):
    served.pages[path] = answer(body, content_type=media_type)
    taken = one(take_page(store, served.url(path), client))
    assert taken.reading.document.provenance.reader == reader


def test_the_charset_that_the_server_tells_goes_before_the_one_that_is_declared(
    store, served, client
):
    body = page("Мост закрыт до мая", head='<meta charset="iso-8859-1">').encode(
        "cp1251", "replace"
    )
    served.pages["/"] = answer(body, content_type="text/html; charset=windows-1251")
    document = one(take_page(store, served.url(), client)).reading.document
    assert "Мост закрыт" in document.text


@pytest.mark.parametrize("charset", ["rot13", "base64", "utf-9", "../x", "zlib", "utf-8"])
def test_a_charset_that_is_none_is_passed_over(store, served, client, charset):
    body = page("Die Brücke bleibt zu", head='<meta charset="windows-1252">').encode(
        "cp1252", "replace"
    )
    served.pages["/"] = answer(body, content_type=f"text/html; charset={charset}")
    assert "Brücke" in one(take_page(store, served.url(), client)).reading.document.text


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), {}, "binary file"),
        (b"%PDF-1.7 ...", {"content_type": "text/plain"}, "PDF"),
        (b"\0" * 500, {}, "empty"),
        (b"   ", {}, "empty"),
        ("<html><body></body></html>", {}, "without text"),
        ("<rss><channel/></rss>", {"content_type": "application/rss+xml"}, "onrecord watch"),
        ('{"version": "https://jsonfeed.org/version/1"}', {}, "onrecord watch"),
        ('<?xml version="1.0"?><feed xmlns="a"></feed>', {"content_type": "text/xml"}, "watch"),
        ("<urlset><url/></urlset>", {"content_type": "application/xml"}, "neither a page nor"),
        ("gone", {"status": "410 Gone"}, "410 Gone"),
    ],
)
def test_what_gives_no_document_is_a_failure_in_a_line(
    store, served, client, body, headers, reason
):
    served.pages["/"] = answer(body, **headers)
    (failure,) = take_page(store, served.url(), client)
    assert isinstance(failure, Failure)
    assert failure.path == served.url()
    assert reason in failure.reason
    assert "\n" not in failure.reason
    assert store.visit(served.url()) is None


def test_nul_characters_are_no_reason_to_stop(store, served, client):
    served.pages["/"] = answer(page("The bri\0dge stays shut"))
    assert "The bri\ufffddge" in one(take_page(store, served.url(), client)).reading.document.text
