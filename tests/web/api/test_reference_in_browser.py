"""The reference of the API in a browser."""

import pytest
from playwright.sync_api import Page
from tests.web.looking import assert_accessible, assert_fits


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_reference_is_accessible_and_fits_a_small_screen(
    browser_page: Page, site: str, scheme: str
) -> None:
    browser_page.emulate_media(color_scheme=scheme)
    browser_page.goto(f"{site}/api")
    assert_accessible(browser_page)
    browser_page.set_viewport_size({"width": 360, "height": 740})
    assert_fits(browser_page)


def test_an_operation_leads_to_what_it_answers(browser_page: Page, site: str) -> None:
    browser_page.goto(f"{site}/api")
    browser_page.get_by_role("link", name="DocumentsPage").first.click()
    assert browser_page.url.endswith("#shape-DocumentsPage")
    browser_page.get_by_text("Example: asked and answered").first.click()
    assert browser_page.locator("pre").first.is_visible()
