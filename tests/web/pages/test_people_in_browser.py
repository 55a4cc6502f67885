"""People and processes in a browser: by keyboard, on a phone, without scripts, in print."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.web.conftest import Served
from tests.web.looking import (
    NARROW,
    assert_accessible,
    assert_fits,
    assert_reached_by_keyboard,
    text_of,
    without_scripts,
)
from tests.web.pages.test_people import ROSTER

import examples
from onrecord.rosters import read_roster
from onrecord.stores import open_store
from onrecord.web import Settings

PROFILE = Path(examples.__file__).parent / "ossimere.toml"
MINISTER = "/people/Andrey%20Tolvarin"


@pytest.fixture(scope="module")
def talks(serve: Served, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a server over the sample corpus with a roster and a profile."""
    path = tmp_path_factory.mktemp("talks") / "talks.db"
    with open_store(path) as store:
        examples.fill(store)
        store.keep_roster("own", read_roster(ROSTER.encode()))
    return serve(Settings(path, profiles=(PROFILE,)))


@pytest.mark.parametrize(
    "to",
    [
        "/people",
        "/people?name=Nobody",
        MINISTER,
        f"{MINISTER}?when=2023-04&publisher=unknown&findings=1",
        "/processes",
        "/processes/ossimere",
        "/processes/ossimere?part=roles",
        "/processes/ossimere?part=positions",
        "/processes/ossimere?part=all",
    ],
)
def test_each_page_is_accessible_and_fits_a_phone(talks: str, browser_page: Page, to: str) -> None:
    browser_page.goto(f"{talks}{to}")
    browser_page.wait_for_selector("main:not(:has([role=status]))", timeout=60_000)
    assert_accessible(browser_page)
    assert_fits(browser_page)
    browser_page.set_viewport_size(NARROW)
    assert_accessible(browser_page)


def test_words_are_narrowed_from_the_keyboard(talks: str, browser_page: Page) -> None:
    browser_page.goto(f"{talks}{MINISTER}")
    assert_reached_by_keyboard(browser_page, "#when", most=120)
    browser_page.keyboard.type("2023-04")
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**when=2023-04**")
    assert "1 to 13 of 13" in text_of(browser_page, "main")
    browser_page.get_by_role("link", name="2023-04 take away").press("Enter")
    browser_page.wait_for_url(lambda url: "when" not in url)


def test_everything_is_read_without_scripts(talks: str, browser: Browser) -> None:
    with without_scripts(browser) as page:
        page.goto(f"{talks}/people")
        page.get_by_role("link", name="Andrey Tolvarin").click()
        page.get_by_text("The same as a table").first.click()
        page.get_by_role("link", name="Apr 2023").click()
        assert "of 13" in text_of(page, "main")
        page.goto(f"{talks}/processes")
        page.get_by_role("link", name="Ossimere process").click()
        page.wait_for_selector("svg", timeout=60_000)
        page.get_by_role("link", name="Meetings", exact=False).first.click()
        assert "fourth round" in text_of(page, "main")


def test_a_table_links_a_line_of_another_part(talks: str, browser_page: Page) -> None:
    browser_page.goto(f"{talks}/processes/ossimere")
    browser_page.wait_for_selector(".blocks table a", timeout=60_000)
    browser_page.locator(".blocks table a").first.click()
    browser_page.wait_for_selector(".line:target")


def test_a_dossier_is_taken_along(talks: str, browser_page: Page) -> None:
    browser_page.goto(f"{talks}/processes/ossimere")
    browser_page.wait_for_selector(".files", timeout=60_000)
    with browser_page.expect_download() as taken:
        browser_page.get_by_role("link", name="CSV").click()
    assert taken.value.suggested_filename == "ossimere.csv"


def test_print_has_what_is_said_and_no_controls(talks: str, browser_page: Page) -> None:
    browser_page.goto(f"{talks}/processes/ossimere?part=all")
    browser_page.wait_for_selector(".blocks", timeout=60_000)
    browser_page.emulate_media(media="print")
    assert not browser_page.locator("nav.parts").is_visible()
    assert not browser_page.locator("#as_of").is_visible()
    assert browser_page.locator(".chart svg").first.is_visible()
    folded = browser_page.locator(".evidence details, .line details")
    assert all(one.locator("ul").is_visible() for one in folded.all())
