"""Whose an address is."""

import pytest

from onrecord.errors import InputError
from onrecord.listening import is_address, is_loopback, name_of, network_of


def test_a_name_is_told_from_its_port() -> None:
    assert name_of("[::1]:80") == "[::1]"
    assert name_of("Desk.Example:80") == "desk.example"
    assert name_of("") == ""


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost"])
def test_this_machine_alone_reaches_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "10.0.0.5", "desk.example", "", "localhost.evil"]
)
def test_others_may_reach_every_other_address(host: str) -> None:
    assert not is_loopback(host)


def test_an_address_in_figures_is_told_from_a_name() -> None:
    assert is_address("[fe80::1]")
    assert is_address("10.0.0.5")
    assert not is_address("10.0.0.5.evil.example")


def test_a_proxy_is_named_by_an_address_or_a_network() -> None:
    assert network_of("10.0.0.5") == "10.0.0.5/32"
    assert network_of("10.1.0.0/16") == "10.1.0.0/16"
    with pytest.raises(InputError, match=r"^proxy\.example: not an address in figures"):
        network_of("proxy.example")
