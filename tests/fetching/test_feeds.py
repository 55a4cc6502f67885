import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FetchError
from onrecord.fetching import read_feed
from onrecord.fetching.feeds import day_of

HOME = "https://orlo.example/feeds/news.xml"
ITEM = """<item><title>The bridge &amp;amp; the quay</title><link>/news/1</link>
<guid isPermaLink="false">g1</guid><pubDate>Mon, 02 Mar 2026 23:30:00 -0500</pubDate>
<description>&lt;p&gt;“It is shut,” Ann Bell said.&lt;/p&gt;</description></item>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://orlo.example/">
<title type="html">The &lt;b&gt;Post&lt;/b&gt;</title>
<entry><title>The bridge</title><id>tag:orlo.example,2026:1</id>
<link rel="enclosure" href="/sound.mp3"/><link rel="alternate" type="text/html" href="news/1"/>
<updated>2026-03-02T23:30:00-05:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is shut.</p></div></content>
</entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Post",
    "items": [
        {"id": "1", "url": "/news/1", "title": "The bridge", "content_text": "It <is>\nshut.",
         "date_published": "2026-03-02T23:30:00-05:00"},
        {"id": 2, "content_html": "<p>More.</p>"},
        "no item",
        {},
    ],
}  # fmt: skip


def rss(*items, head="", channel="<title>The Post</title><link>https://orlo.example/</link>"):
    start = f'<?xml version="1.0"?>{head}<rss version="2.0"><channel>{channel}'
    return f"{start}{''.join(items)}</channel></rss>".encode()


def read(data, **options):
    return read_feed(data, url=HOME, **options)


def test_rss_is_read():
    feed = read(rss(ITEM))
    (entry,) = feed.entries
    assert feed.title == "The Post"
    assert (entry.key, entry.url) == ("g1", "https://orlo.example/news/1")
    assert entry.title == "The bridge & the quay"
    assert entry.published == "2026-03-02"  # the day as it is written, in no other time zone
    assert "Ann Bell said" in entry.content


def test_atom_is_read_with_links_relative_to_its_base():
    feed = read(ATOM.encode())
    (entry,) = feed.entries
    assert feed.title == "The Post"
    assert (entry.key, entry.url) == ("tag:orlo.example,2026:1", "https://orlo.example/news/1")
    assert (entry.published, "It is shut." in entry.content) == ("2026-03-02", True)


def test_json_feeds_are_read():
    one, two, nothing = read(json.dumps(JSON).encode()).entries
    assert (one.key, one.url, one.published) == ("1", "https://orlo.example/news/1", "2026-03-02")
    assert one.content == "<p>It &lt;is&gt;</p><p>shut.</p>"
    assert (two.key, two.url) == ("2", "")
    assert nothing.key.startswith("words:")


def test_an_entry_without_a_guid_goes_by_its_link_and_without_one_by_its_words():
    linked = ITEM.replace('<guid isPermaLink="false">g1</guid>', "")
    bare = linked.replace("<link>/news/1</link>", "")
    assert read(rss(linked)).entries[0].key == "https://orlo.example/news/1"
    assert read(rss(bare)).entries[0].key.startswith("words:")


def test_of_two_with_one_guid_the_first_counts():
    other = ITEM.replace("/news/1", "/news/2")
    (entry,) = read(rss(ITEM, other, ITEM)).entries
    assert entry.url.endswith("/news/1")


def test_what_changed_in_an_entry_changes_its_digest_alone():
    one = read(rss(ITEM)).entries[0]
    other = read(rss(ITEM.replace("is shut", "is open"))).entries[0]
    assert one.key == other.key
    assert one.digest != other.digest
    assert read(rss("<item><title>x</title></item>", ITEM)).entries[1].digest == one.digest


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Mon, 02 Mar 2026 10:00:00 GMT", "2026-03-02"),
        ("Mon, 2 Mar 2026 10:00 EST", "2026-03-02"),
        ("02 Mar 26 10:00 +0000", "2026-03-02"),
        ("2026-03-02T23:59:59-11:00", "2026-03-02"),
        ("2026-03-02", "2026-03-02"),
        ("20260302", "2026-03-02"),
        ("2026-03-02 10:00:00", "2026-03-02"),
        ("Mon Mar  2 10:00:00 2026", "2026-03-02"),
        ("2026-02-30", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("9999-12-31", ""),
        ("yesterday", ""),
        ("", ""),
        ("9" * 5000, ""),
    ],
)
def test_a_date_is_the_day_that_it_names(written, day):
    assert day_of(written) == day


BROKEN = {
    "a bare ampersand": rss(ITEM.replace("the quay", "Bell & Sons")),
    "a name of HTML": rss(ITEM.replace("the quay", "caf&eacute;&nbsp;")),
    "a name of nobody": rss(ITEM.replace("the quay", "&nosuchname;")),
    "control characters": rss(ITEM.replace("the quay", "the \x00\x08\x1b quay")),
    "half a pair": rss(ITEM.replace("the quay", "&#xD800; &#0;")),
    "no end": rss(ITEM)[:-20],
    "words before it": b"\n\n<!-- made by hand -->" + rss(ITEM)[21:],
    "words after it": rss(ITEM) + b"<p>and more",
    "another encoding than declared": b'<?xml version="1.0" encoding="utf-8"?>'
    + rss(ITEM).decode()[21:].encode("cp1252", "replace"),
    "an unknown encoding": b'<?xml version="1.0" encoding="utf-9"?>' + rss(ITEM)[21:],
    "UTF-16": '<?xml version="1.0" encoding="utf-16"?>'.join(["", rss(ITEM).decode()[21:]]).encode(
        "utf-16"
    ),
    "a document type": rss(
        ITEM, head='<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://127.0.0.1:9/x.dtd">'
    ),
    "a prefix of nobody": rss(ITEM.replace("<link>", "<x:y>z</x:y><link>")),
    "a style sheet": rss(ITEM, head='<?xml-stylesheet href="http://127.0.0.1:9/"?>'),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_not_well_formed_is_read_all_the_same(data):
    (entry,) = read(data).entries
    assert entry.url == "https://orlo.example/news/1"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body><p>Hello</p></body></html>", "neither RSS nor Atom"),
        (b"plain words", "no XML|neither"),
        (b"<", "no XML|neither"),
        (b"{}", "no JSON Feed"),
        (b"{" * 100_000, "broken"),
        (b'{"a":' * 100_000, "broken"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": {}}', "no JSON Feed"),
        (b'{"version": ' + b"9" * 10_000 + b"}", "broken|no JSON Feed"),
    ],
    ids=range(8),
)
def test_what_is_no_feed_is_refused_in_a_line(data, reason):
    with pytest.raises(FetchError, match=reason):
        read(data)


LAUGHS = "".join(
    f'<!ENTITY {c} "{f"&{b};" * 10}">' for b, c in zip("abcdefgh", "bcdefghi", strict=True)
)
LOUD = '<!ENTITY a "' + "a" * 100_000 + '">'


@pytest.mark.parametrize(
    "data",
    [
        rss("<item><title>&i;</title></item>", head=f'<!DOCTYPE r [<!ENTITY a "ha">{LAUGHS}]>'),
        rss(f"<item><title>{'&a;' * 20_000}</title></item>", head=f"<!DOCTYPE r [{LOUD}]>"),
        rss(ITEM, head='<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        rss(ITEM, head='<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:9/"> %a;]>'),
        rss(ITEM, head='<!DOCTYPE r [<!ENTITY a "ha">]>').decode().encode("utf-16"),
    ],
    ids=range(5),
)
def test_entities_of_its_own_are_refused_before_they_grow(data):
    with pytest.raises(FetchError, match="declares entities"):
        read(data)


def test_an_entity_hidden_in_another_encoding_is_not_expanded():
    body = rss("<item><title>&a;</title></item>", head='<!DOCTYPE r [<!ENTITY a "grown">]>')
    hidden = b'<?xml version="1.0" encoding="utf-7"?>' + body[21:].replace(b"<!", b"+ADwAIQ-")
    titles = []
    with suppress(FetchError):
        titles = [entry.title for entry in read(hidden).entries]
    assert "grown" not in titles


@pytest.mark.parametrize(
    "data",
    [
        rss("<item><title>" + "<" * 300_000),
        rss("<item><title>" + "&" * 300_000),
        rss("<item><title>" + "<a>" * 100_000),
        rss("<item a='" * 50_000),
        b"<!DOCTYPE" + b"[" * 300_000,
        b"<!DOCTYPE a [" * 30_000,
        b"<?xml " * 100_000,
        b"<rss>" + b"<!--" * 100_000,
        rss("<item><pubDate>" + "2026-" * 60_000 + "</pubDate></item>"),
        rss("<item><title>&lt;" * 30_000),
    ],
    ids=range(10),
)
def test_what_was_made_to_take_long_ends(data):
    """By the square of their length these would be hours."""
    with suppress(FetchError):
        assert len(read(data).entries) < 100_000


def test_a_feed_of_ten_thousand_entries_is_read():
    items = (ITEM.replace("g1", f"g{n}").replace("/news/1", f"/news/{n}") for n in range(10_000))
    entries = read(rss(*items)).entries
    assert len(entries) == 10_000
    assert entries[-1] == replace(entries[0], key="g9999", url="https://orlo.example/news/9999",
                                  digest=entries[-1].digest)  # fmt: skip


@given(st.text(max_size=300) | st.lists(st.sampled_from(
    ["<rss version='2.0'>", "<channel>", "<item>", "<title>", "</item>", "<link>", "&", "<![CDATA[",
     "]]>", "x", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "\x00",
     "<guid>", "<pubDate>2026", "<!--", "<?", "{", '"version"'])).map("".join))  # fmt: skip
def test_any_text_is_a_feed_or_is_refused(text):
    with suppress(FetchError):
        feed = read(text.encode("utf-8", "replace"))
        assert len({entry.key for entry in feed.entries}) == len(feed.entries)


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "utf-16", "rot13", "x"]))
def test_any_bytes_are_a_feed_or_are_refused(data, charset):
    for head in (
        b"",
        b"<rss version='2.0'><channel><item>",
        b'{"version": "jsonfeed.org", "items":',
    ):
        with suppress(FetchError):
            read(head + data, charset=charset)


def test_what_the_parser_stumbles_over_is_told_in_a_line(monkeypatch):
    def stumble(*given, **options):
        raise AttributeError("no such\nthing")

    monkeypatch.setattr("feedparser.parse", stumble)
    with pytest.raises(FetchError, match="AttributeError: no such thing"):
        read(rss(ITEM))
