"""A database of made-up wire stories, and nothing else in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from onrecord.model import Document
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import Store, open_store


def stories(texts: Iterable[str], path: Path) -> Store:
    """A new database at `path` that holds these stories, each once, read by rules."""
    store = open_store(path)
    lines = "\n".join(
        json.dumps({"id": f"story-{number}", "text": text, "kind": "story", "language": "en"})
        for number, text in enumerate(dict.fromkeys(texts))
    )
    if not lines:
        return store
    with store.together():
        for document in read(lines.encode(), path="stories.jsonl"):
            if isinstance(document, Document):
                store.add(read_document(document, engine="rules"), document.text.encode())
    return store
