"""Which addresses of the network may be connected to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# What is not the public network: the special-purpose registries of IANA (RFC 6890 and what updates
# it), and the ways in which IPv6 carries addresses of IPv4, behind which anything may stand.
_KINDS_4 = (
    ("0.0.0.0/8", "this network"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "shared by carriers"),
    ("127.0.0.0/8", "loopback"),
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved"),
    ("192.0.2.0/24", "for documentation"),
    ("192.31.196.0/24", "reserved"),
    ("192.52.193.0/24", "reserved"),
    ("192.88.99.0/24", "a 6to4 relay"),
    ("192.168.0.0/16", "private"),
    ("192.175.48.0/24", "reserved"),
    ("198.18.0.0/15", "for benchmarks"),
    ("198.51.100.0/24", "for documentation"),
    ("203.0.113.0/24", "for documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
)
_KINDS_6 = (
    ("::/128", "this host"),
    ("::1/128", "loopback"),
    ("::ffff:0:0/96", "IPv4-mapped"),
    ("::ffff:0:0:0/96", "IPv4-translated"),
    ("::/96", "IPv4-compatible"),
    ("64:ff9b::/96", "NAT64"),
    ("64:ff9b:1::/48", "NAT64"),
    ("100::/64", "a black hole"),
    ("2001::/32", "Teredo"),
    ("2001::/23", "reserved"),
    ("2001:db8::/32", "for documentation"),
    ("2002::/16", "6to4"),
    ("2620:4f:8000::/48", "reserved"),
    ("3fff::/20", "for documentation"),
    ("5f00::/16", "reserved"),
    ("fc00::/7", "private"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "private"),
    ("ff00::/8", "multicast"),
)
_NETWORKS_4 = tuple((IPv4Network(network), kind) for network, kind in _KINDS_4)
_NETWORKS_6 = tuple((IPv6Network(network), kind) for network, kind in _KINDS_6)
_UNICAST_6 = IPv6Network("2000::/3")


def why_not_public(address: str) -> str:
    """What kind of address it is where it is none of the public network, "" where it is one.

    Addresses of IPv6 outside 2000::/3 are not given out yet and count as reserved. Raises
    `ValueError` for what is no address.
    """
    found = ip_address(address)
    if isinstance(found, IPv4Address):
        return next((kind for network, kind in _NETWORKS_4 if found in network), "")
    return _why_not_6(found)


def _why_not_6(found: IPv6Address) -> str:
    plain = IPv6Address(int(found))  # without the zone, which belongs to no network
    for network, kind in _NETWORKS_6:
        if plain in network:
            return kind
    return "" if plain in _UNICAST_6 else "reserved"
