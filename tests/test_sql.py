"""SQL is written here, and nothing that somebody gives ever becomes a part of it.

Read in the source: what is put into a statement is a constant, or one of the names below, of which
it is known what they can be. And seen at work: words that stand in everything that is asked never
turn up in a statement that is executed.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from onrecord.stores.sqlite import connection as connecting
from onrecord.web import Settings, create_app

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"
EXECUTING = frozenset({"execute", "executemany", "executescript", "stream"})
WORD = "zyx'); DROP TABLE documents; --"
"""What is given everywhere, to see where it goes."""
_TABLE = "a table or column of ours, which its caller writes out or takes from a fixed list"
_AMONG = "`Connection.among`: a condition with a mark for its one value"
_BUILT = "conditions that the same module writes, with a mark for every value"
_KEYS = "the columns of a row that a module of this package writes"
_SEARCH = "`FullText`, which writes tables, a condition and a rank, with marks for what is sought"
KNOWN: Mapping[str, str] = {
    "table": _TABLE,
    "column": _TABLE,
    "field": "a name of `CORRECTABLE`: `check_field` has refused all others",
    "', '.join(Heading._fields)": _TABLE,
    "', '.join(_COLUMNS[table].split())": _TABLE,
    "', '.join((f's.{column}' for column in ('speaker', *_OWN[unit])))": _TABLE,
    "', '.join((f'{name} = ?' for name in columns.split()))": _TABLE,
    "', '.join(names)": _TABLE,
    "names": _KEYS,
    "key": _KEYS,
    "', '.join((f'{k} = ?' for k in changed))": _KEYS,
    "', '.join((f'{name} = excluded.{name}' for name in values))": _KEYS,
    "_inserting(table, values)": _KEYS,
    "which": _AMONG,
    "which.replace('?', ':ids')": _AMONG,
    "where": _BUILT,
    "' AND '.join(where)": _BUILT,
    "behind": _BUILT,
    "speaking": _BUILT,
    "way": "one of `_WAYS`, which are written out",
    "_TALLY.format(given=given)": "a constant, with conditions of `among` and `FullText`",
    "found.number": _SEARCH,
    "found.rank": _SEARCH,
    "found.tables.sql": _SEARCH,
    "found.where.sql": _SEARCH,
    "number": _SEARCH,
    "begin": _SEARCH,
    "len(steps)": "a number",
    "round(seconds * 1000)": "a number",
    "self.execute('PRAGMA busy_timeout').fetchone()": "a number of SQLite's",
    "statement": "a statement of a migration, which is a file of this package",
    "sql": "passed on as it was given",
    "translated(sql)": "the same with another mark for values",
    "sql.encode()": "the same as bytes",
    "b'SET lock_timeout = %d' % max(1, round(self._wait * 1000))": "a number",
    "unit": _TABLE,
    "found.sql": _SEARCH,
    "step": "a statement of a migration, which is a file of this package",
    "name": "a table that the same module lists, or that SQLite lists of a file",
    "', '.join(columns)": "columns that both databases have: those of the new one are ours",
    "', '.join(_key(name))": _TABLE,
    """' || '.join((f"setweight(to_tsvector('onrecord', t.{letter}), '{letter.upper()}')" """
    """for letter in 'abcd'))""": "four letters",
}
"""What statements are put together of, beside constants: each looked at, with what it can be."""
MARKS = re.compile(r"marks|_marks\(\w+\)|', '\.join\('\?' \* len\(\w+\)\)")
"""As many marks for values as there are values."""
ELSEWHERE = ("unpacking/",)
"""Where `stream` is something else."""


def sql_of(function: ast.AST) -> Iterator[ast.expr]:
    """The statements that are executed within a function."""
    for node in ast.walk(function):
        called = node.func if isinstance(node, ast.Call) and node.args else None
        if isinstance(called, ast.Attribute) and called.attr in EXECUTING:
            yield node.args[0]


def pieces(given: ast.expr, within: ast.AST, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """What a statement is put together of that is no constant, as it stands in the source."""
    if isinstance(given, ast.Constant):
        return
    if isinstance(given, ast.JoinedStr):
        for part in given.values:
            if isinstance(part, ast.FormattedValue):
                yield from pieces(part.value, within, seen)
    elif isinstance(given, ast.IfExp):
        yield from pieces(given.body, within, seen)
        yield from pieces(given.orelse, within, seen)
    elif isinstance(given, ast.BinOp) and isinstance(given.op, ast.Add):
        yield from pieces(given.left, within, seen)
        yield from pieces(given.right, within, seen)
    elif isinstance(given, ast.Subscript):
        yield from pieces(given.value, within, seen)
    elif isinstance(given, ast.Name) and given.id.isupper():
        return
    elif isinstance(given, ast.Name) and given.id not in seen and (found := said(given.id, within)):
        for one in found:
            yield from pieces(one, within, seen | {given.id})
    else:
        yield ast.unparse(given)


def said(name: str, within: ast.AST) -> list[ast.expr]:
    """What is assigned to a name within a function, where nothing else gives it a value."""
    found = []
    for node in ast.walk(within):
        if isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id == name for one in node.targets
        ):
            found.append(node.value)
        if isinstance(node, ast.AugAssign | ast.AnnAssign) and ast.unparse(node.target) == name:
            found += [node.value] if node.value else []
    return found


def functions() -> Iterator[tuple[str, ast.AST]]:
    """Every function of the package with its place."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(SOURCE)}:{node.name}", node


