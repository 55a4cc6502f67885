"""What is measured of a server is what a real one answers."""

import json
import os

from benchmarks.serving import ask, cpu_of, first_page, served, together

from onrecord.stores import open_store


def test_a_server_is_started_asked_and_stopped(tmp_path):
    path = tmp_path / "onrecord.db"
    open_store(path).close()
    bodies = [json.dumps({"quote": quote}).encode() for quote in ("so it was said once", "…")]
    with served(path, 1) as (address, process):
        found = ask(address, bodies, float("inf"))
        assert [one.finding for one in found] == ["record_not_held", "failed"]
        several, _ = together(address, bodies[:1] * 6, 3, 60)
        assert [one.finding for one in several] == ["record_not_held"] * 6
        size, times = first_page(address)
        assert 0 < size < 100_000
        assert len(times) > 1
        if os.path.isdir("/proc"):
            assert cpu_of(process) > 0
    assert not os.path.isdir(f"/proc/{process}")
