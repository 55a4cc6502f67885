"""The shipped models of meaning: verified by SHA-256, opened once a process, when first used."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import DamagedModelError, MissingModelError, ModelError, OnrecordWarning
from onrecord.weights import Card, read_manifest, read_verified

if TYPE_CHECKING:
    from onrecord.meaning.embedding import Embedding
    from onrecord.meaning.encoding import Encoder
    from onrecord.weights.arrays import Floats

NAMES = ("static", "minilm")
SHIPPED = Path(__file__).with_name("weights")
_BROKEN = (KeyError, ValueError, TypeError, OSError, EOFError, zipfile.BadZipFile)


def require() -> None:
    """`MissingExtraError` where onnxruntime is not installed, `ModelError` where a file is bad."""
    open_encoder(SHIPPED)


@cache
def usable() -> bool:
    """Whether `onrecord[semantic]` is installed; with one warning a process where it is broken."""
    if find_spec("onnxruntime") is None:
        return False
    try:
        require()
    except ModelError as error:
        warnings.warn(f"passages are found by words alone: {error}", OnrecordWarning, stacklevel=2)
        return False
    return True


def covers(language: str) -> bool:
    """Whether the models know texts of this BCP 47 tag; "" is taken for English."""
    return language.split("-", maxsplit=1)[0].casefold() in ("", "en")


def embed(texts: Sequence[str]) -> Floats:
    """The texts as vectors of length 1, a row each, by the static embedding; zeros without words.

    `ModelError` where the shipped file is missing or damaged. No extra is needed.
    """
    from onrecord.meaning.embedding import unit

    return unit(open_embedding(SHIPPED).sums(texts))


def encode(text: str) -> Floats:
    """A text as a vector of length 1, by MiniLM; what comes after 256 word pieces is not read.

    `MissingExtraError` where onnxruntime is not installed, `ModelError` where the shipped file is
    missing or damaged.
    """
    return open_encoder(SHIPPED).encode(text)


@cache
def open_embedding(folder: Path) -> Embedding:
    """The static embedding of a folder."""
    from onrecord.meaning.embedding import unpack

    try:
        return unpack(_files(folder, "static")["npz"], str(folder))
    except _BROKEN as error:
        raise DamagedModelError(f"{folder}: static holds no embedding: {error}") from error


@cache
def open_encoder(folder: Path) -> Encoder:
    """MiniLM from a folder; its word pieces are those of the embedding beside it."""
    from onrecord.meaning.encoding import Encoder
    from onrecord.weights.sessions import open_session

    pieces = open_embedding(folder).word_pieces
    try:
        model = _files(folder, "minilm")["onnx"]
        session = open_session(model, use="the search by meaning", extra="semantic")
    except _BROKEN as error:
        raise DamagedModelError(f"{folder}: minilm holds no model: {error}") from error
    return Encoder(session, pieces)


def _files(folder: Path, name: str) -> dict[str, bytes]:
    cards: dict[str, Card] = {card.engine: card for card in read_manifest(folder, NAMES).cards}
    if name not in cards:
        raise MissingModelError(f"{folder}: no model {name} is here")
    return read_verified(folder, cards[name])
