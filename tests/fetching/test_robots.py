"""A site's robots.txt: what it forbids is not fetched, and what it cannot say is not guessed."""

from dataclasses import replace

import pytest
from tests.fetching.servers import HTML, answer, moved

from onrecord.fetching import Fetched, fetch
from onrecord.model import Failure

RULES = "User-agent: *\nDisallow: /secret\n\nUser-agent: Onrecord\nDisallow: /ours\n"


def text(body, **headers):
    return answer(body, content_type="text/plain", **headers)


@pytest.fixture
def site(served):
    served.pages |= {path: answer(HTML) for path in ("/", "/ours/a", "/secret/a")}
    return served


def test_what_it_forbids_to_us_is_not_fetched(site, client):
    site.pages["/robots.txt"] = text(RULES)
    got = fetch(site.url("/ours/a"), client)
    assert got == Failure(site.url("/ours/a"), "its robots.txt forbids it")
    assert isinstance(fetch(site.url("/secret/a"), client), Fetched)  # our own group says nothing
    assert site.paths() == ["/secret/a"]


def test_it_is_asked_for_once(site, client):
    site.pages["/robots.txt"] = text(RULES)
    for _ in range(3):
        fetch(site.url("/"), client)
    assert len(site.asked) == 4


def test_a_redirect_to_what_it_forbids_is_not_followed(site, client):
    site.pages |= {"/robots.txt": text(RULES), "/": moved("/ours/a")}
    assert "forbids" in fetch(site.url("/"), client).reason


@pytest.mark.parametrize(
    "robots",
    [
        answer(b"", status="404 Not Found"),
        answer(b"", status="403 Forbidden"),
        answer(b"", status="401 Unauthorized"),
        text(""),
        answer(HTML),
        text(b"\xff\xfe\0\0 rubbish \x80" * 50),
        text("Disallow: /\n"),
        text("User-agent: Other\nDisallow: /\n"),
        text("User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a*a*a*a*a*b$\n" * 50),
        moved("/robots.txt"),
        moved("/nowhere"),
        text("User-agent: *\nCrawl-delay: much\n"),
    ],
)
def test_none_or_one_that_says_nothing_to_us_forbids_nothing(site, client, robots):
    site.pages["/robots.txt"] = robots
    assert isinstance(fetch(site.url("/"), client), Fetched)


@pytest.mark.parametrize(
    "robots",
    [
        answer(b"", status="500 Oops"),
        answer(b"", status="503 Busy", retry_after="0"),
        answer(b"", status="429 Slow down"),
        b"rubbish",
        b"",
        moved("file:///etc/passwd"),
        answer("Disallow:", content_encoding="br"),
        answer(RULES, content_length="9999"),
    ],
)
def test_one_that_cannot_be_read_forbids_everything(site, client, robots):
    site.pages["/robots.txt"] = robots
    got = fetch(site.url("/"), client)
    assert "robots.txt could not be read" in got.reason
    assert site.paths() == []


def test_one_that_is_never_told_forbids_everything(site, client):
    site.pages["/robots.txt"] = site.silence()
    hurried = replace(client, limits=replace(client.limits, read=0.3))
    assert "robots.txt could not be read" in fetch(site.url("/"), hurried).reason


def test_of_a_huge_one_the_beginning_counts(site, client):
    site.pages["/robots.txt"] = text(RULES + "# more\n" * 200_000)
    assert "forbids" in fetch(site.url("/ours/a"), client).reason
    assert isinstance(fetch(site.url("/"), client), Fetched)


def test_the_rest_that_it_asks_for_is_kept(site, client):
    site.pages["/robots.txt"] = text("User-agent: *\nCrawl-delay: 500\n")
    fetch(site.url("/"), client)
    assert 400 < client.pace.wait_of("127.0.0.1") <= 500


@pytest.mark.parametrize("line", ["Crawl-delay: 86400", "Request-rate: 1/3600s"])
def test_a_rest_longer_than_anybody_waits_is_told(site, client, line):
    site.pages["/robots.txt"] = text(f"User-agent: *\n{line}\n")
    assert isinstance(fetch(site.url("/"), client), Fetched)
    assert "left alone" in fetch(site.url("/ours/a"), client).reason


def test_each_port_and_name_has_its_own(site, client):
    site.pages["/robots.txt"] = text(RULES)
    other = replace(client, robots={})
    fetch(site.url("/", host="a.example"), other)
    fetch(site.url("/", host="b.example"), other)
    assert len(other.robots) == 2
