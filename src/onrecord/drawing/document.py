"""What one document says of a process: all its lines."""

from __future__ import annotations

from onrecord.drawing.belonging import placed
from onrecord.model import Drawn, Profile, Reading


def draw(reading: Reading, profile: Profile | None = None) -> Drawn:
    """The lines that one document gives, each with its evidence; other languages give none.

    With a `profile` its names of bodies and instruments are known, and each line says by which
    words it belongs to the process.
    """
    drawn = Drawn(reading.document.id)
    return placed(drawn, reading, profile) if profile else drawn
