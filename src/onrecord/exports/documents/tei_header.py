"""The header of a document in TEI: what it is, where it came from, who speaks in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.dates import read_edtf
from onrecord.errors import InputError
from onrecord.exports.accounts import SOFTWARE, Account, web_address
from onrecord.exports.documents.xml_text import content, element
from onrecord.model import Dating, Document, Role, Stance, Statement

_TERMS = "The text belongs to its publisher; this encoding adds who is held to have said what."


def numbered_people(account: Account, name: str) -> dict[str, str]:
    """The ids of everybody who speaks or is said to, by name, in the order of the text."""
    names = [turn.speaker for turn in account.reading.structure.turns]
    names += [each for one in account.reading.statements for each in one.speakers]
    several = dict.fromkeys(filter(None, names))
    return {one: f"{name}.p{number}" for number, one in enumerate(several, start=1)}


def header(account: Account, people: Mapping[str, str], name: str) -> str:
    """The `<teiHeader>` of a document, whose ids begin with `name`."""
    return element(
        "teiHeader",
        _file(account),
        _encoding(name),
        _profile(account, people),
        _revisions(account),
    )


def _file(account: Account) -> str:
    document, structure = account.document, account.reading.structure
    title = document.title or structure.title or document.id
    return element(
        "fileDesc",
        element("titleStmt", element("title", content(title)), *_author(document)),
        element("extent", element("measure", unit="words", quantity=str(_words(document)))),
        element(
            "publicationStmt",
            element("distributor", content(SOFTWARE)),
            element("availability", element("p", content(_TERMS)), status="restricted"),
        ),
        element("sourceDesc", _source(account, title)),
    )


def _words(document: Document) -> int:
    return len(document.text.split())


def _author(document: Document) -> Iterator[str]:
    if document.author:
        yield element("author", content(document.author))


def _source(account: Account, title: str) -> str:
    document, structure = account.document, account.reading.structure
    publisher = document.publisher or structure.publisher
    published = _dating(document.published) or structure.published
    return element(
        "bibl",
        element("title", content(title)),
        *([element("publisher", content(publisher))] if publisher else []),
        *([_date(published, "published")] if published else []),
        *(
            [element("idno", content(address), type="URI")]
            if (address := _address(account))
            else []
        ),
        element("idno", content(document.id), type="onrecord"),
        element("idno", content(document.provenance.sha256), type="sha256"),
    )


def _address(account: Account) -> str:
    return web_address(account.document)


def _encoding(name: str) -> str:
    note = "Turns, attributed statements and speakers were found by a program and may be wrong."
    told = {f"role.{role.value}": f"the turn is: {role.value}" for role in Role}
    told |= {f"stance.{stance.value}": words for stance, words in _STANCES.items()}
    told["hedged"] = "the text does not vouch for the attribution itself"
    categories = [
        element("category", element("catDesc", content(words)), xml_id=f"{name}.{key}")
        for key, words in told.items()
    ]
    return element(
        "encodingDesc",
        element("projectDesc", element("p", content(note))),
        element("classDecl", element("taxonomy", *categories)),
    )


_STANCES = {
    Stance.DENIED: "given as what the source says is not so",
    Stance.NOT_SAID: "given as what the source did not say",
    Stance.OPEN: "given neither as said nor as not said",
}


def _profile(account: Account, people: Mapping[str, str]) -> str:
    structure = account.reading.structure
    language = account.document.language or "und"
    setting = [_date(structure.dating, "event")] if structure.dating else []
    setting += [element("name", content(structure.place), type="place")] if structure.place else []
    return element(
        "profileDesc",
        element("langUsage", element("language", content(language), ident=language)),
        *([element("settingDesc", element("setting", *setting))] if setting else []),
        *([element("particDesc", _people(account, people))] if people else []),
    )


def _people(account: Account, people: Mapping[str, str]) -> str:
    """Everybody under a name; groups and organisations by what their statements rest on."""
    kinds = {name: _kind(one) for one in account.reading.statements for name in one.speakers}
    listed = []
    for name, own in people.items():
        kind = kinds.get(name, "person")
        named = "persName" if kind == "person" else "orgName" if kind == "org" else "name"
        listed.append(element(kind, element(named, content(name)), xml_id=own))
    bodies = [one for one in listed if one.startswith("<org ")]
    others = [one for one in listed if not one.startswith("<org ")]
    lists = [element("listPerson", *others)] if others else []
    return "".join([*lists, *([element("listOrg", *bodies)] if bodies else [])])


def _kind(statement: Statement) -> str:
    return {"organisation": "org", "collective": "personGrp"}.get(statement.basis, "person")


def _revisions(account: Account) -> str:
    standing = [one for one in account.corrections if not one.taken_back]
    if not standing:
        return ""
    changes = [
        element("change", content(f"{one.field}: {one.value}"), when=one.at)
        for one in reversed(standing)
    ]
    return element("revisionDesc", *changes)


def _date(dating: Dating, kind: str) -> str:
    """A date with its EDTF in words, and the days that it can mean where they are known."""
    first, last = dating.earliest, dating.latest
    when = first.isoformat() if first and first == last else ""
    bounds = ("", "") if when else tuple(day.isoformat() if day else "" for day in (first, last))
    return element(
        "date",
        content(dating.edtf),
        type=kind,
        when=when,
        notBefore=bounds[0],
        notAfter=bounds[1],
    )


def _dating(edtf: str) -> Dating | None:
    try:
        return read_edtf(edtf) if edtf else None
    except InputError:
        return None
