"""Review: one doubt at a time with its evidence, settled by a key or a form; what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Cookie, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from onrecord import reviewing
from onrecord.errors import InputError, NotFoundError, SettledError, StoreBusyError
from onrecord.listening import caller_of
from onrecord.model.rulings import Doubt, Matter, Ruling, Sort
from onrecord.reviewing import Answer
from onrecord.stores import Look, Store
from onrecord.web.pool import Held
from onrecord.web.templating import address, page

router = APIRouter()
PATH = "/review"
_SECONDS = 0.25
"""How long a page looks for further doubts; the next one goes on where it stopped."""
_WAIT = 0.2
"""How long it waits for somebody who writes, before it shows what is known."""
_CLOSED = 3
"""Doubts closed by what is held now that are passed over for one page."""
_COOKIE = "reviewer"
_YEAR = 365 * 24 * 3600
_MOST = 200
"""Decisions that the log shows."""
_LOOKS = {Sort.PEOPLE: (Look.NAMES,), Sort.MATCHES: (Look.MATCHES,)}
_NAMED, _NOBODY, _ELSE = "=", "nobody", "else"
"""What a choice of speakers is: a name behind a sign, nobody, or what is written beside."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form says of a doubt; see `_NAMED` for what `who` may be."""

    do: str
    who: str = ""
    name: str = ""
    first: str = ""
    second: str = ""
    place: str = ""
    by: str = ""
    note: str = ""


@router.get(PATH)
def show_review(
    request: Request,
    store: Held,
    *,
    kind: str = "",
    at: str = "",
    done: str = "",
    by: str = "",
    reviewer: Annotated[str, Cookie()] = "",
) -> Response:
    """The queue at one doubt: the one asked for, else the most doubtful of its kind."""
    sort = _sort(kind)
    looked = _look(store, sort)
    told, status = "", 200
    doubt = None
    if at:
        try:
            doubt = store.doubt(at)
        except NotFoundError as error:
            settled = reviewing.settled_by(store, at)
            told = f"That doubt is no longer open: {reviewing.told(settled)}" if settled else ""
            told = told or str(error)
            status = 200 if settled else 404
    doubt, why = _by_now(store, sort, doubt)
    told = told or why
    found = _page(
        request, store, sort, doubt, told=told, done=done, by=by or reviewer, looked=looked
    )
    found.status_code = status
    return found


def _filled(
    request: Request,
    *,
    do: Annotated[str, Form()] = "",
    who: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    first: Annotated[str, Form()] = "",
    second: Annotated[str, Form()] = "",
    place: Annotated[str, Form()] = "",
    by: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
) -> Filled:
    by = caller_of(request.scope).name or by  # who has signed in decides under that name
    return Filled(do, who, name, first, second=second, place=place, by=by, note=note)


@router.post(PATH + "/{ref}")
def decide(
    request: Request,
    store: Held,
    ref: str,
    filled: Annotated[Filled, Depends(_filled)],
    *,
    kind: Annotated[str, Form()] = "",
) -> Response:
    """Settle a doubt and lead on to the next; who comes late is told who settled it."""
    sort, by = _sort(kind), filled.by
    try:
        after = _next(store, sort, ref)
        ruling = _decided(store, ref, filled)
    except (SettledError, NotFoundError) as error:
        found = _page(request, store, sort, None, told=str(error), by=by)
        found.status_code = 409 if isinstance(error, SettledError) else 404
        return found
    except InputError as error:
        found = _page(request, store, sort, store.doubt(ref), problem=str(error), by=by)
        found.status_code = 400
        return found
    return _on(_address(sort, at=after, done=ruling.id), by)


@router.post(PATH + "/undo/{ref}")
def undo(
    request: Request,
    store: Held,
    ref: str,
    *,
    kind: Annotated[str, Form()] = "",
    by: Annotated[str, Form()] = "",
) -> Response:
    """Take a decision back, and lead to what it had settled."""
    sort = _sort(kind)
    try:
        ruling = reviewing.undo(store, ref)
    except InputError as error:
        found = _page(request, store, sort, None, told=str(error), by=by)
        found.status_code = 404 if isinstance(error, NotFoundError) else 409
        return found
    _look(store, sort)
    open_again = [one for one in (ruling.doubt,) if one and _is_open(store, one)]
    return _on(_address(sort, at=open_again[0] if open_again else "", done=ruling.id), by)


@router.get(PATH + "/decided")
def show_decided(request: Request, store: Held, *, kind: str = "") -> Response:
    """What was decided, the latest first, each with a way to take it back."""
    adrift = {one.ruling.id: one.why for one in store.adrift()}
    rulings = store.rulings()
    return page(
        request,
        "decided.html",
        rulings=[(one, _told(one), adrift.get(one.id, "")) for one in rulings[: -_MOST - 1 : -1]],
        every=len(rulings),
        kind=_sort(kind) or "",
    )


