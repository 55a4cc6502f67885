"""WebVTT becomes a transcript: voices are turns, cues keep their times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Document, Failure, PartKind
from onrecord.pipeline import read_document
from onrecord.readers import read

MEETING = """WEBVTT - a meeting

STYLE
::cue(v[voice="Ada Vell"]) { color: lime }

NOTE
Nobody --&gt; says this.

1
00:01.000 --> 00:04.500 align:start position:0%
<v.loud Ada Vell>Good <i>morning</i>.
<c.yellow>The mill</c> opens in May,

2
00:00:04.500 --> 00:00:06.000
<v Ada Vell>and the bridge &amp; the road in June.

00:06.000 --> 00:09.000
<v Tam Orme>Which <00:07.000>May?</v>

00:09.500 --> 00:11.000
<v Ada Vell>This May.</v> <v Tam Orme>Good.
"""


def one(text, path="x.vtt"):
    (found,) = read(text.encode(), path=path)
    return found


def times(found):
    return [(m.span.of(found.text), m.value) for m in found.marks if m.kind is PartKind.TIME]


def test_the_cues_of_a_voice_are_a_turn():
    assert one(MEETING).text == (
        "Ada Vell: Good morning. The mill opens in May, and the bridge & the road in June.\n\n"
        "Tam Orme: Which May?\n\nAda Vell: This May.\n\nTam Orme: Good."
    )


def test_turns_are_their_speakers():
    turns = read_document(one(MEETING)).structure.turns
    assert [turn.speaker for turn in turns] == ["Ada Vell", "Tam Orme", "Ada Vell", "Tam Orme"]


def test_each_cue_keeps_its_time():
    assert times(one(MEETING))[:3] == [
        ("Good morning. The mill opens in May,", "00:00:01.000 --> 00:00:04.500"),
        ("and the bridge & the road in June.", "00:00:04.500 --> 00:00:06.000"),
        ("Which May?", "00:00:06.000 --> 00:00:09.000"),
    ]


def test_silence_after_a_sentence_begins_a_paragraph():
    found = one(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>One.\n\n00:05.000 --> 00:06.000\n<v A>Two"
        "\n\n00:09.000 --> 00:10.000\n<v A>three."
    )
    assert found.text == "A: One.\n\nTwo three."


def test_a_cue_without_a_voice_is_never_the_voice_befores():
    found = one(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Vell>We open in May.\n\n"
        "00:02.000 --> 00:03.000\nAnd who pays?\n"
    )
    turns = read_document(found).structure.turns
    assert [turn.speaker for turn in turns] == ["Ada Vell", ""]


def test_without_any_voice_the_words_are_just_words():
    assert one("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\nthere.").text == "Hello there."


def test_the_format_is_known_by_its_first_word():
    assert one(MEETING, path="meeting").provenance.reader == "web_vtt"
    assert one("\ufeff" + MEETING.replace("\n", "\r\n"), path="").provenance.reader == "web_vtt"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("NOTE nothing", "no WebVTT: it does not begin with WEBVTT"),
        ("WEBVTT", "no cue in it"),
        ("WEBVTT\n\nNOTE all\nof it", "no cue in it"),
        ("WEBVTT\n\n1\n00:01 --> 00:02\nHi", "line 4: no times: 00:01 --> 00:02"),
        ("WEBVTT\n\nHi there", "line 3: no cue: Hi there"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A></v>", "no cue in it"),
    ],
)
def test_a_broken_file_says_why_in_one_line(text, reason):
    assert one(text) == Failure("x.vtt", reason)


def test_a_broken_cue_is_told_and_the_others_are_read():
    found = one("WEBVTT\n\n00:01.000 -> 00:02.000\nOne.\n\n00:03.000 --> 00:04.000\nTwo.")
    assert found.text == "Two."
    assert found.dropped == ("line 3: no cue: 00:01.000 -> 00:02.000 One.",)


@given(
    st.lists(
        st.sampled_from(
            [
                "WEBVTT",
                "\n",
                "\n\n",
                "00:01.000 --> 00:02.000",
                "<v A>",
                "<v",
                ">",
                "words",
                "NOTE",
                "&lt;",
                "-->",
                "</v>",
                "<",
                "\r",
                "\ufeff",
            ]
        ),
        max_size=30,
    )
)
def test_no_file_breaks_the_reader_and_times_lie_on_words(pieces):
    for found in read(("WEBVTT\n\n" + "".join(pieces)).encode(), path="x.vtt"):
        if isinstance(found, Failure):
            assert "fault of Onrecord" not in found.reason
            continue
        assert isinstance(found, Document)
        for words, _ in times(found):
            assert words == words.strip() != ""
