"""When an item found is the one that was annotated."""

from __future__ import annotations

from benchmarks._items import Item, pairs, shared, tally

from onrecord.model import Span


def _item(kind: str, *spans: tuple[int, int], **labels: object) -> Item:
    return Item("d", kind, labels, tuple(Span(*span) for span in spans))


def test_words_are_the_same_where_half_of_the_shorter_is_shared() -> None:
    assert shared([Span(0, 10)], [Span(5, 20)]) == 0.25
    assert shared([Span(0, 10)], [Span(6, 20)]) == 0
    assert shared([Span(0, 2)], [Span(0, 100)]) == 0


def test_roles_are_told_apart_by_actor_and_role() -> None:
    found = [_item("role", (0, 10), actor="the United States", role="observer")]
    right = [_item("role", (0, 10), actor="US", role="observer")]
    other = [_item("role", (0, 10), actor="US", role="party")]
    assert pairs(found, right) == [(0, 0)]
    assert pairs(found, other) == []


def test_meetings_of_different_numbers_are_different() -> None:
    third = [_item("meeting", (0, 10), ordinal=3)]
    assert pairs(third, [_item("meeting", (0, 10), ordinal=2)]) == []
    assert pairs(third, [_item("meeting", (0, 10), ordinal=None)]) == [(0, 0)]


def test_what_is_found_twice_is_wrong_once() -> None:
    found = [_item("agreement", (0, 10)), _item("agreement", (2, 10))]
    counted = tally(found, [_item("agreement", (0, 10))])
    assert (counted.right, counted.precision, counted.recall) == (1, 50, 100)


def test_labels_are_counted_where_one_was_annotated() -> None:
    found = [_item("meeting", (0, 10), parties=("Turkey", "Russia"), place="")]
    gold = [_item("meeting", (0, 10), parties=["Russia", "Turkey"], place="", date="2019")]
    counted = tally(found, gold, ["parties", "place", "date"])
    assert counted.labels == {"parties": [1, 1], "date": [0, 1]}


def test_several_actors_are_named_in_any_order() -> None:
    found = [_item("promise", (0, 10), actor="Turkey, Russia")]
    gold = [_item("promise", (0, 10), actor="Russia and Turkey")]
    assert tally(found, gold, ["actor"]).labels == {"actor": [1, 1]}