def _sort(kind: str) -> Sort | None:
    if kind and kind not in list(Sort):
        raise InputError(f"{kind}: no kind of doubt; it is one of {', '.join(Sort)}")
    return Sort(kind) if kind else None


def _look(store: Store, sort: Sort | None) -> tuple[int, int]:
    """Look a little further; how many documents were looked at, and how many there are."""
    looks = _LOOKS.get(sort, (Look.READING,)) if sort else tuple(Look)
    try:
        with store.waiting(_WAIT):
            progress = reviewing.look(store, looks, seconds=_SECONDS)
    except StoreBusyError:  # somebody adds documents: what was found before is shown
        return 0, 0
    of_documents = [one for look, one in progress.items() if look is not Look.NAMES]
    return sum(one.done for one in of_documents), sum(one.every for one in of_documents)


def _by_now(store: Store, sort: Sort | None, doubt: Doubt | None) -> tuple[Doubt | None, str]:
    """The doubt that is shown by what is held now, and why one before it was closed."""
    doubt = doubt or next(iter(store.doubts(sort, limit=1)), None)
    told = ""
    for _ in range(_CLOSED):
        if doubt is None:
            break
        now, why = reviewing.checked_again(store, doubt)
        if now is not None:
            return now, told
        told = told or f"That doubt is closed: {why}."
        after = store.doubts(sort, limit=2)
        doubt = next((one for one in after if one.id != doubt.id), None)
    return doubt, told


def _is_open(store: Store, ref: str) -> bool:
    try:
        return bool(store.doubt(ref))
    except NotFoundError:
        return False


def _next(store: Store, sort: Sort | None, ref: str) -> str:
    """The id of the doubt after this one, "" where it is the last."""
    try:
        found = store.doubts(sort, beyond=ref, limit=1)
    except NotFoundError:
        return ""
    return found[0].id if found else ""


def _decided(store: Store, ref: str, filled: Filled) -> Ruling:
    hand = {"by": filled.by, "note": filled.note}
    if filled.do == "accept":
        return reviewing.accept(store, ref, **hand)
    if filled.do == "reject":
        return reviewing.reject(store, ref, **hand)
    if filled.do != "change":
        raise InputError("choose one: accept, change or reject")
    with store.together():
        found = reviewing.still_open(store, ref)
        return reviewing.change(store, ref, _answer(found, filled), **hand)


def _answer(doubt: Doubt, filled: Filled) -> Answer:
    if doubt.cut is not None:
        at = int(filled.place) if filled.place.isdecimal() and len(filled.place) < 12 else None
        return Answer(filled.first, filled.second, at)
    if filled.who == _NOBODY:
        return Answer("")
    if filled.who.startswith(_NAMED):
        return Answer(filled.who.removeprefix(_NAMED))
    if filled.who in ("", _ELSE) and filled.name.strip():
        return Answer(filled.name)
    raise InputError("choose who it is, or write a name")


def _names(shown: reviewing.Shown) -> tuple[str, ...]:
    """The names to choose from, in the order in which the page has them."""
    if shown.doubt.matter is Matter.PEOPLE:
        return shown.doubt.speaker, shown.doubt.other
    return (*shown.people, *shown.roster)


def _address(sort: Sort | None, **query: str) -> str:
    return f"{address(PATH, kind=sort or '', **query)}#doubt"


def _on(where: str, by: str) -> Response:
    """Lead on, and remember who it is."""
    found = RedirectResponse(where, status_code=303)
    if by.strip() and len(by) <= reviewing.LONGEST and by.isprintable():
        found.set_cookie(
            _COOKIE, quote(by.strip()), max_age=_YEAR, path=PATH, samesite="strict", httponly=True
        )
    return found


def _told(ruling: Ruling) -> str:
    told = reviewing.told(ruling)
    return told[:1].upper() + told[1:]


def _page(
    request: Request,
    store: Store,
    sort: Sort | None,
    doubt: Doubt | None,
    *,
    told: str = "",
    problem: str = "",
    done: str = "",
    by: str = "",
    looked: tuple[int, int] = (0, 0),
) -> Response:
    doubt = doubt or next(iter(store.doubts(sort, limit=1)), None)
    rulings = [one for one in store.rulings() if one.id == done]
    shown = reviewing.shown(store, doubt) if doubt else None
    before = store.doubts(sort, beyond=doubt.id, back=True, limit=1) if doubt else []
    after = store.doubts(sort, beyond=doubt.id, limit=1) if doubt else []
    counts = store.open_doubts()
    return page(
        request,
        "review.html",
        sort=sort or "",
        sorts=[(one, counts[one], address(PATH, kind=one)) for one in Sort],
        every=sum(counts.values()),
        shown=shown,
        names=_names(shown) if shown else (),
        before=_address(sort, at=before[0].id) if before else "",
        after=_address(sort, at=after[0].id) if after else "",
        told=told,
        problem=problem,
        done=rulings[0] if rulings else None,
        did=_told(rulings[0]) if rulings else "",
        by=caller_of(request.scope).name or unquote(by),
        looked=looked,
    )
