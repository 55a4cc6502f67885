"""`onrecord add`: files, and pages of the web, into the database."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from onrecord.cli.adding_options import Taking, adding_options
from onrecord.cli.adding_progress import Watcher, watching
from onrecord.cli.adding_telling import Tally, line, open_failures
from onrecord.cli.database import Database, database_option, open_database
from onrecord.cli.ending import end_on_term
from onrecord.cli.engines import Using, engine_options
from onrecord.cli.house import PARTLY
from onrecord.cli.indexing import bring_up_to_date

if TYPE_CHECKING:
    from onrecord.intake import Taken
    from onrecord.model import Failure
    from onrecord.stores import Store
    from onrecord.unpacking import Passed

    Coming = Iterator[Taken | Failure | Passed]

_STDIN = "-"
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL...")
@adding_options
@engine_options
@click.option("--quiet", "-q", is_flag=True, help="No line for each document.")
@database_option
def add(
    paths: tuple[str, ...],
    database: Database | None,
    *,
    taking: Taking,
    using: Using,
    quiet: bool,
) -> None:
    """Read files, folders, archives, pages of the web or - into the database.

    A folder is read with all below it, an archive or a file of JSON Lines entry by entry, - is
    standard input; a page is fetched as its site's robots.txt allows. The same bytes twice are one
    document; a newer version of a URL takes the place of the older one, which is kept. What cannot
    be read is listed at the end with its reason, and the exit status is 1. After any stop --resume
    goes on where it was: a line about a document says that it is kept.
    """
    from onrecord.readers import extractor

    end_on_term()
    using.refuse()
    extractor(taking.extractor or "")
    given = _Given(paths, taking)
    if (single := {"url", "title"} & taking.given.keys()) and given.several():
        raise click.UsageError(f"--{min(single)} is for one file, and several are given")
    tally = Tally(open_failures(taking.failures))
    with open_database(database, create=True) as store:
        try:
            with watching(quiet=quiet) as watcher:
                try:
                    for taken in tally.count(given.coming(store, taking, using, watcher)):
                        watcher.taken()
                        if not quiet:
                            watcher.say(line(taken))
                finally:
                    tally.before = watcher.before
            bring_up_to_date(store)
        finally:
            tally.tell()
    if tally.counts["failed"]:
        sys.exit(PARTLY)


class _Given:
    """What was named: files and folders, standard input, pages."""

    def __init__(self, paths: Iterable[str], taking: Taking) -> None:
        self.urls = [path for path in dict.fromkeys(paths) if _URL.match(path)]
        self.files = [path for path in paths if path not in self.urls and path != _STDIN]
        self.stdin = _STDIN in paths
        # Before anything is done: fetching may need what is not installed.
        self.client = taking.client() if self.urls else None

    def several(self) -> bool:
        """Whether these are more than one file or page."""
        from onrecord.unpacking import walk

        count = sum(1 for _ in islice(walk(self.files), 2))
        return count + len(self.urls) + self.stdin > 1

    def coming(self, store: Store, taking: Taking, using: Using, watcher: Watcher) -> Coming:
        """What is taken in, in order: files, then standard input, then pages."""
        from onrecord.intake import gather, take_in, take_page

        how = taking.how(using)
        yield from gather(
            store,
            self.files,
            how=how,
            jobs=taking.jobs or 0,
            resume=taking.resume,
            again=taking.retry_failed,
            tell=watcher.on,
        )
        if self.stdin:
            raw = sys.stdin.buffer.read(taking.max_size + 1)
            yield from take_in(store, raw, max_size=taking.max_size, **taking.options(using))
        for url in self.urls:
            if self.client:
                yield from take_page(store, url, self.client, **taking.options(using))
