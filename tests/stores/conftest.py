"""Every store there is, and readings of every shape."""

import os
from datetime import date

import pytest
from hypothesis import strategies as st

from onrecord.model import (
    Against,
    Attribution,
    Dating,
    Document,
    Exchange,
    Kind,
    Manner,
    Mark,
    Part,
    PartKind,
    Passage,
    PassageKind,
    Provenance,
    Quotation,
    Reading,
    Role,
    Span,
    Stance,
    Statement,
    Structure,
    Turn,
)
from onrecord.stores import open_store


def _sqlite(request):
    folder = request.getfixturevalue("tmp_path_factory")
    return lambda: folder.mktemp("store") / "onrecord.db"


def _postgres(request):
    return request.getfixturevalue("postgres").new_database


STORES = {"sqlite": _sqlite, "postgres": _postgres}


@pytest.fixture(scope="session", params=sorted(STORES))
def new_database(request):
    """A function that names a place for a new database, of the kind that the suite runs over."""
    return STORES[request.param](request)


@pytest.fixture(scope="session")
def new_store(new_database):
    """A function that gives an empty store."""
    opened = []

    def make():
        opened.append(open_store(new_database()))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(new_database):
    """An empty store."""
    with open_store(new_database()) as opened:
        yield opened


@pytest.fixture(scope="session")
def make_reading():
    """A function that makes a small reading of a text by hand."""
    return _reading


def _reading(text, *, ref="d1", said=(), record=(), **given):
    """`said` are (speaker, content) pairs that stand in `text`, `record` (speaker, turn) pairs."""
    structure = {k: given.pop(k) for k in ("dating", "kind", "flags") if k in given}
    provenance = Provenance(
        sha256="0" * 64,
        reader="plain",
        reader_version="1",
        path=given.pop("path", ""),
        record=given.pop("record_name", ""),
    )
    spans = [_span(text, words) for _, words in record] + [_span(text, words) for _, words in said]
    turns = tuple(
        Turn(n, who, (_span(text, words),)) for n, (who, words) in enumerate(record, start=1)
    )
    passages = tuple(
        Passage(
            document=ref,
            span=span,
            text=span.of(text),
            kind=PassageKind.TURN if i < len(record) else PassageKind.QUOTATION,
            against=Against.RECORD if i < len(record) else Against.REPORT,
            speaker=(list(record) + list(said))[i][0],
        )
        for i, span in enumerate(spans)
    )
    return Reading(
        document=Document(id=ref, text=text, provenance=provenance, **given),
        structure=Structure(
            kind=structure.get("kind", Kind.TRANSCRIPT if record else Kind.STORY),
            why="made by hand",
            turns=turns,
            dating=structure.get("dating"),
            flags=structure.get("flags", ()),
        ),
        statements=tuple(
            Statement(
                document=ref,
                attribution=Attribution((), (), (_span(text, words),), Quotation.DIRECT),
                speaker=who,
            )
            for who, words in said
        ),
        passages=passages,
    )


def _span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="session")
def day():
    """A function that dates something to one day."""
    return lambda edtf: Dating(edtf, date.fromisoformat(edtf), date.fromisoformat(edtf))


WORDS = st.text(max_size=12)
NAMES = st.lists(WORDS, max_size=3).map(tuple)
DAYS = st.none() | st.dates()


