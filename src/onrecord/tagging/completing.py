"""From what the rules found to what the rules and a learned engine find together."""

from __future__ import annotations

from onrecord.model import Attribution, Part, Turn
from onrecord.tagging.models import Model, applies, choose


def complete(
    text: str,
    attributions: tuple[Attribution, ...],
    *,
    parts: tuple[Part, ...] = (),
    turns: tuple[Turn, ...] = (),
    engine: str | Model = "fast",
    language: str = "en",
) -> tuple[Attribution, ...]:
    """What the rules found in `text`, with what a learned engine adds to it and mends.

    The words of a direct quotation stay as the rules have them. Transcripts, and languages that the
    model was not trained on, are left to the rules. Offsets are code points of `text`; in order of
    content. `ModelError` where the engine cannot be used.
    """
    model = choose(engine) if isinstance(engine, str) else engine
    if model is None or not applies(model, language=language, turns=turns) or not text.strip():
        return attributions
    # Imported here: the rules alone need no numpy.
    from onrecord.tagging.finding import find

    return find(text, attributions, parts, (model, language))
