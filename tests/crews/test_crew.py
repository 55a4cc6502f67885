import os
import time
from pathlib import Path

import pytest
from tests.crews.works import Dying, Item, Telling, Unable

from onrecord.crews.crew import Bounds, Crew, Lost
from onrecord.crews.working import END
from onrecord.errors import OnrecordError

SHORT = Bounds(seconds=0.7, waiting=3)


def worked(tasks, work=None, *, jobs=2, bounds=SHORT):
    """What comes of tasks, in order: a list for each, with its results."""
    found = [[]]
    with Crew(work or Telling(), jobs=jobs, bounds=bounds) as crew:
        for one in crew.results(iter(Item(task) for task in tasks)):
            if one is not None and one[1] is END:
                found.append([])
            elif one is not None:
                found[-1].append(one[1])
    return found[:-1]


def children():
    """The processes that this one has started and that live."""
    mine = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and fields[0] != "Z":
            mine.append(status.parent.name)
    return mine


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_items(jobs):
    tasks = [f"a{n} b{n}" for n in range(40)]
    assert worked(tasks, jobs=jobs) == [task.split() for task in tasks]


def test_nothing_to_do_starts_no_process():
    with Crew(Unable(), jobs=2) as crew:
        assert list(crew.results(iter([Item(None)]))) == [(Item(None), END)]


@pytest.mark.parametrize("how", ["hang", "sleep"])
def test_what_takes_too_long_is_lost_and_the_rest_goes_on(how):
    found = worked(["a b", f"c {how} d", "e"])
    assert [found[0], found[2]] == [["a", "b"], ["e"]]
    first, lost, last = found[1]
    assert (first, last) == ("c", "d")
    assert lost == Lost("took longer than 0.7 seconds" if how == "hang" else lost.reason)
    assert "took longer" in lost.reason


def test_what_hangs_while_it_is_read_loses_what_stands_behind_it():
    found = worked(["c unread-hang d", "e"])
    assert found == [["c", Lost("took longer than 0.7 seconds")], ["e"]]


def test_what_ends_its_process_is_tried_again_and_then_lost():
    found = worked(["a", "b kill c", "d"])
    assert found[0::2] == [["a"], ["d"]]
    assert found[1] == ["b", Lost("ended the process that read it, by SIGKILL"), "c"]


def test_what_ends_its_process_once_is_not_lost(tmp_path):
    work = Telling(str(tmp_path))
    assert worked(["a", "b once c", "d"], work) == [["a"], ["b", "once", "c"], ["d"]]


def test_memory_has_an_end():
    assert worked(["a eat b"]) == [["a", "refused", "b"]]


@pytest.mark.parametrize(("work", "words"), [(Unable(), "no model"), (Dying(), "status 3")])
def test_work_that_cannot_begin_is_said_once(work, words):
    with pytest.raises(OnrecordError, match=words):
        worked(["a"], work)
    assert children() == []


def test_no_process_is_left_behind():
    with Crew(Telling(), jobs=2) as crew:
        coming = crew.results(iter([Item("a"), Item("hang")]))
        while next(coming) is None:
            pass
        assert children() != []
    assert children() == []


def test_no_more_items_are_taken_than_there_is_room_for():
    taken = []

    def items():
        for number in range(60):
            taken.append(number)
            yield Item(f"a{number}", 1_000)

    ahead = []
    with Crew(Telling(), jobs=2, bounds=Bounds(held=5_000)) as crew:
        for done, _ in enumerate(one for one in crew.results(items()) if one is not None):
            ahead.append(len(taken) - done // 2)
            if done == 0:
                time.sleep(0.2)
                crew.pump()
    assert len(taken) == 60
    assert max(ahead) <= 7
