"""The file that names feeds: TOML to what is to be followed, and what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from typing import Any

from onrecord.errors import FetchError, InputError
from onrecord.model import Kind

_EVERY = re.compile(r"(\d{1,5})\s*(min|h|d)")
_UNITS = {"min": "minutes", "h": "hours", "d": "days"}
LEAST, MOST = timedelta(minutes=5), timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed to be followed, and what is known of everything that comes from it.

    It is asked `every` so often, and gives `at_most` documents each time. With `words`, only
    entries are loaded whose title or text in the feed has one of them. `feed_text` says that what
    the feed itself gives is taken where the page cannot be fetched.
    """

    url: str
    publisher: str = ""
    kind: str = ""
    language: str = ""
    every: timedelta = timedelta(minutes=30)
    at_most: int = 50
    words: tuple[str, ...] = ()
    feed_text: bool = False

    @property
    def given(self) -> dict[str, str]:
        """What goes before what a page says of itself."""
        known = {"publisher": self.publisher, "kind": self.kind, "language": self.language}
        return {name: value for name, value in known.items() if value}


@dataclass(frozen=True, slots=True)
class FeedList:
    """The feeds of a file, and whom servers may write to."""

    feeds: tuple[Subscription, ...] = ()
    contact: str = field(default="")


def read_feed_list(text: str) -> FeedList:
    """The feeds that a TOML file names; `InputError` in one line for the first thing wrong."""
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not TOML: {' '.join(str(error).split())[:200]}") from None
    if unknown := sorted(set(found) - {"feed", "contact"}):
        raise InputError(f"no such key: {unknown[0]}; there are [[feed]] and contact")
    listed = found.get("feed")
    if not isinstance(listed, list) or not listed:
        raise InputError("no [[feed]] in it")
    feeds = tuple(_subscription(number, one) for number, one in enumerate(listed, 1))
    urls = [feed.url for feed in feeds]
    if twice := next((url for url in urls if urls.count(url) > 1), ""):
        raise InputError(f"twice in it: {twice}")
    return FeedList(feeds, _string(found, "contact"))


def _subscription(number: int, one: object) -> Subscription:
    try:
        if not isinstance(one, dict):
            raise InputError("write it as [[feed]]")
        known = [field.name for field in fields(Subscription)]
        if unknown := sorted(set(one) - set(known)):
            raise InputError(f"no such key: {unknown[0]}; there are {', '.join(known)}")
        return _checked(one)
    except InputError as fault:
        raise InputError(f"feed {number}: {fault}") from None


def _checked(one: Mapping[str, Any]) -> Subscription:
    from onrecord.fetching.urls import accepted

    try:
        url = str(accepted(_string(one, "url"), any_port=True))
    except FetchError as fault:
        raise InputError(f"url: {fault}") from None
    kind = _string(one, "kind")
    if kind and kind not in list(Kind):
        raise InputError(f"kind is one of {', '.join(Kind)}")
    at_most, words = one.get("at_most", 50), one.get("words", [])
    if type(at_most) is not int or not 1 <= at_most <= 10_000:
        raise InputError("at_most is a number from 1 to 10000")
    if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
        raise InputError("words is a list of words")
    if type(one.get("feed_text", False)) is not bool:
        raise InputError("feed_text is true or false")
    return Subscription(
        url=url,
        publisher=_string(one, "publisher"),
        kind=kind,
        language=_string(one, "language"),
        every=_every(_string(one, "every") or "30min"),
        at_most=at_most,
        words=tuple(word.strip() for word in words),
        feed_text=one.get("feed_text", False),
    )


def _string(one: Mapping[str, Any], name: str) -> str:
    value = one.get(name, "")
    if not isinstance(value, str):
        raise InputError(f'{name} is words in quotation marks: {name} = "..."')
    return value.strip()


def _every(words: str) -> timedelta:
    found = _EVERY.fullmatch(words)
    every = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else timedelta()
    if not LEAST <= every <= MOST:
        raise InputError('every is from "5min" to "31d", such as "30min", "2h" or "1d"')
    return every
