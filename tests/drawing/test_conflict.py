"""Which divided state a text speaks of."""

from __future__ import annotations

import pytest

from onrecord.drawing.conflict import conflict_in


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Syria was spoken of, and the Syrian side replied.", "Syria"),
        ("The Syrian opposition replied.", "Syria"),
        ("Syria was named.", ""),
        ("Nobody was named.", ""),
    ],
)
def test_a_state_is_spoken_of_twice_or_with_one_of_its_sides(text: str, state: str) -> None:
    assert conflict_in(text, "en") == state
