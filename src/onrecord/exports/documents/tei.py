"""Documents as TEI: turns as `<u>`, attributed words as `<said>`; the text is all of the text.

After the Guidelines of the Text Encoding Initiative (P5) and, for transcripts, ParlaMint's use of
them. The words and white space of `<body>`, its `<g>` read as the characters that they name, are
those of `Document.text`, code point for code point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.exports.accounts import Account
from onrecord.exports.documents.leaves import Leaf, leaves
from onrecord.exports.documents.said import Said, marked, said_in
from onrecord.exports.documents.tei_header import header, numbered_people
from onrecord.exports.documents.xml_text import content, element, opening
from onrecord.model import Kind, PartKind, Turn

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_DIVISIONS = {Kind.TRANSCRIPT: "debateSection", Kind.STORY: "article", Kind.OTHER: "document"}
_NOTES = {PartKind.STAGE_DIRECTION: "comment", PartKind.LABEL: "speaker"}


def as_tei(accounts: Iterable[Account]) -> Iterator[str]:
    """Each document as a `<TEI>`, all of them in a `<teiCorpus>`, piece by piece.

    `<u>` holds a turn, `<note type="speaker">` before it its label (empty where the text has none),
    other notes its stage directions;
    `<said>` what somebody is held to have said, in pieces where paragraphs or other words part it
    (`next`, `prev`), with `ana` where it is not asserted. `who` leads to `particDesc`.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield opening("teiCorpus", {"xmlns": NAMESPACE})
    title = element("titleStmt", element("title", "Documents held by Onrecord"))
    terms = element("p", "The texts belong to their publishers.")
    published = element("publicationStmt", terms)
    described = element("sourceDesc", element("p", "See the header of each document."))
    yield element("teiHeader", element("fileDesc", title, published, described)) + "\n"
    for number, account in enumerate(accounts, start=1):
        yield _document(account, f"d{number}") + "\n"
    yield "</teiCorpus>\n"


def one_as_tei(account: Account) -> str:
    """A single document as a `<TEI>` file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_document(account, "d1")}\n'


def _document(account: Account, name: str) -> str:
    people = numbered_people(account, name)
    tag = opening("TEI", {"xmlns": NAMESPACE, "xml:id": name, "xml:lang": _language(account)})
    return f"{tag}{header(account, people, name)}<text>{_body(account, people, name)}</text></TEI>"


def _language(account: Account) -> str:
    return account.document.language or "und"


def _body(account: Account, people: dict[str, str], name: str) -> str:
    """The body, in which nothing stands but the text."""
    text, laid = account.document.text, leaves(account.reading)
    said = said_in(account.reading.statements, laid, people, name)
    body = _Body(account, people, name, said)
    pieces, at = [], 0
    for _, group in groupby(_in_turns(laid), key=lambda pair: pair[0]):
        several = [leaf for _, leaf in group]
        start = several[0].span.start
        pieces += [content(text[at:start]), body.group(several)]
        at = several[-1].span.end
    tag = opening("div", {"type": _DIVISIONS[account.reading.structure.kind]})
    words = "".join(pieces) + content(text[at:])
    return f'<body xml:space="preserve">{tag}{words}</div></body>'


def _in_turns(laid: Sequence[Leaf]) -> Iterator[tuple[int, Leaf]]:
    """The leaves, each with the number of its group: a turn, with what stands inside it, is one."""
    last = {leaf.turn: n for n, leaf in enumerate(laid) if leaf.turn is not None}
    group, turn = 0, None
    for number, leaf in enumerate(laid):
        inside = turn is not None and number < last[turn]
        if leaf.turn is not None and leaf.turn != turn:
            group, turn = group + 1, leaf.turn
        elif leaf.turn is None and not inside:
            group, turn = group + 1, None
        yield group, leaf


class _Body:
    """The leaves of one document as elements."""

    def __init__(
        self, account: Account, people: dict[str, str], name: str, said: dict[Leaf, list[Said]]
    ) -> None:
        self.text = account.document.text
        self.turns = {turn.number: turn for turn in account.reading.structure.turns}
        self.people, self.name, self.said = people, name, said
        self.begun = False

    def group(self, several: Sequence[Leaf]) -> str:
        """A turn with its label before it, or a leaf outside turns."""
        turn = self.turns.get(several[0].turn) if several[0].turn is not None else None
        if turn is None:
            return self._outside(several[0])
        self.begun = True
        heads = [leaf for leaf in several if leaf.kind is PartKind.LABEL][:1]
        label = heads[0] if heads and heads[0] is several[0] else None
        rest = [leaf for leaf in several if leaf is not label]
        before = element("note", self._words(label) if label else "", type="speaker")
        if not rest:
            return before
        gap = content(self.text[label.span.end : rest[0].span.start]) if label else ""
        return before + gap + self._utterance(turn, rest)

    def _utterance(self, turn: Turn, inside: Sequence[Leaf]) -> str:
        tag = opening(
            "u",
            {
                "who": f"#{self.people[turn.speaker]}" if turn.speaker else "",
                "ana": f"#{self.name}.role.{turn.role.value}",
                "xml:id": f"{self.name}.u{turn.number}",
            },
        )
        pieces, at = [], inside[0].span.start
        for leaf in inside:
            pieces += [content(self.text[at : leaf.span.start]), self._inside(leaf)]
            at = leaf.span.end
        return f"{tag}{''.join(pieces)}</u>"

    def _inside(self, leaf: Leaf) -> str:
        if leaf.kind is PartKind.PARAGRAPH:
            return element("seg", self._words(leaf))
        return element("note", self._words(leaf), type=_NOTES.get(leaf.kind, leaf.kind.value))

    def _outside(self, leaf: Leaf) -> str:
        words = self._words(leaf)
        if leaf.kind in _NOTES:
            return element("note", words, type=_NOTES[leaf.kind])
        if leaf.kind is PartKind.HEADLINE and not self.begun:
            return element("head", words)
        self.begun = True
        if leaf.kind is PartKind.PARAGRAPH:
            return element("p", words)
        return element("ab", words, type=leaf.kind.value)

    def _words(self, leaf: Leaf) -> str:
        return marked(self.text, leaf.span, self.said.get(leaf, []))
