"""What others find in the same articles, by the same figures: `python -m benchmarks.rivals`.

textacy     `textacy.extract.triples.direct_quotations`: quotations in double quotation marks with
            the subject of the nearest verb of speech. It needs a spaCy pipeline with an English
            parser; with a blank one nothing is a verb or a subject, and it finds nothing. It
            refuses a text whose quotation marks are odd in number, so it is run twice: on whole
            articles, as it would be used, and on each paragraph apart, which spares it that.

Install `onrecord[rivals]` and a pipeline (`python -m spacy download en_core_web_sm`), best in an
environment of its own: none of it is used by Onrecord, and CI has none of it. ONRECORD_SPACY names
the pipeline where several are installed. Where something is missing one line says what, and the
exit status is 2.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import groupby
from typing import Any

from benchmarks._engines import all_found, engines
from benchmarks.attribution import SHARED, articles, figures, is_speech, speech_words
from onrecord.training.scoring import Document, score

# spaCy is not there where this is checked: its types are names only.
Pipeline = Parsed = Tokens = Any
Relations = dict[str, list[dict[str, Any]]]
_COLUMNS = (
    "joint_all",
    "joint_speech",
    "content_exact_all",
    "direct_exact_all",
    "direct_exact_speech",
)


def pipeline() -> Pipeline:
    """The English pipeline with a parser; `LookupError` says in one line what is missing."""
    for package in ("spacy", "textacy"):
        if find_spec(package) is None:
            raise LookupError(f"{package} is not installed: pip install onrecord[rivals]")
    import spacy

    named = os.environ.get("ONRECORD_SPACY")
    names = [named] if named else [n for n in spacy.util.get_installed_models() if n[:2] == "en"]
    for name in sorted(names):
        nlp = spacy.load(name, exclude=["ner"])
        if nlp.has_pipe("parser"):
            return nlp
    raise LookupError(
        "no spaCy pipeline with an English parser is installed: "
        "python -m spacy download en_core_web_sm"
    )


def by_textacy(nlp: Pipeline, texts: dict[str, str]) -> Iterator[tuple[str, Relations, float, str]]:
    """Its name, relations, words a second and a note: on whole articles, then by paragraphs."""
    nlp("It is shut, she said.")
    started = time.process_time()
    parsed = {name: nlp(text) for name, text in texts.items()}
    parsing = time.process_time() - started
    words = sum(len(text.split()) for text in texts.values())
    for name, parts in (("textacy", _whole), ("textacy by paragraphs", _paragraphs)):
        started = time.process_time()
        refused = 0
        found: Relations = {}
        for key, doc in parsed.items():
            found[key] = []
            for offset, part in parts(doc):
                try:
                    found[key] += quotations(part, offset)
                except ValueError:
                    refused += 1
        took = parsing + time.process_time() - started
        what = "articles" if parts is _whole else "paragraphs"
        yield name, found, words / took, f"{refused} {what} refused for an odd mark"


def quotations(doc: Parsed, offset: int) -> list[dict[str, Any]]:
    """What textacy finds in a parsed text that begins at `offset`; `ValueError` is its own."""
    from textacy.extract.triples import direct_quotations

    return [
        {
            "source": _spans(one.speaker, offset),
            "cue": _spans(one.cue, offset),
            "content": [[one.content.start_char + offset, one.content.end_char + offset]],
        }
        for one in direct_quotations(doc)
    ]


def _spans(tokens: Tokens, offset: int) -> list[list[int]]:
    """Tokens as spans: those that follow on each other are one."""
    runs = groupby(enumerate(tokens), key=lambda pair: pair[1].i - pair[0])
    found = []
    for _, run in runs:
        words = [token for _, token in run]
        found.append([words[0].idx + offset, words[-1].idx + len(words[-1]) + offset])
    return found


def _whole(doc: Parsed) -> Iterator[tuple[int, Parsed]]:
    yield 0, doc


def _paragraphs(doc: Parsed) -> Iterator[tuple[int, Parsed]]:
    """The paragraphs of a parsed article, each with where it begins."""
    start = 0
    for token in doc:
        if "\n" in token.text_with_ws and token.i + 1 > start:
            yield doc[start].idx, doc[start : token.i + 1].as_doc()
            start = token.i + 1
    if start < len(doc):
        yield doc[start].idx, doc[start:].as_doc()


def show(name: str, gold: dict[str, Document], measured: tuple[Relations, float, str]) -> None:
    """One line of the table: what was found, words a second, a note."""
    found, words, note = measured
    speech: Callable[[str, Any], bool] = is_speech(speech_words())
    got = figures(score(gold, found), score(gold, found, counted=speech))
    row = "".join(f"{got[column]:21.1f}" for column in _COLUMNS)
    print(f"{name:23}{row}{words:12,.0f}   {note}".rstrip(), flush=True)


def main() -> int:
    """Print the table; 2 where anything for it is missing."""
    if not (SHARED / "data/polnear").is_dir():
        print(f"no data at {SHARED.name}/data/polnear beside the repository: nothing measured")
        return 2
    try:
        nlp = pipeline()
    except LookupError as missing:
        print(missing)
        return 2
    gold = articles()
    texts = {name: text for name, (text, _) in gold.items()}
    print(f"{len(gold)} articles of PolNeAR dev; {nlp.meta['name']} {nlp.meta['version']}")
    print(f"{'':23}" + "".join(f"{column:>21}" for column in _COLUMNS) + f"{'words/s':>12}")
    for name, found, words, note in by_textacy(nlp, texts):
        show(name, gold, (found, words, note))
    for engine in engines():
        show(f"onrecord {engine}", gold, (*all_found(engine, texts), ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
