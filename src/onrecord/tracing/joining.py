"""Which passages of a corpus share words, all pairs at once, by a join of their word trigrams.

hashed words -> what each is worth -> seeds (trigrams that two have) -> stretches drawn out of them

Each step is a function of its own, so that what is too much for one process can be parted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.tracing.drawing_out import Stretch, stretches
from onrecord.tracing.hashed import Corpus, Words, worth_within
from onrecord.tracing.seeding import seeds_between, seeds_within


def join(
    one: Words,
    other: Words | None = None,
    *,
    common: Collection[str] = (),
    least: float = 45.0,
    documents: int = 8,
    corpus: Corpus | None = None,
) -> Iterator[Stretch]:
    """The stretches of at least `least` bits that passages of `one` share with those of `other`.

    Without `other` those of `one` among each other, each pair once. Passages of one document are
    not joined. A trigram that stands in more than `documents` of the documents of `other` seeds
    nothing. `common` are a language's commonest words. Where the passages are a part of a `corpus`,
    words are worth what they are worth in all of it.
    """
    worth = worth_within(one, other or one, common, corpus)
    if other is None:
        yield from stretches(seeds_within(one, worth), (one, one), worth, least=least)
    else:
        seeds = seeds_between(one, other, worth, documents)
        yield from stretches(seeds, (one, other), worth, least=least)
