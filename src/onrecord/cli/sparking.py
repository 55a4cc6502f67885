"""`onrecord spark`: statements and renderings of corpora beyond one machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import click

from onrecord.cli.engines import Using, engine_options
from onrecord.cli.house import PARTLY, LateGroup

spark = LateGroup(
    "spark",
    {"extract": "sparking:extract", "match": "sparking:match"},
    help="""Find statements and renderings on a Spark cluster, or on all cores of this machine.

    IN is Parquet or JSON Lines (.jsonl, .jsonl.gz, .jsonl.zst): a file, a folder or a pattern, with
    the columns or fields id, text, title, url, published, publisher, author, language, kind and
    speaker; Parquet may hold raw pages in html or bytes instead. OUT is a folder that is made.
    """,
)


def spark_options(command: Callable[..., object]) -> Callable[..., object]:
    """IN, OUT, and where and how Spark runs, which reach the command as `where`."""

    @wraps(command)
    def told(*, master: str, conf: Sequence[str], **others: Any) -> object:  # noqa: ANN401
        return command(where=(master, dict(map(_setting, conf))), **others)

    for option in (
        click.option("--overwrite", is_flag=True, help="Write OUT anew where it is there."),
        click.option(
            "--conf",
            multiple=True,
            metavar="KEY=VALUE",
            help="A setting of Spark, as spark.executor.memory=4g; more than once.",
        ),
        click.option(
            "--master",
            default="local[*]",
            show_default=True,
            metavar="URL",
            help="Where Spark runs: local[4], spark://HOST:7077, yarn.",
        ),
        click.argument("output", metavar="OUT"),
        click.argument("given", metavar="IN"),
    ):
        told = option(told)
    return told


@click.command("extract")
@spark_options
@engine_options
def extract(
    *,
    given: str,
    output: str,
    overwrite: bool,
    where: tuple[str, dict[str, str]],
    using: Using,
) -> None:
    """Write the statements of the documents in IN to OUT.

    OUT/statements is Parquet, a row a statement, as `onrecord export parquet` writes them;
    OUT/failures has id and reason of each document that could not be read, or took longer than ten
    seconds. Where there is one, the exit status is 1.
    """
    from onrecord import spark as on_spark

    using.refuse()
    with on_spark.session_for(*where) as session:
        found = on_spark.extract(on_spark.read_input(session, given), **using._asdict())
        written = on_spark.write_statements(found, output, overwrite=overwrite)
    click.echo(f"{written.rows:,} statements in {output}/statements")
    _leave(written.failures, output)


@click.command("match")
@spark_options
@engine_options
def match(
    *,
    given: str,
    output: str,
    overwrite: bool,
    where: tuple[str, dict[str, str]],
    using: Using,
) -> None:
    """Group the renderings of each utterance in IN, trace them, and write them to OUT.

    OUT/utterances has a line of JSON an utterance, as `onrecord renderings --json` writes them of a
    database with these documents; OUT/failures is as `onrecord spark extract` writes it.
    """
    from onrecord import spark as on_spark

    using.refuse()
    with on_spark.session_for(*where) as session:
        on_spark.refuse_existing(session, output, overwrite=overwrite)
        found = on_spark.match(on_spark.read_input(session, given), **using._asdict())
        written = on_spark.write_utterances(found, output, overwrite=overwrite)
    click.echo(f"{written.rows:,} utterances in {output}/utterances")
    _leave(written.failures, output)


def _setting(given: str) -> tuple[str, str]:
    key, mark, value = given.partition("=")
    if not mark or not key:
        raise click.UsageError(f"--conf takes KEY=VALUE, not {given!r}")
    return key, value


def _leave(failures: int, output: str) -> None:
    """Say how many documents failed, and leave with the status that says so."""
    if failures:
        what = "document" if failures == 1 else "documents"
        click.echo(f"{failures:,} {what} failed: see {output}/failures", err=True)
        click.get_current_context().exit(PARTLY)
