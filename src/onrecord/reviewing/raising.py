"""A doubt with its id."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace

from onrecord.model.rulings import Doubt

_DIGITS = 12


def raised(doubt: Doubt) -> Doubt:
    """The doubt with an id that it has again whenever the same is doubted of the same words."""
    told = asdict(replace(doubt, id="", why="", score=0.0))
    plain = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    digest = hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(doubt, id=digest[:_DIGITS])


def shortened(words: str, longest: int = 60) -> str:
    """Words on one line for a reason, cut where they are long."""
    plain = " ".join(words.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"
