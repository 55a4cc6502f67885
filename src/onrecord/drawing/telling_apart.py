"""Whether what a phrase says tells an occasion apart from others of its kind."""

from __future__ import annotations

from onrecord.drawing.occasions import Occasion
from onrecord.languages import MeetingWords, language
from onrecord.model import Status


def told_apart(one: Occasion, code: str = "en") -> bool:
    """Whether an occasion can be found again, by its number, name, day, place or parties."""
    words = language(code).process.meetings
    if one.basis != "noun" or one.choosing:
        return one.basis != "noun"
    if one.plural:
        return _counted(one)
    if one.kind == "visit":
        return bool(one.place) and (not one.indefinite or _met(one))
    if one.ordinal is not None:
        return _numbered(one)
    return _gathered(one, words) if one.noun in words.gatherings else _told(one, words)


def _told(one: Occasion, words: MeetingWords) -> bool:
    if one.dating and one.noun not in words.never_dated:
        return bool(one.place or one.parties or one.names or one.body) or one.coming
    return _by_parts(one)


def _counted(one: Occasion) -> bool:
    """ "Two sessions", "last year's numerous meetings": so many, held; or a day of theirs."""
    if one.count is None and one.kind == "visit":
        return bool(one.parties and one.place)
    if one.count is None:
        return bool(one.dating and one.parties and one.status is Status.HELD)
    if one.count == 0:
        return bool(one.dating and one.status is Status.HELD)
    told = one.names or one.parties or one.place or one.dating or one.body
    return one.status is Status.HELD or bool(told)


def _numbered(one: Occasion) -> bool:
    if one.owned and not one.parties:
        return False
    return bool(one.names or one.body or one.place or one.dating or one.parties)


def _gathered(one: Occasion, words: MeetingWords) -> bool:
    """A summit, forum, congress or conference: by a name, or as the next one."""
    if one.noun in words.named_only and not one.fronted:
        return False
    if one.noun in words.standing and not one.dating and one.status is Status.SPOKEN_OF:
        return bool(one.names) and any(word in one.lead.casefold() for word in words.at)
    if one.names:
        return not one.indefinite or _happening(one)
    told = one.dating or (one.place and one.status is not Status.SPOKEN_OF)
    return one.coming or (bool(told) and not one.own and not one.indefinite)


def _met(one: Occasion) -> bool:
    return bool(one.parties or one.dating) or one.status is not Status.SPOKEN_OF


def _happening(one: Occasion) -> bool:
    return bool(one.dating or one.place) or one.status is Status.ANNOUNCED


def _by_parts(one: Occasion) -> bool:
    """Without number and day: the next or last one of a named kind, or those who meet and where."""
    if (one.coming or one.latest) and (one.names or one.body or one.parties):
        return True
    if one.kind == "session" or one.body:
        return _of_body(one) or (one.plenary and len(one.span) > len("plenary session"))
    known = one.status is not Status.SPOKEN_OF
    if one.kind in ("talks", "consultations"):
        return bool(one.parties) and (known or (len(one.parties) > 1 and bool(one.determiner)))
    if one.place and known:
        return bool(one.parties or one.names)
    return bool(one.parties) and (known or not one.indefinite)


def _of_body(one: Occasion) -> bool:
    """The session or meeting of a body that has a name of two words or more."""
    return len(one.names) > 1 and not one.body.startswith("this ")
