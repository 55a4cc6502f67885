"""The actor files of petrarch2: names, other spellings, and coded roles with their dates.

ORLA_VENN_  # comment
+ORLA_VEN
    [VLDGOV 19990101-20030630] # Amb. to UN
    [VLDGOV >20030701]  # Foreign Minister
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from onrecord.errors import InputError
from onrecord.languages import language
from onrecord.model import (
    ONGOING,
    Body,
    BodyKind,
    Called,
    Imported,
    Person,
    Roster,
    Tenure,
)
from onrecord.naming import clean_name, folded
from onrecord.rosters.building import Building, lines_of, named_id, newest

_CODE = re.compile(r"\[\s*([A-Za-z~-][A-Za-z0-9~-]*)\s*([<>]?)\s*(\d*)\s*(?:-\s*(\d+))?\s*\]")
_ASIDE = re.compile(r"\([^()]*\)|\bpt\.? *\d+|# ?\w+\.txt|# ?\w+_Actors|^(?:then|brief) ")
_COUNTRY_INFO = "CountryInfo.txt"
_MADE = re.compile(r"#.*?([A-Z][a-z]{2}) +(\d{1,2}) [\d:]+ (\d{4})\s*$", re.MULTILINE)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# Two digits of a year: the files write four for those before 1930.
_PIVOT = 30
_UNION = "European Union"
_ORGANISATIONS = {"IGOUNO": "United Nations", "IGOEUR": _UNION, "IGOEEC": _UNION}
_NOT_CODED = "---"
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class _Coded:
    """A role in code, with its dates and the comment behind it."""

    line: int
    code: str
    start: str
    end: str
    comment: str


@dataclass(slots=True)
class _Entry:
    """A name with its other spellings and roles, as they come line by line."""

    line: int
    name: str
    listed: bool
    aliases: list[str] = field(default_factory=list)
    roles: list[_Coded] = field(default_factory=list)


def read_petrarch2(data: bytes, *, known: Roster | None = None, as_of: str = "") -> Imported:
    """The roster of an actor file; `InputError` for the file of agents, which names nobody.

    A post is what the comment behind a code says, where that is one, else the code. Of a state only
    spellings of its own name are taken over: the files list its cities as other words for it.
    What has no end goes on as of the day on which the file was made, else of its newest date.
    """
    building = Building("petrarch2", known or Roster())
    text, unreadable = lines_of(data)
    entries = list(_entries(text, unreadable, building))
    if sum(one.code.startswith("~") for e in entries for one in e.roles) > len(entries) / 2:
        raise InputError("a petrarch2 file of agents: common nouns, it names nobody")
    spoken = (
        as_of
        or _made(text)
        or newest(
            day for entry in entries for role in entry.roles for day in (role.start, role.end)
        )
    )
    for entry in entries:
        _enter(entry, building, spoken)
    return building.done()


def _entries(text: str, unreadable: frozenset[int], building: Building) -> Iterator[_Entry]:
    """The entries of a file; a line that is none, nor a part of one, is noted."""
    entry: _Entry | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if number in unreadable or len(line) > _LONGEST:
            building.reject(number, "not UTF-8" if number in unreadable else "too long a line")
            if entry is not None and line[:1] not in "+\t #[":  # a name that cannot be read: what
                yield entry  # follows is of nobody, not of the one before
                entry = None
            continue
        words, _, comment = line.partition("#")
        plain = words.strip()
        if not plain or plain.startswith("!"):
            continue
        name, bracket, rest = plain.partition("[")
        name = name.strip()
        if name.startswith("+"):
            if entry is None:
                building.reject(number, "another spelling of nothing")
                continue
            entry.aliases.append(name[1:])
        elif name:
            if entry is not None:
                yield entry
            entry = _Entry(number, name, _COUNTRY_INFO in comment)
        if bracket and entry is None:
            building.reject(number, "a role of nobody")
        elif bracket and entry is not None:
            entry.roles += _roles(f"[{rest}", comment, number, building)
    if entry is not None:
        yield entry


def _roles(words: str, comment: str, line: int, building: Building) -> Iterator[_Coded]:
    """The codes on a line; the comment is kept with a code that stands alone."""
    found = list(_CODE.finditer(words))
    left = _CODE.sub("", words).replace(f"[{_NOT_CODED}]", "").strip()
    if left:
        building.reject(line, f"no coded role: {left!r}")
    for match in found:
        code, sign, first, last = match.groups()
        if code == _NOT_CODED:
            continue
        try:
            start, end = _dates(sign, first, last or "")
        except InputError as error:
            building.reject(line, str(error))
            continue
        yield _Coded(line, code, start, end, comment.strip() if len(found) == 1 else "")


def _dates(sign: str, first: str, last: str) -> tuple[str, str]:
    if sign == ">" and not last:
        return _day(first), ONGOING
    if sign == "<" and not last:
        return "", _day(first)
    if first and not last:
        return _day(first), ""
    return (_day(first), _day(last)) if first else ("", "")


def _day(digits: str) -> str:
    """A day of six or eight digits in ISO form."""
    if len(digits) not in {6, 8}:
        raise InputError(f"{digits!r} is no date")
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) < _PIVOT else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _made(text: str) -> str:
    """The day on which the file says that it was made, "" where it does not."""
    found = _MADE.search(text[:4_000])
    if not found or found.group(1) not in _MONTHS:
        return ""
    month = _MONTHS.index(found.group(1)) + 1
    return f"{found.group(3)}-{month:02}-{int(found.group(2)):02}"


def _enter(entry: _Entry, building: Building, spoken: str) -> None:
    if any(role.code.startswith("~") for role in entry.roles):
        building.reject(entry.line, "a common noun, not a name")
    elif not _shown(entry.name):
        building.reject(entry.line, "no name")
    elif _is_state(entry):
        _state(entry, building)
    elif _is_person(entry):
        _person(entry, building, spoken)
    else:
        _organisation(entry, building)


def _is_state(entry: _Entry) -> bool:
    """A code of three letters without dates is a state's, unless it is of what is no state."""
    codes = {role.code for role in entry.roles}
    dated = any(role.start or role.end for role in entry.roles)
    return len(codes) == 1 and not dated and len(min(codes)) == 3 and not _agency(min(codes))


