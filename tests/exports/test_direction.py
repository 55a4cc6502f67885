"""Text in markup cannot turn what stands around it, nor its own letters about."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.markup import visible

_END = {"\u202a": "\u202c", "\u202b": "\u202c", **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}


def _left_open(text):
    """What a text opens and does not end, and whether it ends what it did not open."""
    ends = []
    for control in re.findall("[\u202a-\u202c\u2066-\u2069]", text):
        if control in _END:
            ends.append(_END[control])
        elif control == "\u2069" and control in ends:
            while ends.pop() != control:
                pass
        elif ends[-1:] == [control]:
            ends.pop()
        else:
            return [control]
    return ends


@given(st.text("ab\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", max_size=30))
def test_what_a_text_opens_it_ends_and_it_ends_nothing_else(text):
    shown = visible(text)
    assert _left_open(shown) == []
    assert not {"\u202d", "\u202e"} & set(shown)


def test_an_override_is_shown_as_a_mark_in_its_place():
    assert visible("Ada \u202elleV\u202c") == "Ada \ufffdlleV\ufffd"


def test_an_embedding_of_another_script_stays():
    words = "he said \u202bשלום\u202c twice"
    assert visible(words) == words


def test_a_hundred_thousand_controls_take_no_time_to_speak_of():
    assert len(visible("\u2066\u202a\u2069" * 100_000)) <= 300_000 + 1
