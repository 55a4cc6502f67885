"""Bytes to text: byte order mark, charset told or declared, UTF-8, then what they look like."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from onrecord.errors import ReadError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, or an office document"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF sound, picture or film"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "RTF"),
)

DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})"
)
HEAD = 4096

# What a text without a declaration may be in, besides UTF-8.
LIKELY = (
    "cp1252 cp1250 cp1251 koi8_r cp1253 cp1254 cp1255 cp1256 cp1257 cp866 mac_roman "
    "cp932 euc_jp gb18030 big5 euc_kr"
).split()
# In Windows-1252 these are common; what the same bytes are elsewhere seldom is.
WESTERN = frozenset(
    "àâäáãåæçèéêëíîïñòóôöùúûüÿßœÀÂÄÁÃÅÆÇÈÉÊËÍÎÏÑÓÔÖÙÚÛÜŒ“”‘’«»–—…•€£§°©®™¡¿ºª\u00a0"
)
SAMPLE = 1 << 18

# Browsers read these labels as Windows-1252 (WHATWG Encoding Standard, 4.2).
AS_WINDOWS = {"iso8859-1", "ascii", "latin-1", "latin1"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and what had to be mended, one line each."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, told: str = "") -> Decoded:
    """The text of these bytes without its byte order mark, limited to encodings Python has.

    `told` is the charset that came with them, as by HTTP; it goes before what they declare
    themselves, as in browsers, and is passed over where it cannot be. Raises `ReadError` for bytes
    that are no text. Broken UTF-8 is read with U+FFFD in the place of what is broken, NUL likewise,
    and `notes` says so.
    """
    _refuse_magic(data)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _mended(data[len(mark) :], encoding)
    wide = _unmarked_utf16(data)
    if wide:
        return _mended(data, wide)
    _refuse_control(data)
    told_first = _by_charset(data, told) if told else None
    return told_first or _by_declaration(data) or _by_looks(data)


def _refuse_magic(data: bytes) -> None:
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise ReadError(f"a binary file ({name}), not text")


def _refuse_control(data: bytes) -> None:
    """Text holds next to no control characters; more than one byte in a hundred is none."""
    head = data[:65536]
    control = len(head) - len(
        head.translate(None, bytes((*range(9), *range(14, 27), *range(28, 32))))
    )
    if control * 100 > len(head):
        raise ReadError("a binary file, not text")


def _unmarked_utf16(data: bytes) -> str:
    head = data[:HEAD]
    if len(head) < 8 or len(data) % 2:
        return ""
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _by_declaration(data: bytes) -> Decoded | None:
    found = DECLARED.search(data[:HEAD].lower())
    return _by_charset(data, found[1].decode("ascii", "replace")) if found else None


def _by_charset(data: bytes, charset: str) -> Decoded | None:
    try:
        name = codecs.lookup(charset).name
        if name.startswith(("utf", "punycode", "idna")) or not _is_text_codec(name):
            return None
        text = data.decode("cp1252" if name in AS_WINDOWS else name)
    except (LookupError, UnicodeError, ValueError):
        return None
    if not data.isascii() and _valid(data):
        # Bytes that are valid UTF-8 by chance are all but impossible.
        note = f"encoding: declared {name}, but the bytes are UTF-8 and were read as such"
        return Decoded(_without_nul(data.decode()), "utf-8", (note,))
    return Decoded(_without_nul(text), name)


def _is_text_codec(name: str) -> bool:
    try:
        return isinstance(b"a".decode(name), str)
    except (LookupError, UnicodeError, ValueError):
        return False


def _by_looks(data: bytes) -> Decoded:
    if _valid(data) or _mostly_utf8(data):
        return _mended(data, "utf-8")
    encoding = _likeliest(data[:SAMPLE])
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return _mended(data, "utf-8")
    note = f"encoding: none declared and not UTF-8; read as {encoding} by its looks"
    return Decoded(_without_nul(text), encoding, (note,))


def _likeliest(sample: bytes) -> str:
    """What charset-normalizer finds likeliest, Windows-1252 where nothing speaks against it."""
    if _is_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    found = list(from_bytes(sample, cp_isolation=list(LIKELY)))
    if not found:
        return "utf-8"
    best = found[0]
    for other in found:
        same = other is best or (other.chaos, -other.coherence) <= (best.chaos, -best.coherence)
        if same and "cp1252" in other.could_be_from_charset:
            return "cp1252"
    return str(best.encoding)


def _is_western(sample: bytes) -> bool:
    """Whether Windows-1252 gives a few accented letters among plain ones, all of common kinds."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    accented = [character for character in text if character > "\x7f"]
    return WESTERN.issuperset(accented) and len(accented) * 4 < len(text)


def _valid(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters above ASCII are whole UTF-8 than are broken."""
    text = data.decode("utf-8", "replace")
    above = len(text) - len(text.encode("ascii", "ignore"))
    broken = text.count("\ufffd")
    return above - broken > broken


def _mended(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(_without_nul(data.decode(encoding)), encoding, _nul_note(data, encoding))
    except UnicodeDecodeError as fault:
        text = data.decode(encoding, "replace")
        note = (
            f"encoding: bytes that are not {encoding.upper()} were replaced by U+FFFD, "
            f"{text.count(chr(0xFFFD))} in all, the first at byte {fault.start}"
        )
        return Decoded(_without_nul(text), encoding, (note,))


def _without_nul(text: str) -> str:
    return text.replace("\0", "\ufffd") if "\0" in text else text


def _nul_note(data: bytes, encoding: str) -> tuple[str, ...]:
    if encoding != "utf-8" or b"\0" not in data:
        return ()
    return (f"encoding: {data.count(0)} NUL characters were replaced by U+FFFD",)