def _agency(code: str) -> bool:
    return code in {"NGO", "IGO", "MNC", "IMG", "NGM", "INT", "UNK", "MUL"}


def _is_person(entry: _Entry) -> bool:
    """Whether an entry is a person: it is listed as one, has dates, or a known given name."""
    if entry.listed or any(role.start or role.end for role in entry.roles):
        return True
    words = _shown(entry.name).split()
    return len(words) > 1 and folded(words[0]) in language("en").people.given_names


def _state(entry: _Entry, building: Building) -> None:
    name, code = _shown(entry.name), entry.roles[0].code
    found = building.known.body(code)
    root = max(name.split(), key=len)[:4].casefold()
    own = [_shown(a) for a in entry.aliases]
    aliases = [Called(a) for a in own if root in a.casefold() and a != name]
    ident = found.id if found else named_id("petrarch2", code)
    body = Body(ident, found.name if found else name, BodyKind.STATE, tuple(aliases), code)
    building.bodies[ident] = body


def _organisation(entry: _Entry, building: Building) -> None:
    name, codes = _shown(entry.name), [role.code for role in entry.roles]
    ident = named_id("petrarch2", name)
    aliases = tuple(Called(_shown(one)) for one in entry.aliases if _shown(one))
    code = codes[0] if codes else ""
    body = Body(ident, name, BodyKind.ORGANISATION, aliases, code)
    building.bodies.setdefault(ident, body)


def _person(entry: _Entry, building: Building, spoken: str) -> None:
    name, first = (
        _bare(entry.name) or _shown(entry.name),
        entry.roles[0].code if entry.roles else "",
    )
    ident = named_id("petrarch2", first[:3], name)
    aliases = dict.fromkeys(Called(a) for a in map(_bare, entry.aliases) if a and a != name)
    building.person(Person(ident, name, tuple(aliases)))
    for role in entry.roles:
        tenure = Tenure(
            person=ident,
            post=_post(role.comment) or role.code,
            of=_body(role.code, building),
            start=role.start,
            end=role.end,
            according=building.according,
            as_of=spoken,
            note=role.comment if _post(role.comment) != role.comment else "",
        )
        try:
            building.tenure(tenure)
        except InputError as error:
            building.reject(role.line, str(error))


def _body(code: str, building: Building) -> str:
    """The state or organisation that a code begins with, "" where it begins with neither."""
    if code[:6] in _ORGANISATIONS:
        return building.body(_ORGANISATIONS[code[:6]])
    if len(code) < 3 or _agency(code[:3]):
        return ""
    return building.body(code[:3], kind=BodyKind.STATE, code=code[:3])


def _post(comment: str) -> str:
    """The post that a comment names, "" where it names none."""
    plain = " ".join(_ASIDE.sub(" ", comment).split()).strip("# ")
    data = language("en")
    words = chain.from_iterable(data.offices.short.get(f, f).split() for f in _folded(plain))
    return plain if any(word in data.people.posts for word in words) else ""


def _folded(words: str) -> Iterator[str]:
    return (folded(word).replace(".", "") for word in words.split())


def _bare(name: str) -> str:
    """A name without the post that some spellings have before it."""
    shown, people = _shown(name), language("en").people
    titled = any(form in people.posts or form in people.honorifics for form in _folded(shown))
    return clean_name(shown) if titled else shown


def _shown(name: str) -> str:
    """A name in capitals and underscores as it is written elsewhere."""
    words = name.replace("_", " ").split()
    return " ".join(_cased(word) for word in words)


def _cased(word: str) -> str:
    if not word.isupper() or (len(word) < 3 and "." not in word):
        return word
    if word.count(".") > 1:
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[0] + m.group()[1:].lower(), word)
