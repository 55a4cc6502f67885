"""The utterance's page as it is sent, without a browser."""

import re

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.web.selecting import select

from onrecord.stores import open_store
from onrecord.tracing import renderings

MINES = "Our engineers found 381 mines there last autumn"


def tree(client: TestClient, **query: str) -> html.HtmlElement:
    found = client.get("/utterance", params=query or None)
    assert found.status_code == 200, found.text[-500:]
    return html.fromstring(found.text)


def words(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def test_a_quotation_has_its_renderings_from_the_record_to_the_copies(client: TestClient) -> None:
    page = tree(client, quote=MINES)
    rows = [words(one) for one in select(page, ".hops tbody tr")]
    assert len(rows) == 3
    assert rows[0].startswith("1. Ministry of Foreign Affairs of Tamvaria 16 February 2023")
    assert "earlier, the same words altered" in rows[1]
    assert "Quenna Press Agency cites it for other words; same error verbatim" in rows[2]
    assert "2 reports, 1 of them independent" in words(page)


def test_the_words_stand_side_by_side_where_they_were_changed(client: TestClient) -> None:
    page = tree(client, quote=MINES)
    before, after = [words(one) for one in select(page, ".sides section")]
    assert "−[before only: 318]" in before
    assert "+[here only: 381]" in after
    assert len(select(page, ".sides")) == 1  # the story changed nothing of the wire's


def test_the_drawing_and_the_table_name_the_same_renderings(client: TestClient) -> None:
    page = tree(client, quote=MINES)
    drawn = select(page, ".drawn svg")
    assert len(drawn) == 2
    for name in ("Ministry of Foreign Affairs of Tamvaria", "Quenna Press Agency", "Halvenport"):
        assert all(name in " ".join(words(text) for text in one.iter("text")) for one in drawn)
        assert name in words(select(page, ".hops")[0])


def test_each_rendering_leads_to_its_document_at_the_place(client: TestClient) -> None:
    page = tree(client, quote=MINES)
    links = [one.get("href") for one in select(page, 'article a[href^="/documents/"]')]
    assert len(links) == 3
    for link in links:
        there = html.fromstring(client.get(link).text)
        marked = "".join(one.text_content() for one in select(there, "mark.at"))
        assert "mines there last autumn" in marked


def test_from_every_place_of_the_corpus_there_is_a_chain(papers, client: TestClient) -> None:
    with open_store(papers) as store:
        found = [r for one in renderings(store) for r in one.renderings]
    for one in found:
        span = one.spans[0]
        page = tree(client, at=f"{one.document}@{span.start}-{span.end}")
        titles = [words(each) for each in select(page, "article a")]
        assert any((one.title or one.document) in title for title in titles)


def test_the_speaker_asked_for_comes_first(client: TestClient) -> None:
    page = tree(client, quote=MINES, speaker="Tolvarin")
    assert "Tolvarin" in words(select(page, ".chain h2")[0])


def test_words_that_nobody_has_are_not_called_unsaid(client: TestClient) -> None:
    page = tree(client, quote="Seven ferries were burned at the pier of Lumm")
    assert "never means that nobody said them" in words(page)
    assert not select(page, ".chain")


def test_without_a_question_the_page_says_what_it_does(client: TestClient) -> None:
    assert "Give a quotation" in words(tree(client))


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"at": "nonsense"}, 400),
        ({"at": "@1-2"}, 400),
        ({"at": "nowhere@1-2"}, 400),
        ({"at": "courier.html@9-2"}, 400),
        ({"quote": "…"}, 400),
        ({"quote": "x" * 6_000}, 422),
    ],
)
def test_what_cannot_be_traced_is_told(client: TestClient, query, status) -> None:
    found = client.get("/utterance", params=query)
    assert found.status_code == status
    assert "Traceback" not in found.text


def test_whatever_is_asked_is_shown_as_text(client: TestClient) -> None:
    hostile = '"><script>alert(1)</script>'
    for name in ("quote", "at", "speaker"):
        found = client.get("/utterance", params={"quote": "water", name: hostile})
        assert "<script>alert" not in found.text
