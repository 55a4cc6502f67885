"""Rulings and doubts as values of table columns, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from onrecord.model import Span
from onrecord.model.rulings import NOWHERE, Doubt, Matter, Ruling, RulingKind, Sort, Spot
from onrecord.overlay import in_one_form
from onrecord.stores.sql.connection import Row
from onrecord.stores.sql.rows import from_spans, to_json, to_spans


def to_values(ruling: Ruling) -> dict[str, object]:
    """A ruling as columns."""
    spot = ruling.spot
    return {
        "id": ruling.id,
        "kind": ruling.kind,
        "matter": ruling.matter,
        "document": spot.document,
        "sha256": spot.sha256,
        "spans": from_spans(spot.spans),
        "words": spot.words,
        "beside": spot.beside,
        "speaker": ruling.speaker,
        "other": ruling.other,
        "cut": from_spans(() if ruling.cut is None else (ruling.cut,)),
        "second": to_json(_from_spot(ruling.second)) if ruling.second else "",
        "quoted": in_one_form(spot.words) if ruling.matter is Matter.MATCH else "",
        "doubt": ruling.doubt,
        "by": ruling.by,
        "at": ruling.at,
        "note": ruling.note,
        "taken_back": ruling.taken_back or None,
    }


def to_ruling(row: Row) -> Ruling:
    """A row of `rulings`."""
    cut = to_spans(row["cut"])
    return Ruling(
        id=row["id"],
        kind=RulingKind(row["kind"]),
        matter=Matter(row["matter"]),
        spot=Spot(
            row["document"], to_spans(row["spans"]), row["words"], row["beside"], row["sha256"]
        ),
        speaker=row["speaker"],
        other=row["other"],
        cut=cut[0] if cut else None,
        second=_to_spot(json.loads(row["second"])) if row["second"] else None,
        doubt=row["doubt"],
        by=row["by"],
        at=row["at"],
        note=row["note"],
        taken_back=row["taken_back"] or "",
    )


def from_doubt(doubt: Doubt) -> str:
    """A doubt as JSON."""
    kept = asdict(doubt) | {
        "spot": _from_spot(doubt.spot),
        "cut": None if doubt.cut is None else [doubt.cut.start, doubt.cut.end],
        "second": _from_spot(doubt.second) if doubt.second else None,
    }
    return to_json(kept)


def to_doubt(column: str) -> Doubt:
    """JSON as a doubt."""
    kept: dict[str, Any] = json.loads(column)
    cut, second = kept.pop("cut"), kept.pop("second")
    return Doubt(
        **kept
        | {
            "sort": Sort(kept["sort"]),
            "matter": Matter(kept["matter"]),
            "spot": _to_spot(kept["spot"]),
        },
        cut=Span(*cut) if cut else None,
        second=_to_spot(second) if second else None,
    )


def _from_spot(spot: Spot) -> list[str]:
    return [spot.document, from_spans(spot.spans), spot.words, spot.beside, spot.sha256]


def _to_spot(kept: list[str]) -> Spot:
    document, spans, words, beside, sha256 = kept
    found = Spot(document, to_spans(spans), words, beside, sha256)
    return NOWHERE if found == NOWHERE else found
