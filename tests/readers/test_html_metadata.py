"""What a page says of itself is taken from where it says it best."""

import json

import pytest

from onrecord.readers import read

TEXT = "<article><h1>A bridge</h1><p>It opens in May, said Ada Vell.</p></article>"


def document(head, inner=TEXT, attributes=""):
    page = f"<!doctype html><html{attributes}><head>{head}</head><body>{inner}</body></html>"
    (found,) = read(page.encode(), path="x.html")
    return found


def ld(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_json_ld_of_the_article_goes_before_meta_tags():
    found = document(
        ld(
            {
                "@graph": [
                    {"@type": "WebPage", "name": "A bridge | The Ellery Mail"},
                    {
                        "@type": ["NewsArticle"],
                        "headline": "A bridge, at last",
                        "datePublished": "2031-04-05T23:30:00+03:00",
                        "author": [{"name": "U. Field"}, "B. Lake", "https://example.org/b"],
                        "publisher": {"@type": "Organization", "name": "The Ellery Mail"},
                        "mainEntityOfPage": {"@id": "https://example.org/bridge"},
                        "inLanguage": "en_GB",
                    },
                ]
            }
        )
        + '<meta property="og:title" content="Other"><meta property="og:site_name" content="Other">'
    )
    assert found.title == "A bridge, at last"
    assert found.published == "2031-04-05"
    assert found.author == "U. Field; B. Lake"
    assert found.publisher == "The Ellery Mail"
    assert found.url == "https://example.org/bridge"
    assert found.language == "en-GB"


def test_meta_tags_are_read_under_their_many_names():
    found = document(
        '<meta property="og:title" content="A bridge">'
        '<meta name="DC.publisher" content="The Ellery Mail">'
        '<meta property="article:published_time" content="2031-04-05T10:00:00Z">'
        '<meta name="author" content="U. Field"><meta name="author" content="B. Lake">'
        '<meta property="og:url" content="https://example.org/b">'
        '<meta property="og:locale" content="en_US"><link rel="canonical" href="b.html">'
    )
    assert (found.title, found.publisher) == ("A bridge", "The Ellery Mail")
    assert (found.published, found.author) == ("2031-04-05", "U. Field; B. Lake")
    assert (found.url, found.language) == ("https://example.org/b", "en-US")


def test_a_whole_canonical_address_goes_before_all_others():
    found = document(
        '<link rel="canonical" href="https://example.org/c">'
        '<meta property="og:url" content="https://example.org/b">'
    )
    assert found.url == "https://example.org/c"


def test_the_day_is_that_of_the_page_not_of_a_picture():
    picture = (
        '<div itemscope itemtype="http://schema.org/ImageObject"><meta itemprop="datePublished" '
        'content="2030-01-01"></div>'
    )
    time = '<time itemprop="datePublished" datetime="2031-04-05">5 April</time>'
    assert document("", picture + TEXT).published == ""
    assert document("", picture + time + TEXT).published == "2031-04-05"


def test_times_that_disagree_give_no_day():
    one, two = "<time datetime='2031-04-05'>a</time>", "<time datetime='2031-04-06'>b</time>"
    assert document("", one + TEXT).published == "2031-04-05"
    assert document("", one + two + TEXT).published == ""


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("Sat, 05 Apr 2031 10:00:00 GMT", "2031-04-05"),
        ("20310405", "2031-04-05"),
        ("2031-04", "2031-04"),
        ("2031-13-45", ""),
        ("last week", ""),
    ],
)
def test_days_are_read_where_a_machine_wrote_them(word, day):
    assert document(f'<meta name="date" content="{word}">').published == day


def test_the_name_of_the_site_is_no_title():
    assert (
        document("<title>A bridge | The Ellery Mail</title>", "<p>It opens.</p>").title
        == "A bridge"
    )
    named = "<h1>The Ellery Mail</h1><p>It opens.</p>"
    assert document("<title>A bridge - The Ellery Mail</title>", named).title == "A bridge"


def test_the_language_is_that_of_the_page():
    assert document("", attributes=' lang="en-GB"').language == "en-GB"
    assert document("", "<p lang=fr>Oui.</p>").language == ""


@pytest.mark.parametrize(
    "text", ["{", "[[[]]]", '{"@type": {}}', '"x"', '{"@type": "Article"}', ""]
)
def test_json_ld_that_is_broken_costs_nothing(text):
    found = document(f'<script type="application/ld+json">{text}</script>')
    assert (found.title, found.published) == ("A bridge", "")
