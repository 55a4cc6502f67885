"""Which URLs are asked for at all, in one form that everything after it goes by."""

from __future__ import annotations

import re
from ipaddress import IPv6Address
from typing import TYPE_CHECKING

from onrecord.errors import FetchError, MissingLibraryError

if TYPE_CHECKING:
    from httpx2 import URL

LONGEST = 4_000
# Where web servers are; a page that sends us to a mail server or a database means no good.
PORTS = frozenset({80, 443, 8000, 8008, 8080, 8081, 8443, 8888})
_DEFAULT = {"http": 80, "https": 443}
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_-]{1,63}\.?")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]")


def accepted(url: str, *, any_port: bool = False) -> URL:
    """The URL without its fragment, where it may be asked for; `FetchError` says why not.

    It is http or https, holds no user name or password, names a host, and a port of web servers
    (any one with `any_port`). `MissingLibraryError` where the extra `fetch` is not installed.
    """
    try:
        import httpx2
    except ModuleNotFoundError as error:
        raise MissingLibraryError.of(error.name, "fetch") from None

    url = url.strip()
    if len(url) > LONGEST:
        raise FetchError(f"a URL of more than {LONGEST:,} characters")
    if _UNSEEN.search(url) or "\\" in url:
        raise FetchError("not a URL: white space, control characters or backslashes in it")
    try:
        found = httpx2.URL(url)
        found = found.copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError, UnicodeError):
        raise FetchError("not a URL") from None
    if found.scheme not in _DEFAULT:
        raise FetchError(f"only http and https are fetched, not {found.scheme[:20] or 'this'}")
    if found.userinfo or "@" in found.netloc.decode("ascii", "replace"):
        raise FetchError("a URL that holds a user name or password is not fetched")
    _refuse_host(host_of(found))
    if port_of(found) not in (range(1, 1 << 16) if any_port else PORTS):
        raise FetchError(f"port {port_of(found)} is none of web servers")
    return found


def joined(base: URL, target: str, *, any_port: bool = False) -> URL:
    """Where a redirect leads that was given by `base`; `FetchError` where it may not."""
    import httpx2

    if len(target) > LONGEST or _UNSEEN.search(target.strip()):
        raise FetchError("a redirect to what is not a URL")
    try:
        found = base.join(target.strip())
    except (httpx2.InvalidURL, ValueError, UnicodeError):
        raise FetchError("a redirect to what is not a URL") from None
    try:
        landed = accepted(str(found), any_port=any_port)
    except FetchError as fault:
        raise FetchError(f"a redirect that is not followed: {fault}") from None
    if base.scheme == "https" and landed.scheme == "http":
        raise FetchError("a redirect from https to http is not followed")
    return landed


def host_of(url: URL) -> str:
    """Its host in lower case, as it is written on the wire, without a closing dot."""
    return url.raw_host.decode("ascii").lower().removesuffix(".")


def port_of(url: URL) -> int:
    """Its port, or the one of its scheme."""
    return _DEFAULT[url.scheme] if url.port is None else url.port


def _refuse_host(host: str) -> None:
    if ":" in host:
        try:
            whole = "%" not in host and IPv6Address(host)
        except ValueError:
            whole = False
        if not whole:
            raise FetchError("not a URL: its host is no address")
    elif len(host) > 253 or not _NAME.fullmatch(host):
        raise FetchError("not a URL: it names no host")
