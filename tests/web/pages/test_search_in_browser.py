"""The Search page in a browser: by keyboard, on a phone, without scripts, for screen readers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.web.looking import (
    assert_accessible,
    assert_fits,
    assert_reached_by_keyboard,
    text_of,
    without_scripts,
)

VIEWS = {
    "nothing": "/search",
    "list": "/search?q=water&findings=1",
    "sentences": "/search?q=water&unit=sentences&from=2023&to=2023",
    "in context": "/search?q=water&unit=sentences&view=kwic",
    "none": "/search?q=zeppelin&speaker=Osgarth",
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_accessible_and_fits_a_phone(site: str, browser_page: Page, view: str):
    browser_page.goto(f"{site}{VIEWS[view]}")
    assert_accessible(browser_page)
    assert_fits(browser_page)


def test_a_search_is_made_and_narrowed_by_keyboard(site: str, browser_page: Page):
    browser_page.goto(f"{site}/search")
    assert_reached_by_keyboard(browser_page, "#q")
    browser_page.keyboard.type("water")
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_selector(".hit")
    before = text_of(browser_page, "#hits-head")
    assert_reached_by_keyboard(browser_page, ".facets a", most=120)
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_selector(".chips .chip")
    assert text_of(browser_page, "#hits-head") != before
    assert_reached_by_keyboard(browser_page, ".chips a")
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_selector(".chips", state="detached")
    assert text_of(browser_page, "#hits-head") == before


def test_it_works_without_scripts(site: str, browser: Browser):
    with without_scripts(browser) as page:
        page.goto(f"{site}/search")
        page.fill("#q", "water")
        page.check("input[name=unit][value=sentences]")
        page.click("button[type=submit]")
        assert page.locator(".hit mark").first.inner_text() == "water"
        page.click("text=In context")
        assert page.locator(".kwic mark").count() > 3


def test_matches_stand_in_one_column_on_a_phone_too(site: str, browser_page: Page):
    for width in (1280, 360):
        browser_page.set_viewport_size({"width": width, "height": 800})
        browser_page.goto(f"{site}{VIEWS['in context']}")
        left = "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
        places = browser_page.locator(".kwic mark").evaluate_all(left)
        assert len(places) > 3
        assert max(places) - min(places) <= 2


def test_the_lines_are_a_table_to_a_screen_reader_on_a_phone_too(site: str, browser_page: Page):
    browser_page.set_viewport_size({"width": 360, "height": 800})
    browser_page.goto(f"{site}{VIEWS['in context']}")
    table = browser_page.get_by_role("table")
    assert table.get_by_role("columnheader").count() == 4
    assert table.get_by_role("row").nth(1).get_by_role("cell").count() == 4


def test_the_pictures_of_the_docs_are_taken_here(
    site: str, browser_page: Page, picture: Callable[[str], Path]
):
    browser_page.set_viewport_size({"width": 1100, "height": 900})
    for name, view in (("search", "list"), ("in-context", "in context")):
        browser_page.goto(f"{site}{VIEWS[view]}")
        assert picture(name).stat().st_size > 10_000
