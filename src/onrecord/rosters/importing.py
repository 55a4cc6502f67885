"""Files of people and posts to rosters; a format is one line here and one file beside."""

from __future__ import annotations

import re

from onrecord.errors import InputError
from onrecord.model import Imported, Roster
from onrecord.rosters.congress import read_congress
from onrecord.rosters.days import bounds
from onrecord.rosters.own_csv import read_own_csv
from onrecord.rosters.petrarch2 import read_petrarch2
from onrecord.rosters.popolo import looks_like_popolo, read_popolo
from onrecord.rosters.shipping import shipped
from onrecord.rosters.wikidata_cabinets import read_wikidata_cabinets

_HEAD = 20_000
_ACTOR = re.compile(r"^[^#\n]*\[[~A-Z-]{3,}(?: *[<>]? *\d+(?:-\d+)?)?\]", re.MULTILINE)
_LISTED = re.compile(r"^- +(?:id|name|terms):", re.MULTILINE)
_OWN = re.compile(r"(?:^|,)\"?(?:person\"?,(?:.*,)?\"?post|kind\"?,(?:.*,)?\"?name)\b")
FORMATS = ("csv", "wikidata", "petrarch2", "congress", "popolo")


def read_roster(
    data: bytes,
    *,
    form: str = "",
    of: str = "",
    according: str = "",
    as_of: str = "",
    known: Roster | None = None,
) -> Imported:
    """The roster of a file, with who says so and the lines that gave nothing, one reason each.

    `form` is one of `FORMATS`, told from the file's beginning where it is not given; `of` is the
    state of a Wikidata file of holders; `as_of` the day up to which the file speaks, `according`
    whom a CSV of our own or a Popolo file is
    according to where it does not say. States are recognised by `known`,
    by default the roster that ships. `InputError` where the file as a whole is none of these, or
    `as_of` is no date.
    """
    bounds(as_of)
    roster = known if known is not None else shipped()
    form = form or _form_of(data)
    if form == "csv":
        return read_own_csv(data, known=roster, according=according, as_of=as_of)
    if form == "wikidata":
        return read_wikidata_cabinets(data, of=of, known=roster, as_of=as_of)
    if form == "petrarch2":
        return read_petrarch2(data, known=roster, as_of=as_of)
    if form == "congress":
        return read_congress(data, known=roster, as_of=as_of)
    if form == "popolo":
        return read_popolo(data, known=roster, according=according, as_of=as_of)
    raise InputError(f"{form!r} is no format of rosters: {', '.join(FORMATS)}")


def _form_of(data: bytes) -> str:
    head = data[:_HEAD].decode("utf-8-sig", errors="replace")
    first = head.split("\n", maxsplit=1)[0].strip()
    if looks_like_popolo(head):
        return "popolo"
    if _LISTED.search(head):
        return "congress"
    if re.search(r"\bpersonID\b|\bitemLabel\b|\bstateLabel\b|^page,item\b", first):
        return "wikidata"
    if _OWN.search(first):
        return "csv"
    if _ACTOR.search(head):
        return "petrarch2"
    raise InputError(f"no roster: none of {', '.join(FORMATS)} begins so")
