"""The type of a language's data on expressions of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Parts = Mapping[str, tuple[int, int]]
"""From `early`, `mid`, `late`, `start`, `end` to the first and the last piece that it means."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of time, case-folded, and what the vague ones among them mean; English has an example.

    Names of months and weekdays are those of `Layout`. `shy_months` are words of other meanings:
    alone they are months only after `shy_after`. `numbers` leads to a number, `vague` to the least
    and the most that a word such as "few" means. `units` leads to day, week, month, year, decade.
    `days` are words for a day by its distance from today, `day_phrases` the same in several words.
    `directions` leads to -1, 0, 1 (last, this, next). `parts` leads to the keys of `Parts`.
    `openings` leads to `from`, `to`, `before`, `after`. `reach` is how far "the coming days" go.
    `ahead` and `past` are words beside which a date lies ahead or is past, `going_on` those before
    a word in `going_on_ending` by which it lies ahead ("are meeting on Friday"). After a word in
    `clause` a clause begins, so that what follows tells the tense. Beside words in
    `not_years_before` and `not_years_after` a number is no year. `month_first` says how 9/10/2016
    is read where both ways make a date: None leaves it open between the two.
    """

    shy_months: frozenset[str] = frozenset()
    shy_after: frozenset[str] = frozenset()
    seasons: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_ends: frozenset[str] = frozenset()
    decades: Mapping[str, int] = field(default_factory=dict)
    vague: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    weekend: frozenset[str] = frozenset()
    century: str = ""
    half: str = ""
    quarter: str = ""
    days: Mapping[str, int] = field(default_factory=dict)
    day_phrases: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    other_day: tuple[str, ...] = ()
    ago: frozenset[str] = frozenset()
    hence: tuple[tuple[str, ...], ...] = ()
    directions: Mapping[str, int] = field(default_factory=dict)
    past_stretch: frozenset[str] = frozenset()
    ahead_stretch: frozenset[str] = frozenset()
    recent: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    parts: Mapping[str, str] = field(default_factory=dict)
    part_nouns: frozenset[str] = frozenset()
    openings: Mapping[str, str] = field(default_factory=dict)
    joining: frozenset[str] = frozenset()
    either: str = ""
    between: str = ""
    both: str = ""
    article: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    now: tuple[tuple[str, ...], ...] = ()
    about: frozenset[str] = frozenset()
    exactly: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    recurring: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    season_after: frozenset[str] = frozenset()
    year_after: frozenset[str] = frozenset()
    not_years_before: frozenset[str] = frozenset()
    not_years_after: frozenset[str] = frozenset()
    name_before_day: frozenset[str] = frozenset()
    name_after_day: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    past_ending: str = ""
    not_past: frozenset[str] = frozenset()
    going_on: frozenset[str] = frozenset()
    going_on_ending: str = ""
    reach: Mapping[str, int] = field(default_factory=dict)
    parts_of_week: Parts = field(default_factory=dict)
    parts_of_month: Parts = field(default_factory=dict)
    parts_of_season: Parts = field(default_factory=dict)
    parts_of_year: Parts = field(default_factory=dict)
    parts_of_decade: Parts = field(default_factory=dict)
    parts_of_century: Parts = field(default_factory=dict)
    recent_day: tuple[int, int] = (7, 1)
    month_first: bool | None = None
