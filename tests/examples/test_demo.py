"""The demo shows one quotation of every finding, and fails loudly where it is wrong."""

from examples.__main__ import CASES, main

import examples
from onrecord.model import Outcome
from onrecord.stores import open_store


def test_the_demo_shows_every_finding_once():
    planted = {answer["id"]: answer["finding"] for answer in examples.answers()}
    assert sorted(planted[case] for case in CASES) == sorted(outcome.value for outcome in Outcome)


def test_the_demo_prints_papers_speakers_and_findings(capsys, tmp_path):
    assert main(tmp_path / "papers.db") == 0
    printed = capsys.readouterr().out
    assert all(examples.name(document) in printed for document, _ in examples.documents())
    assert "Andrey Tolvarin" in printed
    assert "[-318-]{+381+}" in printed
    assert "If the monitors are refused access" in printed
    assert all(f"{o.value.upper()}: " in printed for o in Outcome)


def test_the_demo_fails_where_a_finding_is_not_the_answer(capsys, monkeypatch, tmp_path):
    turned = [answer | {"finding": "verbatim"} for answer in examples.answers()]
    monkeypatch.setattr(examples, "answers", lambda: turned)
    assert main(tmp_path / "papers.db") == 1
    assert "courier-mines should be verbatim and came out as altered" in capsys.readouterr().err


def test_the_demo_leaves_its_papers_where_they_can_be_opened(capsys, tmp_path):
    database = tmp_path / "papers.db"
    main(database)
    assert f"onrecord serve --db {database}" in capsys.readouterr().out
    with open_store(database, create=False) as store:
        assert len(list(store.documents())) == len(list(examples.documents()))
        store.remove(next(store.documents()).id)
    main(database)
    with open_store(database, create=False) as store:
        assert len(list(store.documents())) == len(list(examples.documents())) - 1
