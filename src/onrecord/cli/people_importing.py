"""`onrecord people import`: files of people and posts into the database."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.house import PARTLY, REFUSED, tell
from onrecord.cli.shown import one_line
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.model import Imported
    from onrecord.stores import Store

_SAID = {"added": "imported", "held": "already imported, unchanged", "version": "imported anew"}


@click.command("import")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--of", "of", default="", metavar="STATE", help="The state of a cabinet file.")
@click.option(
    "--according", default="", metavar="NAME", help="Who says so, for CSV of your own and Popolo."
)
@click.option("--as-of", default="", metavar="DATE", help="The day up to which the file speaks.")
@click.option(
    "--form", default="", metavar="FORM", help="csv, wikidata, petrarch2 or congress; else told."
)
@click.option("--name", default="", help="What the import is called; else its folder and file.")
@click.option("--forget", multiple=True, metavar="NAME", help="Take an import out.")
@database_option
def import_files(
    files: tuple[Path, ...],
    database: Database | None,
    *,
    name: str,
    forget: tuple[str, ...],
    **options: str,
) -> int:
    """Import people, posts and places, or list what was imported.

    CSV of your own, Wikidata cabinet files, petrarch2 actors, congress-legislators, Popolo; a
    line that gives nothing is told on standard error. The same file again changes nothing; another
    file under the same name takes the place of the one before.
    """
    if name and len(files) > 1:
        raise click.UsageError("--name is for one file")
    with open_database(database, create=bool(files)) as store:
        for gone in forget:
            store.drop_roster(gone)
            click.echo(one_line(f"forgot {gone}"))
        failed = [path for path in files if not _import(store, path, name, options)]
        if not files and not forget:
            _tell_imports(store)
    if not failed:
        return 0
    return REFUSED if len(failed) == len(files) else PARTLY


def _import(store: Store, path: Path, name: str, options: dict[str, str]) -> bool:
    from onrecord.rosters import read_roster, shipped

    given = options | {"of": options["of"] or _state_of(path)}
    try:
        imported = read_roster(path.read_bytes(), known=shipped(), **given)
    except InputError as error:
        tell(f"{path}: {error}")
        return False
    except OSError as error:
        tell(f"{path}: {error.strerror or error}")
        return False
    for one in imported.rejected:
        tell(f"{path}:{one.line}: {one.why}")
    called = name or f"{path.resolve().parent.name}/{path.name}"
    done = store.keep_roster(called, imported)
    click.echo(one_line(f"{called}: {_SAID[done]}; {_counted(imported)}"))
    return True


def _state_of(path: Path) -> str:
    """The state that a file's folder is named after ("kazakhstan-cabinet"), "" for none."""
    from onrecord.rosters import body_named

    pieces = re.split(r"[-_ ]", path.resolve().parent.name)
    found = (body_named(piece) for piece in pieces if len(piece) > 3)
    return next((body.name for body in found if body), "")


def _counted(imported: Imported) -> str:
    held = imported.roster
    counts = {
        ("person", "people"): len(held.people),
        ("state or organisation", "states and organisations"): len(held.bodies),
        ("place", "places"): len(held.places),
        ("tenure", "tenures"): len(held.tenures),
        ("line that gave nothing", "lines that gave nothing"): len(imported.rejected),
    }
    told = (
        f"{count} {one if count == 1 else many}" for (one, many), count in counts.items() if count
    )
    return ", ".join(told) or "nothing"


def _tell_imports(store: Store) -> None:
    from onrecord.cli.shown import tell_rows

    columns = ("name", "according", "people", "bodies", "tenures", "rejected", "imported")
    rows = [{c: getattr(one, c) for c in columns} for one in store.kept_rosters()]
    tell_rows(rows, "table", columns)
