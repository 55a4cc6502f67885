"""The documents' pages as they are sent, without a browser."""

import re
from html import unescape

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.copies.test_copies import STORY, text
from tests.web.selecting import select

from onrecord.model import Kind, Span
from onrecord.stores import Store, open_store
from onrecord.web import Settings, create_app
from onrecord.web.places import places

HOSTILE = """Dam <script>alert(1)</script> holds

CARROW, 3 May. /CNA/. Minister Orla Venn said the dam "would <b>hold</b> & 'not break'". \
"I &amp; you <img src=x onerror=alert(2)>," she told reporters.
"""


def tree(client: TestClient, path: str, **query: object) -> html.HtmlElement:
    found = client.get(path, params=query or None)
    assert found.status_code == 200, found.text[-500:]
    return html.fromstring(found.text)


def words(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def by_name(client: TestClient, name: str) -> str:
    """The address of a document by its file name."""
    found = client.get(f"/documents/{name}", follow_redirects=False)
    assert found.status_code == 307
    return found.headers["Location"]


@pytest.fixture
def story(client: TestClient) -> str:
    return by_name(client, "courier.html")


@pytest.fixture
def record(client: TestClient) -> str:
    return by_name(client, "tamvaria-ministry.txt")


def test_the_list_has_every_document_the_newest_first(client: TestClient) -> None:
    page = tree(client, "/documents")
    days = [one.text for one in select(page, ".listing .day")]
    assert len(days) == 15
    assert days == sorted(days, reverse=True)


def test_the_list_is_narrowed_down_by_its_address(client: TestClient) -> None:
    def names(**query: str) -> list[str]:
        return [words(one) for one in select(tree(client, "/documents", **query), ".name")]

    assert len(names(kind="story")) == 7
    assert len(names(publisher="Quenna Press Agency")) == 3
    assert names(title="COMMUNIQUÉ", to="2023-02") == names(title="communiqué")
    assert len(names(**{"from": "2023-05"})) == 4
    assert names(title="nothing like that") == []
    oldest = names(order="oldest", kind="story")
    assert oldest == list(reversed(names(kind="story"))) or len(oldest) == 7


def test_copies_are_counted_in_the_list_and_named_by_the_document(
    own_papers, make_document
) -> None:
    copies = {"wire-1": text(STORY), "wire-2": text(STORY[:-1]), "wire-3": text(STORY[1:])}
    for ref, content in copies.items():
        make_document(content, ref=ref)
    with TestClient(create_app(Settings(own_papers)), base_url="http://127.0.0.1") as client:
        (link,) = select(tree(client, "/documents"), '[href="/documents/wire-2#copies"]')
        assert words(link) == "2 copies"
        about = select(tree(client, "/documents/wire-2"), "#copies")[0]
        assert words(about[0]) == "2 copies of this story"
        links = [one.get("href") for one in select(about, "a")]
        assert links == ["/documents/wire-1", "/documents/wire-3"]
        assert words(select(about, "li")[0]).endswith("the first of them")
        listed = client.get("/api/documents/wire-3").json()
        assert listed["copies"] == ["wire-1", "wire-2", "wire-3"]
        assert listed["listed"]["copies"] == 2


def test_the_list_is_paged(own_papers, make_document) -> None:
    for number in range(45):
        make_document(f"Letter {number}\n\nThe pier is open.", ref=f"letter-{number}")
    with TestClient(create_app(Settings(own_papers)), base_url="http://127.0.0.1") as client:
        first = tree(client, "/documents")
        assert len(select(first, ".listing li")) == 50
        (more,) = select(first, ".pager a[rel=next]")
        second = tree(client, more.get("href"))
        assert len(select(second, ".listing li")) == 10
        assert select(second, ".pager a[rel=prev]")


def test_the_text_on_the_page_is_the_text_of_the_document(papers, client: TestClient) -> None:
    with open_store(papers) as store:
        for line in store.documents():
            text = store.load(line.id).document.text
            page = tree(client, f"/documents/{line.id}")
            for marker in select(page, ".n, .role, .furniture summary, .reading h2.turn"):
                marker.drop_tree()
            shown = "".join(re.findall(r"\w", page.text_content()))
            for paragraph in text.split("\n"):
                assert "".join(re.findall(r"\w", paragraph)) in shown


def test_turns_have_their_speakers_as_headings(client: TestClient, record: str) -> None:
    page = tree(client, record)
    heads = [words(one) for one in select(page, "h2.turn")]
    assert heads[:3] == [
        "Andrey Tolvarin opening · name from the title",
        "Question",
        "Andrey Tolvarin answer",
    ]
    (exchanges,) = [d for d in select(page, "details.about") if "answered" in d.text_content()]
    for link in select(exchanges, "a"):
        assert page.get_element_by_id(link.get("href").rpartition("#")[2]) is not None


def test_each_statement_has_a_number_that_opens_what_is_known_of_it(
    client: TestClient, story: str
) -> None:
    page = tree(client, story)
    numbers = [one.get("data-n") for one in select(page, "a.n")]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    for link in select(page, "a.n"):
        opened = tree(client, link.get("href"))
        (panel,) = select(opened, "aside#statement")
        (open_one,) = select(opened, "a.n[aria-current]")
        assert open_one.get("data-n") == link.get("data-n")
        assert f"Statement {link.get('data-n')}:" in words(panel)
        assert select(opened, ".on.content")


def test_a_statement_says_who_how_and_what_the_record_has(client: TestClient, story: str) -> None:
    (link,) = [
        one
        for one in select(tree(client, story), "a.n")
        if "381 mines" in one.getprevious().text_content()
    ]
    (panel,) = select(tree(client, link.get("href")), "aside#statement")
    told = words(panel)
    assert "Andrei Tolvarin" in told
    assert "the Tamvarian minister" in told
    assert "a direct quotation; said" in told
    assert "altered" in told
    assert "[record only, number: 318" in told
    assert select(panel, 'a[href^="/people/"]')
    assert select(panel, 'a[href^="/utterance?at="]')
    cited = [one.text for one in select(panel, ".citation")]
    assert len(cited) == 10  # of the statement, and of the record that its finding rests on
    assert all("Our engineers found 381 mines" in one for one in cited[:2])


def test_the_chain_of_who_passed_words_on_is_told(client: TestClient, story: str) -> None:
    panels = [select(tree(client, story, statement=n), "#statement")[0] for n in (1, 2)]
    assert "By way of QPA → Andrei Tolvarin" in words(panels[1])


def test_by_itself_a_statement_is_what_the_page_has_beside_the_text(
    client: TestClient, story: str
) -> None:
    (alone,) = tree(client, story, statement=5, only="statement").xpath("//aside")
    (inside,) = select(tree(client, story, statement=5), "aside#statement")
    assert words(alone) == words(inside)


def test_words_that_are_told_have_nothing_to_check_and_are_cited_as_told(
    client: TestClient, story: str
) -> None:
    (panel,) = select(tree(client, story, statement=1), "#statement")
    assert "no words to hold against the record" in words(panel)
    cited = [one.text for one in select(panel, ".citation")]
    assert "Andrei Tolvarin, as The Halvenport Courier tells it: Tamvaria" in cited[0]
    assert not any("“Tamvaria" in one for one in cited)


def test_a_document_can_be_cited(client: TestClient, story: str) -> None:
    cited = [one.text for one in select(tree(client, story), "header .citation")]
    assert len(cited) == 5
    assert all("Forty cubic metres of trust" in one for one in cited[:4])


def test_marks_can_be_switched_off(client: TestClient, story: str) -> None:
    bare = tree(client, story, marks="none")
    assert not select(bare, "#text .content, #text .source, a.n")
    full = tree(client, story, marks="all")
    assert select(full, ".reading.full .source")
    assert client.get(story, params={"marks": "loud"}).status_code == 400


def test_places_in_the_address_are_marked(client: TestClient, record: str) -> None:
    page = tree(client, record, at=["301-320", "848-860,1114-1120"])
    marked = select(page, "mark.at")
    assert len(marked) >= 3
    (first,) = select(page, "#at")
    assert first in marked
    beyond = tree(client, record, at="999990-999999")
    assert "lies beyond the end" in words(beyond)


@pytest.mark.parametrize("given", ["1", "x-3", "9-3", "-", "1-2-3", "٣-٤"])
def test_a_place_that_is_none_is_told_in_one_line(
    client: TestClient, record: str, given: str
) -> None:
    found = client.get(record, params={"at": given})
    assert found.status_code == 400
    assert "Traceback" not in found.text


def test_places_are_read_as_they_are_written() -> None:
    assert places(["1-2", "3-4, 5-6", ""]) == (Span(1, 2), Span(3, 4), Span(5, 6))


def test_furniture_is_folded_away_and_there(client: TestClient, record: str) -> None:
    (folded, *_) = select(tree(client, record), "details.furniture")
    assert folded.get("open") is None
    assert "All news" in folded.text_content()


def test_what_is_known_of_a_document_is_told(client: TestClient, story: str) -> None:
    about = words(select(tree(client, story), "details.about")[0])
    for told in ("Kind story:", "Published", "SHA-256", "Left out by the reader", "Most read"):
        assert told in about


def test_corrections_and_versions_are_told(own_papers, own_client: TestClient) -> None:
    with open_store(own_papers) as store:
        ref = store.find("courier.html")
        store.correct(ref, "author", "Ilse B.", by="Ada")
    about = words(select(tree(own_client, f"/documents/{ref}"), "details.about")[0])
    assert "author: “Ilse B.”" in about
    assert "by Ada" in about


def test_an_older_version_says_that_it_is_out_of_use(own_papers, make_document) -> None:
    make_document("The pier is open.", ref="pier", url="https://example.org/pier")
    make_document("The pier is shut.", ref="pier", url="https://example.org/pier")
    with TestClient(create_app(Settings(own_papers)), base_url="http://127.0.0.1") as client:
        page = tree(client, "/documents/pier")
        assert "out of use" in words(page)
        (newer,) = select(page, ".note.bad a")
        assert "The pier is shut." in words(tree(client, newer.get("href")))


def test_whatever_a_document_says_is_shown_as_text(own_papers, make_document) -> None:
    make_document(HOSTILE, ref="h/o?s#t", kind=Kind.STORY, title="<script>alert(3)</script>")
    with TestClient(create_app(Settings(own_papers)), base_url="http://127.0.0.1") as client:
        for query in ({}, {"statement": 1}, {"at": "3-20"}, {"marks": "all"}):
            found = client.get("/documents/h%2Fo%3Fs%23t", params=query)
            assert found.status_code == 200
            assert "<script>alert" not in found.text
            assert "<img" not in found.text
            assert unescape(found.text).count("<b>hold</b>") >= 1


def test_a_long_document_comes_in_parts_that_are_the_whole(own_papers, make_document) -> None:
    paragraphs = [f'Orla Venn said pier {n} was "open at {n}" on that day.' for n in range(4_000)]
    make_document("\n\n".join(paragraphs), ref="long", kind=Kind.STORY)
    with TestClient(create_app(Settings(own_papers)), base_url="http://127.0.0.1") as client:
        link, seen, parts = "/documents/long", "", 0
        while link:
            answer = client.get(link)
            assert len(answer.content) < 1_000_000
            page = html.fromstring(answer.text)
            seen += words(select(page, "#main")[0])
            link = next((a.get("href") for a in select(page, ".pager a[rel=next]")), "")
            parts += 1
        assert parts > 3
        assert [n for n in range(4_000) if f"pier {n} was" not in seen] == []
        late = tree(client, "/documents/long", statement=3_000)
        assert select(late, "#statement")
        assert "Part" in words(late)


def test_a_text_that_is_one_line_comes_in_parts_of_bounded_size_too(
    own_papers, make_document
) -> None:
    make_document("pier and dam " * 20_000, ref="line")
    with TestClient(create_app(Settings(own_papers)), base_url="http://127.0.0.1") as client:
        for start in (0, 130_000, 259_000):
            found = client.get("/documents/line", params={"from": start})
            assert len(found.content) < 100_000


@pytest.fixture
def make_document(own_papers):
    """A function that adds a document of these words to the store of one test."""
    import hashlib

    from onrecord import pipeline
    from onrecord.model import Document, Provenance

    def made(text: str, *, ref: str, **given: object) -> Store:
        digest = hashlib.sha256(text.encode()).hexdigest()
        document = Document(ref, text, Provenance(digest, "plain", "1"), **given)
        with open_store(own_papers) as store:
            store.add(pipeline.read_document(document), text.encode())
            return store

    return made
