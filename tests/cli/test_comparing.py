def test_a_change_is_shown_at_its_hop(held):
    done = held("compare", "story.md", "conference.txt")
    assert done.exit_code == 0
    assert "ALTERED: words were changed" in done.stdout
    assert "Ann Bell > the record > " in done.stdout
    assert "came in here: ALTERED" in done.stdout
    assert "[-five-]{+seven+}" in done.stdout
    assert "2 quotations compared: 1 verbatim, 1 altered" in done.stdout
    assert "came in at Bridge stays shut, minister says: 1 altered" in done.stdout


def test_json_is_one_line_a_quotation(held, lines):
    found = lines(held("compare", "story.md", "conference.txt", "--json").stdout)
    assert [one["id"] for one in found] == ["1", "2"]
    assert [one["finding"] for one in found] == ["verbatim", "altered"]
    utterance = found[1]["utterance"]
    assert utterance["record"] == 0
    assert utterance["hops"][0]["edits"][0]["kind"] == "number"


def test_what_no_source_has_is_said_so_and_never_called_false(held, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(
        "Cy Vale: Cheese ripens slowly in the cellars.\n\nAda Orr: It does.\n", "utf-8"
    )
    held("add", other)
    done = held("compare", "story.md", "other.txt")
    assert done.exit_code == 0
    assert "RECORD_NOT_HELD" in done.stdout
    assert "none of these documents has the words" in done.stdout


def test_a_story_needs_a_source_other_than_itself(held):
    assert held("compare", "story.md").exit_code == 2
    done = held("compare", "story.md", "story.md")
    assert done.exit_code == 2
    assert "no source of itself" in done.stderr
