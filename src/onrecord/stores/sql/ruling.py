"""What people rule on what was read: kept, listed, taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.errors import AmbiguousError, InputError, NotFoundError
from onrecord.model.rulings import Matter, Ruling, RulingKind, Spot, Unlaid
from onrecord.overlay import in_one_form, laid_over, words_of
from onrecord.stores.sql.amending import held_as
from onrecord.stores.sql.connection import Connection
from onrecord.stores.sql.overlaying import original_of, relay, rulings_on
from onrecord.stores.sql.rulings_rows import to_ruling, to_values
from onrecord.stores.sql.writing import insert, now

_SHOWN = 5
_OF_WORDS = frozenset({Matter.STATEMENT, Matter.TURN})


def keep_ruling(connection: Connection, ruling: Ruling) -> None:
    """Keep a ruling and lay it over the documents that it is about; see `Store.rule`."""
    held = connection.execute("SELECT 1 FROM rulings WHERE id = ?", (ruling.id,)).fetchone()
    if held:
        raise InputError(f"{ruling.id}: another ruling is held under this id")
    insert(connection, "rulings", to_values(ruling))
    connection.execute("DELETE FROM doubts WHERE id = ? AND id <> ''", (ruling.doubt,))
    why = "no document with these words is held"
    lies = ruling.matter not in _OF_WORDS
    for number in list(_documents_of(connection, ruling)):
        laid = relay(connection, number)
        if laid:
            lies = lies or ruling.id in laid.lying
            why = next((one.why for one in laid.adrift if one.ruling.id == ruling.id), why)
    if not lies:
        raise InputError(f"{ruling.spot.document}: {why}")


def list_rulings(connection: Connection, document: int | None) -> list[Ruling]:
    """The rulings on a document, or all, in the order in which they were made."""
    rows = connection.execute("SELECT * FROM rulings ORDER BY number")
    found = [to_ruling(row) for row in rows]
    if document is None:
        return found
    own = {ruling.id for ruling in rulings_on(connection, document, standing=False)}
    return [ruling for ruling in found if ruling.id in own]


def list_lying(connection: Connection, number: int) -> list[Ruling]:
    """The rulings that lie on a document, in the order in which they were made."""
    rows = connection.execute(
        "SELECT r.* FROM rulings r JOIN ruled l ON l.ruling = r.id WHERE l.document = ?"
        " ORDER BY r.number",
        (number,),
    )
    return [to_ruling(row) for row in rows]


def take_back_ruling(connection: Connection, ref: str) -> Ruling:
    """Take back the ruling that `ref` means; see `Store.take_back_ruling`."""
    held = _found(connection, ref)
    if held.taken_back:
        raise InputError(f"{held.id}: was taken back on {held.taken_back[:10]}")
    at = now()
    connection.execute("UPDATE rulings SET taken_back = ? WHERE id = ?", (at, held.id))
    _look_again(connection, held)
    lay_on = connection.execute("SELECT document FROM ruled WHERE ruling = ?", (held.id,))
    for row in lay_on.fetchall():
        relay(connection, row["document"])
    return replace(held, taken_back=at)


def _look_again(connection: Connection, ruling: Ruling) -> None:
    """Let what a ruling settled be found again."""
    if ruling.matter is Matter.PEOPLE:
        connection.execute("DELETE FROM looked WHERE document = 0")
    if ruling.matter is Matter.MATCH:
        connection.execute(
            "DELETE FROM looked WHERE at = 'matches' AND document IN"
            " (SELECT number FROM documents WHERE id = ?)",
            (ruling.spot.document,),
        )


def list_adrift(connection: Connection) -> list[Unlaid]:
    """The rulings that stand and find no words to lie on in a document in use, and why."""
    found: list[Unlaid] = []
    rows = connection.execute(
        "SELECT * FROM rulings r WHERE taken_back IS NULL AND matter IN ('statement', 'turn')"
        " AND NOT EXISTS (SELECT 1 FROM ruled l JOIN documents d ON d.number = l.document"
        " WHERE l.ruling = r.id AND d.state = 'held') ORDER BY number"
    )
    for ruling in map(to_ruling, rows.fetchall()):
        why = "no document with these words is held"
        number = _number_now(connection, ruling.spot)
        if number is not None:
            laid = laid_over(original_of(connection, number), rulings_on(connection, number))
            why = next((one.why for one in laid.adrift if one.ruling.id == ruling.id), why)
        found.append(Unlaid(ruling, why))
    return found + [
        Unlaid(ruling, "the words that it was matched with are not there now")
        for ruling in _match_rulings(connection)
        if ruling.second and _spot_now(connection, ruling.second) is None
    ]


def list_ruled_out(connection: Connection, quote: str) -> tuple[Spot, ...]:
    """Words that people ruled to be another utterance than a quotation; see `Store.ruled_out`."""
    form = in_one_form(quote)
    if not form:
        return ()
    rows = connection.execute(
        "SELECT * FROM rulings WHERE quoted = ? AND taken_back IS NULL AND quoted <> ''"
        " AND kind = ?",
        (form, RulingKind.ANOTHER_UTTERANCE),
    )
    seconds = [ruling.second for ruling in map(to_ruling, rows.fetchall())]
    spots = (_spot_now(connection, second) for second in seconds if second)
    return tuple(spot for spot in spots if spot)


def _match_rulings(connection: Connection) -> Iterator[Ruling]:
    rows = connection.execute(
        "SELECT * FROM rulings WHERE taken_back IS NULL AND kind = ? ORDER BY number",
        (RulingKind.ANOTHER_UTTERANCE,),
    )
    return map(to_ruling, rows.fetchall())


def _spot_now(connection: Connection, spot: Spot) -> Spot | None:
    """A spot in the document in use, None where its words do not stand at its place in it."""
    ref = held_as(connection, spot.document, spot.sha256)
    row = connection.execute("SELECT text FROM documents WHERE id = ?", (ref,)).fetchone()
    if row is None or words_of(row["text"], spot.spans) != spot.words:
        return None
    return replace(spot, document=ref)


def _documents_of(connection: Connection, ruling: Ruling) -> Iterable[int]:
    """The documents over which a ruling may lie."""
    if ruling.matter in _OF_WORDS:
        row = connection.execute(
            "SELECT number FROM documents WHERE id = ?", (ruling.spot.document,)
        ).fetchone()
        numbers = {row["number"] if row else None, _number_now(connection, ruling.spot)}
        return sorted(number for number in numbers if number is not None)
    if ruling.kind is not RulingKind.ONE_PERSON:
        return ()
    rows = connection.execute(
        "SELECT document FROM statements WHERE instr(speaker, :name) > 0 OR instr(via, :name) > 0"
        " UNION SELECT document FROM structures WHERE instr(speakers, :name) > 0",
        {"name": ruling.other},
    )
    return [row["document"] for row in rows.fetchall()]


def _number_now(connection: Connection, spot: Spot) -> int | None:
    ref = held_as(connection, spot.document, spot.sha256)
    row = connection.execute("SELECT number FROM documents WHERE id = ?", (ref,)).fetchone()
    return int(row["number"]) if row else None


def _found(connection: Connection, ref: str) -> Ruling:
    rows = connection.execute(
        "SELECT * FROM rulings WHERE substr(id, 1, length(:ref)) = :ref AND :ref <> ''"
        " ORDER BY number",
        {"ref": ref},
    ).fetchall()
    exact = [row for row in rows if row["id"] == ref]
    if len(found := exact or rows) == 1:
        return to_ruling(found[0])
    if not rows:
        raise NotFoundError(f"{ref or '(empty)'}: no ruling with this id is held")
    ids = ", ".join(row["id"] for row in rows[:_SHOWN])
    raise AmbiguousError(f"{ref}: {len(rows)} rulings answer to this: {ids}")
