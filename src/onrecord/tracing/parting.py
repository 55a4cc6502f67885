"""Which renderings people ruled to be of different utterances."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Passage
from onrecord.model.rulings import RulingKind, Spot
from onrecord.overlay import in_one_form
from onrecord.stores import Store

Apart = Callable[[Passage, Passage], bool]
"""Whether two passages were ruled to be of different utterances."""


def ruled_apart(store: Store) -> Apart | None:
    """What people ruled of matches, None where they ruled nothing."""
    words = {
        one.spot.words
        for one in store.rulings()
        if one.kind is RulingKind.ANOTHER_UTTERANCE and not one.taken_back
    }
    ruled = {in_one_form(quote): store.ruled_out(quote) for quote in words}
    if not any(ruled.values()):
        return None

    def apart(one: Passage, other: Passage) -> bool:
        return _meets(ruled.get(in_one_form(one.text), ()), other) or _meets(
            ruled.get(in_one_form(other.text), ()), one
        )

    return apart


def _meets(spots: tuple[Spot, ...], passage: Passage) -> bool:
    return any(
        spot.document == passage.document and any(passage.span.meets(s) for s in spot.spans)
        for spot in spots
    )
