"""Documents added by the page."""

import re
from html import unescape

import pytest
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient
from tests.web.looking import assert_accessible, assert_fits, without_scripts

TALK = b"Opening of the lock, 4 May 2023\n\nORLA VENN: The lock is open. It stays open until dusk."
STORY = b"VELDA, May 5 (NPA) - The lock is open, Orla Venn said on Thursday.\n"


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", html)))


def test_files_are_added_and_those_that_fail_say_why(own_client: TestClient) -> None:
    several = [
        ("files", ("talk.txt", TALK)),
        ("files", ("empty.txt", b"")),
        ("files", ("C:\\papers\\story.txt", STORY)),
    ]
    told = own_client.post("/add", files=several)
    assert told.status_code == 200
    assert words(told.text).count("added:") == 3
    assert "not added: empty.txt:" in words(told.text)
    again = own_client.post("/add", files=several[:1])
    assert "held already" in words(again.text)


def test_what_was_added_can_be_checked_at_once(own_client: TestClient) -> None:
    form = {"text": TALK.decode(), "kind": "transcript", "published": "2023-05-04"}
    assert own_client.post("/add", data=form).status_code == 200
    found = own_client.get("/", params={"quote": "It stays open until dusk", "speaker": "Venn"})
    assert '<span class="finding verbatim">' in found.text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "choose a file"),
        ({"text": "It is shut.", "published": "soon"}, "soon"),
        ({"text": "It is shut.", "kind": "poem"}, "poem"),
    ],
)
def test_what_cannot_be_added_is_told_and_the_form_kept(
    own_client: TestClient, form: dict[str, str], told: str
) -> None:
    found = own_client.post("/add", data=form)
    assert found.status_code == 400
    assert told in words(found.text)
    assert form.get("text", "") in found.text


def test_a_name_that_is_markup_is_shown_as_text(own_client: TestClient) -> None:
    files = [("files", ("<img src=x>.txt", b"\x00\x01\x02"))]
    found = own_client.post("/add", files=files, data={"fragment": "true"})
    assert "<img" not in found.text


def test_files_are_sent_one_by_one_with_their_progress(own_site: str, browser_page: Page) -> None:
    browser_page.goto(f"{own_site}/add")
    assert_accessible(browser_page)
    files = [
        {"name": "talk.txt", "mimeType": "text/plain", "buffer": TALK},
        {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
    ]
    browser_page.set_input_files("#files", files)
    browser_page.click("button[type=submit]")
    browser_page.wait_for_selector("#progress:has-text('2 files done.')")
    assert browser_page.locator("#lines li").count() == 2
    assert browser_page.locator("#lines .bad").count() == 1
    assert_accessible(browser_page)
    assert_fits(browser_page)


def test_a_file_is_added_without_scripts(own_site: str, browser: Browser) -> None:
    with without_scripts(browser) as page:
        page.goto(f"{own_site}/add")
        page.set_input_files(
            "#files", {"name": "talk.txt", "mimeType": "text/plain", "buffer": TALK}
        )
        page.click("button[type=submit]")
        assert page.locator("#lines .good").count() == 1
