"""Stores for requests."""

import threading
from pathlib import Path

import anyio

from onrecord.listening import Limits
from onrecord.web import Settings, create_app
from onrecord.web.pool import Stores


def test_the_store_used_last_is_lent_first(tmp_path: Path) -> None:
    stores = Stores(tmp_path / "a.db", size=3)
    with stores.lend() as first:
        pass
    with stores.lend() as again:
        assert again is first
        with stores.lend() as second:
            assert second is not first
    stores.close()


def test_no_more_have_a_turn_than_there_are_stores(tmp_path: Path) -> None:
    stores = Stores(tmp_path / "a.db", size=2)
    lent: set[int] = set()
    most: list[int] = []

    async def use() -> None:
        async with stores.turn() as store:
            assert id(store) not in lent
            lent.add(id(store))
            most.append(len(lent))
            await anyio.to_thread.run_sync(store.speakers)
            lent.remove(id(store))

    async def together() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(12):
                group.start_soon(use)

    anyio.run(together)
    assert len(most) == 12
    assert max(most) == 2
    stores.close()


def test_a_store_is_never_lent_twice_at_once(tmp_path: Path) -> None:
    stores = Stores(tmp_path / "a.db", size=2)
    lock, lent, used = threading.Lock(), set[int](), []

    def use() -> None:
        with stores.lend() as store:
            with lock:
                assert id(store) not in lent
                lent.add(id(store))
            store.speakers()
            with lock:
                lent.remove(id(store))
                used.append(store)

    threads = [threading.Thread(target=use) for _ in range(12)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(used) == 12
    stores.close()


def test_a_store_comes_back_from_a_request_that_failed(tmp_path: Path) -> None:
    stores = Stores(tmp_path / "a.db", size=1)
    try:
        with stores.lend() as first:
            raise RuntimeError
    except RuntimeError:
        pass
    with stores.lend() as store:
        assert store is first
        assert store.speakers() == []
    stores.close()


def test_stores_can_be_had_again_after_they_were_let_go(tmp_path: Path) -> None:
    stores = Stores(tmp_path / "a.db", size=2)
    with stores.lend():
        pass
    stores.close()
    with stores.lend() as store:
        assert store.speakers() == []
    stores.close()


def test_more_requests_than_there_are_threads_are_all_answered(papers: Path) -> None:
    import httpx2

    app = create_app(Settings(papers, stores=2, limits=Limits(at_once=1000)))
    statuses: list[int] = []

    async def ask(client: httpx2.AsyncClient) -> None:
        answer = await client.get("/api/checks?quote=If the water stops, the money stops.")
        statuses.append(answer.status_code)

    async def together() -> None:
        transport = httpx2.ASGITransport(app=app)
        async with (
            httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
            anyio.create_task_group() as group,
        ):
            for _ in range(120):
                group.start_soon(ask, client)

    with anyio.from_thread.start_blocking_portal() as portal:
        portal.start_task_soon(together).result(60)
    assert statuses == [200] * 120
