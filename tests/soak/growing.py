"""Documents grown by a grammar in every format that `readers` reads, the same for a seed."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

FIRST = "Ada Bo Cyril Dora Emil Фаина José Nils O’Hara Jean-Luc 李 Zoë".split()
LAST = "Vell Orme Holm Kest Rivers Ábel Kovač Петрова van·der·Aa d’Arc ASKEW MacNab".split()
POSTS = (
    "Foreign Minister",
    "the president of Utopia",
    "MS.",
    "Dr",
    "spokesman for the ministry",
    "",
    "Prime Minister of Russia",
    "the envoy",
)
CUES = "said told asked added warned announced replied denied claimed stressed noted".split()
WORDS = (
    "the bridge will open in May and nobody has paid for it talks were held in Astana on 5 May "
    "2017 between Russia Turkey and Iran we will never agree to that 1,200 people left “the city” "
    "not in 2019 but on Monday last week an agreement was signed at the summit of three parties"
).split()
MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’"), ("''", "''"), ("„", "“"), ("“", ""))
DATES = (
    "2031-04-05",
    "5 May 2031",
    "May 5th, 31",
    "05/06/2031",
    "99999-99-99",
    "2031-02-30",
    "0000",
    "-9999999-01-01",
    "yesterday",
    "31 June 20311",
    "12:99:99",
    "",
)
STATES = "RUS USA FRA CHL KEN".split()


@dataclass(frozen=True, slots=True)
class Grown:
    """The bytes of one document and the path it is said to come from."""

    path: str
    data: bytes


def grow(seed: int) -> Grown:
    """A sound document of this seed, of a format and a size that the seed chooses."""
    random = Random(seed)
    path, write = random.choice(FORMATS)
    text = write(random)
    return Grown(path(random), text.encode("utf-8", "surrogatepass"))


def name(random: Random) -> str:
    return f"{random.choice(FIRST)} {random.choice(LAST)}"


def phrase(random: Random) -> str:
    start = random.randrange(len(WORDS))
    return " ".join((WORDS + WORDS)[start : start + random.randrange(1, 14)])


def sentence(random: Random) -> str:
    opened, closed = random.choice(MARKS)
    who, cue, what = name(random), random.choice(CUES), phrase(random)
    post = random.choice(POSTS)
    return random.choice(
        (
            f"{post} {who} {cue} on {random.choice(DATES)} that {what}.",
            f"{opened}{what},{closed} {who} {cue}.",
            f"{opened}{what}.{closed}",
            f"According to {who}, {what}.",
            f"TASS cited {who} as saying that {opened}{what}{closed}.",
            f"{what.capitalize()}, {who} {cue}, {opened}{phrase(random)}{closed}.",
            f"He {cue} that she {cue} that {what}!",
            f"{what}?",
        )
    )


def paragraph(random: Random) -> str:
    return " ".join(sentence(random) for _ in range(random.randrange(1, 6)))


def turn(random: Random) -> tuple[str, str]:
    who = random.choice((name(random), name(random).upper(), "Q", "Question", "MODERATOR", ""))
    return who, paragraph(random)


def turns(random: Random) -> list[tuple[str, str]]:
    cast = [turn(random)[0] for _ in range(3)]
    return [(random.choice(cast), paragraph(random)) for _ in range(random.randrange(1, 12))]


def body(random: Random) -> list[str]:
    if random.random() < 0.5:
        return [f"{who}: {said}" if who else said for who, said in turns(random)]
    dateline = f"ASTANA, {random.choice(DATES)} (TASS) — "
    return [phrase(random).title(), dateline + paragraph(random), *_more(random)]


def _more(random: Random) -> list[str]:
    return [paragraph(random) for _ in range(random.randrange(8))]


def plain(random: Random) -> str:
    return random.choice(("\n", "\n\n", "\r\n\r\n", "\r")).join(body(random))


def page(random: Random) -> str:
    inside = "".join(_element(random, words) for words in body(random))
    declared = json.dumps({"@type": "NewsArticle", "headline": phrase(random), "articleBody": "x"})
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{phrase(random)}'
        f'</title><meta property="article:published_time" content="{random.choice(DATES)}">'
        f'<script type="application/ld+json">{declared}</script></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{phrase(random)}</h1>{inside}"
        f"</article><footer>&copy; 2031</footer></body></html>"
    )


def _element(random: Random, words: str) -> str:
    tag = random.choice("p p p div li blockquote h2 td pre b".split())
    label, colon, rest = words.partition(":")
    safe = html.escape(words)
    if colon and len(label) < 40:
        safe = f"<b>{html.escape(label)}:</b>{html.escape(rest)}"
    return f"<{tag}>{safe}</{tag}>"


def markdown(random: Random) -> str:
    front = f'---\ntitle: "{phrase(random)}"\ndate: {random.choice(DATES)}\ntags: [a, b]\n---\n'
    lines = [f"**{words[:12]}** {words[12:]}" for words in body(random)]
    return random.choice((front, "")) + f"# {phrase(random)}\n\n" + "\n\n".join(lines) + "\n"


def json_lines(random: Random) -> str:
    rows = [
        {
            "id": random.choice((f"a{random.randrange(10**9)}", random.randrange(10**9))),
            "text": plain(random),
            "title": phrase(random),
            "published": random.choice(DATES[:3]),
            "kind": random.choice(("story", "transcript", "other", "")),
        }
        for _ in range(random.randrange(1, 4))
    ]
    return "\n".join(json.dumps(row, ensure_ascii=random.random() < 0.5) for row in rows)


def table(random: Random) -> str:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=random.choice(",;\t"))
    writer.writerow(["Line", "Speaker", "Text", "Date"])
    for number, (who, said) in enumerate(turns(random)):
        writer.writerow([number, who, said, random.choice(DATES)])
    return written.getvalue()


def tei(random: Random) -> str:
    said = "".join(
        f'<u who="#p{number % 3}"><seg>{html.escape(words)}</seg></u><note>applause</note>'
        for number, (_, words) in enumerate(turns(random))
    )
    people = "".join(
        f'<person xml:id="p{n}"><persName>{name(random)}</persName></person>' for n in range(3)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        f"<fileDesc><titleStmt><title>{phrase(random)}</title></titleStmt><sourceDesc><bibl>"
        f'<date when="{random.choice(DATES)}"/></bibl></sourceDesc></fileDesc><profileDesc>'
        f"<particDesc><listPerson>{people}</listPerson></particDesc></profileDesc></teiHeader>"
        f"<text><body><div><head>{phrase(random)}</head>{said}</div></body></text></TEI>"
    )


def web_vtt(random: Random) -> str:
    cues = [
        f"{n:02d}:00.000 --> {n:02d}:05.500\n<v {who or 'x'}>{said}</v>"
        for n, (who, said) in enumerate(turns(random))
    ]
    return "WEBVTT\n\nNOTE made\n\n" + "\n\n".join(cues) + "\n"


def _debate(random: Random) -> str:
    session = random.randrange(1, 80)
    return f"{random.choice(STATES)}_{session}_{1945 + session}.txt"


def _ending(extension: str) -> Callable[[Random], str]:
    return lambda random: random.choice((f"x.{extension}", "-", f"a/b c/ü.{extension}"))


FORMATS: tuple[tuple[Callable[[Random], str], Callable[[Random], str]], ...] = (
    (_ending("txt"), plain),
    (_ending("html"), page),
    (_ending("md"), markdown),
    (_ending("jsonl"), json_lines),
    (_ending("csv"), table),
    (_ending("tei"), tei),
    (_ending("vtt"), web_vtt),
    (_debate, plain),
)
