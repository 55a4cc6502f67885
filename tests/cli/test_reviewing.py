"""`onrecord review`: what is doubtful, listed, settled and taken back at the command line."""

import pytest

TWO = """Bridge shut

Minister Ann Bell met her brother, Mr Tom Bell, in Orlo.

"It was never safe," Bell said on Wednesday.
"""


@pytest.fixture
def doubted(held, papers):
    """The command line with a story in which two people bear one surname."""
    (papers / "two.md").write_text(TWO, "utf-8")
    assert held("add", papers / "two.md").exit_code == 0
    return held


def _doubt(doubted, lines, rule):
    rows = lines(doubted("review", "list", "--json").stdout)
    return next(row for row in rows if row["rule"] == rule)


def test_the_list_has_reasons_and_says_how_much_is_open(doubted):
    told = doubted("review", "list", "--kind", "speakers").stdout
    assert "was taken for" in told
    assert told.splitlines()[-1].startswith("open: ")


def test_a_doubt_is_shown_with_its_words_and_who_else_it_could_be(doubted, lines):
    row = _doubt(doubted, lines, "surname")
    told = doubted("review", "show", row["id"]).stdout
    assert '[content: "It was never safe,"]' in told
    other = {"Ann Bell", "Tom Bell"} - {row["speaker"]}
    assert f"people: {other.pop()}" in told


def test_a_decision_is_kept_with_who_made_it_and_can_be_taken_back(doubted, lines):
    row = _doubt(doubted, lines, "surname")
    made = doubted("review", "change", row["id"], "--speaker", "Orla Venn", "--by", "Ed")
    assert "the speaker is Orla Venn" in made.stdout
    assert "Orla Venn" in doubted("statements", "--speaker", "Venn").stdout
    (ruling,) = lines(doubted("review", "list", "--decided", "--json").stdout)
    assert (ruling["by"], ruling["speaker"], ruling["taken_back"]) == ("Ed", "Orla Venn", "")
    late = doubted("review", "accept", row["id"])
    assert late.exit_code == 2
    assert "settled meanwhile by Ed" in late.stderr
    assert "taken back" in doubted("review", "undo", ruling["id"]).stdout
    assert _doubt(doubted, lines, "surname")["id"] == row["id"]


def test_several_are_settled_together_or_none(doubted, lines):
    rows = lines(doubted("review", "list", "--json").stdout)
    result = doubted("review", "accept", rows[0]["id"], "000000")
    assert result.exit_code == 2
    assert doubted("review", "list", "--decided").stdout == ""


def test_a_change_says_what_is_to_change(doubted, lines):
    row = _doubt(doubted, lines, "surname")
    assert "give --speaker" in doubted("review", "change", row["id"]).stderr


def test_a_rejected_statement_is_listed_no_more(doubted, lines):
    row = _doubt(doubted, lines, "surname")
    doubted("review", "reject", row["id"])
    assert "never safe" not in doubted("statements").stdout
