"""Learned models in memory: verified, loaded once a process, chosen."""

from __future__ import annotations

import os
import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError, MissingModelError, ModelError, OnrecordWarning
from onrecord.model import Turn
from onrecord.weights import RULES, Card, Manifest, read_manifest, read_verified

if TYPE_CHECKING:
    from onrecord.tagging.decoding import Limits
    from onrecord.tagging.encoding import Encoder
    from onrecord.tagging.head import Head

LEARNED = ("fast", "best")
ENGINES = (RULES, *LEARNED)
# Names a folder of models that takes the place of the shipped ones.
VARIABLE = "ONRECORD_MODEL"
_SHIPPED = Path(__file__).with_name("weights")


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A model ready for use by any number of threads; nothing in it changes."""

    card: Card
    encoder: Encoder
    head: Head
    limits: Limits

    @property
    def mark(self) -> str:
        """The engine and the beginning of its model's SHA-256, as provenance of statements."""
        return f"{self.card.engine} {self.card.digest[:12]}"

    def covers(self, language: str) -> bool:
        """Whether it was trained on texts of this BCP 47 tag."""
        return language.split("-", maxsplit=1)[0].casefold() in self.card.languages


def choose(engine: str | None = None, *, folder: str | Path | None = None) -> Model | None:
    """The model of an engine, None for the rules; `ModelError` where it cannot be used.

    `folder` holds the models, else the folder that ONRECORD_MODEL names, else the shipped one; its
    manifest says which engine it is where none is asked for. Where nobody asked for anything and
    the shipped model cannot be used, the rules stand in, with one warning a process.
    """
    if engine not in (None, *ENGINES):
        raise InputError(f"{engine}: no engine of that name; it is one of {', '.join(ENGINES)}")
    if engine == RULES:
        return None
    asked = folder or os.environ.get(VARIABLE)
    if not asked:
        return load(engine, _SHIPPED) if engine else _shipped_default(_SHIPPED)
    place = Path(asked)
    return _default(place) if engine is None else load(engine, place)


def models_in(folder: str | Path | None = None) -> Manifest:
    """What the manifest of a folder says, by default of that which `choose` would look in."""
    return read_manifest(Path(folder or os.environ.get(VARIABLE) or _SHIPPED), LEARNED)


@cache
def _shipped_default(folder: Path) -> Model | None:
    try:
        return _default(folder)
    except ModelError as error:
        warnings.warn(
            f"statements are found by rules alone: {error}", OnrecordWarning, stacklevel=1
        )
        return None


@cache
def _default(folder: Path) -> Model | None:
    engine = read_manifest(folder, LEARNED).default
    return None if engine == RULES else load(engine, folder)


@cache
def load(engine: str, folder: Path) -> Model:
    """The model of a learned engine in a folder, opened once a process."""
    return open_model(engine, folder)


def open_model(engine: str, folder: Path) -> Model:
    """The model of a learned engine as it is in a folder now, its files verified by SHA-256."""
    cards = {card.engine: card for card in read_manifest(folder, LEARNED).cards}
    if engine not in cards:
        held = f"it has {', '.join(cards)}" if cards else "it has none"
        raise MissingModelError(f"{folder}: no model for the engine {engine} is here; {held}")
    # Imported here: the rules alone need no numpy.
    from onrecord.tagging.unpacking import unpack

    card = cards[engine]
    files = read_verified(folder, card)
    encoder, head, limits = unpack(files, engine, str(folder))
    return Model(card, encoder, head, limits)


def applies(model: Model, *, language: str, turns: tuple[Turn, ...]) -> bool:
    """Whether a model is of use for a text: of its languages, and not a transcript.

    It learned from news prose. What a speaker says that others said is left to the rules, until
    somebody has measured what a model makes of it.
    """
    return not turns and model.covers(language)
