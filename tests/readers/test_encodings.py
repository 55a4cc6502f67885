"""Bytes become text in the encoding they are in, and what had to be mended is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ReadError
from onrecord.readers.encodings import decode

WESTERN = "Le maire a déclaré : « Le pont ouvrira en mai. » Il était déjà très tard."
RUSSIAN = "Министр заявил, что мост откроется в мае. Он добавил, что всё готово."


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-8"]
)
def test_unicode_is_read_with_or_without_its_mark(encoding):
    words = "“The bridge will open,” said Ada Vell. — Тэм Орм" + " and then some more words" * 9
    decoded = decode(words.encode(encoding))
    assert decoded.text == words
    assert decoded.encoding.startswith(encoding.removesuffix("-sig"))
    assert not decoded.notes


@pytest.mark.parametrize(
    ("words", "encoding"),
    [(WESTERN, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), ("He said “yes”.", "cp1252")],
)
def test_an_undeclared_encoding_is_known_by_its_looks_and_said(words, encoding):
    decoded = decode(words.encode(encoding))
    assert (decoded.text, decoded.encoding) == (words, encoding)
    assert any(encoding in note for note in decoded.notes)


def test_a_declared_charset_is_followed():
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{RUSSIAN}</p></body></html>'
    decoded = decode(page.encode("koi8-r"))
    assert (decoded.text, decoded.encoding, decoded.notes) == (page, "koi8-r", ())


def test_what_is_declared_latin_1_is_read_as_windows_1252():
    page = "<?xml version='1.0' encoding='iso-8859-1'?><p>“Yes,” she said.</p>"
    assert decode(page.encode("cp1252")).text == page


def test_a_wrong_declaration_does_not_spoil_utf_8():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>“Já”</p>'
    decoded = decode(page.encode())
    assert decoded.text == page
    assert "declared cp1251" in decoded.notes[0]


def test_broken_utf_8_is_read_and_the_place_is_said():
    decoded = decode("“Да,” сказал он. Ağrı, naïve, café.".encode().replace(b" \xd1\x81", b" \xff"))
    assert decoded.encoding == "utf-8"
    assert "\ufffd" in decoded.text
    assert "naïve, café." in decoded.text
    assert "U+FFFD" in decoded.notes[0]
    assert "first at byte" in decoded.notes[0]


def test_a_character_cut_at_the_end_is_mended_and_said():
    decoded = decode("“The bridge” said Ada Vell, naïve café”".encode()[:-1])
    assert decoded.text.endswith("café\ufffd")
    assert decoded.notes


def test_a_stray_nul_is_replaced_and_said():
    decoded = decode(b"The bridge " * 50 + b"\0 opens.")
    assert "\0" not in decoded.text
    assert "1 NUL" in decoded.notes[0]


@pytest.mark.parametrize("data", [b"%PDF-1.4\n%", b"\x1f\x8b\x08", b"\x00\x01\x02\x03" * 50])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(ReadError, match="binary"):
        decode(data)


@given(st.text())
def test_utf_8_comes_back_as_it_was(text):
    try:
        decoded = decode(text.encode())
    except ReadError:
        return
    if not decoded.notes and decoded.encoding == "utf-8":
        assert decoded.text == text.removeprefix("\ufeff")


def test_the_charset_that_came_with_the_bytes_goes_before_the_declared_one():
    data = '<meta charset="iso-8859-1">Мост'.encode("cp1251")
    assert decode(data, "windows-1251").text.endswith("Мост")
    assert decode(data).encoding == "iso8859-1"


def test_a_charset_told_wrongly_is_passed_over():
    data = '<meta charset="windows-1252">Brücke'.encode("cp1252")
    for told in ("utf-8", "rot13", "zlib", "no such thing", "a\0b", "utf-16"):
        assert decode(data, told).text.endswith("Brücke")
    assert decode("Brücke".encode(), "windows-1251").text == "Brücke"
