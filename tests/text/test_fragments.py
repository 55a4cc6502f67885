"""A link leads to one place of a page, in a text and in a browser."""

import os
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.text import link_into

PAGE = """The bridge will open in May

“The bridge will open in May,” Vell said. Nobody asked why.

Orme did not agree. “The bridge will open in May,” he read out, “and so it will not be this year.”

Vell: The bridge will open in May. We have said so in every meeting since the ice went, and we will
go on saying so until somebody listens.

We have said so in every meeting since the ice went, and in this one we said nothing at all."""
WORDS = "The bridge will open in May"


def place(words, nth=0):
    at = [found.start() for found in re.finditer(re.escape(words), PAGE)][nth]
    return Span(at, at + len(words))


def link(*spans):
    return link_into("https://press.example/mill#top", PAGE, spans)


def test_words_that_stand_once_need_no_context():
    assert link(place("Nobody asked why.")) == (
        "https://press.example/mill#:~:text=Nobody%20asked%20why."
    )


def test_the_first_of_several_needs_none_either():
    assert link(place(WORDS)).endswith("#:~:text=The%20bridge%20will%20open%20in%20May")


def test_the_others_are_told_by_what_stands_before_them():
    told = [unquote(link(place(WORDS, nth))).partition(":~:")[2] for nth in (1, 2, 3)]
    assert told == [
        f"text=\u201c-,{WORDS}",
        f"text=agree. \u201c-,{WORDS}",
        f"text=Vell:-,{WORDS}",
    ]


def test_a_hyphen_a_comma_and_an_ampersand_are_never_the_links_own():
    found = link_into("https://x.example", "so-called, he & she", (Span(0, 19),))
    assert found == "https://x.example#:~:text=so%2Dcalled%2C%20he%20%26%20she"


def test_a_long_passage_is_found_by_its_first_and_last_words():
    whole = place("We have said so in every meeting since the ice went, and in this one")
    directive = unquote(link(whole)).partition("text=")[2]
    assert directive.endswith("and in this one")
    assert "-," in directive


def test_a_part_of_a_word_is_widened_to_the_word():
    at = PAGE.index("obody")
    assert link(Span(at, at + 5)).endswith("#:~:text=Nobody")


def test_without_an_address_or_words_there_is_no_link():
    assert link_into("", PAGE, (Span(0, 5),)) == ""
    assert link_into("https://x.example", "a   b", (Span(1, 3),)) == ""


@given(st.text(max_size=80), st.data())
def test_no_text_breaks_a_link(text, data):
    ends = st.integers(0, len(text))
    span = Span(*sorted((data.draw(ends), data.draw(ends))))
    found = link_into("https://x.example", text, (span,))
    assert re.fullmatch(r"(?:https://x\.example#:~:text=[\w.~%,!*'()-]+)?", found, re.ASCII)


# A browser


def _chromium():
    found = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return found if Path(found).exists() else ""


@pytest.fixture(scope="module")
def opened():
    """A page of a real browser, and the address of the text on loopback."""
    sync = pytest.importorskip("playwright.sync_api", reason="no Playwright is installed")
    if not _chromium():
        pytest.skip("no Chromium: set CHROMIUM to its path")
    from tests.text.serving import served

    with served(_html()) as address, sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium())
        yield browser.new_page(viewport={"width": 600, "height": 200}), address
        browser.close()


def _html():
    paragraphs = "".join(f"<p>{one}</p><div class=gap></div>" for one in PAGE.split("\n\n"))
    style = "<style>.gap { height: 3000px }</style>"
    return f"<!doctype html><meta charset=utf-8>{style}{paragraphs}"


PLACES = [
    *((place(WORDS, nth), paragraph) for nth, paragraph in enumerate((0, 1, 2, 3))),
    (place("We have said so in every meeting", 1), 4),
    (place("We have said so in every meeting since the ice went, and in this one"), 4),
    (Span(PAGE.index("Orme did"), PAGE.index("We have")), 2),
]


@pytest.mark.parametrize(("span", "paragraph"), PLACES, ids=range(len(PLACES)))
def test_a_browser_scrolls_to_the_very_place(opened, span, paragraph):
    page, address = opened
    page.goto("about:blank")
    page.goto(link_into(address, PAGE, (span,)))
    shown = page.evaluate(
        """() => new Promise(done => setTimeout(() => done(
            [...document.querySelectorAll('p')].findIndex(p => {
                const box = p.getBoundingClientRect();
                return box.bottom > 0 && box.top < innerHeight;
            })), 400))"""
    )
    assert shown == paragraph
