"""Full-text search by tsvector, over tables beside those of statements and passages.

What is a word, and in which form it is compared, is settled here; the server stems it (Porter) and
keeps where it stands. It keeps no more than 256 places of a word and none beyond the 16,383rd, so
that passages, which may be an hour's speech, are kept in pieces that overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.model import Span, Spans
from onrecord.stores._statements import Sought, Unit
from onrecord.stores.postgres.finding import found_in
from onrecord.stores.postgres.words import Word, words_of
from onrecord.stores.sql.full_text import Answering, Condition
from onrecord.stores.sql.placing import placed

if TYPE_CHECKING:
    from onrecord.stores.sql.connection import Connection, Row

# Weights of D, C, B, A: of a statement the content weighs most, then the speaker's name, the
# source, the cue.
_RANK = (
    "-ts_rank('{0.125, 0.25, 0.5, 1}', f.words, q.query)"
    " / (1 + ln(1 + length(f.words) / CAST(50 AS float8)))"
)
NEAR = 30
"""Words between the first and the last one sought of a passage, which may be an hour's speech."""
_PIECE, _OVERLAP = 1_000, 60
_MOST = 16_000
"""Words of a column of a statement that are searched."""
_LARGEST = 200_000
"""Characters of what is searched at once: PostgreSQL takes a megabyte."""
_KNOWN = 200_000
_AT_ONCE = 500
"""Statements or passages that are taken in at a time."""
_LACKING = {
    Unit.STATEMENT: "SELECT s.number, s.content, s.speaker, s.source, s.cue FROM statements s"
    " WHERE s.searched = 1"
    " AND NOT EXISTS (SELECT 1 FROM statements_fts f WHERE f.number = s.number)",
    Unit.PASSAGE: "SELECT s.number, s.text FROM passages s"
    " WHERE s.searched = 1 AND s.worded = 1"
    " AND NOT EXISTS (SELECT 1 FROM passages_fts f WHERE f.number = s.number)",
}
# Stands between the columns of a statement, so that no phrase goes over from one to the next.
_GAP = "onrecordgap"


