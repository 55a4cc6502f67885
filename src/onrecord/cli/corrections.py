"""`onrecord corrections`: what people correct of a dossier's lines."""

from __future__ import annotations

from onrecord.cli.house import LateGroup

corrections = LateGroup(
    "corrections",
    {
        "accept": "corrections_laying:accept",
        "change": "corrections_laying:change",
        "merge": "corrections_laying:merge",
        "split": "corrections_laying:split",
        "reject": "corrections_laying:reject",
        "undo": "corrections_laying:undo",
        "list": "corrections_sharing:list_corrections",
        "export": "corrections_sharing:export",
        "import": "corrections_sharing:import_file",
    },
    help="""Correct the lines of a dossier.

    A correction is laid over what was drafted, which stands beneath, and can be taken back. It
    stays when documents are read again; where its line is no longer found it is kept, and listed
    as adrift. LINE is the id of a line as the dossier shows it, or a beginning of it.
    """,
)