@st.composite
def _readings(draw):
    text = draw(st.text(max_size=80))
    one = st.builds(
        lambda a, b: Span(min(a, b), max(a, b)),
        st.integers(0, len(text)),
        st.integers(0, len(text)),
    )
    many = st.lists(one, max_size=3).map(tuple)
    datings = st.none() | st.builds(
        Dating,
        edtf=WORDS,
        earliest=DAYS,
        latest=DAYS,
        words=WORDS,
        spans=many,
        anchor=WORDS,
        how=WORDS,
        inferred=st.booleans(),
    )
    document = draw(
        st.builds(
            Document,
            id=st.text("0123456789abcdef", min_size=12, max_size=12),
            text=st.just(text),
            provenance=st.builds(Provenance, *[WORDS] * 7),
            title=WORDS,
            url=WORDS,
            published=WORDS,
            publisher=WORDS,
            author=WORDS,
            language=WORDS,
            kind=st.none() | st.sampled_from(Kind),
            speaker=WORDS,
            marks=st.lists(st.builds(Mark, st.sampled_from(PartKind), one, WORDS)).map(tuple),
            dropped=NAMES,
        )
    )
    structure = draw(
        st.builds(
            Structure,
            kind=st.sampled_from(Kind),
            why=WORDS,
            parts=st.lists(st.builds(Part, st.sampled_from(PartKind), one, WORDS)).map(tuple),
            turns=st.lists(
                st.builds(
                    Turn,
                    number=st.integers(0, 99),
                    speaker=WORDS,
                    spans=many,
                    role=st.sampled_from(Role),
                    label=st.none() | one,
                    basis=WORDS,
                    flags=NAMES,
                ),
                max_size=3,
            ).map(tuple),
            exchanges=st.lists(
                st.builds(
                    Exchange, st.integers(0, 9), st.lists(st.integers(0, 9), max_size=3).map(tuple)
                ),
                max_size=3,
            ).map(tuple),
            title=WORDS,
            dating=datings,
            published=datings,
            place=WORDS,
            agency=WORDS,
            publisher=WORDS,
            editions=NAMES,
            flags=NAMES,
        )
    )
    attributions = st.builds(
        Attribution,
        many,
        many,
        many,
        st.sampled_from(Quotation),
        via=many,
        manner=st.none() | st.sampled_from(Manner),
        stance=st.none() | st.sampled_from(Stance),
        hedged=st.booleans(),
    )
    numbers = st.none() | st.integers(0, 99)
    statements = st.builds(
        Statement,
        document=st.just(document.id),
        attribution=attributions,
        speaker=WORDS,
        basis=WORDS,
        via=NAMES,
        part=st.sampled_from(PartKind),
        turn=numbers,
    )
    passages = one.flatmap(
        lambda span: st.builds(
            Passage,
            document=st.just(document.id),
            span=st.just(span),
            text=st.just(span.of(text)),
            kind=st.sampled_from(PassageKind),
            against=st.sampled_from(Against),
            speaker=WORDS,
            role=st.none() | st.sampled_from(Role),
            turn=numbers,
            via=NAMES,
            flags=NAMES,
        )
    )
    held = draw(st.lists(passages, max_size=4).map(tuple))
    return Reading(
        document=document,
        structure=structure,
        statements=tuple(draw(st.lists(statements, max_size=4))),
        passages=held,
        engine=draw(WORDS),
    )


@pytest.fixture(scope="session")
def readings():
    """A strategy of readings in which every field can have any value that its type allows."""
    return _readings()


@pytest.fixture
def as_anybody():
    """Skips a test about permissions where nothing is forbidden."""
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to this user")


@pytest.fixture(scope="session")
def imported():
    """A small roster as an importer gives it."""
    from onrecord.model import (
        Body,
        BodyKind,
        Called,
        Imported,
        Person,
        Place,
        Rejected,
        Roster,
        Tenure,
    )

    people = (Person("Q1", "Ann Bell", (Called("Anne Bell", "2001", ""),), "Q1", ("x:ann",)),)
    bodies = (Body("orlo", "Orlo", BodyKind.STATE, (Called("Orlan"),), "ORL", "Q2"),)
    places = (Place("talsk", "Talsk", (Called("Old Talsk", "", "2001"),), "orlo", "Q3"),)
    tenures = (
        Tenure(
            "Q1", "Minister", "orlo", "2019-01", "..", "Gazette", "2021", ("head of state",), "n"
        ),
    )
    return Imported(Roster(people, bodies, places, tenures), "Gazette", (Rejected(3, "no person"),))
