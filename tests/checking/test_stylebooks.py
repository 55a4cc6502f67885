"""What the four stylebooks let an editor do to a quotation."""

import pytest

from onrecord import answers
from onrecord.checking import STYLEBOOKS, Practice, check, disallowed, stylebook
from onrecord.model import Outcome

DAY = "2031-05-04"
SAID = (
    "The upper lock opened at noon, and the crews were paid. The mayor called it “a small miracle” "
    "in his letter. We don't know who will organise the second fair in the town of Aldmere."
)
ALL = ("APA", "Chicago", "AP", "Reuters")
ACADEMIC = ("APA", "Chicago")


@pytest.fixture
def lock(shelf):
    shelf.transcript("press", DAY, ("Ina Veld", SAID))
    return shelf.store


def found(store, quote):
    return check(quote, store, speaker="Ina Veld", date=DAY)


@pytest.mark.parametrize(
    ("quote", "books"),
    [
        ("The upper lock opened at noon, and the crews were paid.", ALL),
        ("The upper lock opened at noon, and the crews were paid,", ALL),
        ("The upper lock opened at noon", ALL),
        ("the crews were paid", ALL),
        ("The mayor called it ‘a small miracle’ in his letter", ALL),
        ('The mayor called it "a small miracle" in his letter', ALL),
        ("The upper lock opened ... and the crews were paid", ALL),
        ("the upper lock opened at noon", ACADEMIC),
        ("The crews were paid", ACADEMIC),
        ("[t]he upper lock opened at noon", ACADEMIC),
        ("The upper lock [of the canal] opened at noon", ACADEMIC),
        ("We do not know who will organise the second fair", ()),
        ("who will organize the second fair in the town", ()),
        ("who will organise the 2nd fair in the town", ()),
        ("The upper Lock opened at noon", ()),
        ("The upper lock opened at noon and the crews were paid", ()),
        ("The upper lock at noon, and the crews were paid", ()),
        ("The lower lock opened at noon", ()),
        ("In the town of Aldmere the upper lock opened at noon", ()),
    ],
)
def test_each_finding_says_which_stylebooks_allow_what_was_changed(lock, quote, books):
    assert found(lock, quote).allowed_by == books


def test_ap_says_which_edits_it_does_not_allow(lock):
    finding = found(lock, "the upper lock [of the canal] opened ... and the crews were paid")
    assert finding.outcome is Outcome.EDITED
    edits = disallowed(finding, stylebook("AP"))
    assert [(e.kind.value, e.quote, e.record) for e in edits] == [
        ("case", "t", "T"),
        ("bracket", "of the canal", ""),
    ]
    assert disallowed(finding, stylebook("apa")) == ()


def test_a_quotation_that_was_changed_has_edits_that_no_book_allows(lock):
    finding = found(lock, "The lower lock opened at noon")
    for book in STYLEBOOKS:
        assert [e.kind.value for e in disallowed(finding, book)] == ["wording"]


def test_words_that_are_not_held_are_allowed_by_nobody(lock):
    finding = found(lock, "A canal is a promise that two towns make to each other")
    assert finding.allowed_by == ()


def test_the_outer_differences_count_in_the_quotation_as_given_and_in_the_document(lock):
    quote = " “the mayor called it 'a small miracle' in his letter,”"
    outer = found(lock, quote).outer
    text = lock.load("press").document.text
    assert [(e.quote, e.record) for e in outer] == [
        ("t", "T"), ("'", "“"), ("'", "”"), (",", "."),
    ]  # fmt: skip
    for edit in outer:
        assert edit.quote_span.of(quote) == edit.quote
        assert edit.record_span.of(text) == edit.record


def test_json_says_for_each_edit_and_for_all_of_them_who_allows_it(lock):
    finding = found(lock, "the upper lock [of the canal] opened at noon")
    shown = answers.plain(answers.finding(finding, style=stylebook("reuters")))
    assert shown["allowed_by"] == list(ACADEMIC)
    assert [edit["allowed_by"] for edit in shown["edits"]] == [list(ACADEMIC)]
    assert shown["style"]["book"] == "Reuters"
    assert not shown["style"]["allows"]
    assert [edit["kind"] for edit in shown["style"]["disallowed"]] == ["case", "bracket"]


def test_every_stylebook_has_a_name_of_its_own_and_lets_words_be_left_out_under_a_mark():
    assert [book.name for book in STYLEBOOKS] == list(ALL)
    assert all(book.permits(Practice.ELLIPSIS) for book in STYLEBOOKS)
    assert not any(book.permits(None) for book in STYLEBOOKS)
