"""No document twice, and versions of one know each other."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.stores._health import Check, Remedy, holds, wrong
from onrecord.stores.sql.connection import Connection

ONCE = "documents"
VERSIONS = "versions"


def check_once(connection: Connection) -> Check:
    """Whether no two documents held are the same place of the same bytes."""
    rows = connection.execute(
        "SELECT min(id) AS one, max(id) AS other FROM documents"
        " GROUP BY raw, record HAVING count(*) > 1"
    ).fetchall()
    twice = [f"{row['one']} and {row['other']}" for row in rows]
    if twice:
        told = f"{len(twice):,} documents are held twice; `onrecord remove` takes one of each out"
        return wrong(ONCE, told, twice)
    counts = connection.execute(
        "SELECT count(*) AS every, coalesce(sum(CASE WHEN state = 'held' THEN 1 ELSE 0 END), 0)"
        " AS held FROM documents"
    ).fetchone()
    older = counts["every"] - counts["held"]
    told = f"{counts['held']:,} documents are held, none twice; {older:,} older versions"
    return holds(ONCE, told)


@dataclass(frozen=True, slots=True)
class Version:
    """What a document says of the versions before and after it."""

    id: str
    state: str
    before: str
    after: str


def check_versions(connection: Connection) -> Check:
    """Whether each version names those beside it, they name it, and one without a newer is held.

    A version that was removed is known as such, and is no fault.
    """
    held = versions(connection)
    removed = {row["id"] for row in connection.execute("SELECT id FROM removed")}
    bad = [why for one in held.values() if (why := _fault(one, held, removed))]
    links = missing_links(held)
    count = sum(bool(one.after) for one in held.values())
    if bad:
        return wrong(VERSIONS, f"{len(bad):,} versions are not linked as they must be", bad)
    if links:
        found = [f"{newer} does not name {older}" for newer, older in links.items()]
        told = f"{len(links):,} versions do not name the one before"
        return wrong(VERSIONS, told, found, remedy=Remedy.LINKS)
    return holds(VERSIONS, f"{count:,} older versions name the newer one, and are named by it")


def versions(connection: Connection) -> dict[str, Version]:
    """What every document says of its versions, by its id."""
    rows = connection.execute("SELECT id, state, supersedes, superseded_by FROM documents")
    return {
        row["id"]: Version(row["id"], row["state"], row["supersedes"], row["superseded_by"])
        for row in rows
    }


def missing_links(held: dict[str, Version]) -> dict[str, str]:
    """The versions that name none before them, by the id of the older one that names them."""
    return {
        one.after: one.id
        for one in held.values()
        if one.after in held and not held[one.after].before
    }


def _fault(one: Version, held: dict[str, Version], removed: set[str]) -> str:
    if (one.state == "superseded") != bool(one.after):
        return f"{one.id} is {one.state}, and its newer version is {one.after or 'none'}"
    for name in (one.before, one.after):
        if name and name not in held and name not in removed:
            return f"{one.id} names {name}, which was never held"
    if one.before in held and (after := held[one.before].after) != one.id:
        return f"{one.id} names {one.before}, which names {after or 'none'} as its newer version"
    return f"{one.id} is a version of itself" if _is_circular(one, held) else ""


def _is_circular(one: Version, held: dict[str, Version]) -> bool:
    seen: set[str] = set()
    name = one.id
    while name in held and name not in seen:
        seen.add(name)
        name = held[name].after
    return name == one.id and one.after != ""
