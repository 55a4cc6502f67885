from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetching.addresses import why_not_public

# Addresses of well-known public resolvers; nothing connects to them here.
PUBLIC = ["1.1.1.1", "8.8.8.8", "9.9.9.9", "2606:4700:4700::1111", "2001:4860:4860::8888"]
OTHERS = {
    "0.0.0.0": "this network",
    "10.1.2.3": "private",
    "100.64.0.1": "shared by carriers",
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "169.254.169.254": "link-local",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.168.1.1": "private",
    "198.18.0.1": "for benchmarks",
    "224.0.0.1": "multicast",
    "255.255.255.255": "reserved",
    "::": "this host",
    "::1": "loopback",
    "::ffff:127.0.0.1": "IPv4-mapped",
    "::ffff:8.8.8.8": "IPv4-mapped",
    "::7f00:1": "IPv4-compatible",
    "64:ff9b::7f00:1": "NAT64",
    "64:ff9b:1::1": "NAT64",
    "2001::1": "Teredo",
    "2001:db8::1": "for documentation",
    "2002:7f00:1::": "6to4",
    "fc00::1": "private",
    "fd12:3456::1": "private",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "ff02::1": "multicast",
    "4000::1": "reserved",
}


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_public_network_are_connected_to(address):
    assert why_not_public(address) == ""


@pytest.mark.parametrize(("address", "kind"), OTHERS.items())
def test_all_others_are_named_by_their_kind(address, kind):
    assert why_not_public(address) == kind


@given(st.integers(0, 2**32 - 1).map(IPv4Address) | st.integers(0, 2**128 - 1).map(IPv6Address))
def test_what_python_knows_as_not_global_is_never_public(address):
    known = ip_address(address)
    if not known.is_global or known.is_multicast or known.is_reserved:
        assert why_not_public(str(address))


def test_what_is_no_address_is_an_error():
    with pytest.raises(ValueError, match="does not appear"):
        why_not_public("orlo.example")
