import pytest

from onrecord.searching import By, Filters, align, sift
from onrecord.stores import Unit


@pytest.fixture
def lines(store):
    def make(query, unit=Unit.PASSAGE, **options):
        return align(sift(query, store, Filters(unit=unit)).answers, store, **options)

    return make


def test_every_match_stands_between_the_words_around_it(store, lines):
    found = lines("district")
    assert [(line.left, line.match, line.right) for line in found if "pays" in line.right] == [
        ("The ", "district", " pays for the engineers. I have said so before.")
    ]
    for line in found:
        assert line.span.of(store.text(line.answer.document)) == line.match


def test_a_line_does_not_leave_its_turn_or_its_paragraph(lines):
    assert all("Question" not in line.left + line.right for line in lines("engineers"))
    (line, *_) = list(lines("seven", Unit.STATEMENT))
    assert line.left.startswith('"We have asked')
    assert line.right == ' engineers to look at it," she added.'


def test_lines_are_as_wide_as_asked_and_end_between_words(lines):
    for line in lines("bridge", width=20):
        assert max(len(line.left), len(line.right)) <= 20
    (line,) = list(lines("unsafe", Unit.STATEMENT, width=12))
    assert line.left == "bridge was "


def test_lines_are_put_in_order_by_what_stands_on_either_side(lines):
    rights = [line.right.casefold().split()[0] for line in lines("bridge", by=By.RIGHT)]
    assert rights == sorted(rights)
    lefts = [line.left.casefold().split()[-1:] for line in lines("bridge", by=By.LEFT)]
    assert [word for left in lefts for word in left] == sorted(w for left in lefts for w in left)
