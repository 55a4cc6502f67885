"""The tools as an agent calls them: their arguments described, their results with links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp_types import CallToolResult, ContentBlock, ResourceLink, TextContent, ToolAnnotations
from pydantic import Field

from onrecord.errors import OnrecordError
from onrecord.mcp import quotations, reading, searching, wording
from onrecord.mcp.citing import resource_of
from onrecord.mcp.failing import failed
from onrecord.mcp.paging import in_json
from onrecord.mcp.processes import KINDS, Dossiers
from onrecord.mcp.shapes import (
    CitationAnswer,
    DocumentPage,
    DossierPage,
    QuoteChecked,
    Result,
    SearchPage,
    TextChecked,
)
from onrecord.model import Profile
from onrecord.stores import Store, Stores

T = TypeVar("T", bound=Result)

LARGEST = 20_000
"""Characters of a result, unless an agent asks for another number."""
_HINTS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)

Speaker = Annotated[str, Field(description="Who is said to have said it, by name.")]
Cursor = Annotated[
    str, Field(description="`next_cursor` of the page before, with the same other arguments.")
]
Room = Annotated[
    int, Field(ge=2_000, le=200_000, description="How many characters the result may have.")
]


class Tools:
    """What agents can do, over stores that several calls share; each call has one to itself."""

    def __init__(self, stores: Stores, processes: Mapping[str, Profile]) -> None:
        self._stores = stores
        self._processes = processes
        self._dossiers = Dossiers(processes)

    def check_quote(
        self,
        quote: Annotated[str, Field(description="The words, exactly as they would be printed.")],
        speaker: Speaker = "",
        date: Annotated[
            str, Field(description="When it was said, in EDTF: 2023-03-02, 2023-03 or 2023.")
        ] = "",
        leave_out: Annotated[
            str, Field(description="The held document that the quotation was taken from, if any.")
        ] = "",
    ) -> Annotated[CallToolResult, QuoteChecked]:
        """Hold one quotation against the record."""
        return self._told(
            lambda store: quotations.check_quote(
                quote, store, speaker=speaker, date=date, leave_out=leave_out
            ),
            lambda found: [found.citation] if found.citation else [],
        )

    def check_text(
        self,
        text: Annotated[str, Field(description="The whole text, as it would be printed.")],
        date: Annotated[
            str, Field(description="The day of what the text reports, in EDTF, if it has one.")
        ] = "",
        cursor: Cursor = "",
        max_characters: Room = LARGEST,
    ) -> Annotated[CallToolResult, TextChecked]:
        """Check every quotation of a text."""
        return self._told(
            lambda store: quotations.check_text(
                text, store, date=date, cursor=cursor, room=max_characters
            )
        )

    def search_statements(  # noqa: PLR0913, PLR0917  (called by name alone)
        self,
        query: Annotated[str, Field(description="Words, or filters alone where it is empty.")] = "",
        look_in: Annotated[
            str, Field(description="statements, or passages: sentences of all that is held.")
        ] = "statements",
        speaker: Speaker = "",
        publisher: Annotated[str, Field(description="Who put the document out.")] = "",
        document: Annotated[str, Field(description="The id of the only document to look in.")] = "",
        quotation: Annotated[str, Field(description="direct, indirect or mixed.")] = "",
        since: Annotated[str, Field(description="The first day, as 2023-03-02.")] = "",
        until: Annotated[str, Field(description="The last day, as 2023-03-31.")] = "",
        cursor: Cursor = "",
        max_characters: Room = LARGEST,
    ) -> Annotated[CallToolResult, SearchPage]:
        """Find statements by their words or by who made them."""

        def find(store: Store) -> SearchPage:
            filters = searching.filters_of(
                store,
                look_in=look_in,
                speaker=speaker,
                publisher=publisher,
                document=document,
                quotation=quotation,
                since=since,
                until=until,
            )
            return searching.search_statements(
                query, store, filters, cursor=cursor, room=max_characters
            )

        return self._told(find, _cited)

    def get_document(
        self,
        document: Annotated[
            str, Field(description="An id, a web address, a file name, or a place id@start-end.")
        ],
        cursor: Cursor = "",
        max_characters: Room = LARGEST,
    ) -> Annotated[CallToolResult, DocumentPage]:
        """Read a document, or what stands around exact words of it."""
        return self._told(
            lambda store: reading.get_document(document, store, cursor=cursor, room=max_characters)
        )

    def dossier(  # noqa: PLR0917  (called by name alone)
        self,
        process: Annotated[str, Field(description="The name of the process.")],
        as_of: Annotated[
            str, Field(description="Only what could be known on this day, as 2019-02-28.")
        ] = "",
        kind: Annotated[
            str, Field(description=f"Lines of one kind alone: {', '.join(KINDS)}.")
        ] = "",
        cursor: Cursor = "",
        max_characters: Room = LARGEST,
    ) -> Annotated[CallToolResult, DossierPage]:
        """The memory of a process."""
        return self._told(
            lambda store: self._dossiers.page(
                process, store, as_of=as_of, kind=kind, cursor=cursor, room=max_characters
            )
        )

    def add_to(self, server: MCPServer) -> None:
        """Offer all of them."""
        known = ", ".join(self._processes)
        for tool, title, told in (
            (self.check_quote, "Check a quotation", wording.CHECK_QUOTE),
            (self.check_text, "Check a text", wording.CHECK_TEXT),
            (self.search_statements, "Search statements", wording.SEARCH),
            (self.get_document, "Read a document", wording.GET_DOCUMENT),
            (self.dossier, "The memory of a process", wording.DOSSIER.format(processes=known)),
        ):
            server.add_tool(tool, title=title, description=told.strip(), annotations=_HINTS)

    def _told(
        self,
        ask: Callable[[Store], T],
        cited: Callable[[T], Iterable[CitationAnswer]] = lambda found: (),
    ) -> CallToolResult:
        """A result as JSON in text and as data, with links to the documents cited."""
        try:
            with self._stores.lend() as store:
                found = ask(store)
        except OnrecordError as error:
            return failed(error)
        held = found.model_dump(mode="json")
        content: list[ContentBlock] = [TextContent(type="text", text=in_json(held))]
        content += _links(cited(found))
        return CallToolResult(content=content, structured_content=held)


def _cited(found: SearchPage) -> list[CitationAnswer]:
    statements = [one.citation for one in found.statements]
    return statements + [one.citation for one in found.passages]


def _links(cited: Iterable[CitationAnswer]) -> list[ResourceLink]:
    """The documents cited, each once."""
    names = {one.document: one.text for one in reversed(list(cited))}
    return [
        ResourceLink(
            type="resource_link",
            uri=resource_of(document),
            name=document,
            description=text,
            mime_type="text/plain",
        )
        for document, text in reversed(names.items())
    ]
