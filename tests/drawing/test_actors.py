"""Who acts in a text, by which words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.drawing import ActorKind, actors_in
from onrecord.model import Named


def _names(text: str, conflict: str = "") -> list[str]:
    return [actor.name for actor in actors_in(text, conflict=conflict) if not actor.place]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norway, the United States and the UN met", ["Norway", "US", "UN"]),
        ("talks with our Peruvian and Chilean colleagues", ["Peru", "Chile"]),
        ("the Kenyan side and US representatives", ["Kenya", "US"]),
        ("The Americans told us", ["US"]),
        ("an exchange between Ottawa Street and Oslo Square", []),
        ("between Tehran and Tokyo", ["Iran", "Japan"]),
        ("They met in Tehran and in the centre of Tokyo", []),
        ("Does Cairo agree?", ["Egypt"]),
        ("the Cairo process", []),
        ("They live in Norway", []),
        ("our friends from Norway", ["Norway"]),
        ("a Peru-Chile commission and Peruvian-Chilean talks", ["Peru", "Chile"] * 2),
        ("Latin America and South America", []),
        ("the Republic of Kenya", ["Kenya"]),
        ("the OSCE and the Organization for Security and Co-operation in Europe", ["OSCE"] * 2),
        ("a Peruvian poem", []),
        ("let us go", []),
    ],
)
def test_actors_are_named_in_short(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_the_parties_of_a_process_are_known_beside_those_of_the_language() -> None:
    parties = (Named("Norland", ("Republic of Norland",), adjectives=("Norlandic",)), Named("M9"))
    found = actors_in("the Republic of Norland, M9 and our Norlandic colleagues", parties=parties)
    assert [actor.name for actor in found] == ["Norland", "M9", "Norland"]
    assert actors_in("the Republic of Norland") == ()


def test_the_sides_of_a_divided_state_are_told_apart() -> None:
    text = "the Libyan government, the armed opposition and the government of Libya"
    sides = ["Libyan government", "Libyan armed opposition", "Libyan government"]
    assert _names(text, "Libya") == sides
    assert _names("The government met the opposition") == []
    assert _names("The government met the opposition", "Libya") == [sides[0], "Libyan opposition"]


def test_a_post_makes_it_a_person() -> None:
    found = actors_in("the Kenyan foreign minister, and the President of the Republic of Chile")
    assert [(actor.name, actor.kind) for actor in found] == [
        ("Kenya", ActorKind.PERSON),
        ("Chile", ActorKind.PERSON),
    ]


def test_a_body_of_an_organisation_is_not_the_organisation() -> None:
    assert _names("the UN Security Council and UN envoys") == ["UN Security Council", "UN"]


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "the",
                "Syrian",
                "UN",
                "Russia-Turkey",
                "of",
                "government",
                "Moscow",
                "and",
                ",",
                "US’s",
                "President",
            ]
        )
    ).map(" ".join)
)
def test_any_text_gives_spans_in_order(text: str) -> None:
    found = actors_in(text, conflict="Syria")
    assert all(actor.span.of(text) for actor in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
