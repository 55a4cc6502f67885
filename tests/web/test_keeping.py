import threading

import pytest

from onrecord.web.keeping import Keeper


def test_a_thing_is_made_once_and_the_oldest_is_forgotten() -> None:
    keeper, made = Keeper(2), []

    def ask(key: str) -> str:
        return keeper.of(key, lambda: made.append(key) or key)

    for key in ("a", "b", "a", "c", "a", "b"):
        assert ask(key) == key
    assert made == ["a", "b", "c", "b"]


def test_those_who_ask_for_the_same_wait_for_it_and_others_do_not() -> None:
    keeper, begun, going_on, made = Keeper(), threading.Event(), threading.Event(), []

    def slow() -> int:
        begun.set()
        assert going_on.wait(10)
        made.append(1)
        return 1

    threads = [threading.Thread(target=keeper.of, args=("slow", slow)) for _ in range(3)]
    for thread in threads:
        thread.start()
    assert begun.wait(10)
    assert keeper.of("other", lambda: 2) == 2
    going_on.set()
    for thread in threads:
        thread.join(10)
    assert made == [1]


def test_what_cannot_be_made_is_tried_again() -> None:
    keeper = Keeper()
    with pytest.raises(ZeroDivisionError):
        keeper.of("a", lambda: 1 // 0)
    assert keeper.of("a", lambda: 1) == 1
