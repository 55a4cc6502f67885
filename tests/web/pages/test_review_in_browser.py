"""The review page in a browser: by keys alone, on a phone, without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.web.doubting import add_doubtful, doubt_of, rulings_of
from tests.web.looking import assert_accessible, assert_fits, text_of, without_scripts

from onrecord import reviewing
from onrecord.model.rulings import RulingKind
from onrecord.stores import open_store


@pytest.fixture
def own_papers(own_papers: Path) -> Path:
    """The sample corpus and papers with one thing to doubt in each."""
    return add_doubtful(own_papers)


def test_every_kind_of_doubt_is_accessible_and_fits_a_phone(
    own_site: str, own_papers: Path, browser_page: Page
) -> None:
    for rule in ("surname", "question_inside", "names", "paraphrase"):
        browser_page.goto(f"{own_site}/review?at={doubt_of(own_papers, rule)}")
        assert_accessible(browser_page)
        assert_fits(browser_page)


def test_by_keys_alone_one_accepts_undoes_changes_and_moves(
    own_site: str, own_papers: Path, browser_page: Page
) -> None:
    page = browser_page
    page.goto(f"{own_site}/review?kind=speakers")
    first = text_of(page, "#doubt")
    page.keyboard.press("j")
    page.wait_for_url("**at=*")
    assert text_of(page, "#doubt") != first
    page.keyboard.press("k")
    page.wait_for_function("() => document.querySelector('.pager [rel=prev]') === null")
    assert text_of(page, "#doubt") == first
    page.keyboard.press("a")
    page.wait_for_selector("[role=status]:has-text('It is right as it was read')")
    page.keyboard.press("u")
    page.wait_for_selector("[role=status]:has-text('Taken back')")
    assert rulings_of(own_papers) == []
    assert text_of(page, "#doubt") == first
    page.keyboard.press("c")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]:has-text('The speaker is Ann Bell')")
    assert rulings_of(own_papers) == [(RulingKind.SPEAKER, "Ann Bell", "")]
    assert_accessible(page)
    page.keyboard.press("r")
    page.wait_for_selector("[role=status]:has-text('Nobody makes a statement there')")


def test_keys_are_shown_and_can_be_switched_off(
    own_site: str, own_papers: Path, browser_page: Page
) -> None:
    page = browser_page
    page.goto(f"{own_site}/review")
    page.keyboard.press("?")
    assert page.locator("#keys-on").is_visible()
    assert_accessible(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert not page.locator(".keyed").first.is_visible()
    page.reload()
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert rulings_of(own_papers) == []


def test_keys_do_nothing_while_a_name_is_written(
    own_site: str, own_papers: Path, browser_page: Page
) -> None:
    page = browser_page
    page.goto(f"{own_site}/review?at={doubt_of(own_papers, 'surname')}")
    page.fill("#name", "Bo Crane")
    page.focus("#name")
    page.keyboard.type(" Junior")
    assert page.locator('input[value="else"]').is_checked()
    page.focus("#note")
    page.keyboard.type("arc")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert rulings_of(own_papers) == []
    page.focus("#name")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")
    assert rulings_of(own_papers) == [(RulingKind.SPEAKER, "Bo Crane Junior", "")]


def test_without_scripts_forms_do_all_of_it(
    own_site: str, own_papers: Path, browser: Browser
) -> None:
    with without_scripts(browser) as page:
        page.goto(f"{own_site}/review?at={doubt_of(own_papers, 'surname')}")
        assert not page.locator("#keys").is_visible()
        assert page.locator("#decide > button").count() == 1
        assert not page.locator("#decide > button").is_visible()
        page.get_by_label("Ann Bell").check()
        page.fill("#by", "Ed")
        page.get_by_role("button", name="Change").click()
        assert "The speaker is Ann Bell" in text_of(page, "[role=status]")
        page.get_by_role("button", name="Undo").click()
        assert "Taken back" in text_of(page, "[role=status]")
    assert rulings_of(own_papers) == []


def test_the_log_is_accessible_and_fits_a_phone(
    own_site: str, own_papers: Path, browser_page: Page
) -> None:
    with open_store(own_papers) as store:
        for rule in ("surname", "names"):
            ref = next(one.id for one in store.doubts(limit=500) if one.rule == rule)
            reviewing.reject(store, ref, by="Ed", note="the page says so")
    browser_page.goto(f"{own_site}/review/decided")
    assert_accessible(browser_page)
    assert_fits(browser_page)
