"""What a folder of models says of itself, and whether its files are what it says.

A folder holds `manifest.toml` and the files that it names:

    format = 1                  # of the manifest and of the files
    default = "fast"            # the engine where nobody asks for one; may be "rules"

    [fast]                      # one table an engine
    name = "polnear-small"
    languages = ["en"]
    trained_on = "PolNeAR 1.0.1, training part"

    [[fast.files]]
    name = "fast.npz"
    sha256 = "..."
    size = 4201337              # in bytes

    [fast.figures]              # measured, name = number
    joint = 73.1
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from onrecord.errors import DamagedModelError, MissingModelError, OtherModelError

FORMAT = 1
RULES = "rules"
_NAME = "manifest.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """A file of a model: its name in the folder, its SHA-256 in hex, its size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Card:
    """What a manifest says of one engine's model."""

    engine: str
    name: str
    languages: tuple[str, ...]
    trained_on: str
    files: tuple[Weights, ...]
    figures: Mapping[str, float] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The SHA-256 of its file; of several files, of their SHA-256s in order."""
        if len(self.files) == 1:
            return self.files[0].sha256
        return hashlib.sha256("".join(f.sha256 for f in self.files).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The models of a folder, and the engine where nobody asks for one."""

    cards: tuple[Card, ...] = ()
    default: str = RULES


def read_manifest(folder: Path, engines: Iterable[str]) -> Manifest:
    """The manifest of a folder, of which these engines are looked at, in this order.

    `ModelError` where there is none that this Onrecord can read.
    """
    path = folder / _NAME
    try:
        held = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise MissingModelError(f"{folder}: no models are here, {_NAME} is missing") from None
    except OSError as error:
        raise MissingModelError(f"{path}: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise DamagedModelError(f"{path}: not a manifest: {error}") from error
    if held.get("format") != FORMAT:
        raise OtherModelError(
            f"{path}: of format {held.get('format')}, and this Onrecord reads format {FORMAT}; "
            "use the Onrecord that wrote it, or train the model again"
        )
    try:
        cards = tuple(_card(name, held[name]) for name in engines if name in held)
        default = str(held.get("default", cards[0].engine if cards else RULES))
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedModelError(f"{path}: not a manifest: {error!r}") from error
    if default not in (RULES, *(card.engine for card in cards)):
        raise DamagedModelError(f"{path}: its default is {default!r}, of which it has no model")
    return Manifest(cards, default)


def _card(engine: str, held: Mapping[str, Any]) -> Card:
    files = tuple(_weights(one) for one in held["files"])
    if not files:
        raise ValueError(f"{engine} has no files")
    return Card(
        engine=engine,
        name=str(held["name"]),
        languages=tuple(map(str, held["languages"])),
        trained_on=str(held.get("trained_on", "")),
        files=files,
        figures={str(k): float(v) for k, v in held.get("figures", {}).items()},
    )


def _weights(held: Mapping[str, Any]) -> Weights:
    name = str(held["name"])
    if PurePath(name).name != name or "\\" in name:
        raise ValueError(f"{name!r} is not the name of a file in the folder")
    return Weights(name, str(held["sha256"]), int(held["size"]))


def read_verified(folder: Path, card: Card) -> dict[str, bytes]:
    """The files of a model by their suffix (npz, onnx), each exactly as its manifest says."""
    return {PurePath(one.name).suffix[1:]: _verified(folder / one.name, one) for one in card.files}


def _verified(path: Path, said: Weights) -> bytes:
    """The bytes of a file; what is looked at is what is used, and no second reading."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size == said.size else b""
    except FileNotFoundError:
        raise MissingModelError(f"{path}: this file of the model is missing") from None
    except OSError as error:
        raise MissingModelError(f"{path}: {error.strerror or error}") from error
    if size != said.size:
        raise DamagedModelError(f"{path}: damaged: {size} bytes, its manifest says {said.size}")
    if hashlib.sha256(data).hexdigest() != said.sha256:
        raise DamagedModelError(f"{path}: damaged: its SHA-256 is not the one in its manifest")
    return data


def weights_of(path: Path) -> Weights:
    """A file as a manifest names it, measured."""
    data = path.read_bytes()
    return Weights(path.name, hashlib.sha256(data).hexdigest(), len(data))


def write_manifest(folder: Path, cards: Iterable[Card], *, default: str = "") -> None:
    """Write the manifest of a folder whose files are there already."""
    cards = tuple(cards)
    first = cards[0].engine if cards else RULES
    lines = [f"format = {FORMAT}", f"default = {_value(default or first)}"]
    for card in cards:
        lines += ["", f"[{card.engine}]", f"name = {_value(card.name)}"]
        lines += [f"languages = {_value(list(card.languages))}"]
        lines += [f"trained_on = {_value(card.trained_on)}"]
        for one in card.files:
            lines += ["", f"[[{card.engine}.files]]", f"name = {_value(one.name)}"]
            lines += [f"sha256 = {_value(one.sha256)}", f"size = {one.size}"]
        if card.figures:
            lines += ["", f"[{card.engine}.figures]"]
            lines += [f"{_value(name)} = {value}" for name, value in card.figures.items()]
    (folder / _NAME).write_text("\n".join(lines) + "\n", "utf-8")


def _value(value: object) -> str:
    """A string or a list of strings, which TOML writes as JSON does."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
