"""The engines that can be run here, and what each finds, in the form that is scored."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.model import Spans, Statement
from onrecord.pipeline import extract

ENGINES = ("rules", "fast", "best")
_FIRST = "“It is shut,” Orla Venn said. She hopes that it will open."


def engines(asked: Sequence[str] = ()) -> tuple[str, ...]:
    """Those of `ENGINES` that work, or of those asked for; one that does not is told with why."""
    working = []
    for name in asked or ENGINES:
        if why := trouble(name):
            print(f"{name}: not measured: {why}")
        else:
            working.append(name)
    return tuple(working)


def trouble(engine: str) -> str:
    """Why an engine cannot be run, "" where it can."""
    try:
        run(engine, _FIRST)
    except OnrecordError as error:
        return str(error)
    return ""


def run(engine: str, text: str) -> tuple[Statement, ...]:
    """The statements of a text by one engine: the whole way, speakers resolved."""
    return extract(text, engine=engine)


def relations(statements: Iterable[Statement]) -> list[dict[str, Any]]:
    """Statements in the form that is scored, each with the attribution that it was made of."""
    return [
        {
            "source": as_lists(one.attribution.source),
            "cue": as_lists(one.attribution.cue),
            "content": as_lists(one.attribution.content),
            "attribution": one.attribution,
        }
        for one in statements
    ]


def as_lists(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def all_found(
    engine: str, texts: Mapping[str, str]
) -> tuple[dict[str, list[dict[str, Any]]], float]:
    """What an engine finds in each text, and how many words it reads a second of processor time.

    What is loaded once (the language's data, a model) is loaded before the clock starts.
    """
    run(engine, _FIRST)
    started = time.process_time()
    statements = {name: run(engine, text) for name, text in texts.items()}
    took = time.process_time() - started
    words = sum(len(text.split()) for text in texts.values())
    return {name: relations(found) for name, found in statements.items()}, words / (took or 1e-9)


def sizes(engine: str) -> list[str]:
    """The files of an engine's model with their size; the rules have none."""
    if engine == ENGINES[0]:
        return []
    from onrecord import tagging

    return [
        f"{weights.name}: {weights.size / 1e6:.1f} MB"
        for card in tagging.models_in().cards
        if card.engine == engine
        for weights in card.files
    ]
