"""Stores that are lent."""

import threading
from pathlib import Path

from onrecord.stores import Stores


def test_the_store_used_last_is_lent_first(tmp_path: Path) -> None:
    stores = Stores(tmp_path / "a.db", size=3)
    with stores.lend() as first:
        pass
    with stores.lend() as again:
        assert again is first
        with stores.lend() as second:
            assert second is not first
    stores.close()


def test_no_more_are_lent_than_there_are(tmp_path: Path) -> None:
    stores = Stores(tmp_path / "a.db", size=2)
    lock, lent, most = threading.Lock(), set(), []

    def use() -> None:
        with stores.lend() as store:
            with lock:
                assert id(store) not in lent
                lent.add(id(store))
                most.append(len(lent))
            store.speakers()
            with lock:
                lent.remove(id(store))

    threads = [threading.Thread(target=use) for _ in range(12)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(most) == 12
    assert max(most) <= 2
    stores.close()


def test_a_store_comes_back_from_a_request_that_failed(tmp_path: Path) -> None:
    stores = Stores(tmp_path / "a.db", size=1)
    try:
        with stores.lend():
            raise RuntimeError
    except RuntimeError:
        pass
    with stores.lend() as store:
        assert store.speakers() == []
    stores.close()
