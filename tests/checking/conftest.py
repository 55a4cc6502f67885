"""Small records and reports made by hand, and the sample corpus with its statements as marked."""

from dataclasses import replace

import pytest

import examples
from onrecord import matching, structure
from onrecord.dates import read_edtf
from onrecord.model import (
    Against,
    Attribution,
    Dating,
    Document,
    Kind,
    Passage,
    PassageKind,
    Provenance,
    Quotation,
    Reading,
    Role,
    Span,
    Statement,
    Structure,
    Turn,
)
from onrecord.stores import open_store


class Shelf:
    """A store, and short ways to put documents into it."""

    def __init__(self, store):
        self.store = store

    def transcript(self, name, date, *turns, flags=(), url="", language="en"):
        """Hold a transcript of turns, each a speaker and a text; a role or a flag may follow."""
        text, made = "", []
        for number, (speaker, said, *more) in enumerate(turns):
            span = Span(len(text), len(text) + len(said))
            text += said + "\n\n"
            role = next((m for m in more if isinstance(m, Role)), Role.ANSWER)
            made.append(Turn(number, speaker, (span,), role, flags=tuple(more[1:])))
        document = self.document(name, text, date, Kind.TRANSCRIPT, url=url, language=language)
        parsed = Structure(
            Kind.TRANSCRIPT,
            "made by hand",
            turns=tuple(made),
            dating=self.dating(date),
            flags=flags,
        )
        self.add(document, parsed, ())

    def story(self, name, date, *pieces, url=""):
        """Hold a report of pieces: a kind of passage, a speaker, the words."""
        text, passages, statements = "", [], []
        for kind, speaker, said in pieces:
            quoted = kind is PassageKind.QUOTATION
            start = len(text) + quoted
            span = Span(start, start + len(said))
            text += f'"{said}" he said.\n\n' if quoted else f"{said}\n\n"
            passages.append(Passage(name, span, said, kind, Against.REPORT, speaker))
            if quoted:
                said_by = Attribution((), (), (span,), Quotation.DIRECT)
                statements.append(Statement(name, said_by, speaker))
        document = self.document(name, text, date, Kind.STORY, url=url)
        parsed = Structure(Kind.STORY, "made by hand", dating=self.dating(date))
        self.keep(Reading(document, parsed, statements, passages))

    def document(self, name, text, date, kind, *, url="", language="en"):
        where = Provenance(sha256=name, reader="hand", reader_version="1", path=f"{name}.txt")
        return Document(name, text, where, url=url, published=date, language=language, kind=kind)

    def dating(self, date):
        return read_edtf(date) if date else Dating("", None, None)

    def add(self, document, parsed, statements):
        passages = matching.passages(document, parsed, statements)
        self.keep(Reading(document, parsed, statements, passages))

    def keep(self, reading):
        self.store.add(reading, reading.document.text.encode())


@pytest.fixture
def shelf(tmp_path):
    """An empty store with short ways to fill it."""
    with open_store(tmp_path / "onrecord.db") as store:
        yield Shelf(store)


@pytest.fixture(scope="session")
def papers(tmp_path_factory):
    """The sample corpus with its statements as people marked them, and the ids by name."""
    gold = {}
    for line in examples.gold():
        gold.setdefault(line["document"], []).append(line)
    with open_store(tmp_path_factory.mktemp("papers") / "onrecord.db") as store:
        ids = {}
        for read, raw in examples.documents():
            document = read if read.language else replace(read, language="en")
            parsed = structure.dissect(document)
            lines = gold.get(examples.name(document), ())
            statements = [marked(document, parsed, line) for line in lines]
            passages = matching.passages(document, parsed, statements)
            reading = Reading(document, parsed, statements, passages)
            ids[examples.name(document)] = store.add(reading, raw)[0]
        yield store, ids


def marked(document, parsed, line):
    """A statement as it was marked by hand."""
    source, cue, content = (
        tuple(Span(start, end) for start, end in line[role])
        for role in ("source", "cue", "content")
    )
    turn = next((t.number for t in parsed.turns for s in t.spans if s.meets(content[0])), None)
    attribution = Attribution(source, cue, content, Quotation(line["quotation"]))
    return Statement(
        document.id, attribution, line["speaker"], "marked", tuple(line["via"]), turn=turn
    )
