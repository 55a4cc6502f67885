"""TEI transcripts: `<u who>` and `<sp>` to turns, one document a `<TEI>`.

Of a file only what stands in it is read: no DTD, no entity, nothing from elsewhere.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from onrecord.errors import ReadError
from onrecord.model import Document, Failure, PartKind
from onrecord.readers.blocks import Block, compose
from onrecord.readers.inputs import Found, Input, Reader, document_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

READER = Reader("tei", "1", "application/tei+xml")
_LOOKS = re.compile(r"<(?:\w+:)?(?:TEI|TEI\.2|teiCorpus)[\s>]")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOBODY = "Unidentified speaker:"
_GLYPH = re.compile(r"U\+([0-9A-F]{1,6})")
_PARAGRAPHS = frozenset("p ab seg l item cell head label quote".split())
_ASIDES = frozenset("stage note incident vocal kinesic gap desc writing shift".split())
_LEFT_OUT = frozenset("fw figure teiHeader front back".split())


def read_tei(entry: Input) -> Iterator[Document | Failure]:
    """A document for each `<TEI>` of a file, transcripts with a label for each turn.

    The label is the `<speaker>` or `<note type="speaker">` that the file has (none where that is
    empty), else the name that `who` leads to within the file, else `who` itself; a turn with
    neither is an unidentified speaker's. Where nobody but one person speaks and no label stands in
    the text, the document is that speaker's and no words are added. Notes and what else is not
    spoken become stage directions in brackets. `ReadError` for what is no TEI.
    """
    root = _parsed(entry.data)
    texts = [one for one in root.iter() if _name(one) in ("TEI", "TEI.2")]
    if not texts:
        raise ReadError(f"no TEI: its root is <{_name(root)[:40]}>")
    for number, one in enumerate(texts, start=1):
        record = str(number) if len(texts) > 1 else ""
        try:
            yield document_of(entry, READER, _found(one, entry, record))
        except ReadError as fault:
            yield Failure(entry.path, f"TEI {number}: {fault}" if record else str(fault))


def looks_like_tei(head: str) -> bool:
    """Whether a file begins with the root of a TEI document or corpus."""
    return bool(_LOOKS.search(head[:4000]))


def _parsed(data: bytes) -> Element:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"no XML: {' '.join(str(error).split())[:200]}") from None


def _found(root: Element, entry: Input, record: str) -> Found:
    walk = _Walk(_names(root))
    body = _first(root, "body", within="text")
    if body is None:
        raise ReadError("no <body> in it")
    walk.children(body)
    blocks, speaker = walk.done()
    text, marks = compose(blocks)
    fields = _fields(root) | ({"speaker": speaker} if speaker else {})
    own = hashlib.sha256(entry.data + record.encode()).hexdigest()[:12] if record else ""
    return Found(text, marks, fields, tuple(walk.dropped[:50]), "utf-8", record, own)


class _Walk:
    """Goes through a body and gathers its paragraphs, each with whose it is."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.blocks: list[tuple[Block, str]] = []
        self.dropped: list[str] = []
        self.label: str | None = None
        self.speaker = ""
        self.fresh = False
        self.labelled = False

    def children(self, element: Element) -> None:
        """The elements inside another, and what words stand between them."""
        self._loose(element.text)
        for child in element:
            self._element(child)
            self._loose(child.tail)

    def done(self) -> tuple[list[Block], str]:
        """The blocks with their labels, and the one speaker of a text without labels."""
        self._unused()
        speakers = {who for _, who in self.blocks if who}
        if not self.labelled and len(speakers) == 1 and all(who for _, who in self._said()):
            return [_unlabelled(block) for block, _ in self.blocks], speakers.pop()
        return [block for block, _ in self.blocks], ""

    def _said(self) -> list[tuple[Block, str]]:
        return [one for one in self.blocks if one[0].kind is PartKind.PARAGRAPH]

    def _element(self, element: Element) -> None:
        name = _name(element)
        if not name or name in _LEFT_OUT:
            words = _words(element)
            self.dropped += [f"<{name or 'entity'}>: {words[:100]}"] if words or not name else []
        elif name in ("u", "sp"):
            self._turn(element)
        elif name in ("note", "speaker") and (name == "speaker" or _is_label(element)):
            self._unused()
            self.label = _words(element)
            self.labelled = self.labelled or bool(self.label)
        elif name in _ASIDES:
            self._aside(element)
        elif name in _PARAGRAPHS and not _holds_paragraphs(element):
            self._paragraph(element)
        else:
            self.children(element)

    def _turn(self, element: Element) -> None:
        who = element.get("who", "")
        self.speaker, self.fresh = " and ".join(map(self._called, who.split())), True
        if not who and self.label is None and _first(element, "speaker") is None:
            self.label, self.labelled = _NOBODY, True
        self.children(element)
        self._unused()
        self.speaker, self.fresh = "", False

    def _called(self, pointer: str) -> str:
        own = pointer.rpartition("#")[2]
        return self.names.get(own, own.removeprefix("parla:"))

    def _paragraph(self, element: Element) -> None:
        kind = PartKind.PARAGRAPH
        if _name(element) == "head":
            kind = PartKind.HEADING if self.blocks else PartKind.HEADLINE
        if _name(element) == "ab" and element.get("type") in list(PartKind):
            kind = PartKind(element.get("type"))
        self._add(_words(element), kind)

    def _loose(self, words: str | None) -> None:
        if words and words.strip():
            self._add(" ".join(words.split()), PartKind.PARAGRAPH)

    def _add(self, words: str, kind: PartKind) -> None:
        if not words.strip():
            return
        if not self.fresh:
            self._unused()
        if not self.fresh or kind is not PartKind.PARAGRAPH:
            self.blocks.append((Block(words, kind), self.speaker))
            return
        self.fresh = False
        given = f"{self.speaker}:" if self.label is None and self.speaker else self.label
        self.label = None
        if not given:
            self.blocks.append((Block(words), self.speaker))
            return
        name = self.speaker or given.rstrip(" :")
        block = Block(f"{given} {words}", label=len(given), speaker=name)
        self.blocks.append((block, self.speaker))

    def _unused(self) -> None:
        """A label that labels nothing stands for itself."""
        if self.label:
            self.blocks.append((Block(self.label), ""))
        self.label = None

    def _aside(self, element: Element) -> None:
        words = _words(element)
        if words:
            bracketed = words if words[0] in "([<" else f"({words})"
            self.blocks.append((Block(bracketed, PartKind.STAGE_DIRECTION), ""))


