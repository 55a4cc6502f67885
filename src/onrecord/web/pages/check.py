"""Check, the first page: a pasted quotation, paragraph or article held against the record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.checking import (
    STYLEBOOKS,
    Checked,
    Stylebook,
    check,
    check_text,
    stylebook,
)
from onrecord.errors import InputError, NotFoundError
from onrecord.model import Finding, Outcome
from onrecord.stores import Store
from onrecord.text import quotations
from onrecord.web.carrying import LONGEST, MOST, PLAIN, pack, unpack
from onrecord.web.keeping import Keeper
from onrecord.web.metrics import count
from onrecord.web.offering import examples_of
from onrecord.web.pool import Held
from onrecord.web.showing import Readings, Shown, show_finding
from onrecord.web.templating import address, page

router = APIRouter()
WAYS = ("", "quotation", "text")
"""How what was pasted is taken: as it looks, as one quotation, as a text that quotes."""
_LONGEST = 10_000
"""Code points of the longest quotation; more is no quotation but a text."""
_MANY = 200
"""Quotations of one text that are checked; a text with more is told so."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, as it stands in the address."""

    text: str = ""
    speaker: str = ""
    date: str = ""
    style: str = ""
    way: str = ""

    @property
    def as_text(self) -> bool:
        """Whether it is taken as a text that quotes: it says so, or has words beside its marks."""
        return self.way == "text" or (self.way == "" and _quotes(self.text))

    @property
    def api(self) -> str:
        """The address of the same check as JSON, "" where the words are too long for one."""
        given = {
            "quote": self.text,
            "speaker": self.speaker,
            "date": self.date,
            "style": self.style,
        }
        return address("/api/checks", **given) if len(self.text) <= PLAIN else ""

    @property
    def link(self) -> str:
        """The address of the page, "" where the text is too long for one."""
        given = {"speaker": self.speaker, "date": self.date, "style": self.style, "as_": self.way}
        if len(self.text) <= PLAIN:
            return address("/", quote=self.text, **given)
        packed = pack(self.text)
        return address("/", z=packed, **given) if len(packed) <= LONGEST else ""


@router.get("/")
def show_check(
    request: Request,
    store: Held,
    *,
    quote: str = "",
    z: str = "",
    speaker: str = "",
    date: str = "",
    style: str = "",
    as_: Annotated[str, Query(alias="as")] = "",
) -> Response:
    """The page, with what is found where something is asked."""
    try:
        text = unpack(z) if z else quote
    except InputError as error:
        return _page(request, Asked(way=as_), problem=str(error))
    return _answer(request, store, Asked(text, speaker, date, style, as_))


@router.post("/")
def ask_check(
    request: Request,
    store: Held,
    *,
    quote: Annotated[str, Form()] = "",
    speaker: Annotated[str, Form()] = "",
    date: Annotated[str, Form()] = "",
    style: Annotated[str, Form()] = "",
    as_: Annotated[str, Form(alias="as")] = "",
) -> Response:
    """Lead on to the address of what was asked; answer here where no address can hold it."""
    asked = Asked(quote.strip(), speaker.strip(), date.strip(), style, as_)
    if asked.link:
        return RedirectResponse(asked.link, status_code=303)
    return _answer(request, store, asked)


def _answer(request: Request, store: Store, asked: Asked) -> Response:
    if not asked.text.strip():
        # Kept until something is written: the newest stories of a large store take a while to find.
        kept: Keeper = request.app.state.kept
        offered = kept.of(("offered", store.stamp()), lambda: examples_of(store))
        return _page(request, asked, held=store.indexed(), examples=offered)
    try:
        _refuse(asked)
        book = stylebook(asked.style) if asked.style else None
        if asked.as_text:
            found = check_text(asked.text, store, date=asked.date, most=_MANY)
            count(request, (one.finding.outcome.value for one in found))
            return _page(request, asked, **_of_text(asked, found, store, book))
        finding = check(asked.text, store, speaker=asked.speaker, date=asked.date)
    except (InputError, NotFoundError) as error:
        return _page(request, asked, problem=str(error))
    count(request, (finding.outcome.value,))
    shown = show_finding(finding, Readings(store), book=book)
    return _page(request, asked, findings=[shown], api=asked.api)


def _refuse(asked: Asked) -> None:
    """Say in one line what cannot be checked."""
    if len(asked.text) > MOST:
        raise InputError(f"a text of {len(asked.text):,} characters; at most {MOST:,} are checked")
    if not asked.as_text and len(asked.text) > _LONGEST:
        raise InputError(
            f"a quotation of {len(asked.text):,} characters; the longest that is checked has "
            f"{_LONGEST:,}: a text is checked by what stands in quotation marks in it"
        )
    if asked.style and asked.style.casefold() not in {book.key for book in STYLEBOOKS}:
        raise InputError(f"no stylebook {asked.style!r} is known")
    if asked.way not in WAYS:
        raise InputError(f"a text is taken as a quotation or as a text, not as {asked.way!r}")


def _quotes(text: str) -> bool:
    """Whether words stand beside what is in quotation marks."""
    regions = [one for one in quotations(text, "en").regions if not one.depth]
    inside = sum(len(one.outer) for one in regions)
    return bool(regions) and len(text.strip()) - inside > max(3, len(regions))


def _of_text(
    asked: Asked, found: list[Checked], store: Store, book: Stylebook | None
) -> dict[str, object]:
    """What the page says of a text: its quotations marked, and a finding for each."""
    readings = Readings(store)
    several = [
        show_finding(
            one.finding,
            readings,
            number=number,
            book=book,
            place=one.quotation,
            again=_again(one.finding, asked),
        )
        for number, one in enumerate(found, start=1)
    ]
    counts = Counter(one.finding.outcome for one in several)
    return {
        "findings": several,
        "counts": [(outcome, counts[outcome]) for outcome in Outcome if counts[outcome]],
        "pieces": list(_pieces(asked.text, several)),
        "cut": len(found) == _MANY,
    }


def _again(finding: Finding, asked: Asked) -> str:
    """The address of a check of this quotation alone."""
    given = {"speaker": finding.asked, "date": asked.date, "style": asked.style}
    return address("/", quote=finding.quote, as_="quotation", **given)


def _pieces(text: str, several: list[Shown]) -> list[tuple[str, Shown | None]]:
    """The text cut at its quotations, each with what was found of it."""
    pieces: list[tuple[str, Shown | None]] = []
    place = 0
    for one in several:
        if one.place and one.place.start >= place:
            pieces += [(text[place : one.place.start], None), (one.place.of(text), one)]
            place = one.place.end
    return [*pieces, (text[place:], None)]


def _page(request: Request, asked: Asked, **context: object) -> Response:
    usual: dict[str, object] = {
        "findings": [],
        "counts": [],
        "pieces": [],
        "problem": "",
        "held": None,
        "examples": (),
        "api": "",
        "cut": False,
    }
    given = usual | context
    found = page(request, "check.html", asked=asked, stylebooks=STYLEBOOKS, **given)
    found.status_code = 400 if given["problem"] else 200
    return found
