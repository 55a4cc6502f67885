"""Stories of somebody who writes scripts into every field: shown as text, wherever they turn up."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page, Request
from starlette.testclient import TestClient

from onrecord.exports import FORMS
from onrecord.stores import open_store
from onrecord.web import Settings, create_app

BASE = "http://127.0.0.1"
ELSEWHERE = "https://elsewhere.example"
RUN = "window.ran=(window.ran||0)+1"
BAD = (
    f'"><script>{RUN}</script><img src="{ELSEWHERE}/x.png" onerror="{RUN}"></title>'
    f"<svg onload={RUN}>'{{{{7*7}}}}<base href={ELSEWHERE}/>"
)
"""Markup of every sort; none of it may become any."""
WHO = f"Ann <b onclick={RUN}>Bell</b><script>{RUN}</script>"
ADDRESS = f"javascript:{RUN}//"
WORDS = "The bridge at Orlo will stay shut until the river falls and the engineers are done"
TURNS = [
    f"News conference, 3 March 2021 {BAD}",
    f"Question: Will the bridge {BAD} stay shut?",
    f"Ann Bell: {WORDS}. {BAD} We have asked five engineers to look at it {BAD}.",
]
LINES = [
    {
        "id": f"bad<script>{RUN}</script>",
        "text": "\n\n".join(TURNS),
        "kind": "transcript",
        "published": "2021-03-03",
    },
    {
        "id": "bad-story",
        "text": f'"{WORDS}," Ann Bell said on Wednesday. {BAD}\n\n"{BAD} it is shut," she added.',
        "kind": "story",
        "published": "2021-03-04",
    },
]
TOLD = {"title": BAD, "publisher": BAD, "author": BAD, "url": ADDRESS, "speaker": WHO}
TABLE = f'speaker,text\n"{WHO}","{WORDS}, and nobody {BAD.replace(chr(34), chr(39))} pays."\n'
PAGE = f"<html><title>{BAD}</title><body><p>“It is shut,” Ann Bell said.</p>{BAD * 3}</body></html>"
STARTS = (
    "/",
    "/documents",
    "/people",
    "/review",
    "/review/decided",
    "/processes",
    f"/?{'quote=' + quote(WORDS + ' ' + BAD)}&speaker={quote(BAD)}&date={quote(BAD)}",
    f"/?quote={quote(WORDS)}&speaker=Ann+Bell&date=2021-03-03",
    f"/?quote={quote(f'“{WORDS},” {WHO} said. {BAD}')}&as=text",
    f"/search?q={quote('bridge ' + BAD)}",
    "/search?q=shut&unit=sentences",
    f"/search?q=shut&publisher={quote(BAD)}",
    f"/utterance?quote={quote(WORDS)}",
    f"/people/{quote(BAD, safe='')}",
    f"/nowhere/{quote(BAD, safe='')}",
    f"/documents/{quote(BAD, safe='')}",
    f"/review?kind={quote(BAD)}",
    f"/sign-in?next={quote(ADDRESS)}",
)
A_SORT = 2
MOST = 45


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with their stories, taken in as the web app takes them."""
    path = tmp_path_factory.mktemp("hostile") / "papers.db"
    files = [
        ("files", (f"{BAD}.jsonl", "\n".join(json.dumps(one | TOLD) for one in LINES))),
        ("files", (f"<img src=x onerror={RUN}>.csv", TABLE)),
        ("files", (f"{BAD}.html", PAGE)),
    ]
    with TestClient(create_app(Settings(path)), base_url=BASE) as client:
        added = client.post("/add", files=files, data={"publisher": BAD})
        assert added.status_code == 200
        assert markup_of(added.text) == []
        client.get("/review")
    with open_store(path) as store:
        assert store.how_many() == 4
    return path


def markup_of(text: str) -> list[str]:
    """What of their markup has become markup of a page."""
    tree = html.fromstring(text)
    own = "//script[not(starts-with(@src, '/static/'))] | //img | //base | //iframe | //object"
    found = [html.tostring(one).decode() for one in tree.xpath(own)]
    for one in tree.iter():
        for name, value in getattr(one, "attrib", {}).items():
            runs = name.startswith("on") or value.strip().lower().startswith("javascript:")
            if runs and name != "value":
                found.append(f"{name}={value}")
    return found


