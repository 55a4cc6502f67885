"""Every page that can be reached from the first: nothing inline, no dead link, no violation."""

import re
import time
from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

import pytest
from httpx2 import Response
from lxml import html
from playwright.sync_api import Page
from starlette.testclient import TestClient
from tests.web.looking import assert_accessible, assert_fits

from onrecord.web import Settings, create_app
from onrecord.web.navigation import WAYS

STARTS = (
    *(way.href for way in WAYS),
    "/findings",
    "/?quote=We+have+accepted+a+fixed+quota&speaker=Osgarth&date=2023-03-02",
    "/search?q=fixed+quota",
    "/utterance?quote=Our+engineers+found+381+mines+there+last+autumn",
)
A_SORT = 4
"""Pages of one sort that are looked at: of one path without its ids, with the same questions."""
BASE = "http://127.0.0.1"
SEEN_BY_CLIENT = 220


def sort_of(url: str) -> tuple[str, tuple[str, ...]]:
    """A page's sort: the first piece of its path, how many there are, what is asked."""
    split = urlsplit(url)
    pieces = split.path.strip("/").split("/")
    return f"{pieces[0]}/{len(pieces)}", tuple(sorted({key for key, _ in parse_qsl(split.query)}))


def crawl(client: TestClient) -> Iterator[tuple[str, html.HtmlElement]]:
    """The pages of the site, breadth first, a few of each sort."""
    waiting, known, of_sort = deque(STARTS), set(STARTS), Counter()
    while waiting and len(known) < 5_000 and sum(of_sort.values()) < SEEN_BY_CLIENT:
        path = waiting.popleft()
        if of_sort[sort_of(path)] >= A_SORT:
            continue
        of_sort[sort_of(path)] += 1
        found = ready(client, path)
        assert found.status_code == 200, f"{path}: {found.status_code} {found.text[:300]}"
        loaded_down = "attachment" in found.headers.get("Content-Disposition", "")
        if loaded_down or not found.headers["Content-Type"].startswith("text/html"):
            continue
        tree = html.fromstring(found.text)
        yield path, tree
        for link in tree.xpath("//a/@href"):
            url, _ = urldefrag(urljoin(f"{BASE}{path}", link))
            if url.startswith(f"{BASE}/") and (inner := url.removeprefix(BASE)) not in known:
                known.add(inner)
                waiting.append(inner)


def ready(client: TestClient, path: str) -> Response:
    """A page when it is ready: a dossier is drawn up while one waits."""
    until = time.monotonic() + 120
    while (found := client.get(path)).status_code == 202 and time.monotonic() < until:
        time.sleep(0.2)
    return found


@pytest.fixture(scope="module")
def pages(papers) -> list[tuple[str, html.HtmlElement]]:
    with TestClient(create_app(Settings(papers)), base_url=BASE) as client:
        return list(crawl(client))


def test_no_link_leads_nowhere(pages) -> None:
    assert {path.split("?")[0] for path, _ in pages} >= {way.href for way in WAYS}


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(pages) -> None:
    for path, tree in pages:
        assert not tree.xpath("//@style"), path
        assert not tree.xpath("//style"), path
        assert not tree.xpath("//script[not(@src)]"), path
        assert not [a for e in tree.iter() for a in getattr(e, "attrib", ()) if a.startswith("on")]
        for src in tree.xpath("//@src | //link/@href"):
            assert src.startswith(("/static/", "data:image/")), (path, src)


def test_links_elsewhere_say_nothing_of_this_page(pages) -> None:
    for path, tree in pages:
        for link in tree.xpath("//a[starts-with(@href, 'http')]"):
            assert "noreferrer" in link.get("rel", ""), (path, link.get("href"))


def test_every_page_has_a_title_one_heading_and_ids_that_are_its_own(pages) -> None:
    for path, tree in pages:
        assert tree.findtext(".//title").strip(" ·"), path
        assert len(tree.xpath("//h1")) == 1, path
        ids = Counter(tree.xpath("//@id"))
        assert not [one for one, count in ids.items() if count > 1], path
        for anchor in tree.xpath("//a[starts-with(@href, '#')]/@href"):
            assert anchor == "#" or anchor[1:] in ids, (path, anchor)


def test_every_field_has_a_label_and_every_picture_words(pages) -> None:
    for path, tree in pages:
        labelled = set(tree.xpath("//label/@for"))
        for field in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            named = (
                field.get("id") in labelled
                or field.get("aria-label")
                or field.xpath("ancestor::label")
            )
            assert named, (path, html.tostring(field)[:200])
        for drawing in tree.xpath("//*[local-name()='svg']"):
            assert drawing.get("aria-label") or drawing.xpath("./*[local-name()='title']"), path


def test_pages_are_small(pages) -> None:
    for path, tree in pages:
        assert len(html.tostring(tree)) < 600_000, path


def test_no_page_of_any_sort_has_a_violation_in_a_browser(
    pages, site: str, browser_page: Page
) -> None:
    firsts: dict[str, str] = {}
    for path, _ in pages:  # tests of each page look at its states; here one of each kind of path
        firsts.setdefault(sort_of(path)[0], path)
    for path in firsts.values():
        browser_page.goto(f"{site}{path}")
        try:
            assert_accessible(browser_page)
            assert_fits(browser_page)
        except AssertionError as error:
            raise AssertionError(f"{path}: {error}") from error


def test_titles_tell_pages_apart(pages) -> None:
    titles = {re.sub(r"\s+", " ", tree.findtext(".//title")) for _, tree in pages}
    assert len(titles) > len(WAYS)
