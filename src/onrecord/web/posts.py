"""The posts of a person as a page shows them: drawn, listed, and where sources disagree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.dates import read_edtf
from onrecord.exports.charts import Bar, draw_bars
from onrecord.model import ONGOING, Roster
from onrecord.portraits import Post, Whom, differences, posts_of

_KEY = "a firm end where the source has a day for it; dashes where it has none"


def posts_shown(meant: Whom, roster: Roster) -> dict[str, object]:
    """The posts of the person meant, drawn and listed, with what sources disagree on."""
    person = meant.person
    if person is None:
        return {"posts": (), "differences": (), "posts_drawn": ""}
    posts = posts_of(roster, person)
    bars = [bar for post in posts if (bar := _bar(post))]
    drawn = draw_bars(
        sorted(bars, key=lambda bar: (_first(bars, bar.group), bar.group)),
        title=f"Posts of {person.name}",
        described="A bar for each post and each source. The table below says the same.",
        key=_KEY,
    )
    return {"posts": posts, "differences": differences(roster, person), "posts_drawn": drawn}


def _first(bars: Sequence[Bar], group: str) -> date:
    return min(bar.days[0][0] for bar in bars if bar.group == group)


def _bar(post: Post) -> Bar | None:
    """A post by one source from its first to its last day, or to the day its source speaks of."""
    tenure = post.tenure
    start = read_edtf(tenure.start) if tenure.start else None
    ended = tenure.end and tenure.end != ONGOING
    last = tenure.end if ended else tenure.as_of if tenure.end == ONGOING else ""
    end = read_edtf(last) if last else None
    known = [day for one in (start, end) if one for day in (one.earliest, one.latest) if day]
    if not known:
        return None
    told = f"{post.post}, {post.since} to {post.until}, according to {post.according}"
    return Bar(
        group=post.post,
        label=post.according,
        days=((min(known), max(known)),),
        begins=bool(start),
        ends=bool(ended),
        told=told,
        ticked=False,
    )
