"""`onrecord people`: who held which post when, according to whom."""

from __future__ import annotations

from onrecord.cli.house import LateGroup

people = LateGroup(
    "people",
    {
        "import": "people_importing:import_files",
        "list": "people_showing:list_people",
        "show": "people_showing:show",
        "who": "people_showing:who",
        "merge": "people_deciding:merge",
        "split": "people_deciding:split",
    },
    help="""Who held which post when, according to whom.

    A roster ships with Onrecord; what is imported stands beside it. Sources that disagree are
    kept and shown.
    """,
)
