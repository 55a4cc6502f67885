"""The Check page as it is sent, without a browser."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from onrecord.web.carrying import pack, unpack

QUOTE = {"quote": "We have accepted a fixed quota", "speaker": "Osgarth", "date": "2023-03-02"}
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> “We have \u202eaccepted\x00 it”"


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", html)))


def test_a_quotation_has_its_finding_with_both_sides(client: TestClient) -> None:
    found = client.get("/", params=QUOTE)
    assert found.status_code == 200
    assert '<span class="finding altered">altered</span>' in found.text
    assert "[record only, negation: not" in words(found.text)
    assert "Mirelle Osgarth" in found.text


def test_asking_leads_to_an_address_that_gives_the_same(client: TestClient) -> None:
    asked = client.post("/", data=QUOTE, follow_redirects=False)
    assert asked.status_code == 303
    assert client.get(asked.headers["Location"]).text == client.get("/", params=QUOTE).text


def test_of_a_text_each_quotation_is_checked(client: TestClient) -> None:
    text = (
        "Osgarth was blunt. “We have not accepted a fixed quota,” Mirelle Osgarth said, "
        "and she added: “We have accepted a season of trial.” Nobody clapped."
    )
    found = client.get("/", params={"quote": text, "date": "2023-03-02"})
    assert "2 quotations" in words(found.text)
    assert 'href="#finding-2"' in found.text
    assert 'id="finding-2"' in found.text


def test_a_long_text_has_an_address_too(client: TestClient) -> None:
    text = "The envoy spoke for an hour about water. " * 400 + "“It is shut,” Orla Venn said."
    asked = client.post("/", data={"quote": text}, follow_redirects=False)
    location = asked.headers["Location"]
    assert len(location) < 1_000
    assert unpack(re.search(r"z=([\w-]+)", location)[1]) == text
    assert "1 quotation" in words(client.get(location).text)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"quote": "…"}, "no word"),
        ({"quote": "It is shut", "date": "soon"}, "soon"),
        ({"quote": "It is shut", "style": "mla"}, "mla"),
        ({"quote": "It is shut", "as": "poem"}, "poem"),
        ({"z": "%%%"}, "missing"),
        ({"z": pack("x" * 600_000)}, "at most"),
        ({"z": pack("the water is shared " * 600)}, "the longest that is checked has 10,000"),
    ],
)
def test_what_cannot_be_checked_is_told_in_one_line(
    client: TestClient, given: dict[str, str], told: str
) -> None:
    found = client.get("/", params=given)
    assert found.status_code == 400
    assert told in words(found.text)
    assert "Traceback" not in found.text


def test_whatever_is_pasted_is_shown_as_text(client: TestClient) -> None:
    for way in ("", "quotation", "text"):
        found = client.get("/", params={"quote": HOSTILE, "speaker": HOSTILE, "as": way})
        assert found.status_code == 200
        assert "<script>alert" not in found.text
        assert "<img" not in found.text
        assert "\x00" not in found.text


def test_a_stylebook_says_what_it_does_not_allow(client: TestClient) -> None:
    given = {"quote": "we have [accepted] a season of trial", "style": "ap"}
    assert "AP" in words(client.get("/", params=given).text)


def test_an_empty_database_says_so(tmp_path) -> None:
    from onrecord.web import Settings, create_app

    with TestClient(create_app(Settings(tmp_path / "new.db")), base_url="http://localhost") as new:
        assert "Nothing is held yet" in words(new.get("/").text)


def test_pages_that_are_not_there_say_so(client: TestClient) -> None:
    found = client.get("/nowhere")
    assert found.status_code == 404
    assert "there is no such page" in words(found.text)


def test_the_record_can_be_cited(client: TestClient) -> None:
    shown = words(client.get("/", params=QUOTE).text)
    assert "BibTeX" in shown
    assert "CSL-JSON" in shown
    nothing = {"quote": "Nobody ever drowned in a conference room.", "speaker": "Tolvarin"}
    assert "BibTeX" not in words(client.get("/", params=nothing).text)
