"""A dossier as entities of FollowTheMoney, the model that Aleph and OpenSanctions read.

Schemata and properties as in followthemoney 4.11 (followthemoney.tech).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from onrecord.exports.days import in_order
from onrecord.exports.dossiers.citing import link_of, web_address
from onrecord.exports.dossiers.entries import day_of
from onrecord.exports.dossiers.naming import plain, post_in_words, title_of
from onrecord.model import (
    Agreement,
    Dating,
    DocumentLine,
    Dossier,
    Evidence,
    Meeting,
    Position,
    PostHeld,
    Promise,
    RoleHeld,
    RoleKind,
)
from onrecord.text import place_of

_OUTSIDE = frozenset({RoleKind.INVITED, RoleKind.ABSENT})
"""Roles that make nobody a member."""
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_LONGEST = {"name": 380, "fileName": 1000, "title": 1000, "role": 1000, "location": 240}

Properties = Mapping[str, Iterable[str]]


def as_entities(dossier: Dossier) -> str:
    """The lines of the process as FollowTheMoney entities, JSON Lines; ids stay the same.

    The process and its bodies are Organizations, actors LegalEntities (People where they hold a
    post), roles Memberships (who was invited or absent: UnknownLinks), posts Positions with
    Occupancies, meetings and agreements Events, promises and positions Notes, and the documents
    Documents: the `proof` of each line, and tied to each Event by Documentation with the words.
    Lines beside the process are left out.
    """
    people = frozenset(_key(post.person) for post in dossier.posts if post.belongs)
    found = _Entities(dossier, people)
    found.gather()
    return "".join(json.dumps(one, ensure_ascii=True, sort_keys=True) + "\n" for one in found.all())


@dataclass(slots=True)
class _Entities:
    """The entities of a dossier, by id."""

    dossier: Dossier
    people: frozenset[str]
    made: dict[str, dict[str, Any]] = field(default_factory=dict)

    def all(self) -> Iterator[dict[str, Any]]:
        yield from self.made.values()

    def gather(self) -> None:
        dossier = self.dossier
        self._process()
        for post in filter(_belongs, dossier.posts):
            self._post(post)
        for role in filter(_belongs, dossier.roles):
            self._role(role)
        for meeting in filter(_belongs, dossier.meetings):
            self._event(meeting, (plain(meeting.kind), plain(meeting.status)))
        for agreement in filter(_belongs, dossier.agreements):
            self._event(agreement, (plain(agreement.kind), "agreement"))
        for promise in filter(_belongs, dossier.promises):
            self._promise(promise)
        for position in filter(_belongs, dossier.positions):
            self._position(position)

    def add(self, schema: str, key: str, **properties: Iterable[str]) -> str:
        """An entity, or more of one that is there; empty values are left out."""
        identifier = self._id(schema, key)
        one = self.made.setdefault(
            identifier, {"id": identifier, "schema": schema, "properties": {}}
        )
        for name, values in properties.items():
            held = one["properties"].get(name, [])
            found = list(dict.fromkeys((*held, *_values(name, values))))
            if found:
                one["properties"][name] = found
        return identifier

    def named(self, name: str) -> str:
        """The entity of an actor's name: a person where somebody of this name holds a post."""
        person = _key(name) in self.people
        return self.add("Person" if person else "LegalEntity", _key(name), name=(name,))

    def body(self, name: str, **properties: Iterable[str]) -> str:
        """The entity of what has members; an actor of this name is the same, a person is not."""
        key = f"body {_key(name)}" if _key(name) in self.people else _key(name)
        identifier = self.add("LegalEntity", key, name=(name,), **properties)
        self.made[identifier]["schema"] = "Organization"
        return identifier

    def _id(self, schema: str, key: str) -> str:
        words = "\x1f".join((self.dossier.profile.name, schema, key))
        return f"onrecord-{blake2b(words.encode('utf-8', 'replace'), digest_size=10).hexdigest()}"

    def _process(self) -> str:
        profile = self.dossier.profile
        name = profile.title or profile.name
        others = [one for one in profile.names if one != name]
        return self.body(name, alias=others, classification=("process",))

    def _body(self, of: str) -> str:
        names = {_key(name) for name in (*self.dossier.profile.names, "")}
        return self._process() if _key(of) in names else self.body(of)

    def _post(self, post: PostHeld) -> None:
        name = post_in_words(post)
        position = self.add("Position", name.casefold(), name=(name,))
        self.add(
            "Occupancy",
            f"{post.id}\x1f{post.person}\x1f{name}",
            holder=(self.named(post.person),),
            post=(position,),
            **self._grounds(post.evidence),
        )

    def _role(self, role: RoleHeld) -> None:
        key = f"{role.id}\x1f{role.actor}\x1f{role.role}\x1f{role.of}"
        actor, body = self.named(role.actor), self._body(role.of)
        grounds = {"role": (plain(role.role),), **self._grounds(role.evidence)}
        if role.role in _OUTSIDE:
            self.add("UnknownLink", key, subject=(actor,), object=(body,), **grounds)
        else:
            self.add("Membership", key, member=(actor,), organization=(body,), **grounds)

    def _event(self, line: Meeting | Agreement, keywords: tuple[str, ...]) -> None:
        event = self.add(
            "Event",
            f"{line.id}\x1f{title_of(line)}",
            name=(title_of(line),),
            location=(line.place,),
            keywords=keywords,
            involved=[self.named(party) for party in line.parties],
            proof=self._documents(line.evidence),
            **_days(day_of(line)),
        )
        for one in in_order(line.evidence):
            self._documentation(event, one)

    def _documentation(self, event: str, one: Evidence) -> None:
        at = place_of(one.document, one.spans)
        self.add(
            "Documentation",
            f"{event}\x1f{at}",
            document=(self._document(one.document),),
            entity=(event,),
            role=(plain(one.status),),
            summary=(one.words,),
            description=(_told(one),),
            date=_days(one.said).get("date", ()),
            sourceUrl=(link_of(one, self.dossier.documents),),
            publisher=(one.publisher,),
        )

    def _promise(self, promise: Promise) -> None:
        dates = [
            f"{name} {one.edtf}"
            for name, one in (("made", promise.made), ("due", promise.due))
            if one
        ]
        self._note(
            promise,
            promise.actor,
            ("promise", plain(promise.state)),
            notes=("; ".join(dates), promise.why),
            evidence=(*promise.evidence, *promise.outcome),
        )

    def _position(self, line: Position) -> None:
        keywords = ("position", line.theme, line.leaning)
        self._note(line, line.speaker, keywords, notes=(), evidence=line.evidence)

    def _note(
        self,
        line: Promise | Position,
        of: str,
        keywords: tuple[str, ...],
        *,
        notes: tuple[str, ...],
        evidence: tuple[Evidence, ...],
    ) -> None:
        grounds = self._grounds(evidence)
        self.add(
            "Note",
            f"{line.id}\x1f{title_of(line)}",
            name=(title_of(line),),
            entity=(self.named(of),) if of else (),
            keywords=keywords,
            notes=notes,
            **{name: grounds[name] for name in ("description", "proof", "sourceUrl", "publisher")},
        )

    def _grounds(self, evidence: tuple[Evidence, ...]) -> dict[str, Iterable[str]]:
        """What an entity rests on: documents, words with their places, links, days."""
        ordered = in_order(evidence)
        return {
            "proof": self._documents(ordered),
            "description": [f"“{one.words}” ({_told(one)})" for one in ordered],
            "sourceUrl": [link_of(one, self.dossier.documents) for one in ordered],
            "publisher": [one.publisher for one in ordered],
            "date": [d for one in ordered for d in _days(one.dating or one.said).get("date", ())],
        }

    def _documents(self, evidence: Iterable[Evidence]) -> list[str]:
        return [self._document(one.document) for one in evidence]

    def _document(self, identifier: str) -> str:
        one = self.dossier.documents.get(identifier, DocumentLine(identifier))
        return self.add(
            "Document",
            identifier,
            fileName=(identifier,),
            title=(one.title,),
            date=(one.dated,) if _PLAIN_DATE.fullmatch(one.dated) else (),
            publisher=(one.publisher,),
            sourceUrl=(web_address(one),),
        )


def _key(name: str) -> str:
    """What a name is told by."""
    return " ".join(name.casefold().split())


def _belongs(line: RoleHeld | PostHeld | Meeting | Agreement | Promise | Position) -> bool:
    return bool(line.belongs)


def _told(one: Evidence) -> str:
    """Who says the words, when, and where they stand."""
    said = one.said.edtf if one.said else ""
    whose = " > ".join((*one.via, one.speaker)) if one.speaker or one.via else ""
    return "; ".join(filter(None, (whose, said, place_of(one.document, one.spans))))


def _days(dating: Dating | None) -> dict[str, Iterable[str]]:
    """A day, month or year as a date, any other time from its first to its last day."""
    if dating is None:
        return {}
    if _PLAIN_DATE.fullmatch(dating.edtf):
        return {"date": (dating.edtf,)}
    days = {"startDate": dating.earliest, "endDate": dating.latest}
    return {name: (day.isoformat(),) for name, day in days.items() if day}


def _values(name: str, values: Iterable[str]) -> Iterator[str]:
    for value in values:
        clean = " ".join(value.encode("utf-8", "replace").decode().split())
        if clean:
            yield clean[: _LONGEST.get(name, 60_000)]
