import json


def test_renderings_are_shown_in_order_with_what_came_in(held):
    done = held("renderings")
    assert done.exit_code == 0
    shown = done.stdout
    assert "the record  Ann Bell  2021-03-03" in shown
    assert "came in here: ALTERED" in shown
    assert "[-five-]{+seven+}" in shown
    assert "from the record: the record has the words" in shown
    assert "1 report, 1 of them independent" in shown
    assert "2 utterances, 2 with a record" in shown


def test_json_is_one_line_an_utterance(held, lines):
    found = lines(held("renderings", "--json").stdout)
    assert [one["id"] for one in found] == ["1", "2"]
    assert all(one["record"] == 0 for one in found)
    assert found[0]["hops"][0]["basis"] == ["earlier"]


def test_words_that_are_asked_for(held):
    done = held("renderings", "--quote", "We have asked five engineers to look at it")
    assert "1 utterance, 1 with a record" in done.stdout
    nothing = held("renderings", "--quote", "Cheese ripens slowly in the cellars of Orlo")
    assert nothing.exit_code == 0
    assert nothing.stdout.strip() == "0 utterances, 0 with a record"


def test_one_documents_renderings(held):
    assert "2 utterances" in held("renderings", "--document", "story.md").stdout
    gone = held("renderings", "--document", "gone.txt")
    assert gone.exit_code == 2
    assert gone.stderr.startswith("onrecord: ")


def test_control_characters_do_not_reach_the_terminal(held, tmp_path):
    odd = tmp_path / "odd.md"
    odd.write_text(
        "---\ntitle: O\x1b[2Jdd\ndate: 2021-03-04\npublisher: P\x1b[2Japer\n---\n\n"
        '"We have asked five engineers to look at it," Ann Bell said.\n',
        "utf-8",
    )
    held("add", odd)
    assert "\x1b" not in held("renderings").stdout
    assert "\x1b" not in json.dumps(held("compare", "odd.md", "conference.txt").stdout)