def _unlabelled(block: Block) -> Block:
    return Block(block.text[block.label :].strip(), block.kind) if block.label else block


def _holds_paragraphs(element: Element) -> bool:
    inner = _PARAGRAPHS | _ASIDES
    return any(one is not element and _name(one) in inner for one in element.iter())


def _is_label(element: Element) -> bool:
    return _name(element) == "note" and element.get("type") == "speaker"


def _words(element: Element) -> str:
    """The words of an element in one line, characters that XML bars put back."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    if _name(element) == "g" and (named := _GLYPH.fullmatch(element.get("n", ""))):
        number = int(named[1], 16)
        yield chr(number) if number < 0x110000 else ""
    yield element.text or "" if _name(element) else ""
    for child in element:
        yield from _pieces(child)
        if _name(child) in ("lb", "cb", "pb"):
            yield " "
        yield child.tail or ""


def _name(element: Element) -> str:
    """The local name of an element; "" for a comment or an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _names(root: Element) -> dict[str, str]:
    """The names of people and bodies by their ids."""
    found = {}
    for one in root.getroottree().getroot().iter():
        own = one.get(_ID) if _name(one) else None
        if own and _name(one) in ("person", "personGrp", "org"):
            found[own] = _person(one) or own
    return found


def _person(element: Element) -> str:
    for child in element:
        if _name(child) in ("persName", "orgName", "name"):
            parts = {_name(part): _words(part) for part in child}
            if "surname" in parts and "forename" in parts:
                given = [_words(part) for part in child if _name(part) == "forename"]
                return " ".join([*given, parts["surname"]])
            return _words(child)
    return ""


def _fields(root: Element) -> dict[str, str]:
    bibl = _first(root, "bibl", within="sourceDesc")
    date = _first(root, "date", within="sourceDesc")
    date = date if date is not None else _first(root, "date", within="publicationStmt")
    language = _first(root, "language", within="langUsage")
    tag = root.get(_LANG) or (language.get("ident", "") if language is not None else "")
    title = _first(root, "title", within="titleStmt")
    publisher = _first(bibl if bibl is not None else root, "publisher")
    author = _first(root, "author", within="titleStmt")
    return {
        "title": _words(title) if title is not None else "",
        "publisher": _words(publisher) if publisher is not None else "",
        "author": _words(author) if author is not None else "",
        "published": (date.get("when", "") or "")[:10] if date is not None else "",
        "language": "" if tag == "und" else tag,
        "url": _address(root),
    }


def _address(root: Element) -> str:
    source = _first(root, "sourceDesc")
    for one in source.iter() if source is not None else ():
        if _name(one) == "idno" and one.get("type", "").upper() in ("URI", "URL"):
            return _words(one)
    return ""


def _first(root: Element, name: str, *, within: str = "") -> Element | None:
    holders = [one for one in root.iter() if _name(one) == within] if within else [root]
    return next((one for held in holders for one in held.iter() if _name(one) == name), None)
