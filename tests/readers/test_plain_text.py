"""Plain text is kept as it is, line ends apart."""

from onrecord.readers import read


def text_of(data):
    (found,) = read(data, path="x.txt")
    return found.text


def test_byte_order_mark_and_line_ends_are_the_only_change():
    assert text_of(b"\xef\xbb\xbfOne.\r\nTwo.\rThree.\n") == "One.\nTwo.\nThree.\n"


def test_a_form_feed_is_a_line_end():
    assert text_of(b"Page one.\n\fPage two.\f\nPage three,\fand four.") == (
        "Page one.\nPage two.\nPage three,\nand four."
    )


def test_no_break_spaces_blank_lines_and_odd_characters_stay():
    words = "  Q\u00a0\u00a0 Who?\n\n\n\u201c\u200bYes,\u200b\u201d \u00ad she\u2028said.\t"
    assert text_of(words.encode()) == words


def test_a_page_named_txt_is_read_as_the_text_it_is():
    assert text_of(b"<p>The bridge</p>") == "<p>The bridge</p>"