@pytest.fixture(scope="module")
def found() -> dict[str, set[str]]:
    """What statements are put together of, and where."""
    held: dict[str, set[str]] = {}
    for place, function in functions():
        for given in sql_of(function) if not place.startswith(ELSEWHERE) else ():
            for piece in pieces(given, function):
                held.setdefault(piece, set()).add(place)
    return held


def test_a_statement_is_put_together_of_what_is_known_alone(found) -> None:
    new = {one: places for one, places in found.items() if one not in KNOWN}
    assert {one: places for one, places in new.items() if not MARKS.fullmatch(one)} == {}


def test_statements_are_executed_in_the_stores_alone(found) -> None:
    places = {place for several in found.values() for place in several}
    assert len(places) > 20
    assert all(place.startswith("stores/") for place in places)


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ('c.execute(f"SELECT * FROM {table} WHERE name = {name!r}")', {"table", "name"}),
        ('c.execute("SELECT " + given)', {"given"}),
        ('c.execute("SELECT %s" % given)', {"'SELECT %s' % given"}),
        ('sql = f"SELECT {a}"\n    sql += b\n    c.execute(sql)', {"a", "b"}),
        ('c.execute(f"SELECT {TABLE[unit]} {ONE if a else OTHER}", (a,))', set()),
        ('c.execute("SELECT ?", (a,))', set()),
    ],
)
def test_the_reading_sees_what_is_put_into_a_statement(code: str, what: set[str]) -> None:
    (function,) = ast.parse(f"def f():\n    {code}\n").body
    assert {one for given in sql_of(function) for one in pieces(given, function)} == what


@pytest.fixture
def executed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that is executed from now on, as it was written."""
    heard: list[str] = []
    for name in ("execute", "executemany", "executescript"):
        before = getattr(connecting.SqliteConnection, name)

        def hear(self, sql, *values, _before=before):
            heard.append(sql)
            return _before(self, sql, *values)

        monkeypatch.setattr(connecting.SqliteConnection, name, hear, raising=False)
    return heard


def test_nothing_that_is_asked_is_a_part_of_a_statement(
    tmp_path: Path, executed: list[str]
) -> None:
    """The words stand wherever something can be given: in addresses, queries, bodies, files."""
    app = create_app(Settings(tmp_path / "papers.db"))
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        story = (
            f"{WORD}: The bridge {WORD} is shut.\n\n“It is {WORD} shut today,” said {WORD} Bell."
        )
        told = dict.fromkeys(("publisher", "title", "url", "speaker"), WORD)
        client.post("/add", data=told | {"text": story})
        everything = client.get("/api/openapi.json").json()["paths"]
        asked = 0
        for path, methods in everything.items():
            where = re.sub(r"\{\w+\}", quote(WORD), path)
            for parameter in methods.get("get", {}).get("parameters", ()):
                if parameter["in"] == "query":
                    asked += client.get(where, params={parameter["name"]: WORD}).status_code < 500
            asked += client.get(where).status_code < 500
        for path in ("/", "/search", "/documents", "/people", "/utterance", "/review"):
            for name in (
                "q",
                "quote",
                "speaker",
                "publisher",
                "kind",
                "at",
                "by",
                "about",
                "after",
            ):
                asked += client.get(path, params={"q": "shut", name: WORD}).status_code < 500
        for path in ("/review/x", "/review/undo/x"):
            client.post(path.replace("x", quote(WORD)), data={"do": "reject", "by": WORD})
        checks = {"quote": f"It is {WORD} shut today", "speaker": WORD}
        assert client.post("/api/checks", json=checks).status_code == 200
    assert asked > 100
    assert len(executed) > 300
    assert [one for one in executed if "zyx" in one.lower()] == []
