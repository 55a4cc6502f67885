"""Copies of one story told from other stories: `python -m benchmarks copies [STORIES]`.

From articles of PolNeAR train, transcripts of the White House and speeches of the UN General Debate
are made, by seed: copies, which belong with their story, edited as editors of other papers do; and
stories that have much in common with another and are none of its copies. All are grouped together.

recall      of the copies of each kind, how many stand in the group of their story
apart       of the others, how many stand in no group with what they share words with
precision   of all pairs that stand in one group, how many are copies of one story; what is the same
            article twice in the data (found by this, looked at one by one) counts as copies

Then the speed of `sketch`. Reads the folder `shared` beside the repository; without it says so and
exits with 2. Floors are in floors.toml.
"""

from __future__ import annotations

import json
import random
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks._shared import SHARED
from onrecord.copies import group, sketch
from onrecord.text import quotations, sentences

STORIES = 150
LEAST = 250  # words of a story
Maker = Callable[[list[str], random.Random], list[str]]
_FILLING = (
    "harbour orchard lantern timber copper meadow ribbon anchor pepper kettle marble saddle "
    "velvet bridge garden market holiday recipe weather table window paper morning winter"
).split()


def made_up(count: int, rng: random.Random) -> str:
    """Words that no article has in this order."""
    return " ".join(rng.choices(_FILLING, k=count)).capitalize() + "."


def headline(paragraphs: list[str], rng: random.Random) -> list[str]:
    return [made_up(9, rng), *paragraphs[1:]]


def byline(paragraphs: list[str], rng: random.Random) -> list[str]:
    return [paragraphs[0], "By Ada Wren and Tam Orme, The Ellery Mail", *paragraphs[1:]]


def last_cut(paragraphs: list[str], rng: random.Random) -> list[str]:
    return paragraphs[:-1]


def third_cut(paragraphs: list[str], rng: random.Random) -> list[str]:
    sizes = [len(p.split()) for p in paragraphs]
    kept = next(n for n in range(len(sizes) + 1) if sum(sizes[:n]) >= sum(sizes) * 0.66)
    return paragraphs[:kept]


def surrounded(paragraphs: list[str], rng: random.Random) -> list[str]:
    return [*(made_up(10, rng) for _ in range(5)), *paragraphs, made_up(60, rng)]


def typography(paragraphs: list[str], rng: random.Random) -> list[str]:
    turned = str.maketrans({"“": '"', "”": '"', "’": "'", "—": "-"})
    return [" ".join(p.translate(turned).split()).replace(" ", "\u00a0", 2) for p in paragraphs]


def scattered(paragraphs: list[str], rng: random.Random) -> list[str]:
    """One word in twelve is another."""
    return [
        " ".join(rng.choice(_FILLING) if rng.random() < 1 / 12 else word for word in p.split())
        for p in paragraphs
    ]


def rewritten(paragraphs: list[str], rng: random.Random) -> list[str]:
    """One sentence in five is said in other words throughout."""
    return [
        " ".join(
            made_up(len(part.split()), rng) if rng.random() < 0.2 else part
            for part in (span.of(p) for span in sentences(p))
        )
        for p in paragraphs
    ]


def edited(paragraphs: list[str], rng: random.Random) -> list[str]:
    """What an editor does at once: headline, byline, the last paragraph, a sentence in ten."""
    some = byline(headline(last_cut(paragraphs, rng), rng), rng)
    cut = [p for p in some if rng.random() > 0.05]
    return surrounded(cut, rng) if rng.random() < 0.5 else cut


COPIES: dict[str, Maker] = {
    "headline changed": headline,
    "byline added": byline,
    "last paragraph cut": last_cut,
    "last third cut": third_cut,
    "typography": typography,
    "boilerplate around": surrounded,
    "one word in twelve": scattered,
    "20% rewritten": rewritten,
    "several of these": edited,
}


def articles(count: int) -> list[list[str]]:
    path = SHARED / "data/polnear/polnear_train.jsonl"
    found = []
    for line in path.read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        paragraphs = [p for p in text.split("\n") if p.strip()]
        if len(text.split()) >= LEAST and len(paragraphs) > 4:
            found.append(paragraphs)
    return random.Random(1).sample(found, min(count, len(found)))


def others(
    stories: list[list[str]], strangers: list[list[str]], rng: random.Random
) -> Iterator[tuple[str, str, str]]:
    """A kind, and two texts that share words and are not copies."""
    speeches = [p.read_text("utf-8") for p in sorted((SHARED / "data/ungdc_astana").glob("*.txt"))]
    for number, (story, other) in enumerate(zip(stories, strangers, strict=False)):
        if said := [f"{q.outer.of(p)}, he said." for p in story for q in quotations(p).regions]:
            own = [p for p in other if not quotations(p).regions]
            yield "one event, two reporters", "\n\n".join(story), "\n\n".join([*own, *said])
        speech = " ".join(speeches[number % len(speeches)].split()[100:400])
        half = len(other) // 2
        one, two = (
            f"{' '.join(' '.join(part).split()[:200])}\n\n“{speech}”"
            for part in (other[:half], other[half:])
        )
        yield "one long speech, quoted by two", one, two
        yield "one form, other numbers", bulletin(rng), bulletin(rng)
    briefings = [p.read_text("utf-8") for p in sorted((SHARED / "data/whitehouse").glob("**/*.md"))]
    notice = made_up(120, rng)
    for one, two in zip(briefings[::2], briefings[1::2], strict=False):
        yield "transcripts with one notice", f"{notice}\n{one}\n{notice}", f"{notice}\n{two}"


