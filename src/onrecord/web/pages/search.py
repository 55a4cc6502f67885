"""Search: statements and sentences by their words, with facets, as a list or in context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from fastapi import APIRouter, Request, Response

from onrecord.dates import read_edtf
from onrecord.dossiers import choose_among
from onrecord.errors import InputError, NotFoundError
from onrecord.model import Dating, Kind, Manner, Outcome, PassageKind, Quotation, Stance
from onrecord.searching import (
    JUDGED,
    Answer,
    By,
    Facet,
    Filters,
    Piece,
    Sifted,
    align,
    pieces,
    sift,
)
from onrecord.stores import Order, Store, Unit
from onrecord.web.carrying import PLAIN
from onrecord.web.pool import Held
from onrecord.web.profiles import known, named
from onrecord.web.settings import Settings
from onrecord.web.templating import address, page

router = APIRouter()
_PATH = "/search"
_ON_A_PAGE, _LINES = 20, 50
_UNITS = {"statements": Unit.STATEMENT, "sentences": Unit.PASSAGE}
_VIEWS = ("list", "kwic")
_PASSAGES = {
    "turn": "turns of transcripts",
    "quotation": "in quotation marks",
    "paraphrase": "attributed, without marks",
    "prose": "the writer's own words",
}
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, as it stands in the address; the names are those of its parameters."""

    q: str = ""
    unit: str = ""
    speaker: str = ""
    publisher: str = ""
    kind: str = ""
    form: str = ""
    stance: str = ""
    manner: str = ""
    finding: str = ""
    process: str = ""
    from_: str = ""
    to: str = ""
    order: str = ""
    view: str = ""
    sort: str = ""
    findings: str = ""

    @property
    def any(self) -> bool:
        """Whether anything at all was asked for."""
        return bool(self.q.strip() or self.chosen)

    @property
    def chosen(self) -> list[tuple[str, str, str]]:
        """The filters in force: what they are called, their value, the address without them."""
        names = {"from_": "from", "to": "until", "form": "document"}
        names |= {n: n for n in ("speaker", "publisher", "kind", "stance", "manner", "finding")}
        names["process"] = "process"
        return [
            (word, value, self.link(**{name: ""}))
            for name, word in names.items()
            if (value := getattr(self, name))
        ]

    def link(self, **changes: str) -> str:
        """The address of this search with other values, from its first page."""
        given = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return address(_PATH, **(given | changes))


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as the page shows it: its words piece by piece, and where one can go from it."""

    answer: Answer
    pieces: tuple[Piece, ...]
    check: str
    utterance: str
    finding: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A value of a facet: what it is called, how many hits have it, the address that asks for it.

    `count` is None where nobody has counted; the address is "" for the one in force.
    """

    name: str
    count: int | None
    href: str


@dataclass(frozen=True, slots=True)
class Links:
    """A facet as the page shows it; `note` says over what it counts, where not over all hits."""

    name: str
    links: tuple[Link, ...]
    others: int = 0
    unknown: int = 0
    note: str = ""


@router.get(_PATH)
def show_search(request: Request, store: Held) -> Response:
    """The page, with what is found where something is asked; `Asked` has its parameters."""
    asked = _asked(request.query_params)
    if not asked.any:
        return _page(request, asked)
    try:
        return _found(request, store, asked, request.query_params.get("cursor", ""))
    except (InputError, NotFoundError) as error:
        told = _page(request, asked, problem=str(error))
        told.status_code = 400
        return told


def _asked(given: Mapping[str, str]) -> Asked:
    """What an address asks for; what goes without saying is left out, as in our own addresses."""
    names = {name: name.rstrip("_") for name in Asked.__dataclass_fields__}
    values = {name: given.get(alias, "").strip() for name, alias in names.items()}
    plain = {"unit": "statements", "order": "best", "view": "list", "sort": "rank"}
    return Asked(**{n: "" if plain.get(n) == value else value for n, value in values.items()})


def _found(request: Request, store: Store, asked: Asked, cursor: str) -> Response:
    settings: Settings = request.app.state.settings
    filters, in_context = _filters(asked), asked.view == "kwic"
    _one_of(asked.view or "list", _VIEWS, "view")
    order, by = _choice(asked.order, Order, "order"), _choice(asked.sort, By, "sort")

    def find(filters: Filters, *, cursor: str = "") -> Sifted:
        return sift(
            asked.q,
            store,
            filters,
            limit=_LINES if in_context else _ON_A_PAGE,
            cursor=cursor,
            order=order or Order.BEST,
            findings=bool(asked.findings),
            said=in_context,
        )

    belonging = None
    if asked.process:
        profile = named(asked.process, settings.profiles)
        belonging = choose_among(find(filters).documents, store, profile)
        filters = replace(filters, documents=belonging.documents)
    sifted = find(filters, cursor=cursor)
    return _page(
        request,
        asked,
        sifted=sifted,
        shown=() if in_context else [_shown(one, sifted) for one in sifted.answers],
        lines=align(sifted.answers, store, by=by or By.RANK) if in_context else (),
        facets=_facets(asked, sifted, settings),
        belonging=belonging,
        after=asked.link(cursor=sifted.cursor) if sifted.cursor else "",
        elsewhere=_elsewhere(asked, store) if sifted.any_word or not sifted.total else 0,
    )


