"""Quotation regions: every kind of mark, and what is none."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import quotations


def inner(text):
    return [(r.depth, r.inner.of(text)) for r in quotations(text).regions]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('She said "we wait" and left.', ["we wait"]),
        ("“We wait,” she said. “All of us.”", ["We wait,", "All of us."]),
        ("''We wait,'' she said.", ["We wait,"]),
        ("``We wait,'' she said.", ["We wait,"]),
        ("‘‘We wait,’’ she said.", ["We wait,"]),
        ("«Ждём», сказала она.", ["Ждём"]),
        ("»Wir warten«, sagte sie.", ["Wir warten"]),
        ("„Wir warten“, sagte sie.", ["Wir warten"]),
        ("‘We can’t wait,’ she said.", ["We can’t wait,"]),
        ("'We can't wait,' she said.", ["We can't wait,"]),
        ('"We wait,” she said.', ["We wait,"]),
        ("“We wait“ and ”they go”", ["We wait", "they go"]),
        ('She said:"We wait." Then silence.', ["We wait."]),
    ],
)
def test_marks_of_every_kind_make_a_region(text, words):
    assert [w for _, w in inner(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' plan of the '90s wasn't rock 'n' roll.",
        "The ministers’ plan isn’t the envoy’s.",
        "The boy's 6'2\" tall.",
        'A 5" blade.',
        "Nothin' to see, said the boys' coach.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text):
    found = quotations(text)
    assert found.regions == ()
    assert found.odd == ()


def test_inches_inside_a_quotation_do_not_end_it():
    assert inner('"He is 6\'2" tall," she said. He has a 15" screen.') == [(0, "He is 6'2\" tall,")]
    assert inner('"The 15" screen broke," she said.') == [(0, 'The 15" screen broke,')]


def test_a_plural_apostrophe_does_not_end_a_single_quotation():
    assert inner("‘The ministers’ plan failed,’ he said.") == [(0, "The ministers’ plan failed,")]
    assert inner("He calls them 'friends' of 'peace'.") == [(0, "friends"), (0, "peace")]


@pytest.mark.parametrize("seen", ["\u200b", "\ufeff", "\u2060"])
def test_characters_that_cannot_be_seen_do_not_hide_a_mark(seen):
    text = f"''{seen}We wait,{seen}'' she said. '{seen}'All of us.''"
    assert inner(text) == [(0, "We wait,"), (0, "All of us.")]


def test_a_quotation_in_a_quotation_has_depth():
    assert inner("“He asked, ‘Are you “sure”?’ twice.”") == [
        (0, "He asked, ‘Are you “sure”?’ twice."),
        (1, "Are you “sure”?"),
        (2, "sure"),
    ]
    assert inner('"She told me "go home" and left," he said.') == [
        (0, 'She told me "go home" and left,'),
        (1, "go home"),
    ]
    assert inner("''She told me 'go.''' Then") == [(0, "She told me 'go.'"), (1, "go.")]


def test_a_mark_left_open_goes_on_paragraph_after_paragraph():
    text = "“One.\n\n“Two.\n\n“Three,” he said. “Four.”"
    regions = quotations(text).regions
    assert [(r.inner.of(text), r.closed, r.follows) for r in regions] == [
        ("One.", False, False),
        ("Two.", False, True),
        ("Three,", True, True),
        ("Four.", True, False),
    ]
    assert quotations(text).odd == ()


def test_an_open_quotation_may_run_through_paragraphs_without_marks():
    text = '"One.\n\nTwo.\n\nThree," he said.'
    regions = quotations(text).regions
    assert [(r.inner.of(text), r.closed, r.follows) for r in regions] == [
        ("One.", False, False),
        ("Two.", False, True),
        ("Three,", True, True),
    ]


def test_a_mark_left_open_ends_with_its_words_and_not_with_the_space_behind_them():
    text = "“One. \n\n“Two.”"
    assert [r.outer.of(text) for r in quotations(text).regions] == ["“One.", "“Two.”"]


def test_an_odd_mark_spoils_its_own_region_only_and_is_reported():
    text = 'He said "go and left.\n\nThen "come," he said.\n\nAnd so." She said "yes."'
    found = quotations(text)
    assert [r.inner.of(text) for r in found.regions] == ["come,", "yes."]
    assert [s.start for s in found.odd] == [text.index('"go'), text.index('" She')]


def test_a_mark_never_closed_before_the_next_opens_spoils_itself_only():
    text = '"We came, he said. "We left."'
    found = quotations(text)
    assert [r.inner.of(text) for r in found.regions] == ["We left."]
    assert [s.start for s in found.odd] == [0]


@given(st.text(alphabet="ab .,\"“”„«»‘’'`\n\u200b5s(", max_size=60))
def test_regions_slice_back_and_never_cross(text):
    found = quotations(text)
    ends = []
    for region in found.regions:
        assert region.outer.holds(region.inner)
        assert len(region.inner) > 0
        assert "\n" not in region.outer.of(text)
        while ends and ends[-1] <= region.outer.start:
            ends.pop()
        assert region.depth == len(ends)
        assert not ends or region.outer.end <= ends[-1]
        ends.append(region.outer.end)
    assert all(span.end <= len(text) for span in found.odd)


@given(st.text())
def test_any_text_has_regions_inside_it(text):
    assert all(r.outer.end <= len(text) for r in quotations(text).regions)


def test_real_stories_leave_few_marks_odd(shared):
    regions = odd = 0
    for line in (shared / "data/polnear/polnear_dev.jsonl").open(encoding="utf-8"):
        found = quotations(json.loads(line)["text"])
        regions += len(found.regions)
        odd += len(found.odd)
    assert regions > 900
    assert odd / regions < 0.02
