"""The command line, one file a command group; a command's file is imported when it is called.

house.py          the group itself: errors, interruption, exit status
database.py       --db, and the store it leads to
shown.py          text for terminals: colour, tables, JSON, CSV
watching_feeds.py watch
adding.py         add                 changing.py       set, remove
showing.py        documents, show     saying.py         statements
searching.py      search
checks.py         check               extracting.py     extract
comparing.py      compare             tracing.py        renderings
travelling.py     the way of an utterance, for people
people.py         people, a group of its own: people_importing.py import; people_deciding.py merge,
                  split; people_showing.py list, show, who
corrections.py    corrections, a group of its own: corrections_laying.py accept, change, merge,
                  split, reject, undo; corrections_sharing.py list, export, import
reviewing.py      review, a group of its own: list, show, accept, change, reject, undo
processes.py      process             dossiers.py       dossier, positions
watching.py       how far long work is, where somebody watches
serving.py        serve, the web app
exporting.py      export
training.py       train               indexing.py       reindex
doctoring.py      doctor
databases.py      db, a group of its own: backing_up.py backup, restore
agents.py         mcp
sparking.py       spark, a group of its own: extract, match
engines.py        engines, and the options --engine and --model
"""

from onrecord.cli.house import House

__all__ = ["main"]

COMMANDS = {
    "add": "adding:add",
    "watch": "watching_feeds:watch",
    "documents": "showing:documents",
    "show": "showing:show",
    "statements": "saying:statements",
    "search": "searching:search",
    "check": "checks:check",
    "compare": "comparing:compare",
    "renderings": "tracing:renderings",
    "process": "processes:process",
    "dossier": "dossiers:dossier",
    "positions": "dossiers:positions",
    "set": "changing:set_fields",
    "remove": "changing:remove",
    "people": "people:people",
    "corrections": "corrections:corrections",
    "review": "reviewing:review",
    "reindex": "indexing:reindex",
    "doctor": "doctoring:doctor",
    "db": "databases:databases",
    "serve": "serving:serve",
    "export": "exporting:export",
    "mcp": "agents:mcp",
    "extract": "extracting:extract",
    "train": "training:train",
    "engines": "engines:engines",
    "spark": "sparking:spark",
}

main = House(
    "onrecord",
    COMMANDS,
    help="""Who said what, in which words, and how do we know?

    Every command takes --db FILE after its name, else the environment variable ONRECORD_DB names
    the database, else it is onrecord.db in your user data folder.
    """,
)
