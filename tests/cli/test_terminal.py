"""What a document holds cannot steer the terminal that it is shown on."""

import json
import re

import pytest

from onrecord.cli.shown import clean, json_line, one_line

STEERING = "\x1b[31m\x1b]0;owned\x07\x9b2J\x08\x7f\u202e\u2066\ud800"
HARM = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TEXT = f"""Ann{STEERING} Bell: The bridge will stay shut{STEERING} until the river falls, she said.

Question: Will it open{STEERING}?

Ann{STEERING} Bell: “It will not,{STEERING}” Bo{STEERING} Orme said on Monday, as I have said.
"""


@pytest.fixture
def hostile(onrecord, tmp_path):
    """The command line with a document of harmful words, a title and a name of that kind."""
    path = tmp_path / "a\x1b[31m\nb.jsonl"
    line = {"id": "d1", "text": TEXT, "title": STEERING + "T", "publisher": STEERING + "P"}
    path.write_text(json.dumps(line | {"published": "2021-03-03"}) + "\nbroken\x1b[1m\n")
    return onrecord, path


@pytest.mark.parametrize(
    "command",
    [
        ("documents",),
        ("documents", "--format", "jsonl"),
        ("documents", "--format", "csv"),
        ("statements",),
        ("people", "list"),
        ("renderings",),
        ("review", "list"),
        ("show", "d1"),
        ("show", "d1", "--json"),
        ("search", "bridge"),
        ("search", "bridge", "--format", "jsonl"),
        ("search", "--kwic", "bridge"),
        ("check", "the bridge will stay shut until the river falls", "--speaker", STEERING + "X"),
        ("check", "the bridge will stay shut until the river falls", "--json"),
        ("show", "no\x1b[31msuch"),
    ],
    ids=lambda command: ascii(" ".join(command))[:60],
)
def test_no_command_writes_what_steers_a_terminal(hostile, command):
    onrecord, path = hostile
    added = onrecord("add", str(path), color=True)
    shown = onrecord(*command, color=True)
    for written in (added.output, added.stderr, shown.output, shown.stderr):
        plain = re.sub(r"\x1b\[\d*(?:;\d+)*m", "", written)  # the bold and red that are our own
        assert not HARM.search(plain), ascii(plain)


def test_json_keeps_every_character_and_shows_none_that_steers():
    assert json.loads(json_line({"a": STEERING})) == {"a": STEERING}
    assert not HARM.search(json_line(STEERING))


def test_a_line_is_one_line_whatever_is_in_it():
    assert one_line("a\u2028b\nc\x85d\x1be") == "a b c\ufffdd\ufffde"
    assert clean("a\x1b\nb") == "a\ufffd\nb"
