"""Texts that are hard on rules: one thing over and over, nearly right, or within itself."""

from __future__ import annotations

from collections.abc import Callable

_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"
_RUNS = "\"'“”‘’«»„`()[]<>.,;:!?-—…*_#&@/\\=~$0aA \t\n\u200b\u0301\u202e\ufffd\u00ad"
_PHRASES = {
    "said that he said": "said that he ",
    "said so": "He said that he said. ",
    "quotations": "“a” ",
    "quoted and said": "“Yes,” he said. ",
    "quotations within quotations": "“‘",
    "straight marks": '"a" ',
    "apostrophes": "the dogs' bone ",
    "a long title": "Ada Vell, the minister of justice of Utopia, said on Monday that on 5 May ",
    "names": "Ada Vell ",
    "names in a list": "Ada Vell, ",
    "occasions in a sentence": "talks in Astana on 5 May, the meeting in Geneva and the summit, ",
    "occasions": "Talks were held in Astana on 5 May 2017. ",
    "agreements": "The parties signed an agreement on the zones and a memorandum. ",
    "agreements in a sentence": "an agreement on the zones, a memorandum, ",
    "promises": "We will hold the next meeting in Astana in May. ",
    "promises in a sentence": "we will hold the next meeting, we promise to help, ",
    "days": "on 5 May 2017 ",
    "stretches of days": "from 5 to 7 May, between Monday and ",
    "months": "May ",
    "posts": "Foreign Minister Sergey Lavrov of Russia headed the delegation. ",
    "posts in a sentence": "Foreign Minister Sergey Lavrov of Russia, head of the delegation, ",
    "pronouns": "Ada Vell met Bo Orme. She said that he said so. ",
    "accounts": "according to Ada Vell, ",
    "passed on": "TASS cited Lavrov as saying that ",
    "states": "Russia, Turkey and Iran, ",
    "lines": "a\n",
    "paragraphs": "It is so.\n\n",
    "quotations left open": "“It is so.\n\n",
    "numbers": "1,000,000 ",
    "number words": "twenty-one thousand and ",
    "hyphens": "a-",
    "initials": "A.",
    "brackets": "(a ",
    "addresses": "http://a.b/c ",
    "labels": "MS. VELL: ",
    "turns": "Ada Vell: It is so, I think.\n\nQ: Is it?\n\n",
    "joined emoji": "\U0001f468\u200d",
}


def word(number: int) -> str:
    """A made-up name, another for each number."""
    left, letters = number * 2654435761 % (1 << 32), []
    for _ in range(3):
        left, at = divmod(left, 16)
        letters.append(_CONSONANTS[at])
        left, at = divmod(left, 5)
        letters.append(_VOWELS[at])
    return "".join(letters).capitalize()


def _names(form: str, size: int) -> str:
    """A form over and over, each time with another name."""
    count = size // (len(form) + 10)
    return "".join(form.format(f"{word(n)} {word(7 * n + 3)}") for n in range(count))


def _repeated(bit: str) -> Callable[[int], str]:
    return lambda size: bit * (size // len(bit))


TEXTS: dict[str, Callable[[int], str]] = {
    **{f"a run of {c!a}": _repeated(c) for c in _RUNS},
    **{f"a run of {c!a}, then a letter": lambda n, c=c: c * n + "x" for c in "\"'“.…!- \u200b"},
    **{name: _repeated(bit) for name, bit in _PHRASES.items()},
    "many names": lambda size: _names("{} said that it is so. ", size),
    "many names in a sentence": lambda size: _names("{}, ", size) + "said so.",
    "many labels": lambda size: _names("{}: It is so.\n", size),
    "many posts": lambda size: _names(
        "Foreign Minister {} of Russia headed the delegation. ", size
    ),
}
KNOWN = (
    "said that he said",
    "promises",
    "posts",
    "many posts",
    "many names",
    "occasions",
    "a long title",
    "accounts",
    "passed on",
    "quotations within quotations",
    "a run of '.', then a letter",
    "a run of '\"'",
)
"""Those that some rule once took the square of their length for, or might again."""
