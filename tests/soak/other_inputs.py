"""Inputs that are no documents, sound and spoilt: rosters, profiles, feeds, corrections."""

from __future__ import annotations

import tempfile
import traceback
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.soak.mutating import BITS, WAYS

from onrecord.dates import read_edtf, resolve_dates
from onrecord.dossiers.amending.parsing import read_amendments
from onrecord.dossiers.profiles import read_profile
from onrecord.errors import OnrecordError
from onrecord.exports.documents.web_annotation import from_annotations
from onrecord.fetching.feeds import read_feed
from onrecord.intake import read_feed_list
from onrecord.rosters import read_roster
from onrecord.training.annotated import read_annotations

_FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Ellery Mail</title>
<item><title>A day &amp; a night</title><link>https://example.org/a</link><guid>a</guid>
<pubDate>Mon, 05 May 2031 10:00:00 GMT</pubDate><description>&lt;p&gt;Words&lt;/p&gt;</description>
</item><item><title>B</title><link>/b</link></item></channel></rss>"""
_ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>E</title><entry><id>1</id>
<title type="html">A&lt;b&gt;</title><link href="https://example.org/1"/><updated>2031-05-05</updated>
<content type="html">x</content></entry></feed>"""
_JSON_FEED = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "E", "items": [
{"id": "1", "url": "https://example.org/1", "title": "A", "content_text": "x",
"date_published": "2031-05-05T10:00:00Z"}, {"id": 2}]}"""
_PROFILE = b"""name = "ellery"\ntitle = "The Ellery process"\nnames = ["Ellery talks"]
subject = ["Port Ellery"]\n[[parties]]\nname = "Utopia"\naccording = "https://example.org"
aliases = ["Utopians"]\n[[confusable]]\nwords = "Ellery cup"\nmeans = "sport"
[[themes]]\nname = "bridge"\nwords = ["bridge", "span"]\n"""
_FEEDS = b"""contact = "a@example.org"\n[[feed]]\nurl = "https://example.org/feed"\nevery = "30 min"
publisher = "Ellery Mail"\nwords = ["bridge"]\n"""
_POPOLO = b"""{"persons": [{"id": "p", "name": "Ada Vell", "birth_date": "1970"}], "organizations":
[{"id": "o", "name": "Ministry of Foreign Affairs", "classification": "ministry"}], "memberships":
[{"person_id": "p", "organization_id": "o", "role": "Minister", "start_date": "2030-01-01"}]}"""
_OWN = b"kind,name,person,post,of,from,to,according\n,,Ada Vell,minister,Utopia,2030-01-01,,x\n"
_WIKIDATA = b"personID,itemLabel,stateLabel,start,end\nQ1,Ada Vell,Utopia,2030-01-01,2031-01-01\n"
_PETRARCH = b"ADA_VELL_ [UTO<300101][UTOGOV]\n+VELL_\nBO_ORME [UTO 20300101-20310101]\n"
_CONGRESS = b"""- id:\n    bioguide: V000001\n  name:\n    first: Ada\n    last: Vell\n  terms:
  - type: sen\n    start: '2030-01-03'\n    end: '2031-01-03'\n    state: UT\n"""
_ANNOTATION = b"""{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "x",
"motivation": "identifying", "target": {"source": "d", "selector": [{"type": "TextQuoteSelector",
"exact": "bridge", "prefix": "the ", "suffix": " will"}, {"type": "TextPositionSelector",
"start": 4, "end": 10}]}}"""
_ANNOTATED = b"""{"doc": "d", "text": "Vell said so.", "attributions": [{"source": [[0, 4]],
"cue": [[5, 9]], "content": [[10, 12]]}]}"""
_AMENDMENTS = b"""format = 1\nprocess = "ellery"\n[[correction]]\nid = "a1"\nkind = "reject"
by = "A"\nat = "2031-05-05T10:00:00+00:00"\nnote = "x"\n"""
_WORDS = "on 5 May 2031 between 2030 and mid-February, the 21st century, last week, 31/02/2031"


def _annotated(data: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_bytes(data)
        return list(read_annotations(path))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _utf8(data: bytes) -> str:
    return data.decode("utf-8", "replace")


_NOW = datetime(2031, 5, 6, tzinfo=UTC)
# Each kind of input: what reads it, and sound ones to spoil.
KINDS: tuple[tuple[Callable[[bytes], object], Iterable[bytes]], ...] = (
    (lambda data: read_feed(data, url="https://example.org/"), (_FEED, _ATOM, _JSON_FEED)),
    (read_roster, (_POPOLO, _OWN, _WIKIDATA, _PETRARCH, _CONGRESS)),
    (lambda data: read_profile(_utf8(data)), (_PROFILE,)),
    (lambda data: read_feed_list(_utf8(data)), (_FEEDS,)),
    (lambda data: read_amendments(_utf8(data), path="x", until=_NOW), (_AMENDMENTS,)),
    (lambda data: list(from_annotations(data, lambda _: "the bridge will open")), (_ANNOTATION,)),
    (_annotated, (_ANNOTATED,)),
    (lambda data: read_edtf(_utf8(data)), (b"2031-05-05", b"2031-05~/..", b"Y-17E7", b"203X-2X")),
    (lambda data: resolve_dates(_utf8(data)), (_WORDS.encode(),)),
)


def told(seed: int) -> tuple[str, list[str]]:
    """How the input of this seed ends, and what is wrong with that."""
    random = Random(seed)
    read, sound = random.choice(KINDS)
    data = random.choice(tuple(sound))
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        data = random.choice(WAYS)(random, data)[:100_000]
    if random.random() < 0.2:
        data = data.replace(b'"', random.choice(BITS).encode("utf-8", "replace"), 1)
    try:
        read(data)
    except OnrecordError as error:
        line = str(error)
        wrong = "\n" in line or len(line) > 1000 or "fault of Onrecord" in line
        return "refused", [f"not one line: {line[:300]!r}"] if wrong else []
    except Exception:
        return "raised", [traceback.format_exc(limit=-6)]
    return "read", []
