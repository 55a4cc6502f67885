"""The list of processes and a dossier part by part, as they are sent, without a browser."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.web.conftest import HOST

import examples
from onrecord.exports import FORMATS
from onrecord.web import Settings, create_app
from onrecord.web.drawing_up import Dossiers, Underway

PROFILE = Path(examples.__file__).parent / "ossimere.toml"


def words(text: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", text)))


@pytest.fixture(scope="module")
def talks(papers: Path) -> Iterator[TestClient]:
    """A client of the app that knows the process of the sample corpus, its dossier drawn up."""
    settings = Settings(papers, profiles=(PROFILE,))
    with TestClient(create_app(settings), base_url=HOST) as client:
        while client.get("/processes/ossimere").status_code == 202:
            pass  # each asking waits for it a while
        yield client


def test_processes_that_ship_and_that_were_given_are_listed(talks: TestClient) -> None:
    found = talks.get("/processes").text
    for name in ("ossimere", "astana", "geneva", "minsk", "ungd"):
        assert f'href="/processes/{name}"' in found


def test_every_part_is_a_page_and_all_are_one(talks: TestClient) -> None:
    first = html.document_fromstring(talks.get("/processes/ossimere").text)
    parts = first.xpath("//nav[@aria-label='Parts of the dossier']//a/@href")
    assert len(parts) > 8
    headings = []
    for part in (one for one in parts if "part=all" not in one):
        page = html.document_fromstring(talks.get(part).text)
        headings += page.xpath("//div[@class='blocks']/section/h2//text()")
        assert page.xpath("//nav//a[@aria-current='page' and @href=$to]", to=part)
    whole = html.document_fromstring(talks.get("/processes/ossimere?part=all").text)
    assert sorted(whole.xpath("//div[@class='blocks']/section/h2//text()")) == sorted(headings)


def test_links_of_each_part_lead_to_places_that_are_there(talks: TestClient) -> None:
    pages: dict[str, set[str]] = {}

    def ids(to: str) -> set[str]:
        if to not in pages:
            found = talks.get(to)
            assert found.status_code == 200
            pages[to] = set(html.document_fromstring(found.text).xpath("//@id"))
        return pages[to]

    for part in ("", "?part=roles", "?part=meetings", "?part=discrepancies"):
        here = f"/processes/ossimere{part}"
        page = html.document_fromstring(talks.get(here).text)
        for link in page.xpath("//div[@class='blocks']//a/@href"):
            to, _, place = link.partition("#")
            if to.startswith("/processes/") or not to:
                assert place in ids(to or here), link


def test_evidence_leads_to_its_place_in_the_document(talks: TestClient) -> None:
    page = html.document_fromstring(talks.get("/processes/ossimere?part=meetings").text)
    links = page.xpath("//ul[@class='evidence']//a[@class='place']/@href")
    assert links
    assert all(re.fullmatch(r"/documents/[^?]+\?at=[\d&=at-]+#at", link) for link in links)


def test_nothing_on_the_page_has_a_style_or_a_script_of_its_own(talks: TestClient) -> None:
    page = html.document_fromstring(talks.get("/processes/ossimere?part=all").text)
    assert page.xpath("//*[local-name() = 'svg']")
    assert not page.xpath(
        "//@style | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]"
    )
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_dossier_as_of_a_day_knows_nothing_later(talks: TestClient) -> None:
    given = {"as_of": "2023-03", "part": "documents"}
    while (answer := talks.get("/processes/ossimere", params=given)).status_code == 202:
        pass  # each asking waits for it a while
    found = words(answer.text)
    assert "2023-02-16" in found
    assert "2023-05" not in found


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_dossier_can_be_taken_along_in_every_form(talks: TestClient, form: str) -> None:
    page = talks.get("/processes/ossimere").text
    to = f"/processes/ossimere/dossier?format={form}"
    assert unescape(to) in unescape(page)
    found = talks.get(to)
    assert found.status_code == 200
    assert found.headers["Content-Disposition"].startswith("attachment;")
    assert "ossimere." in found.headers["Content-Disposition"]
    assert found.text
    if "json" in found.headers["Content-Type"] and form != "ftm":
        json.loads(found.text)


@pytest.mark.parametrize(
    ("to", "status"),
    [
        ("/processes/nowhere", 404),
        ("/processes/ossimere?part=nothing", 404),
        ("/processes/ossimere?part=meetings&page=99", 404),
        ("/processes/ossimere?page=0", 422),
        ("/processes/ossimere?as_of=soon", 400),
        ("/processes/ossimere/dossier?format=docx", 400),
    ],
)
def test_what_is_not_there_is_told_in_one_line(talks: TestClient, to: str, status: int) -> None:
    found = talks.get(to)
    assert found.status_code == status
    assert "Traceback" not in found.text


def test_while_it_is_drawn_up_the_page_says_how_far_it_is(talks: TestClient, monkeypatch) -> None:
    waiting = Underway(done=120, total=3_000)
    monkeypatch.setattr(Dossiers, "ask", lambda *_: waiting)
    for to in ("/processes/ossimere?part=roles", "/processes/ossimere/dossier?format=csv"):
        found = talks.get(to)
        assert found.status_code == 202
        assert "120 of 3,000 documents read" in words(found.text)
        assert found.headers["Refresh"] == f"2; url={to}"


def test_an_older_one_is_shown_as_such(talks: TestClient, monkeypatch) -> None:
    drawn = talks.app.state.dossiers
    with talks.app.state.stores.lend() as store:
        from onrecord.web.profiles import named

        kept = drawn.ask(named("ossimere", (PROFILE,)), "", store.stamp(), wait=60).drawn
    monkeypatch.setattr(Dossiers, "ask", lambda *_: Underway(kept, False, 5, 9))
    found = words(talks.get("/processes/ossimere").text)
    assert "5 of 9 documents are read" in found
    assert talks.get("/processes/ossimere/dossier").status_code == 202
