"""What people correct of the lines of a process, kept apart from documents."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from onrecord.errors import AmbiguousError, InputError, NotFoundError
from onrecord.model import Amendment, AmendmentKind, Anchor, LineKind, Target
from onrecord.stores._corrections import Amending
from onrecord.stores.sql.connection import Connection, Row
from onrecord.stores.sql.rows import from_spans, to_json, to_spans
from onrecord.stores.sql.writing import insert, now

_SHOWN = 5


def keep_amendment(connection: Connection, amendment: Amendment) -> Amending:
    """Keep an amendment inside an open transaction; see `Store.amend`."""
    row = connection.execute("SELECT * FROM amendments WHERE id = ?", (amendment.id,)).fetchone()
    if row is None:
        insert(connection, "amendments", _values(amendment))
        return Amending.NEW
    held = _to_amendment(row)
    if replace(held, taken_back="") != replace(amendment, taken_back=""):
        raise InputError(f"{amendment.id}: another correction is held under this id")
    if held.taken_back or not amendment.taken_back:
        return Amending.HELD
    _take_back(connection, held.id, amendment.taken_back)
    return Amending.TAKEN_BACK


def list_amendments(connection: Connection, process: str) -> list[Amendment]:
    """The amendments of a process, or of all, in the order of their times."""
    rows = connection.execute(
        "SELECT * FROM amendments WHERE process = :process OR :process = '' ORDER BY at, number",
        {"process": process},
    )
    return [_to_amendment(row) for row in rows]


def take_back(connection: Connection, ref: str) -> Amendment:
    """Take back the amendment that `ref` means; see `Store.take_back_amendment`."""
    held = _found(connection, ref)
    if held.taken_back:
        raise InputError(f"{held.id}: was taken back on {held.taken_back[:10]}")
    at = now()
    _take_back(connection, held.id, at)
    return replace(held, taken_back=at)


def _take_back(connection: Connection, ref: str, at: str) -> None:
    connection.execute("UPDATE amendments SET taken_back = ? WHERE id = ?", (at, ref))


def _found(connection: Connection, ref: str) -> Amendment:
    rows = connection.execute(
        "SELECT * FROM amendments WHERE substr(id, 1, length(:ref)) = :ref AND :ref <> ''"
        " ORDER BY number",
        {"ref": ref},
    ).fetchall()
    exact = [row for row in rows if row["id"] == ref]
    if len(found := exact or rows) == 1:
        return _to_amendment(found[0])
    if not rows:
        raise NotFoundError(f"{ref or '(empty)'}: no correction with this id is held")
    ids = ", ".join(row["id"] for row in rows[:_SHOWN])
    raise AmbiguousError(f"{ref}: {len(rows)} corrections answer to this: {ids}")


def held_as(connection: Connection, document: str, sha256: str) -> str:
    """As which document in use one is held now; see `Store.held_as`."""
    seen: set[str] = set()
    while document not in seen:
        seen.add(document)
        row = connection.execute(
            "SELECT id, state, superseded_by FROM documents WHERE id = ?", (document,)
        ).fetchone()
        if row is None:
            break
        if row["state"] == "held":
            return str(row["id"])
        document = row["superseded_by"]
    rows = connection.execute(
        "SELECT id FROM documents WHERE sha256 = ? AND sha256 <> '' AND state = 'held'", (sha256,)
    ).fetchall()
    return str(rows[0]["id"]) if len(rows) == 1 else ""


def _values(amendment: Amendment) -> dict[str, Any]:
    return {
        "id": amendment.id,
        "process": amendment.process,
        "kind": amendment.kind,
        "line": to_json(_from_target(amendment.on)),
        "field": amendment.field,
        "value": amendment.value,
        "others": to_json([_from_target(one) for one in amendment.others]),
        "parted": to_json([_from_anchor(one) for one in amendment.parted]),
        "by": amendment.by,
        "at": amendment.at,
        "note": amendment.note,
        "taken_back": amendment.taken_back or None,
    }


def _from_target(target: Target) -> dict[str, Any]:
    return {
        "kind": target.kind,
        "id": target.id,
        "naming": [list(pair) for pair in target.naming],
        "anchors": [_from_anchor(one) for one in target.anchors],
        "made_by": target.made_by,
    }


def _from_anchor(anchor: Anchor) -> list[str]:
    return [anchor.document, from_spans(anchor.spans), anchor.words, anchor.sha256]


def _to_amendment(row: Row) -> Amendment:
    return Amendment(
        id=row["id"],
        kind=AmendmentKind(row["kind"]),
        process=row["process"],
        on=_to_target(json.loads(row["line"])),
        field=row["field"],
        value=row["value"],
        others=tuple(map(_to_target, json.loads(row["others"]))),
        parted=tuple(map(_to_anchor, json.loads(row["parted"]))),
        by=row["by"],
        at=row["at"],
        note=row["note"],
        taken_back=row["taken_back"] or "",
    )


def _to_target(kept: dict[str, Any]) -> Target:
    return Target(
        kind=LineKind(kept["kind"]),
        id=kept["id"],
        naming=tuple((name, word) for name, word in kept["naming"]),
        anchors=tuple(map(_to_anchor, kept["anchors"])),
        made_by=kept["made_by"],
    )


def _to_anchor(kept: list[str]) -> Anchor:
    document, spans, words, sha256 = kept
    return Anchor(document, to_spans(spans), words, sha256)
