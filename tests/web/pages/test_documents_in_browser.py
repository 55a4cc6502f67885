"""Documents and utterances in a browser: by keyboard, on a phone, without scripts, on paper."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page
from tests.web.looking import (
    assert_accessible,
    assert_fits,
    assert_reached_by_keyboard,
    text_of,
    without_scripts,
)

STORY, RECORD = "/documents/courier.html", "/documents/tamvaria-ministry.txt"
MINES = "/utterance?" + urlencode({"quote": "Our engineers found 381 mines there last autumn"})


@pytest.mark.parametrize(
    "path",
    [
        "/documents",
        "/documents?kind=story&order=oldest",
        "/documents?title=nothing+like+it",
        STORY,
        f"{STORY}?statement=9&marks=all",
        f"{RECORD}?at=301-559",
        f"{RECORD}?marks=none",
        "/utterance",
        MINES,
        "/utterance?quote=nobody+has+these+words+at+all",
    ],
)
def test_every_state_can_be_read_by_everyone(site: str, browser_page: Page, path: str) -> None:
    browser_page.goto(f"{site}{path}")
    assert_accessible(browser_page)
    assert_fits(browser_page)


def test_a_statement_opens_beside_the_text_without_a_new_page(
    site: str, browser_page: Page
) -> None:
    browser_page.goto(f"{site}{STORY}")
    browser_page.evaluate("window.same = true")
    browser_page.click("a.n >> nth=4")
    browser_page.wait_for_selector("#statement")
    assert "statement=5" in browser_page.url
    assert browser_page.evaluate("window.same")
    assert text_of(browser_page, "#statement-head") == "Statement 5: Mirelle Osgarth"
    assert browser_page.evaluate("document.activeElement.id") == "statement"
    text = browser_page.locator("#text > p").first.bounding_box()
    panel = browser_page.locator("#statement").bounding_box()
    assert text
    assert panel
    assert panel["x"] > text["x"] + text["width"]
    assert_accessible(browser_page)
    browser_page.go_back()
    browser_page.wait_for_selector("#statement", state="detached")
    browser_page.go_forward()
    browser_page.wait_for_selector("#statement")


def test_marked_words_open_their_statement_too(site: str, browser_page: Page) -> None:
    browser_page.goto(f"{site}{STORY}")
    browser_page.click("#text .content.direct >> nth=0")
    browser_page.wait_for_selector("#statement")
    assert browser_page.locator(".on.content").count() >= 1


def test_by_keyboard_a_statement_is_opened_read_and_closed(site: str, browser_page: Page) -> None:
    browser_page.goto(f"{site}{STORY}")
    assert_reached_by_keyboard(browser_page, "a.n")
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_selector("#statement")
    assert_reached_by_keyboard(browser_page, "#statement a")
    browser_page.keyboard.press("Escape")
    browser_page.wait_for_selector("#statement", state="detached")
    assert browser_page.evaluate("document.activeElement.matches('a.n')")
    assert "statement=" not in browser_page.url


def test_the_next_statement_is_one_step_away(site: str, browser_page: Page) -> None:
    browser_page.goto(f"{site}{STORY}?statement=5#statement")
    browser_page.click("#statement a[rel=next]")
    browser_page.wait_for_selector("#statement-head:has-text('Statement 6')")
    assert browser_page.locator("#statement").count() == 1
    assert browser_page.locator("a.n[aria-current]").count() == 1


def test_without_scripts_a_statement_opens_below_its_words_on_a_phone(
    site: str, browser: Browser
) -> None:
    with without_scripts(browser) as page:
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(f"{site}{STORY}")
        page.click("a.n >> nth=4")
        panel = page.locator("#statement").bounding_box()
        words = page.locator(".on.content").bounding_box()
        assert panel
        assert words
        assert panel["y"] > words["y"]
        assert panel["width"] <= 360
        page.click("#statement a.close")
        assert page.locator("#statement").count() == 0
        assert page.url.endswith("#s5")


def test_a_place_in_the_address_is_on_the_screen(site: str, browser_page: Page) -> None:
    browser_page.goto(f"{site}{RECORD}?at=3400-3450#at")
    browser_page.wait_for_function(
        "() => {"
        " const box = document.querySelector('#at').getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight; }"
    )


def test_a_document_is_printed_without_what_only_a_screen_needs(
    site: str, browser_page: Page
) -> None:
    browser_page.goto(f"{site}{STORY}")
    browser_page.emulate_media(media="print")
    assert not browser_page.locator("nav.switch").is_visible()
    assert browser_page.locator("#text > p").first.is_visible()


def test_a_chain_is_drawn_for_the_width_there_is(site: str, browser_page: Page) -> None:
    browser_page.goto(f"{site}{MINES}")
    assert browser_page.locator(".drawn.wide svg").is_visible()
    assert not browser_page.locator(".drawn.narrow svg").is_visible()
    browser_page.set_viewport_size({"width": 360, "height": 740})
    assert browser_page.locator(".drawn.narrow svg").is_visible()
    assert not browser_page.locator(".drawn.wide svg").is_visible()


def test_a_chain_is_traced_without_scripts(site: str, browser: Browser) -> None:
    with without_scripts(browser) as page:
        page.goto(f"{site}/utterance")
        page.fill("#quote", "Our engineers found 381 mines there last autumn")
        page.click("button[type=submit]")
        assert page.locator(".hops tbody tr").count() == 3
