import pytest
from benchmarks._annotated import MarkupError, read_markup, read_story, stories
from hypothesis import given
from hypothesis import strategies as st


def words(text, spans):
    return [text[start:end] for start, end in spans]


def test_tags_become_spans_of_the_text_without_them():
    text, (one,) = read_markup("[s1 Orla Venn] [k1 said] [c1 that it was shut].")
    assert text == "Orla Venn said that it was shut."
    assert words(text, one["source"]) == ["Orla Venn"]
    assert words(text, one["cue"]) == ["said"]
    assert words(text, one["content"]) == ["that it was shut"]


def test_a_content_can_hold_an_attribution_and_come_in_pieces():
    marked = "[c1 “[s2 Pell] [k2 said] [c2 no],”] [s1 she] [k1 said]. [c1 “Twice.”]"
    text, (outer, inner) = read_markup(marked)
    assert words(text, outer["content"]) == ["“Pell said no,”", "“Twice.”"]
    assert words(text, inner["content"]) == ["no"]


def test_one_source_can_belong_to_several():
    text, found = read_markup("[s1,2 Venn] [k1 said] [c1 yes] and [k2 added] [c2 no].")
    assert [words(text, one["source"]) for one in found] == [["Venn"], ["Venn"]]


@pytest.mark.parametrize(
    ("letter", "manner"), [("k", "speech"), ("w", "writing"), ("t", "thought"), ("i", "intention")]
)
def test_the_letter_of_the_cue_is_the_manner(letter, manner):
    (one,) = read_markup(f"[s1 She] [{letter}1-? did] [c1 so]")[1]
    assert (one["manner"], one["withheld"], one["hedged"]) == (manner, True, True)


def test_brackets_of_the_text_stay():
    text, (one,) = read_markup("[c1 “[The] bridge [sic] is shut,”] [s1 she] [k1 said].")
    assert words(text, one["content"]) == ["“[The] bridge [sic] is shut,”"]


def test_lines_of_a_paragraph_are_joined_and_remarks_left_out():
    text, _ = read_markup("# a notice\n\nThe bridge\n  is shut.\n\nIt stays\nshut.\n")
    assert text == "The bridge is shut.\n\nIt stays shut."


@pytest.mark.parametrize(
    "marked", ["[k1 said] no", "[c1 no]", "[c1 no", "no]", "[c1 [k1 said] no]]", "[c1 [k1 said no]"]
)
def test_what_does_not_fit_is_one_line(marked, tmp_path):
    (tmp_path / "bad.txt").write_text(marked, encoding="utf-8")
    with pytest.raises(MarkupError, match=r"^bad\.txt: [^\n]+$"):
        read_story(tmp_path / "bad.txt")


def test_a_folder_is_read_by_names(tmp_path):
    (tmp_path / "b.txt").write_text("B", encoding="utf-8")
    (tmp_path / "a.txt").write_text("[s1 A] [k1 says] [c1 a]", encoding="utf-8")
    assert [*stories(tmp_path)] == ["a", "b"]


@given(st.text(alphabet="ab [](),.1sck\n-?", max_size=60))
def test_any_markup_is_read_or_refused(marked):
    try:
        text, found = read_markup(marked)
    except MarkupError:
        return
    for one in found:
        for start, end in (*one["source"], *one["cue"], *one["content"]):
            assert 0 <= start <= end <= len(text)
