"""Archives of the web made for the tests, record by record."""

import gzip

from tests.unpacking import made


def http(body=made.PAGE, status="200 OK", content_type="text/html; charset=utf-8", **headers):
    """An HTTP answer; `content_encoding="gzip"` is a header of it."""
    lines = [f"HTTP/1.1 {status}"]
    lines += [f"Content-Type: {content_type}"] if content_type else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def record(block, kind="response", number=1, uri="https://news.example/1", **headers):
    """A record of WARC; `WARC_Truncated="length"` is a header of it."""
    media = "application/http; msgtype=response" if kind in ("response", "revisit") else "text/html"
    told = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{number:04}>",
        "WARC-Target-URI": uri,
        "Content-Type": media,
        "Content-Length": str(len(block)),
    }
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in told.items() if value is not None]
    return "\r\n".join(["WARC/1.0", *lines, "", ""]).encode() + block + b"\r\n\r\n"


def pages(count, size=300):
    """Records of so many pages, each its own."""
    for n in range(count):
        body = b"<p>Page %d. " % n + b"The talks go on, she said. " * (size // 27) + b"</p>"
        yield record(http(body), number=n, uri=f"https://news.example/{n}")


def packed(records):
    """Each record a gz member of its own, as crawlers write them."""
    return [gzip.compress(one, 1) for one in records]


def arc(*answers, version=1):
    """An ARC of (address, media type, block)."""
    fields = "URL IP-address Archive-date Content-type Archive-length"
    if version == 2:
        fields = (
            "URL IP-address Archive-date Content-type Result-code Checksum Location Offset "
            "Filename Archive-length"
        )
    told = f"{version} 0 Somebody\n{fields}\n\n".encode()
    begins = "filedesc://x.arc 0.0.0.0 20140216050221 text/plain"
    more = " 200 - - 0 x.arc" if version == 2 else ""
    out = f"{begins}{more} {len(told)}\n".encode() + told
    for uri, media, block in answers:
        line = f"{uri} 10.0.0.1 20140216050221 {media}{more} {len(block)}\n"
        out += line.encode() + block + b"\n"
    return out
