import gzip
import tracemalloc
import zlib
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FetchError
from onrecord.fetching.unpacking import unpacked

# The same bytes whenever they are packed: tests are named by them.
pack = partial(gzip.compress, mtime=0)


def pieces(data, size=1000):
    return [data[at : at + size] for at in range(0, len(data), size)]


@given(st.binary(max_size=5000), st.integers(1, 50))
def test_what_was_packed_is_unpacked_whatever_the_pieces(data, size):
    assert unpacked(pieces(pack(data), size), "gzip", most=5000) == data
    assert unpacked(pieces(data, size), "", most=5000) == data


def test_several_packed_in_a_row_are_one_and_what_follows_them_is_left_out():
    data = pack(b"one ") + pack(b"two") + b"\0\0 rubbish"
    assert unpacked([data], "GZIP", most=100) == b"one two"


def test_a_bomb_is_refused_before_it_unfolds():
    bomb = pack(bytes(50_000_000))
    tracemalloc.start()
    with pytest.raises(FetchError, match="larger than the maximum of 100,000"):
        unpacked([bomb], "gzip", most=100_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def test_what_is_beyond_may_be_cut():
    assert unpacked([b"abc", b"def"], "", most=4, cut=True) == b"abcd"


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (b"plain", "br", "packed as br"),
        (b"plain", "gzip, gzip", "packed as gzip, gzip"),
        (b"plain", "gzip", "is not"),
        (pack(b"words " * 900)[:-9], "gzip", "cut off"),
        (zlib.compress(b"words"), "gzip", "is not"),
        (b"", "gzip", "cut off"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(data, encoding, reason):
    with pytest.raises(FetchError, match=reason):
        unpacked([data] if data else [], encoding, most=10_000)
