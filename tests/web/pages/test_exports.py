"""A document as a file, in the forms that can hold it."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from onrecord.exports import FORMS

RECORD = "cb56c4d195ce"


def offered(client: TestClient) -> list[str]:
    """The addresses of the files that a document's page offers."""
    page = client.get(f"/documents/{RECORD}").text
    return [unescape(one) for one in re.findall(r'href="(/exports/[^"]+)" download', page)]


def test_every_form_that_is_offered_comes_as_a_file_of_its_type_and_name(
    client: TestClient,
) -> None:
    links = offered(client)
    assert len(links) > 6
    for link in links:
        form = FORMS[link.removeprefix("/exports/").partition("?")[0]]
        file = client.get(link)
        assert file.status_code == 200, link
        assert file.headers["content-type"].partition(";")[0] == form.media_type
        named = f"attachment; filename*=UTF-8''{RECORD}.{form.extension}"
        assert file.headers["content-disposition"] == named
        assert file.content


def test_a_transcript_without_times_is_not_offered_as_cues_and_says_why(client: TestClient) -> None:
    assert not [link for link in offered(client) if "webvtt" in link]
    asked = client.get("/exports/webvtt", params={"document": RECORD})
    assert asked.status_code == 400
    assert "no times are known" in asked.text


@pytest.mark.parametrize("form", ["hugging-face", "papyrus"])
def test_a_form_that_no_file_has_is_not_found(client: TestClient, form: str) -> None:
    assert client.get(f"/exports/{form}", params={"document": RECORD}).status_code == 404


def test_a_document_that_is_not_held_is_not_found(client: TestClient) -> None:
    assert client.get("/exports/tei", params={"document": "nowhere"}).status_code == 404
