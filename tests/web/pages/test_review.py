"""The review page by its forms: decisions are kept, undone, and told to those who come late."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient
from tests.web.doubting import add_doubtful, doubt_of, rulings_of

from onrecord.model.rulings import RulingKind, Sort
from onrecord.stores import open_store


@pytest.fixture
def own_papers(own_papers: Path) -> Path:
    """The sample corpus and papers with one thing to doubt in each."""
    return add_doubtful(own_papers)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html)))


def test_the_queue_begins_with_the_most_doubtful_and_shows_its_words(
    own_client: TestClient,
) -> None:
    found = own_client.get("/review")
    assert found.status_code == 200
    assert "the document has" in words(found.text)
    assert ">&#34;It was never safe,&#34;</mark>" in found.text


@pytest.mark.parametrize("kind", list(Sort))
def test_each_kind_has_an_address_of_its_own(own_client: TestClient, kind: Sort) -> None:
    found = own_client.get("/review", params={"kind": kind})
    assert found.status_code == 200
    assert re.search(rf'aria-current="true">{kind} \d', found.text)


def test_an_unknown_kind_or_doubt_is_told(own_client: TestClient) -> None:
    assert own_client.get("/review", params={"kind": "doubts"}).status_code == 400
    found = own_client.get("/review", params={"at": "000000000000"})
    assert found.status_code == 404
    assert "no doubt with this id is open" in words(found.text)
    assert own_client.post("/review/000000000000", data={"do": "accept"}).status_code == 404
    assert own_client.post("/review/undo/000000000000").status_code == 404


def test_a_speaker_is_changed_and_the_page_leads_on(
    own_client: TestClient, own_papers: Path
) -> None:
    ref = doubt_of(own_papers, "surname")
    form = {"do": "change", "who": "=Ann Bell", "by": "Ed Øst", "note": "heard it"}
    found = own_client.post(f"/review/{ref}", data=form, follow_redirects=False)
    assert found.status_code == 303
    assert rulings_of(own_papers) == [(RulingKind.SPEAKER, "Ann Bell", "Ed Øst")]
    page = own_client.get(found.headers["location"])
    assert "The speaker is Ann Bell" in words(page.text)
    assert 'value="Ed Øst"' in page.text
    check = own_client.get("/", params={"quote": "It was never safe", "speaker": "Ann Bell"})
    assert "misattributed" not in check.text


def test_what_was_done_is_undone_and_doubted_again(
    own_client: TestClient, own_papers: Path
) -> None:
    ref = doubt_of(own_papers, "surname")
    found = own_client.post(f"/review/{ref}", data={"do": "reject"}, follow_redirects=False)
    (done,) = (parse_qs(urlsplit(found.headers["location"]).query)["done"],)
    back = own_client.post(f"/review/undo/{done[0]}", follow_redirects=False)
    assert parse_qs(urlsplit(back.headers["location"]).query)["at"] == [ref]
    assert rulings_of(own_papers) == []
    again = own_client.post(f"/review/undo/{done[0]}")
    assert again.status_code == 409
    assert "was taken back" in words(again.text)


def test_who_comes_late_is_told_who_settled_it(own_client: TestClient, own_papers: Path) -> None:
    ref = doubt_of(own_papers, "surname")
    own_client.post(f"/review/{ref}", data={"do": "accept", "by": "Ann"})
    late = own_client.post(f"/review/{ref}", data={"do": "reject", "by": "Ed"})
    assert late.status_code == 409
    assert "settled meanwhile by Ann" in words(late.text)
    assert len(rulings_of(own_papers)) == 1
    assert "no longer open" in words(own_client.get("/review", params={"at": ref}).text)


@pytest.mark.parametrize(
    "form", [{}, {"do": "change"}, {"do": "change", "who": "else"}, {"do": "sing"}]
)
def test_a_form_that_says_nothing_changes_nothing(
    own_client: TestClient, own_papers: Path, form: dict[str, str]
) -> None:
    found = own_client.post(f"/review/{doubt_of(own_papers, 'surname')}", data=form)
    assert found.status_code == 400
    assert "choose" in words(found.text)
    assert rulings_of(own_papers) == []


def test_a_written_name_and_nobody_are_answers(own_client: TestClient, own_papers: Path) -> None:
    ref = doubt_of(own_papers, "surname")
    own_client.post(f"/review/{ref}", data={"do": "change", "who": "", "name": "<b>Bo</b>"})
    assert rulings_of(own_papers)[0][1] == "<b>Bo</b>"
    log = own_client.get("/review/decided")
    assert "<b>Bo</b>" not in log.text
    assert "The speaker is <b>Bo</b>" in unescape(log.text)


def test_a_turn_is_parted_where_and_between_whom_the_form_says(
    own_client: TestClient, own_papers: Path
) -> None:
    ref = doubt_of(own_papers, "question_inside")
    form = {"do": "change", "place": "x", "first": "Ann Bell", "second": "Bo Crane"}
    own_client.post(f"/review/{ref}", data=form)
    with open_store(own_papers) as store:
        assert "Bo Crane" in {turn.speaker for turn in store.load("talk.txt").structure.turns}


def test_the_log_has_every_decision_with_a_way_back(
    own_client: TestClient, own_papers: Path
) -> None:
    assert "Nothing was decided yet" in own_client.get("/review/decided").text
    own_client.post(f"/review/{doubt_of(own_papers, 'names')}", data={"do": "reject", "by": "Ed"})
    log = own_client.get("/review/decided").text
    assert "are two people" in words(log)
    (undo,) = re.findall(r'action="(/review/undo/\w+)"', log)
    own_client.post(undo)
    assert "Taken back:" in words(own_client.get("/review/decided").text)


def test_another_site_cannot_decide(own_client: TestClient, own_papers: Path) -> None:
    ref = doubt_of(own_papers, "surname")
    headers = {"sec-fetch-site": "cross-site"}
    found = own_client.post(f"/review/{ref}", data={"do": "accept"}, headers=headers)
    assert found.status_code == 403
    assert rulings_of(own_papers) == []


def test_how_far_the_looking_is_never_counts_a_document_twice(
    own_client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.web.pages.review._look", lambda store, sort: (17, 22))
    page = own_client.get("/review").text
    assert "77 % of the way" in page
    assert "22 documents" not in page