def _page(request: Request, asked: Asked, **found: object) -> Response:
    nothing = dict.fromkeys(("sifted", "belonging")) | dict.fromkeys(("after", "problem"), "")
    lists: dict[str, object] = {"shown": (), "lines": (), "facets": (), "elsewhere": 0}
    return page(request, "search.html", asked=asked, **(nothing | lists | found))


def _filters(asked: Asked) -> Filters:
    """The filters that an address asks for; `InputError` says which value is none."""
    unit = _UNITS[_one_of(asked.unit or "statements", tuple(_UNITS), "unit")]
    first, last = _day(asked.from_, "from"), _day(asked.to, "to")
    return Filters(
        unit=unit,
        speaker=asked.speaker,
        publisher=asked.publisher,
        quotation=_choice(asked.kind, Quotation, "kind"),
        form=_choice(asked.form, Kind, "form"),
        manner=_choice(asked.manner, Manner, "manner"),
        stance=_choice(asked.stance, Stance, "stance"),
        finding=_choice(asked.finding, Outcome, "finding"),
        earliest=first.earliest if first else None,
        latest=last.latest if last else None,
    )


def _day(given: str, name: str) -> Dating | None:
    """The days that are meant; one that is no date says in which field."""
    if not given:
        return None
    try:
        return read_edtf(given)
    except InputError as error:
        raise InputError(f"{name}: {error}") from error


def _choice(given: str, choices: type[_Choice], name: str) -> _Choice | None:
    if not given:
        return None
    return choices(_one_of(given, tuple(one.value for one in choices), name))


def _one_of(given: str, choices: tuple[str, ...], name: str) -> str:
    if given not in choices:
        raise InputError(f"{name}: {given[:60]!r} is none of {', '.join(choices)}")
    return given


def _shown(answer: Answer, sifted: Sifted) -> Shown:
    # What is checked are the words of the speaker, not those of whoever reports them.
    said = " … ".join(span.moved(-answer.span.start).of(answer.words) for span in answer.said)
    place = f"{answer.document}@{answer.whole.start}-{answer.whole.end}"
    outcomes = sifted.judged.outcomes if sifted.judged else {}
    return Shown(
        answer,
        pieces(answer),
        check=_to_check(said, answer) if len(said) <= PLAIN else "",
        utterance=address("/utterance", at=place),
        finding=outcomes.get(answer.number),
    )


def _to_check(said: str, answer: Answer) -> str:
    day = _day_said(answer)
    return address("/", quote=said, speaker=answer.speaker, date=day, as_="quotation")


def _day_said(answer: Answer) -> str:
    """When the words were said, in EDTF: a record's day is that of its turns.

    A report's own day is not that of the words it gives, nor a record's that of words quoted in it.
    """
    spoken = answer.hit is not None and answer.hit.passage.kind is PassageKind.TURN
    return answer.dated if spoken else ""


def _facets(asked: Asked, sifted: Sifted, settings: Settings) -> tuple[Links, ...]:
    """The facets as links; what is chosen stands above the hits, and is no link here."""
    if not sifted.total:
        return ()
    found = [made for facet in sifted.facets if (made := _links(facet, asked))]
    if not asked.unit and sifted.judged is None and asked.view != "kwic":
        way = Link(f"check the first {JUDGED} in marks", None, asked.link(findings="1"))
        found.append(Links("finding", (way,)))
    if not asked.process:
        ways = [
            Link(one.title, None, asked.link(process=one.name))
            for one in known(settings.profiles).profiles
        ]
        found.append(Links("process", tuple(ways)))
    return tuple(found)


def _links(facet: Facet, asked: Asked) -> Links | None:
    names = {"quotation": "kind"}
    name = names.get(facet.name, facet.name)
    if getattr(asked, name, "") or (name == "year" and _same_year(asked)):
        return None
    called = _PASSAGES if name == "passage" else {}
    links = tuple(
        Link(called.get(one.value, one.value), one.count, _to(asked, name, one.value))
        for one in facet.values
    )
    note = f"of the first {facet.over} in marks" if facet.over else ""
    return Links(name, links, facet.others, facet.unknown, note)


def _same_year(asked: Asked) -> bool:
    return bool(asked.from_) and asked.from_[:4] == asked.to[:4]


def _to(asked: Asked, name: str, value: str) -> str:
    """The address that asks for a value of a facet, "" where no filter does."""
    if name in ("year", "month"):
        return asked.link(from_=value, to=value)
    return "" if name == "passage" else asked.link(**{name: value})


def _elsewhere(asked: Asked, store: Store) -> int:
    """How many sentences have the words that no statement has, or the other way round."""
    other = replace(asked, unit="" if asked.unit else "sentences", kind="", form=asked.form)
    filters = _filters(replace(other, stance="", manner="", finding=""))
    if not asked.q or asked.process:
        return 0
    sifted = sift(asked.q, store, filters, limit=1)
    return 0 if sifted.any_word else sifted.total
