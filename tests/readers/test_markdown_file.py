"""Markdown is read for its words."""

import pytest

from onrecord.model import Failure, PartKind
from onrecord.readers import read


def document(text, path="x.md"):
    (found,) = read(text.encode(), path=path)
    return found


def text_of(text):
    return document(text).text


def test_front_matter_becomes_metadata_and_the_rest_is_named():
    found = document(
        "---\ntitle: \"Briefing by\\_Ada\\_Vell\"\ndate: '2031-04-05'\n"
        "source_url: https://example.org/b\npublished_time: 2031-04-05 18:00:00-04:00\n"
        "authors: [U. Field, B. Lake]\ntags: briefing\n---\nWords.\n"
    )
    assert found.title == "Briefing by Ada Vell"
    assert (found.published, found.url) == ("2031-04-05", "https://example.org/b")
    assert found.author == "U. Field; B. Lake"
    assert found.dropped == ("front matter: tags: briefing",)
    assert found.text == "Words."


def test_front_matter_that_is_not_yaml_is_said_and_the_text_is_kept():
    found = document("---\ntitle: [open\n---\nWords.\n")
    assert found.text == "Words."
    assert found.dropped[0].startswith("front matter: not YAML")


def test_front_matter_nested_beyond_reason_or_endless_costs_only_itself():
    deep = document("---\ntitle: " + "[" * 50_000 + "\n---\nWords.\n")
    assert deep.text == "Words."
    assert deep.dropped[0].startswith("front matter: not YAML")
    bomb = "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, 30))
    endless = document(f"---\nk0: &k0 [x]\n{bomb}title: *k29\n---\nWords.\n")
    assert (endless.text, endless.title) == ("Words.", "")


def test_wrapped_lines_are_one_paragraph_and_blank_ones_part_them():
    assert text_of("The bridge\nwill open\nin May.\n  \n\u00a0\nWhich May?\n") == (
        "The bridge will open in May.\n\nWhich May?"
    )


def test_a_line_that_ends_on_purpose_ends_except_within_a_sentence():
    assert text_of(
        "Aboard the ferry  \nEn route to Ellery  \n  \nShe paid the  \nfull fare.\n"
    ) == ("Aboard the ferry\nEn route to Ellery\n\nShe paid the full fare.")


def test_escapes_emphasis_and_links_are_resolved_to_words():
    assert (
        text_of(
            "It \\[the bridge\\] is *safe*, \\_very\\_ **safe**, see [it](https://e.org/a_(b)) "
            "and <https://e.org/c>. AT&amp;T `x`\n"
        )
        == "It [the bridge] is safe, _very_ safe, see it and https://e.org/c. AT&T x"
    )


def test_the_distance_after_a_label_is_kept():
    assert text_of("MS. VELL:\u00a0 It opens.\n\nQ\u00a0\u00a0\u00a0 Which\nMay?\n") == (
        "MS. VELL:  It opens.\n\nQ    Which May?"
    )
    assert text_of("\u00a0\u00a0\u00a0\u00a0 MR. ORME:  No.\n\n    MS. VELL:  Yes.\n") == (
        "MR. ORME:  No.\n\nMS. VELL:  Yes."
    )


def test_bold_labels_and_headings_are_marked():
    found = document("# A debate\n\n**Ada Vell:** It opens.\n\nSecond part\n---\n\nIt does.\n")
    marks = [(mark.kind, mark.span.of(found.text)) for mark in found.marks]
    assert marks == [
        (PartKind.HEADING, "A debate"),
        (PartKind.PARAGRAPH, "Ada Vell: It opens."),
        (PartKind.LABEL, "Ada Vell:"),
        (PartKind.HEADING, "Second part"),
        (PartKind.PARAGRAPH, "It does."),
    ]


def test_a_wrapped_paragraph_above_a_rule_is_no_heading():
    found = document("One line\nand another.\n---\nMore.\n")
    assert {mark.kind for mark in found.marks} == {PartKind.PARAGRAPH}


def test_words_struck_through_stay_and_are_named():
    found = document("There were <s>four</s> \\[three\\] of them, ~~all~~ safe.\n")
    assert found.text == "There were four [three] of them, all safe."
    assert found.dropped == ("struck through, kept: four", "struck through, kept: all")


def test_numbers_of_a_list_stay_and_bullets_go():
    assert text_of("1.  First\n    of all\n2.  Second\n\n- one\n- two\n") == (
        "1. First of all\n\n2. Second\n\none\n\ntwo"
    )


def test_html_inside_is_words_and_comments_go():
    assert text_of("<!-- -->\n\n<div>It &amp; she</div>\n\nA <u>word</u><br>B\n") == (
        "It & she\n\nA word\nB"
    )


def test_where_a_picture_is_all_the_title_is_the_text():
    found = document("---\ntitle: A memorandum\n---\n\n![](a.png)\n")
    assert found.text == "A memorandum"
    assert found.marks[0].kind == PartKind.HEADLINE
    assert found.dropped[-1].startswith("no text below the title")


@pytest.mark.parametrize("text", ["---\na: b\n---\n", "<!-- only -->\n", "---\n---\n"])
def test_a_file_without_words_is_refused(text):
    (found,) = read(text.encode(), path="x.md")
    assert isinstance(found, Failure)
    assert found.reason == "no text in it"


def test_the_same_file_is_known_without_its_name():
    assert document("---\ntitle: T\n---\nOne\nline.\n", path="").text == "One line."


@pytest.mark.parametrize("mark", ["> ", ">", "- ", "1. "])
def test_words_nested_deeper_than_the_parser_goes_are_read(mark):
    (found,) = read(("One line.\n\n" + mark * 300 + "Nobody slept.\n").encode(), path="x.md")
    assert found.text == "One line.\n\nNobody slept."