def crawl(client: TestClient) -> Iterator[tuple[str, str, int]]:
    """Pages that can be reached, a few of each sort, with their text and status."""
    waiting, known, sorts = list(STARTS), set(STARTS), Counter()
    while waiting and sum(sorts.values()) < MOST:
        path = waiting.pop(0)
        split = urlsplit(path)
        sort = (split.path.strip("/").split("/")[0], path in STARTS and path)
        if sorts[sort] >= A_SORT or split.path.startswith("/processes/"):
            continue
        sorts[sort] += 1
        found = client.get(path)
        kind = found.headers["Content-Type"]
        if not kind.startswith("text/html") or "Content-Disposition" in found.headers:
            continue
        yield path, found.text, found.status_code
        for link in html.fromstring(found.text).xpath("//a/@href"):
            url, _ = urldefrag(urljoin(f"{BASE}{path}", link))
            if url.startswith(f"{BASE}/") and (inner := url.removeprefix(BASE)) not in known:
                known.add(inner)
                waiting.append(inner)


@pytest.fixture(scope="module")
def pages(hostile: Path) -> list[tuple[str, str, int]]:
    with TestClient(create_app(Settings(hostile)), base_url=BASE) as client:
        return list(crawl(client))


def test_nothing_of_it_becomes_markup_on_any_page(pages: list[tuple[str, str, int]]) -> None:
    assert len(pages) > 25
    for path, text, _ in pages:
        assert markup_of(text) == [], path
        assert "'49" not in text, path
    shown = [path for path, text, _ in pages if "&lt;script&gt;window.ran" in text]
    assert len(shown) > 10


def test_in_a_browser_no_script_of_it_runs_and_nothing_is_asked_for_elsewhere(
    pages: list[tuple[str, str, int]], hostile: Path, serve, browser_page: Page
) -> None:
    site = serve(Settings(hostile))
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    browser_page.on("request", note)
    browser_page.on("dialog", lambda one: pytest.fail(f"a dialog: {one.message}"))
    browser_page.on("popup", lambda one: pytest.fail(f"a window: {one.url}"))
    for path, _, status in pages:
        if status >= 400:
            continue  # which a browser tells in its console as well
        browser_page.goto(f"{site}{path}")
        assert browser_page.evaluate("window.ran") is None, path
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site).netloc}


def test_programs_are_given_it_as_data_and_never_as_a_page(hostile: Path) -> None:
    with TestClient(create_app(Settings(hostile)), base_url=BASE) as client:
        items = client.get("/api/documents").json()["items"]
        assert any(one["title"] == BAD for one in items)
        for one in items:
            ref = quote(one["id"], safe="")
            answers = [client.get(f"/api/documents/{ref}{what}") for what in ("", "/text", "/raw")]
            answers += [
                client.get(f"/exports/{form}", params={"document": one["id"]}) for form in FORMS
            ]
            for answer in answers:
                kind = answer.headers["Content-Type"]
                saved = "attachment" in answer.headers.get("Content-Disposition", "")
                page = kind.startswith("text/html") and answer.status_code == 200
                assert saved or not (page or "svg" in kind or "xml" in kind), answer.url
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
        answer = client.get("/api/search", params={"q": f"shut {BAD}"})
        assert answer.headers["Content-Type"] == "application/json"


def test_dossiers_as_files_and_their_drawings_have_it_as_text(hostile: Path) -> None:
    from onrecord.dossiers import dossier, load_profile
    from onrecord.exports import export

    profile = hostile.parent / "bridge.toml"
    names = {"name": "bridge", "title": BAD}
    told = "\n".join(f"{key} = {json.dumps(value)}" for key, value in names.items())
    profile.write_text(f'{told}\nnames = ["Orlo", "bridge"]\n', "utf-8")
    with open_store(hostile) as store:
        drawn = dossier(store, load_profile(profile))
    text = export(drawn, "html")
    assert "&lt;script" in text
    assert not re.search(r"<script(?! type=\"application/json\")", text)
    assert markup_of(text) == []


def test_no_page_and_no_operation_loads_an_address(
    hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is given as an address is kept as words: the server asks nobody for it."""
    import socket

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("somebody was asked")

    with TestClient(create_app(Settings(hostile)), base_url=BASE) as client:
        monkeypatch.setattr(socket, "getaddrinfo", refused)
        monkeypatch.setattr(socket, "create_connection", refused)
        told = {"url": "http://169.254.169.254/latest/", "text": "“It is shut,” Ann Bell said."}
        assert "169.254" not in client.post("/add", data=told).text
        client.get("/", params={"quote": "http://127.0.0.1:1/x", "z": ""})
        assert client.get("/documents/http://169.254.169.254/latest/").status_code == 200
    modules = {"onrecord.fetching"}
    own = Path(create_app.__code__.co_filename).parent
    for source in own.rglob("*.py"):
        assert not [name for name in modules if name in source.read_text("utf-8")], source
