"""Annotated articles are read line by line, and a wrong line is named."""

import json

import pytest

from onrecord.errors import AnnotationError
from onrecord.model import Span
from onrecord.training import read_annotations

TEXT = "The mayor said the bridge would open in May."
MARKED = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 43]]}


def lines(tmp_path, *given):
    path = tmp_path / "annotated.jsonl"
    path.write_text("\n".join(given), encoding="utf-8")
    return path


def test_an_article_comes_with_its_attributions(tmp_path):
    path = lines(tmp_path, json.dumps({"doc": "a", "text": TEXT, "attributions": [MARKED]}), "")
    (article,) = read_annotations(path)
    assert article.id == "a"
    (one,) = article.attributions
    assert one.content == (Span(15, 43),)
    assert one.source[0].of(TEXT) == "The mayor"


def test_an_attribution_without_content_teaches_nothing(tmp_path):
    bare = {"source": [[0, 9]], "cue": [[10, 14]], "content": []}
    path = lines(tmp_path, json.dumps({"doc": "a", "text": TEXT, "attributions": [bare]}))
    (article,) = read_annotations(path)
    assert article.attributions == ()


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"doc": "a", "text": "short"}',
        json.dumps({"doc": "a", "text": "short", "attributions": [MARKED]}),
        json.dumps({"doc": "a", "text": TEXT, "attributions": [{"content": [[5, 5]]}]}),
        json.dumps({"doc": "a", "text": TEXT, "attributions": [{"content": ["x"]}]}),
    ],
)
def test_a_line_that_is_no_annotated_article_is_named_by_its_number(tmp_path, line):
    good = json.dumps({"doc": "a", "text": TEXT, "attributions": [MARKED]})
    with pytest.raises(AnnotationError, match="line 2"):
        list(read_annotations(lines(tmp_path, good, line)))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(AnnotationError, match="nowhere"):
        list(read_annotations(tmp_path / "nowhere.jsonl"))
