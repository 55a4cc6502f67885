"""Sound documents spoilt: one to four of the ways in which files are broken, chosen by the seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.soak.growing import Grown, grow

LONGEST = 100_000
"""Bytes at most: what is larger is for the tests of size."""
EVIL = (
    "\0",
    "\ufeff",
    "\u200b",
    "\u202e",
    "\u2066",
    "\u00ad",
    "\ufffd",
    "\u2028",
    "\x1b[31m",
    "\x02",
    "\ufe0f",
    "e\u0301\u0327",
    "\U0001f468\u200d\U0001f469",
    "\u0660\u0661",
    "１９",
    "а",
    "İ",
    "ß",
    "ﬁ",
    "\ud800",
    "²",
    "Ⅳ",
)
BITS = (
    '"',
    "“",
    "”",
    "'",
    "<div>",
    "<![CDATA[",
    "<!--",
    "-->",
    "&#0;",
    "&#x110000;",
    "&#xD800;",
    "&amp;lt;",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
    "<script>",
    "</p></div></body>",
    "\\ud83d",
    "\\u0000",
    '","text":"',
    "---\n",
    "*a: &a [*a]\n",
    "\n- &x {<<: *x}\n",
    "9" * 5000,
    "1e999",
    "NaN",
    "null",
    "{}",
    "[[",
    "00:00.000 --> 99:59.999\n",
    "<v>",
    "\n\n",
    "\r",
    ";",
    ",,,",
    "Q: ",
    "said that he ",
    " 31 February 0000 ",
    " 5 May 99999999999 ",
    "in the 99999th century",
    "$1,000,000,000,000,000,000,000",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "%00",
    "(((((",
    "…" * 50,
)
CODES = ("utf-16", "utf-16-le", "utf-32", "cp1251", "latin-1", "koi8_r", "shift_jis", "utf-7")


def spoil(seed: int) -> Grown:
    """The document of a seed, spoilt as the seed says; one in twenty is left sound."""
    random = Random(seed * 7919 + 1)
    grown = grow(seed)
    data = grown.data
    for _ in range(random.choice((0, *(1, 2, 3, 4) * 5))):
        data = random.choice(WAYS)(random, data)[:LONGEST]
    return Grown(grown.path, data)


def _place(random: Random, data: bytes) -> int:
    return random.randrange(len(data) + 1)


def flipped(random: Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 5, 50, len(data) // 10)) if data else 0):
        spoilt[random.randrange(len(spoilt))] = random.randrange(256)
    return bytes(spoilt)


def cut(random: Random, data: bytes) -> bytes:
    return data[: _place(random, data)]


def beheaded(random: Random, data: bytes) -> bytes:
    return data[_place(random, data) :]


def without_a_middle(random: Random, data: bytes) -> bytes:
    start, end = sorted((_place(random, data), _place(random, data)))
    return data[:start] + data[end:]


def repeated(random: Random, data: bytes) -> bytes:
    start = _place(random, data)
    piece = data[start : start + random.choice((1, 3, 30, 3000))]
    return data[:start] + piece * random.choice((2, 50, 1000)) + data[start:]


def spliced(random: Random, data: bytes) -> bytes:
    other = grow(random.randrange(1 << 30)).data
    return data[: _place(random, data)] + other[_place(random, other) :]


def shuffled(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


def sprinkled(random: Random, data: bytes) -> bytes:
    return _with(random, data, random.choice(EVIL), random.choice((1, 10, 200)))


def interrupted(random: Random, data: bytes) -> bytes:
    return _with(random, data, random.choice(BITS), random.choice((1, 3, 30)))


def _with(random: Random, data: bytes, bit: str, times: int) -> bytes:
    encoded = bit.encode("utf-8", "surrogatepass")
    places = sorted(_place(random, data) for _ in range(times))
    pieces = [data[a:b] for a, b in zip([0, *places], [*places, len(data)], strict=True)]
    return encoded.join(pieces)


def heaped(random: Random, data: bytes) -> bytes:
    """One bit a thousand times and more on one heap."""
    bit = random.choice((*EVIL, *BITS)).encode("utf-8", "surrogatepass")
    start = _place(random, data)
    heap = (bit * random.choice((100, 3000, 20_000)))[:60_000]
    return data[:start] + heap + data[start:]


def recoded(random: Random, data: bytes) -> bytes:
    code = random.choice(CODES)
    return data.decode("utf-8", "replace").encode(code, "replace")


def half_recoded(random: Random, data: bytes) -> bytes:
    at = _place(random, data)
    return data[:at] + recoded(random, data[at:])


def nested(random: Random, data: bytes) -> bytes:
    opened, closed = random.choice(
        ((b"<div>", b"</div>"), (b"[", b"]"), (b'{"a":', b"}"), (b"<u>", b"</u>"), (b"> ", b""))
    )
    depth = random.choice((60, 1000, 9000))
    return opened * depth + data + closed * depth


def with_a_huge_attribute(random: Random, data: bytes) -> bytes:
    at = data.find(b">", _place(random, data))
    return data[:at] + b" title='" + b"x " * 30_000 + b"'" + data[at:]


def unclosed(random: Random, data: bytes) -> bytes:
    """Every closing mark of one kind gone."""
    mark = random.choice(("”", '"', "</p>", ">", "}", "\n", "---", "»", ":"))
    return data.replace(mark.encode(), b"")


def in_one_line(_: Random, data: bytes) -> bytes:
    return data.replace(b"\n", b" ").replace(b"\r", b" ")


WAYS: tuple[Callable[[Random, bytes], bytes], ...] = (
    flipped,
    cut,
    beheaded,
    without_a_middle,
    repeated,
    spliced,
    shuffled,
    sprinkled,
    interrupted,
    heaped,
    recoded,
    half_recoded,
    nested,
    with_a_huge_attribute,
    unclosed,
    in_one_line,
)
