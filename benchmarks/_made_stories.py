"""News stories of any number, each another one, put together from sentences of our own.

A story has a headline, a dateline, some twenty paragraphs with direct, indirect and mixed
quotations by a handful of people, and about 650 words. The same number gives the same story.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

_GIVEN = "Ann Bela Cora Dov Edda Falk Gita Hugo Ines Jorn Kaya Lars Mira Nils Odile Pavel".split()
_FAMILY = "Alder Birch Cedar Damson Elm Firth Gorse Hazel Iris Juniper Larch Maple".split()
_TITLES = "Minister|Governor|Senator|Mayor|Ambassador|Commissioner|Judge|General".split("|")
_PLACES = "Orlo Norvessia Ellery Harrowgate Tamsin Quillon Marrow Vesper".split()
_THINGS = (
    "the bridge over the Tarn|the new harbour|the budget for schools|the ceasefire in the north|"
    "the inquiry into the flood|the railway to the coast|the grain agreement|the hospital reform|"
    "the fishing treaty|the tax on timber|the border crossing|the power station"
).split("|")
_ENDS = (
    "before the end of the year|as soon as the money is there|unless parliament objects|"
    "after talks with the neighbouring districts|without asking anybody's permission|"
    "for at least {n} years|at a cost of {n} million crowns|with {n} votes to spare"
).split("|")
_DID = (
    "will be finished|has been delayed again|cannot go on like this|deserves a second look|"
    "was never discussed in public|has already cost too much|must not be forgotten"
).split("|")
_FILL = (
    "The plan goes back to {y}, when {n} villages were cut off for weeks. Nobody was held to"
    " account at the time, and the files were closed.|"
    "Traffic in {place} was light on {day} morning, with shops open and schools shut for the"
    " holiday. A small crowd had gathered outside the town hall by noon.|"
    "Figures published last month put the loss at {n} million crowns, about a third more than was"
    " expected in {y}.|"
    "Work began in {y} and was to last {n} months. It has been interrupted four times since,"
    " twice by storms and twice by disputes over pay."
).split("|")
_DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
_MONTHS = "January February March April May June July September October November".split()


def made_story(number: int) -> tuple[str, list[str]]:
    """The headline and the paragraphs of a story."""
    rng = random.Random(number)
    people = [(rng.choice(_TITLES), rng.choice(_GIVEN), rng.choice(_FAMILY)) for _ in range(4)]
    place, day, thing = rng.choice(_PLACES), rng.choice(_DAYS), rng.choice(_THINGS)
    date = f"{rng.choice(_MONTHS)} {rng.randrange(1, 29)}"
    lead = (
        f"{place.upper()}, {date} - {_claim(rng, thing).capitalize()}, {' '.join(people[0])} said"
        f" on {day} in report {number} to the assembly."
    )
    paragraphs = [lead, *(_paragraph(rng, people, place) for _ in range(19))]
    return f"{people[0][2]} says {thing} {rng.choice(_DID)}", paragraphs


def made_stories(count: int, first: int = 0) -> Iterator[str]:
    """So many stories as plain text."""
    for number in range(first, first + count):
        title, paragraphs = made_story(number)
        yield "\n\n".join([title, *paragraphs]) + "\n"


def _claim(rng: random.Random, thing: str = "") -> str:
    end = rng.choice(_ENDS).format(n=rng.randrange(2, 90))
    return f"{thing or rng.choice(_THINGS)} {rng.choice(_DID)} {end}"


def _paragraph(rng: random.Random, people: list[tuple[str, str, str]], place: str) -> str:
    title, given, family = rng.choice(people)
    day = rng.choice(_DAYS)
    match rng.randrange(6):
        case 0:
            return (
                f'"{_claim(rng).capitalize()}," {title} {given} {family} said on {day}.'
                f' "{_claim(rng).capitalize()}, and {_claim(rng)}."'
            )
        case 1:
            return f"{family} said that {_claim(rng)}, and added that {_claim(rng)}."
        case 2:
            claim = _claim(rng)
            return f'According to {given} {family}, {claim}, which is "a matter of {family} pride".'
        case 3:
            return (
                f"Asked whether {_claim(rng)}, {family} told reporters in {place}:"
                f' "{_claim(rng).capitalize()}. {_claim(rng).capitalize()}."'
            )
        case 4:
            return f"{title} {family} denied that {_claim(rng)}. Officials declined to comment."
        case _:
            return rng.choice(_FILL).format(
                n=rng.randrange(3, 90), y=rng.randrange(1961, 2019), place=place, day=day
            )
