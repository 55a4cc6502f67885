"""Passages that share words come best first, whatever the order of the words."""

from onrecord.index import open_index


def test_the_rarer_the_words_shared_the_better(tmp_path):
    index = open_index(tmp_path / "index")
    index.take(
        [
            (1, "The minister spoke about the harbour and the ice."),
            (2, "The minister spoke about the budget."),
            (3, "Ice in the harbour has closed it since the minister came."),
            (4, "Nothing of the kind was said."),
        ]
    )
    assert index.similar(["ice", "closed", "harbour"])[:2] == [3, 1]
    assert index.similar(["budget", "minister"], limit=1) == [2]
    assert index.similar(["quagga"]) == index.similar([]) == []
    index.forget([3])
    assert index.similar(["closed", "ice"]) == [1]


def test_a_small_tail_ranks_with_the_segments(tmp_path):
    index = open_index(tmp_path / "index")
    index.take((n, f"Some words of passage {n} about rain. " * 20) for n in range(1, 1001))
    index.take([(2000, "Rain and hail.")])
    assert index.similar(["hail", "rain"], limit=3)[0] == 2000
