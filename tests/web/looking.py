"""What every page is held to in a browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROW = {"width": 360, "height": 740}


def assert_accessible(page: Page) -> None:
    """Axe-core finds no violation, in light and in dark."""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES).response["violations"]
        told = [f"{one['id']}: {[node['html'][:200] for node in one['nodes']]}" for one in found]
        assert not told, (scheme, told)


def assert_fits(page: Page) -> None:
    """Nothing has to be scrolled sideways on a phone."""
    before = page.viewport_size
    page.set_viewport_size(NARROW)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= NARROW["width"], f"{wide} pixels wide"
    if before:
        page.set_viewport_size(before)


@contextmanager
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def assert_reached_by_keyboard(page: Page, selector: str, *, most: int = 60) -> None:
    """The Tab key leads to an element, which then can be seen to have the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement?.matches(s) ?? false", selector):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none"
            return
    raise AssertionError(f"{most} times Tab do not lead to {selector}")


def text_of(page: Page, selector: str) -> str:
    """The words of an element, white space as one blank each."""
    return re.sub(r"\s+", " ", page.locator(selector).inner_text()).strip()