class Tsvector:
    """The `FullText` protocol over the tables `statements_fts` and `passages_fts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stems: dict[str, str] = {}

    def about(self, sought: Sought, _: tuple[str, ...] = ()) -> Condition:
        """That the content of a statement `s` answers to a query."""
        query = self._query(sought, weight="A")
        sql = "SELECT number FROM statements_fts WHERE words @@ CAST(? AS tsquery)"
        return Condition(f"s.number IN ({sql})" if query else "1 = 0", (query,) if query else ())

    def answering(self, sought: Sought, unit: Unit) -> Answering:
        """The statements or passages that answer to a query, which has phrases."""
        found = self._found(sought, unit)
        if unit is Unit.STATEMENT:
            sql = f"SELECT f.number, {_RANK} AS rank {found.sql}"
        else:
            sql = f"SELECT f.number, min({_RANK}) AS rank {found.sql} GROUP BY f.number"
        tables = Condition(f"({sql}) f", found.values)
        return Answering(tables, Condition("1 = 1", ()), "f.number", "f.rank")

    def matches(self, sought: Sought, numbers: Iterable[int], unit: Unit) -> dict[int, Spans]:
        """Where the words of a query, which has phrases, stand in documents."""
        found = self._found(sought, unit)
        which, value = self._connection.among(list(dict.fromkeys(numbers)))
        what = "s.content, s.content_spans" if unit is Unit.STATEMENT else "s.text, s.start"
        rows = self._connection.execute(
            f"SELECT s.number, {what} FROM {unit}s s WHERE s.number {which}"
            f" AND s.number IN (SELECT f.number {found.sql} AND f.number {which})",
            (value, *found.values, value),
        ).fetchall()
        phrases = [self._phrase(phrase) for phrase in sought.phrases]
        near = NEAR if _is_near(sought, unit) else None
        spans = dict[int, Spans]()
        for number, text, place in rows:
            words = list(words_of(text))
            stems = self._stemmed([word.form for word in words])
            if held := tuple(placed(_spans(words, found_in(stems, phrases, near)), place)):
                spans[number] = held
        return spans

    def renew(self, document: int) -> None:
        """Take in what was written of a document; what was deleted the server leaves out."""
        for unit in Unit:
            rows = self._connection.execute(f"{_LACKING[unit]} AND s.document = ?", (document,))
            self._take(unit, iter(rows))

    def fill(self) -> None:
        """Take in all that is not there yet, as after rows were moved here."""
        for unit in Unit:
            self._take(unit, self._connection.stream(_LACKING[unit]))

    def _take(self, unit: Unit, rows: Iterator[Row]) -> None:
        while batch := list(islice(rows, _AT_ONCE)):
            if unit is Unit.STATEMENT:
                self._take_statements(batch)
            else:
                self._take_passages(batch)

    def _take_statements(self, rows: Sequence[Row]) -> None:
        columns = [[row[0] for row in rows]]
        for place in range(1, 5):
            start = "" if place == 1 else f"{_GAP} "
            columns.append([start + next(_pieces(row[place], _MOST), "") for row in rows])
        # A speaker's name is short; so are a source and a cue, but for what was badly read.
        columns[2:] = [[words[:20_000] for words in column] for column in columns[2:]]
        vectors = " || ".join(
            f"setweight(to_tsvector('onrecord', t.{letter}), '{letter.upper()}')"
            for letter in "abcd"
        )
        self._connection.execute(
            f"INSERT INTO statements_fts (number, words)"
            f" SELECT t.number, ts_delete({vectors}, '{_GAP}') FROM unnest("
            "CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),"
            " CAST(? AS text[])) AS t (number, a, b, c, d)",
            columns,
        )

    def _take_passages(self, rows: Sequence[Row]) -> None:
        pieces = [
            (number, place, piece)
            for number, text in rows
            for place, piece in enumerate(_pieces(text, _PIECE))
        ]
        numbers, places, texts = ([list(one) for one in zip(*pieces, strict=True)]) or ([], [], [])
        self._connection.execute(
            "INSERT INTO passages_fts (number, piece, words)"
            " SELECT t.number, t.piece, to_tsvector('onrecord', t.words) FROM unnest("
            "CAST(? AS bigint[]), CAST(? AS bigint[]), CAST(? AS text[])) AS t"
            " (number, piece, words)",
            (numbers, places, texts),
        )

    def _found(self, sought: Sought, unit: Unit) -> Condition:
        """From which rows `f` of the words' table, and by which query `q`."""
        weight = "A" if sought.said and unit is Unit.STATEMENT else ""
        query = self._query(sought, weight=weight, without=unit is Unit.STATEMENT)
        table = f"FROM {unit}s_fts f CROSS JOIN (SELECT CAST(? AS tsquery) AS query) q"
        if not query:
            return Condition(f"{table} WHERE 1 = 0", ("",))
        sql, values = f"{table} WHERE f.words @@ q.query", [query]
        if _is_near(sought, unit):
            phrases = [" ".join(self._phrase(phrase)) for phrase in sought.phrases]
            sql = f"{sql} AND stand_near(f.words, CAST(? AS text[]), {NEAR})"
            values.append([phrase for phrase in phrases if phrase])  # type: ignore[arg-type]
        if sought.without and unit is Unit.PASSAGE:
            lacking = self._query(Sought(sought.without, every=False))
            if lacking:
                sql = (
                    f"{sql} AND NOT EXISTS (SELECT 1 FROM passages_fts o WHERE"
                    " o.number = f.number AND o.words @@ CAST(? AS tsquery))"
                )
                values.append(lacking)
        return Condition(sql, tuple(values))

    def _query(self, sought: Sought, *, weight: str = "", without: bool = True) -> str:
        """A query as PostgreSQL writes it; "" where nothing can answer to it."""
        phrases = [self._written(phrase, weight) for phrase in sought.phrases]
        if not any(phrases) or (sought.every and not all(phrases)):
            return ""
        query = (" & " if sought.every else " | ").join(filter(None, phrases))
        lacking = [self._written(phrase, weight) for phrase in sought.without if without]
        for phrase in filter(None, lacking):
            query = f"({query}) & !({phrase})"
        return query

    def _written(self, phrase: str, weight: str) -> str:
        end = f":{weight}" if weight else ""
        stems = " <-> ".join(f"'{stem}'{end}" for stem in self._phrase(phrase))
        return f"({stems})" if stems else ""

    def _phrase(self, phrase: str) -> list[str]:
        return self._stemmed([word.form for word in words_of(phrase)])

    def _stemmed(self, forms: Sequence[str]) -> list[str]:
        """The stems of words, asked of the server where they are not known yet."""
        if unknown := sorted(set(forms) - self._stems.keys()):
            if len(self._stems) > _KNOWN:
                self._stems.clear()
                unknown = sorted(set(forms))
            rows = self._connection.execute(
                "SELECT t.form, (ts_lexize('onrecord_stem', t.form))[1]"
                " FROM unnest(CAST(? AS text[])) AS t (form)",
                (unknown,),
            )
            self._stems.update((form, stem or form) for form, stem in rows.fetchall())
        return [self._stems[form] for form in forms]


def _is_near(sought: Sought, unit: Unit) -> bool:
    return unit is Unit.PASSAGE and sought.every and len(sought.phrases) > 1


def _pieces(text: str, size: int) -> Iterator[str]:
    """The words of a text, so many at a time; each piece begins with the last words before it."""
    forms = [word.form for word in words_of(text)]
    for start in range(0, max(len(forms) - _OVERLAP, 1), size - _OVERLAP):
        yield _cut(" ".join(forms[start : start + size]))


def _cut(words: str) -> str:
    """Words as far as the server takes them at once."""
    if len(words) <= _LARGEST:
        return words
    return words[:_LARGEST].rpartition(" ")[0]


def _spans(words: Sequence[Word], found: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """Runs of words as spans of the text."""
    return (Span(words[first].start, words[end - 1].stop) for first, end in found)
