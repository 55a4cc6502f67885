"""Whose an address is, and by which name a server is asked for."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from onrecord.errors import InputError


def is_address(name: str) -> bool:
    """Whether a name is an address in figures, in the brackets of a URL or without."""
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens at `host`."""
    name = host.strip("[]")
    return name == "localhost" or (is_address(name) and ip_address(name).is_loopback)


def name_of(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def network_of(given: str) -> str:
    """An address or network in figures, as it is written; `InputError` for anything else."""
    try:
        return str(ip_network(given, strict=False))
    except ValueError:
        raise InputError(f"{given}: not an address in figures, as 10.0.0.5 or 10.0.0.0/8") from None
