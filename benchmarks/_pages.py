"""News pages made around stories whose text is known, of the size and make of real ones.

A page has what pages have besides their text: scripts and styles in line, a menu of a hundred
links, teasers of other stories beside and below, a form, comments of readers, a footer. What is
furniture is seeded from words of this file, so that it is told from the text by what it says.

    page = made("A headline", ["First paragraph.", ...], layout="plain", seed=1)
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from random import Random

LAYOUTS = ("declared", "article", "main", "plain", "cards")
"""How a page says where its text is: by microdata, one `article`, `main`, nothing, several."""
_WORDS = (
    "weather tables results fixtures recipe holiday garden harbour market bridge lantern velvet "
    "orchard saddle kettle marble timber copper meadow ribbon anchor pepper"
).split()
_SECTIONS = "Home World Business Culture Sport Science Travel Opinion Video Archive".split()
_RAILS = ("rail", "sidebar", "related", "col-3", "x7")
_SCRIPT = "window.q%d=window.q%d||[];(function(a,b){a.push({id:%d,at:b,slots:[1,2,3]})})(q%d,%d);\n"
_STYLE = ".c%d{margin:0 %dpx;padding:%dpx;color:#%06x;display:block}\n"


def made(title: str, paragraphs: Sequence[str], *, layout: str = "article", seed: int = 0) -> bytes:
    """A page of about 80 KB around a text, with its day, byline and site in the metadata."""
    rng = Random(seed)
    above = f"{_head(title, rng)}<body class='page c{seed % 90}'>{_menu(rng)}<div class='wrap'>"
    beside = f"<div class='{rng.choice(_RAILS)}'>{_teasers(rng, 25, layout)}</div>"
    more = f"<div class='{rng.choice(_RAILS)}'>{_teasers(rng, 30, layout)}</div>"
    below = f"{more}{_comments(rng)}{_footer(rng)}"
    return f"{above}{_text(title, paragraphs, layout)}{beside}</div>{below}</body></html>".encode()


def _text(title: str, paragraphs: Sequence[str], layout: str) -> str:
    lines = "\n".join(f"<p>{_linked(paragraph)}</p>" for paragraph in paragraphs)
    top = f"<h1>{escape(title)}</h1><div class='byline'>By Ada Wren</div>"
    top += "<time datetime='2026-03-04T08:30:00Z'>4 March 2026</time>"
    match layout:
        case "declared":
            return f"<div>{top}<div itemprop='articleBody'>{lines}</div></div>"
        case "article" | "cards":
            return f"<article>{top}<div class='x1'>{lines}</div></article>"
        case "main":
            return f"<main>{top}<section>{lines}</section></main>"
        case _:
            return f"<div class='x9'>{top}<div class='x1'>{lines}</div></div>"


def _linked(paragraph: str) -> str:
    """A link in a paragraph and a word in italics, as writers of pages set them."""
    words = [escape(word, quote=False) for word in paragraph.split(" ")]
    if len(words) > 12:
        words[4] = f'<a href="/tag/{len(words)}">{words[4]}</a>'
        words[9] = f"<em>{words[9]}</em>"
    return " ".join(words)


def _head(title: str, rng: Random) -> str:
    numbers = [rng.randrange(1 << 20) for _ in range(60)]
    scripts = "".join(_SCRIPT % (n, n, n, n, n) for n in numbers)
    styles = "".join(_STYLE % (n % 997, n % 40, n % 30, n) for n in numbers * 4)
    declared = {"@type": "NewsArticle", "headline": title, "datePublished": "2026-03-04T08:30:00Z"}
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        f"<title>{escape(title)} | The Ellery Mail</title>"
        "<meta property='og:site_name' content='The Ellery Mail'>"
        f"<meta name='description' content='{escape(title)}'>"
        f"<script type='application/ld+json'>{json.dumps(declared)}</script>"
        f"<style>{styles}</style><script>{scripts}</script></head>"
    )


def _words(rng: Random, count: int) -> str:
    return " ".join(rng.choices(_WORDS, k=count)).capitalize()


def _menu(rng: Random) -> str:
    links = "".join(
        f"<li class='item c{rng.randrange(90)}'><a href='/{word}/{_words(rng, 1)}'>"
        f"<span>{rng.choice(_SECTIONS)} {_words(rng, 1)}</span></a></li>"
        for word in rng.choices(_WORDS, k=100)
    )
    return f"<div class='skip'><a href='#text'>Skip</a></div><nav><ul>{links}</ul></nav>"


def _teasers(rng: Random, count: int, layout: str) -> str:
    tag = "article" if layout == "cards" else "div"
    return "".join(
        f"<{tag} class='card c{rng.randrange(90)}' data-id='{rng.randrange(1 << 30)}'>"
        f"<a href='/story/{rng.randrange(1 << 30)}'><img src='/i/{rng.randrange(1 << 30)}.jpg' "
        f"srcset='/i/a.jpg 300w, /i/b.jpg 600w' alt='{_words(rng, 3)}'>"
        f"<h3>{_words(rng, 9)}</h3></a>{_standfirst(rng)}"
        f"<span class='when'>{rng.randrange(1, 24)} hours ago</span></{tag}>"
        for _ in range(count)
    )


def _standfirst(rng: Random) -> str:
    return f"<p>{_words(rng, 14)}</p>" if rng.random() < 0.25 else ""


def _comments(rng: Random) -> str:
    said = "".join(
        f"<div class='comment'><b>{_words(rng, 1)}</b><p>{_words(rng, 20)}.</p></div>"
        for _ in range(12)
    )
    form = "<form action='/c'><textarea>Say something</textarea><button>Send</button></form>"
    return f"<div class='comments'><h2>Comments</h2>{said}{form}</div>"


def _footer(rng: Random) -> str:
    links = "".join(
        f"<a href='/{word}'>{_words(rng, 2)}</a> " for word in rng.choices(_WORDS, k=60)
    )
    numbers = [rng.randrange(1 << 20) for _ in range(150)]
    scripts = "".join(_SCRIPT % (n, n, n, n, n) for n in numbers)
    return f"<footer>{links}<p>All rights reserved.</p></footer><script>{scripts}</script>"
