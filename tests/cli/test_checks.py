import json
import sys

import pytest

CHANGED = "We have asked seven engineers to look at it"
SAID = "We have asked five engineers to look at it"


def test_a_changed_number_is_altered_and_shown_with_marks(held):
    done = held("check", CHANGED, "--speaker", "Ann Bell", "--date", "2021-03-03")
    assert done.exit_code == 0
    assert done.stdout.startswith("ALTERED: ")
    assert "[-five-]{+seven+}" in done.stdout
    assert "number       “five” became “seven”" in done.stdout
    assert f"⟦{SAID}⟧" in done.stdout
    assert "held against a record" in done.stdout
    assert "2021-03-03" in done.stdout


def test_the_same_words_are_verbatim(held):
    assert held("check", SAID).stdout.startswith("VERBATIM: ")


def test_what_is_not_held_is_never_called_false(held):
    done = held("check", "Cheese ripens slowly in the cellars of Orlo", "--speaker", "Bob Reed")
    assert done.exit_code == 0
    assert done.stdout.startswith("RECORD_NOT_HELD: ")
    assert "may well have been said" in done.stdout


def test_json_is_one_line_with_every_field(held):
    done = held("check", CHANGED, "--json")
    found = json.loads(done.stdout)
    assert found["finding"] == "altered"
    assert [edit["kind"] for edit in found["edits"]] == ["number"]
    fields = "id finding also flags against edits record document speaker date coverage link"
    assert set(fields.split()) <= set(found)


def test_colour_comes_beside_the_marks(held, monkeypatch):
    monkeypatch.delenv("NO_COLOR")
    shown = held("check", CHANGED, color=True).stdout
    assert "\x1b[31m[-five-]" in shown
    assert "\x1b[32m{+seven+}" in shown


def test_a_batch_gives_one_line_for_each_in_order_and_says_which_are_bad(held, tmp_path, lines):
    path = tmp_path / "asked.jsonl"
    asked = [
        json.dumps({"id": "a", "quote": SAID}),
        "nonsense",
        json.dumps({"id": 7, "quote": CHANGED, "speaker": "Ann Bell"}),
        json.dumps({"id": "b", "quote": "..."}),
        json.dumps({"id": "c", "quote": SAID, "date": "soon"}),
        json.dumps({"id": "d", "quote": CHANGED, "document": "story.md"}),
        json.dumps({"id": "e", "quote": CHANGED, "document": "gone.txt"}),
    ]
    path.write_text("\n".join(asked), "utf-8")
    done = held("check", "--batch", path)
    assert done.exit_code == 1
    found = lines(done.stdout)
    assert [one["id"] for one in found] == ["a", None, 7, "b", "c", "d", "e"]
    assert [one.get("finding") for one in found] == [
        "verbatim", None, "altered", None, None, "altered", None,
    ]  # fmt: skip
    assert all("error" in one for one in found if "finding" not in one)


def test_a_clean_batch_ends_well(held, lines):
    done = held("check", "--batch", "-", input=json.dumps({"id": "a", "quote": SAID}))
    assert done.exit_code == 0
    assert lines(done.stdout)[0]["finding"] == "verbatim"


def test_every_quotation_of_a_held_story_is_checked_against_the_others(held, lines):
    done = held("check", "--document", "story.md")
    assert "2 quotations checked: 1 verbatim, 1 altered" in done.stdout
    found = lines(held("check", "--document", "story.md", "--json").stdout)
    assert [one["finding"] for one in found] == ["verbatim", "altered"]


def test_a_file_is_checked_without_being_added(onrecord, papers, lines):
    onrecord("add", papers / "conference.txt")
    done = onrecord("check", "--file", papers / "press" / "story.md", "--json")
    assert [one["finding"] for one in lines(done.stdout)] == ["verbatim", "altered"]
    assert len(lines(onrecord("documents", "--format", "jsonl").stdout)) == 1


def test_a_file_that_is_held_is_no_evidence_for_itself(held, papers, lines):
    done = held("check", "--file", papers / "press" / "story.md", "--json")
    assert [one["finding"] for one in lines(done.stdout)] == ["verbatim", "altered"]


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["a few words", "--document", "story.md"],
        ["--document", "story.md", "--speaker", "Ann Bell"],
        ["--document", "story.md", "--date", "2021"],
        ["--document", "gone.txt"],
        ["--file", "gone.txt"],
        ["--batch", "gone.jsonl"],
        ["a few words", "--date", "soon"],
        [""],
    ],
)
def test_what_cannot_be_asked_is_refused(held, options):
    done = held("check", *options)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr


def test_a_stylebook_says_what_it_does_not_allow(held):
    edited = SAID.replace("five", "[all] five")
    done = held("check", edited, "--style", "ap")
    assert "allowed by   APA, Chicago" in done.stdout
    assert "AP           does not allow bracket: nothing became “all”" in done.stdout
    assert "APA          allows all of it" in held("check", edited, "--style", "APA").stdout


def test_a_stylebook_can_be_asked_in_json(held, lines):
    edited = SAID.replace("five", "[all] five")
    (found,) = lines(held("check", edited, "--style", "reuters", "--json").stdout)
    assert found["allowed_by"] == ["APA", "Chicago"]
    assert [edit["kind"] for edit in found["style"]["disallowed"]] == ["bracket"]


def test_somebody_elses_words_show_both_speakers(held):
    done = held("check", SAID, "--speaker", "Bob Reed", "--date", "2021-03-03")
    assert done.stdout.startswith(
        "MISATTRIBUTED: these words are on record from somebody else: Ann Bell, not Bob Reed"
    )


OTHER_WORDS = "That crossing remains closed as long as the water is high"


def asked(held, quote, *options):
    return held("check", quote, "--speaker", "Ann Bell", "--date", "2021-03-03", *options)


def test_it_is_said_that_words_alone_were_searched(held):
    done = asked(held, OTHER_WORDS, "--no-semantic")
    assert done.stdout.startswith("NOT_IN_RECORD: ")
    assert done.stdout.rstrip().endswith("By words.")


def test_with_the_extra_the_meaning_is_searched_too_by_default(held):
    pytest.importorskip("onnxruntime")
    done = asked(held, OTHER_WORDS)
    assert done.stdout.startswith("PARAPHRASE: no such words, but others that seem to")
    assert done.stdout.rstrip().endswith("By words and meaning.")
    assert "⟦The bridge will stay shut until the river falls.⟧" in done.stdout


def test_what_comes_nearest_and_differs_is_not_said_to_mean_the_same(held):
    pytest.importorskip("onnxruntime")
    done = asked(held, "Nine technicians were requested by us to examine the thing")
    assert "PARAPHRASE: no such words; what comes nearest differs in numbers" in done.stdout


@pytest.mark.parametrize("way", [[OTHER_WORDS], ["--batch", "-"]])
def test_without_the_extra_asking_for_it_is_one_line(held, monkeypatch, way):
    from onrecord.meaning import opening

    opening.open_encoder.cache_clear()
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    done = held("check", *way, "--semantic", input="")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "pip install 'onrecord[semantic]'" in done.stderr


def test_that_nothing_held_comes_near_can_be_proved(held, lines):
    words = "nobody will ever pay a single coin for that wall"
    told = held("check", words, "--prove").stdout
    assert "no stretch of the" in told
    assert "comes within 2 word edits of it" in told
    (found,) = lines(held("check", words, "--prove", "--json").stdout)
    assert found["proof"]["nearest"] is None
    assert found["proof"]["words"] > 50
    (found,) = lines(held("check", words, "--json").stdout)
    assert found["proof"] is None
