import zlib

import pytest
from fastwarc.stream_io import BrotliWriter
from tests.unpacking import made, web

from onrecord.unpacking import LIMITS, Limits


def brotli(data, folder):
    path = folder / "packed.br"
    writer = BrotliWriter(str(path))
    writer.write(data)
    writer.close()
    return path.read_bytes()


def chunked(data, size=30):
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in pieces) + b"0\r\n\r\n"


def bodies(folder, answer, limits=LIMITS):
    path = made.put(folder, "x.warc", web.record(answer))
    reasons = [reason.partition("byte 0: ")[2] for reason in made.reasons(path, limits)]
    return made.datas(path, limits) + reasons


def packed(name, folder):
    raw = zlib.compressobj(wbits=-15)
    return {
        "gzip": made.PACK["gz"](made.PAGE),
        "deflate": zlib.compress(made.PAGE),
        "Deflate": raw.compress(made.PAGE) + raw.flush(),
        "br": brotli(made.PAGE, folder),
        "identity": made.PAGE,
        "": made.PAGE,
    }[name]


@pytest.mark.parametrize("name", ["gzip", "deflate", "Deflate", "br", "identity", ""])
def test_a_body_is_unpacked_as_its_head_says(tmp_path, name):
    body = packed(name, tmp_path)
    assert bodies(tmp_path, web.http(body, Content_Encoding=name)) == [made.PAGE]
    both = web.http(chunked(body), Content_Encoding=name, Transfer_Encoding="chunked")
    assert bodies(tmp_path, both) == [made.PAGE]


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_body_that_was_unpacked_before_it_was_kept_is_taken_as_it_is(tmp_path, name):
    assert bodies(tmp_path, web.http(Content_Encoding=name)) == [made.PAGE]
    assert bodies(tmp_path, web.http(Transfer_Encoding="chunked")) == [made.PAGE]


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_packed_body_that_is_cut_off_or_damaged_is_no_page(tmp_path, name):
    whole = packed(name, tmp_path)
    (reason,) = bodies(tmp_path, web.http(whole[:-8], Content_Encoding=name))
    assert "cut off" in reason


def test_chunks_that_are_cut_off_or_damaged_are_no_page(tmp_path):
    whole = chunked(made.PAGE)
    (reason,) = bodies(tmp_path, web.http(whole[:-20], Transfer_Encoding="chunked"))
    assert reason == "cut off: a chunk is not whole"
    (reason,) = bodies(tmp_path, web.http(whole[:-5], Transfer_Encoding="chunked"))
    assert reason == "damaged or cut off: a chunk does not begin with its size"


def test_a_body_packed_by_what_is_not_read_says_by_what(tmp_path):
    (reason,) = bodies(tmp_path, web.http(b"xyz", Content_Encoding="compress"))
    assert reason == "packed as 'compress', which is not read"


def test_an_answer_that_is_none_says_so(tmp_path):
    (reason,) = bodies(tmp_path, b"words\r\n\r\nwords")
    assert reason == "no HTTP answer in it: it does not begin with a status"


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_body_that_is_a_bomb_is_a_failure(tmp_path, name):
    zeros = bytes(3_000_000)
    body = {"gzip": made.PACK["gz"], "deflate": zlib.compress}.get(
        name, lambda data: brotli(data, tmp_path)
    )(zeros)
    assert bodies(tmp_path, web.http(body, Content_Encoding=name), Limits(entry=1_000_000)) == [
        "unpacks to more than 250 times its size, which is more than allowed"
    ]
