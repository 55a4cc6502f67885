"""The precise and the fast extractor give documents of the same form, and provenance says which."""

import sys

import pytest
from benchmarks._pages import LAYOUTS, made
from tests.readers.test_html_page import MENU, PARAGRAPHS, STORY, body, parts

from onrecord.errors import InputError, MissingLibraryError
from onrecord.model import PartKind
from onrecord.readers import read

BARE = body(f"<div>{MENU}</div><div id=s><h1>A bridge</h1><div>{PARAGRAPHS}</div></div>").encode()
BODY = [
    f"Clerk number {n} of the harbour office told the council that pier {n} would be closed for "
    f"repairs until the {n}th of May, and that “no ship will wait”." for n in range(1, 25)
]  # fmt: skip


def one(page, **options):
    (found,) = read(page, path="x.html", **options)
    return found


@pytest.mark.parametrize("extractor", ["precise", "fast"])
def test_headline_and_paragraphs_are_the_text_whichever_extractor_tells_them(extractor):
    found = one(BARE, extractor=extractor)
    assert parts(found, PartKind.HEADLINE) == ["A bridge"]
    assert parts(found, PartKind.PARAGRAPH) == STORY


def test_provenance_says_which_extractor_was_asked_and_precise_is_the_default():
    names = [one(BARE, extractor=e).provenance.reader for e in ("", "precise", "fast")]
    assert names == ["html_page", "html_page", "html_page_fast"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("extractor", ["precise", "fast"])
def test_no_paragraph_of_a_made_page_is_lost_and_its_metadata_are_told(layout, extractor):
    found = one(made("Piers to close", BODY, layout=layout, seed=3), extractor=extractor)
    told = parts(found, PartKind.PARAGRAPH)
    assert [paragraph for paragraph in told if paragraph in BODY] == BODY
    assert parts(found, PartKind.HEADLINE) == ["Piers to close"]
    assert (found.title, found.published) == ("Piers to close", "2026-03-04")
    assert (found.publisher, found.language) == ("The Ellery Mail", "en")
    assert all(mark.span.of(found.text).strip() for mark in found.marks)


def test_where_a_page_marks_its_text_both_give_the_same():
    page = made("Piers to close", BODY, layout="declared", seed=4)
    precise, fast = one(page), one(page, extractor="fast")
    assert (precise.text, precise.marks, precise.dropped) == (fast.text, fast.marks, fast.dropped)


def test_other_formats_do_not_mind_the_extractor():
    (found,) = read(b"The quay is shut.", extractor="fast")
    assert found.provenance.reader == "plain_text"


def test_an_extractor_that_there_is_not_is_refused():
    with pytest.raises(InputError, match="no such extractor: quick; there are precise, fast"):
        list(read(BARE, extractor="quick"))


def test_without_resiliparse_the_fast_one_is_refused_in_one_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "resiliparse", None)
    with pytest.raises(MissingLibraryError, match=r"^resiliparse is not .*'onrecord\[fast\]'"):
        list(read(BARE, extractor="fast"))
    assert one(BARE).provenance.reader == "html_page"
