import threading
from pathlib import Path

import pytest

import examples
from onrecord.dossiers import load_profile
from onrecord.errors import InputError, StoreBusyError
from onrecord.stores import open_store
from onrecord.web import drawing_up
from onrecord.web.drawing_up import Dossiers

PROFILE = load_profile(Path(examples.__file__).parent / "ossimere.toml")


@pytest.fixture
def dossiers(own_papers: Path):
    made = Dossiers(own_papers)
    yield made
    made.close()


def _stamp(path: Path) -> str:
    with open_store(path) as store:
        return store.stamp()


def test_a_dossier_is_kept_until_something_is_written(own_papers: Path, dossiers) -> None:
    with open_store(own_papers) as store:
        stamp = store.stamp()
        first = dossiers.ask(PROFILE, "", stamp, wait=60)
        assert first.current
        assert first.drawn.dossier.meetings
        assert dossiers.ask(PROFILE, "", store.stamp(), wait=60).drawn is first.drawn
        store.remove(next(store.documents()).id)
        later = dossiers.ask(PROFILE, "", store.stamp())
        assert later.drawn is first.drawn  # shown while the next one is drawn up
        assert not later.current


def test_while_it_is_drawn_up_one_is_told_how_far_it_is(own_papers, dossiers, monkeypatch) -> None:
    half, going_on = threading.Event(), threading.Event()
    whole = drawing_up.dossier

    def slow(store, profile, *, as_of, progress):
        progress(3, 6)
        half.set()
        assert going_on.wait(30)
        return whole(store, profile, as_of=as_of, progress=progress)

    monkeypatch.setattr(drawing_up, "dossier", slow)
    stamp = _stamp(own_papers)
    dossiers.ask(PROFILE, "", stamp, wait=0)
    assert half.wait(30)
    found = dossiers.ask(PROFILE, "", stamp, wait=0)
    assert (found.drawn, found.current, found.done, found.total) == (None, False, 3, 6)
    for year in ("2020", "2021", "2022"):
        dossiers.ask(PROFILE, year, stamp, wait=0)
    with pytest.raises(StoreBusyError, match="try again"):
        dossiers.ask(PROFILE, "2023", stamp, wait=0)
    going_on.set()
    assert dossiers.ask(PROFILE, "", stamp, wait=60).drawn


def test_what_goes_wrong_is_raised_and_tried_again_when_asked_again(own_papers, dossiers) -> None:
    stamp = _stamp(own_papers)
    for _ in range(2):
        with pytest.raises(InputError):
            dossiers.ask(PROFILE, "soon", stamp, wait=60)
