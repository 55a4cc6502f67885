"""`onrecord db`: a whole database kept, put back and moved."""

from __future__ import annotations

from onrecord.cli.house import LateGroup

databases = LateGroup(
    "db",
    {
        "backup": "backing_up:backup",
        "move": "moving:move",
        "restore": "backing_up:restore",
    },
    help="""A whole database: kept in a file, put back, moved.""",
)
