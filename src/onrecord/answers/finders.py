"""Which engines find statements here, as programs are given them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.answers.shapes import answer

if TYPE_CHECKING:
    from onrecord.weights import Card


@answer
class EngineAnswer:
    """What finds statements: rules alone, or a learned model beside them."""

    engine: str
    """rules, fast or best."""
    state: str
    """Whether it can be used, and whether it is the default, in words."""
    sha256: str = ""
    """The SHA-256 of its model, "" for the rules."""
    size: int | None = None
    """How many bytes its model has."""
    name: str = ""
    """What its model is called."""
    languages: tuple[str, ...] = ()
    """The languages that it was trained on."""
    trained_on: str = ""
    """What it was trained on."""
    figures: Mapping[str, float] | None = None
    """What was measured of it."""


def engines(folder: Path | None = None) -> Iterator[EngineAnswer]:
    """The engines there are; `folder` holds models in the place of those that ship."""
    from onrecord.tagging import models_in

    held = models_in(folder)
    default = ", default"
    state = f"ready{default * (held.default == 'rules')}"
    yield EngineAnswer(engine="rules", state=state, figures={})
    for card in held.cards:
        yield EngineAnswer(
            engine=card.engine,
            state=_state(card, folder) + default * (held.default == card.engine),
            sha256=card.digest,
            size=sum(one.size for one in card.files),
            name=card.name,
            languages=card.languages,
            trained_on=card.trained_on,
            figures=dict(card.figures),
        )


def _state(card: Card, folder: Path | None) -> str:
    from onrecord.errors import ModelError
    from onrecord.tagging import choose

    try:
        choose(card.engine, folder=folder)
    except ModelError as error:
        return f"cannot be used ({error})"
    return "ready"
