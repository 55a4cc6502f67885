"""Long texts in addresses."""

import zlib
from base64 import urlsafe_b64encode
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.web.carrying import MOST, pack, unpack


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_packed_text_comes_back(text: str) -> None:
    packed = pack(text)
    assert unpack(packed) == text
    assert packed.replace("-", "").replace("_", "").isalnum()


@given(st.text())
def test_whatever_stands_in_an_address_is_a_text_or_refused(packed: str) -> None:
    with suppress(InputError):
        assert isinstance(unpack(packed), str)


def test_a_piece_of_a_packed_text_is_refused() -> None:
    with pytest.raises(InputError, match=r"whole text|missing"):
        unpack(pack("The weir was opened at noon. " * 20)[:-12])


def test_a_small_address_does_not_become_a_huge_text() -> None:
    bomb = zlib.compress(b"a" * (5 * MOST), 9)
    with pytest.raises(InputError, match="too long"):
        unpack(urlsafe_b64encode(bomb).decode())
