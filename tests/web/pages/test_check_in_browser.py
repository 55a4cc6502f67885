"""The Check page in a browser: by keyboard, on a phone, without scripts, for screen readers."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page
from tests.web.looking import (
    assert_accessible,
    assert_fits,
    assert_reached_by_keyboard,
    without_scripts,
)

QUOTE = {"quote": "We have accepted a fixed quota", "speaker": "Osgarth", "date": "2023-03-02"}
TEXT = (
    "“We have not accepted a fixed quota,” Mirelle Osgarth said on Thursday. She added: “All "
    "twelve pumping stations will open in April.” Tolvarin said that “nobody has signed anything”."
)


def test_a_quotation_is_typed_and_its_finding_read(site: str, browser_page: Page) -> None:
    browser_page.goto(f"{site}/")
    assert_accessible(browser_page)
    assert_reached_by_keyboard(browser_page, "#quote")
    browser_page.keyboard.type(QUOTE["quote"])
    browser_page.keyboard.press("Tab")
    browser_page.keyboard.type(QUOTE["speaker"])
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_selector("article .finding")
    assert browser_page.locator("article .finding").first.inner_text() == "altered"
    assert "quote=We+have" in browser_page.url
    assert_accessible(browser_page)
    assert_fits(browser_page)


def test_a_finding_is_the_same_without_scripts(site: str, browser: Browser) -> None:
    with without_scripts(browser) as page:
        page.goto(f"{site}/")
        page.fill("#quote", QUOTE["quote"])
        page.fill("#speaker", QUOTE["speaker"])
        page.click("button[type=submit]")
        assert page.locator("article .finding").first.inner_text() == "altered"


def test_the_quotations_of_a_text_lead_to_their_findings(site: str, browser_page: Page) -> None:
    browser_page.goto(f"{site}/?{urlencode({'quote': TEXT, 'date': '2023-03-02'})}")
    assert browser_page.locator("article").count() == 3
    browser_page.click(".pasted a >> nth=1")
    browser_page.wait_for_function("document.activeElement.id === 'finding-2'")
    assert_accessible(browser_page)
    assert_fits(browser_page)


def test_a_finding_can_be_printed(site: str, browser_page: Page) -> None:
    browser_page.goto(f"{site}/?{urlencode(QUOTE)}")
    browser_page.emulate_media(media="print")
    assert not browser_page.locator("form").is_visible()
    assert browser_page.locator("article .finding").first.is_visible()


def test_the_picture_of_the_readme_is_taken_here(
    site: str, browser_page: Page, picture: Callable[[str], Path]
) -> None:
    browser_page.set_viewport_size({"width": 1000, "height": 900})
    browser_page.goto(f"{site}/?{urlencode(QUOTE)}")
    browser_page.locator("#finding-1").scroll_into_view_if_needed()
    browser_page.evaluate("scrollTo(0, document.querySelector('#ask').offsetTop)")
    assert picture("check").stat().st_size > 10_000


def test_the_findings_are_explained_on_a_page_of_their_own(site: str, browser_page: Page) -> None:
    browser_page.goto(f"{site}/")
    browser_page.click("footer a >> text=What the findings mean")
    browser_page.wait_for_selector("section#promoted")
    assert_accessible(browser_page)
    assert_fits(browser_page)


def test_what_is_printed_is_dark_on_light_whatever_the_screen_is(
    site: str, browser_page: Page
) -> None:
    browser_page.emulate_media(media="print", color_scheme="dark")
    browser_page.goto(f"{site}/?{urlencode(QUOTE)}")
    for marked in (".around mark", ".edit.minus", "article .finding"):
        found = browser_page.locator(marked).first
        back = found.evaluate("one => getComputedStyle(one).backgroundColor")
        shades = [int(shade) for shade in back.removeprefix("rgb(").rstrip(")").split(",")]
        assert min(shades) > 150, marked
