"""`onrecord process`: the profiles of processes, listed, shown, and drafted from a corpus."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.shown import one_line


@click.group("process")
def process() -> None:
    """What a process is called, who and what belongs to it, what it must not be taken for.

    A profile is a TOML file. Some come with Onrecord; a file of your own is given by its path,
    NAME.toml, wherever a process is asked for.
    """


@process.command("list")
def list_() -> None:
    """List the profiles that come with Onrecord."""
    from onrecord.dossiers import shipped

    for one in shipped():
        belongs = len(one.parties) + len(one.bodies) + len(one.instruments)
        click.echo(f"{one.name:<10} {one_line(one.title)}  ({belongs} entries)")


@process.command("show")
@click.argument("name")
def show(name: str) -> None:
    """Show a profile: a shipped one by its NAME, or the one in a file NAME.toml."""
    from onrecord.dossiers import find

    one = find(name)
    click.secho(one_line(one.title), bold=True)
    for field in ("names", "subject", "places"):
        click.echo(f"  {field:<12} {one_line(', '.join(getattr(one, field)))}")
    for field in ("parties", "bodies", "instruments"):
        for entry in getattr(one, field):
            about = ", ".join(filter(None, (entry.kind, entry.dating, entry.identifier)))
            click.echo(f"  {field:<12} {one_line(entry.name)}{f' ({about})' if about else ''}")
            click.echo(f"  {'':<12}   according to {one_line(entry.according)}")
    for other in one.confusable:
        click.echo(f"  {'not':<12} {one_line(other.words)}: {one_line(other.means)}")
    for theme in one.themes:
        click.echo(f"  {'theme':<12} {one_line(theme.name)}: {one_line(', '.join(theme.words))}")


@process.command("new")
@click.argument("name")
@click.option(
    "--from",
    "words",
    multiple=True,
    required=True,
    metavar="WORDS",
    help="Words that speak of the process, such as a name of it; may be given several times.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Where to; NAME.toml by default.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@database_option
def new(
    name: str, *, words: tuple[str, ...], out: Path | None, force: bool, database: Database | None
) -> None:
    """Draft a profile from the documents held that have WORDS, for you to mend.

    Names, parties, bodies and instruments are what these documents name most beside the words;
    each says in which. What does not belong is yours to take out.
    """
    from onrecord.dossiers import draft

    path = out or Path(f"{name}.toml")
    if path.exists() and not force:
        raise click.ClickException(f"{path} is there already; --force writes over it")
    with open_database(database) as store:
        text = draft(store, name, words)
    path.write_text(text, "utf-8")
    click.echo(f"{path}: drafted; read every line before you use it")