def bulletin(rng: random.Random) -> str:
    """A report that a machine fills in every day."""
    n = [rng.randrange(100, 9999) for _ in range(14)]
    return (
        f"The harbour office of Port Ellery counted {n[0]} ships and {n[1]} boats on day {n[2]}. "
        f"At {n[3]} hours the water stood at {n[4]} millimetres, and the wind was {n[5]} from the "
        f"west. Of the ships, {n[6]} carried timber, {n[7]} carried copper and {n[8]} were empty. "
        f"Fees of {n[9]} crowns were paid, and {n[10]} crowns are owed. The office reminds masters "
        f"that papers are shown at gate {n[11]} before they moor, that pilots are asked for by "
        f"telephone {n[12]}, and that no ship leaves after hour {n[13]} without a lamp."
    )


def everything(count: int) -> tuple[dict[str, str], dict[str, str]]:
    """Texts by name, and of each name the story that it is a copy of."""
    rng = random.Random(7)
    drawn = articles(2 * count)
    stories, strangers = drawn[:count], drawn[count:]
    texts: dict[str, str] = {}
    story_of: dict[str, str] = {}
    for number, story in enumerate(stories):
        for kind, make in {"itself": lambda p, _: p, **COPIES}.items():
            name = f"{number}:{kind}"
            texts[name], story_of[name] = "\n\n".join(make(story, rng)), str(number)
    for number, (kind, one, two) in enumerate(others(stories, strangers, rng)):
        for which, text in (("a", one), ("b", two)):
            name = f"{which}{number}:{kind}"
            texts[name] = text
            # The first of the two may be the story itself, which is held with its copies.
            story_of[name] = next(
                (s for n, s in story_of.items() if n.endswith(":itself") and texts[n] == text), name
            )
    return texts, story_of


def measured(texts: dict[str, str], story_of: dict[str, str]) -> dict[str, float]:
    names = list(texts)
    random.Random(3).shuffle(names)
    groups = group({name: texts[name] for name in names})
    place = {name: number for number, several in enumerate(groups) for name in several}
    kinds: dict[str, list[bool]] = {}
    for name in texts:
        number, kind = name.split(":", 1)
        if kind in COPIES:
            kinds.setdefault(kind, []).append(place[name] == place[f"{number}:itself"])
        elif name.startswith("a"):
            kinds.setdefault(kind, []).append(place[name] != place["b" + name[1:]])
    for kind, right in kinds.items():
        what = "recall" if kind in COPIES else "apart"
        print(f"  {kind:32} {what:7} {100 * sum(right) / len(right):5.1f} of {len(right)}")
    pairs, good = Counter[str](), 0
    for several in groups:
        sizes = Counter(story_of[name] for name in several)
        pairs["all"] += len(several) * (len(several) - 1) // 2
        good += sum(n * (n - 1) // 2 for n in sizes.values())
        if len(sizes) > 1:
            print("  together:", ", ".join(n for n in several if n.partition(":")[2] not in COPIES))
    told = [right for kind, many in kinds.items() if kind in COPIES for right in many]
    kept = [right for kind, many in kinds.items() if kind not in COPIES for right in many]
    return {
        "recall": 100 * sum(told) / len(told),
        "apart": 100 * sum(kept) / len(kept),
        "precision": 100 * good / pairs["all"],
    }


def speed(texts: list[str]) -> None:
    best = min(_took(texts) for _ in range(3))
    size, words = sum(map(len, texts)), sum(len(text.split()) for text in texts)
    print(f"  sketch: {size / best / 1e6:.1f} MB and {words / best:,.0f} words a second")


def _took(texts: list[str]) -> float:
    start = time.thread_time()
    for text in texts:
        sketch(text)
    return time.thread_time() - start


def main(asked: list[str] | None = None) -> int:
    if not (SHARED / "data/polnear").is_dir():
        print("the shared data is not beside the repository")
        return 2
    texts, story_of = everything(int((asked or sys.argv[1:] or [STORIES])[0]))
    figures = measured(texts, story_of)
    print(f"  {len(texts)} texts: " + ", ".join(f"{k} {v:.1f}" for k, v in figures.items()))
    speed(list(texts.values()))
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["copies"]
    return int(any(figures[name] < floor for name, floor in floors.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
