"""What one document says of a process: all its lines."""

from __future__ import annotations

from onrecord.drawing.agreed_at import agreed_at_meetings
from onrecord.drawing.agreements import draw_agreements
from onrecord.drawing.belonging import placed
from onrecord.drawing.clauses import clauses
from onrecord.drawing.meetings import draw_meetings
from onrecord.drawing.positions import draw_positions
from onrecord.drawing.posts import draw_posts
from onrecord.drawing.promises import draw_promises
from onrecord.drawing.roles import draw_roles
from onrecord.drawing.signing_days import dated_by_signing
from onrecord.model import Drawn, Profile, Reading


def draw(reading: Reading, profile: Profile | None = None) -> Drawn:
    """The lines that one document gives, each with its evidence; other languages give none.

    With a `profile` its names of bodies and instruments are known, and each line says by which
    words it belongs to the process.
    """
    said = clauses(reading)
    posts = draw_posts(reading, said)
    drawn = Drawn(
        reading.document.id,
        roles=draw_roles(reading, said, profile, posts=posts),
        posts=posts,
        positions=draw_positions(reading, said, profile),
        promises=draw_promises(reading, said, profile, posts=posts),
        meetings=draw_meetings(reading, said, profile),
        agreements=draw_agreements(reading, said, profile),
    )
    drawn = agreed_at_meetings(dated_by_signing(drawn, reading), reading)
    return placed(drawn, reading, said, profile) if profile else drawn
