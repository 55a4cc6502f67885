"""Annotated articles: a text and the attributions that a person marked in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import AnnotationError
from onrecord.model import Attribution, Quotation, Span, Spans


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its attributions; `quotation` of each is left indirect, nobody marked it."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def read_annotations(path: Path) -> Iterator[Annotated]:
    """The articles of a file of JSON lines, as the scorers of PolNeAR and others read them.

    Each line is {"doc": id, "text": ..., "attributions": [{"source": [[start, end], ...], "cue":
    ..., "content": ...}]}, offsets in code points of the text, half-open. Attributions without
    content are left out. `AnnotationError` names the line that is not so.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _article(line, f"{path}, line {number}")
    except (OSError, UnicodeDecodeError) as error:
        raise AnnotationError(f"{path}: cannot be read: {error}") from error


def _article(line: str, place: str) -> Annotated:
    try:
        held = json.loads(line)
        text = str(held["text"])
        marked = [_attribution(one, len(text)) for one in held["attributions"]]
        return Annotated(str(held["doc"]), text, tuple(one for one in marked if one.content))
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        words = f"{error!r}"[:200]
        raise AnnotationError(f"{place}: not an annotated article: {words}") from error


def _attribution(held: Mapping[str, Any], size: int) -> Attribution:
    source, cue, content = (_spans(held.get(k) or (), size) for k in ("source", "cue", "content"))
    return Attribution(source, cue, content, Quotation.INDIRECT)


def _spans(held: Iterable[Sequence[int]], size: int) -> Spans:
    spans = tuple(sorted(Span(int(start), int(end)) for start, end in held))
    for span in spans:
        if not 0 <= span.start < span.end <= size:
            raise ValueError(f"{span.start} to {span.end} is no part of a text of {size}")
    return spans
