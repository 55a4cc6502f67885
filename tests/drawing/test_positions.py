"""The stands that speakers take on the themes of a process."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.drawing import clauses, draw_positions
from onrecord.model import Document, Position, Profile, Provenance, Theme
from onrecord.pipeline import read_document

_LAKE = Profile(
    "lake",
    "The Lake process",
    ("Lake process",),
    themes=(Theme("the format", ("Lake process",)), Theme("fishing", ("fishing zone", "fishing"))),
)


def _drawn(said: str, profile: Profile | None = _LAKE) -> tuple[Position, ...]:
    text = f"Statement on the Lake process\n\nMarch 4, 2021\n\nAda Holm: {said}\n"
    document = Document("d1", text, Provenance("", "", ""), language="en")
    reading = read_document(document, engine="rules")
    return draw_positions(reading, clauses(reading), profile)


@pytest.mark.parametrize(
    ("sentence", "theme", "leaning"),
    [
        ("We support the Lake process.", "the format", "for"),
        ("The Lake process remains the most effective way.", "the format", "for"),
        ("We condemn any fishing.", "fishing", "against"),
        ("That fishing zone is unacceptable.", "fishing", "against"),
        ("The Lake process is not effective.", "the format", "against"),
        ("The states must agree on a fishing zone.", "fishing", ""),
        ("We support the Lake process, although it is slow.", "the format", ""),
    ],
)
def test_a_stand_has_its_theme_and_what_the_words_say(
    sentence: str, theme: str, leaning: str
) -> None:
    (found,) = _drawn(sentence)
    assert (found.speaker, found.theme, found.leaning) == ("Ada Holm", theme, leaning)
    assert found.evidence[0].words == sentence


def test_what_takes_no_stand_is_no_position() -> None:
    assert _drawn("The Lake process began in March.") == ()


def test_without_a_profile_there_are_none() -> None:
    assert _drawn("We support the Lake process.", None) == ()


def test_the_narrators_own_words_are_no_position() -> None:
    text = "Lake process goes on\n\nVALE, March 4. /WIRE/. The Lake process is useful.\n"
    document = Document("d1", text, Provenance("", "", ""), language="en")
    reading = read_document(document, engine="rules")
    assert draw_positions(reading, clauses(reading), _LAKE) == ()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "we support the Lake process fishing must not is effective condemn although . ?".split()
        ),
        max_size=30,
    ).map(" ".join)
)
def test_any_words_give_spans_inside_the_text(said: str) -> None:
    for one in _drawn(said):
        assert one.evidence[0].words
