"""Texts of others as every file can hold them."""

from __future__ import annotations

import json
import re

_LONE = re.compile("[\\ud800-\\udfff]")


def whole(text: str) -> str:
    """A text without halves of characters, which no encoding has: each is U+FFFD, offsets hold."""
    return _LONE.sub("\ufffd", text)


def as_json(value: object, *, indent: int | None = None) -> str:
    """A value as JSON with its letters as they are, in characters that every file can hold."""
    return whole(json.dumps(value, ensure_ascii=False, indent=indent))
