"""What agents are given, and what they are told when they ask for what cannot be."""

from __future__ import annotations

import json

import anyio
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mcp.client import Client

from onrecord.model import Outcome

DRAFT = (
    '"We have accepted a fixed quota," Mirelle Osgarth said on March 2, 2023. '
    '"Thirty-one people came home on Tuesday in two buses," she said. '
    'The opening was a "great surprise on the river" to many.'
)
NAMES = {"check_quote", "check_text", "search_statements", "get_document", "dossier"}


def ask(server, *calls):
    """The results of calls of one session, in order."""

    async def go():
        async with Client(server) as client:
            return [await client.call_tool(name, given) for name, given in calls]

    return anyio.run(go)


def told(server, name, **given):
    """What a call gives, which is no error."""
    (result,) = ask(server, (name, given))
    assert not result.is_error, result.content
    return result.structured_content


def refused(server, name, **given):
    """The code and message of a call that goes wrong."""
    (result,) = ask(server, (name, given))
    assert result.is_error
    error = result.structured_content["error"]
    assert result.content[0].text == f"{error['code']}: {error['message']}"
    assert "\n" not in error["message"]
    assert "Traceback" not in error["message"]
    return error["code"], error["message"]


def pages(server, name, **given):
    """All pages of a result, by its cursors."""

    async def go():
        found, cursor = [], ""
        async with Client(server) as client:
            while not found or cursor:
                result = await client.call_tool(name, {**given, "cursor": cursor})
                assert not result.is_error, result.content
                assert len(result.content[0].text) <= given["max_characters"]
                found.append(result.structured_content)
                cursor = found[-1]["next_cursor"]
        return found

    return anyio.run(go)


def test_there_are_few_tools_and_each_says_that_it_only_reads(server):
    async def go():
        async with Client(server) as client:
            return (await client.list_tools()).tools

    tools = anyio.run(go)
    assert {tool.name for tool in tools} == NAMES
    for tool in tools:
        hints = tool.annotations
        assert (hints.read_only_hint, hints.idempotent_hint) == (True, True)
        assert (hints.destructive_hint, hints.open_world_hint) == (False, False)
        jsonschema.Draft202012Validator.check_schema(tool.output_schema)
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)
        for name, field in tool.input_schema["properties"].items():
            assert field["description"], name
        for name, field in tool.output_schema["properties"].items():
            assert field["description"], name


def test_an_agent_is_told_that_what_is_not_held_is_not_unsaid(server):
    async def go():
        async with Client(server) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            return client.instructions, tools["check_quote"].description

    instructions, description = anyio.run(go)
    assert "check_text on your own draft" in instructions
    for outcome in Outcome:
        assert f"- {outcome}: " in description
    assert "never" in description


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("check_quote", {"quote": "We have accepted a fixed quota", "speaker": "Osgarth"}),
        ("check_quote", {"quote": "nothing of this kind was ever recorded anywhere"}),
        ("check_text", {"text": DRAFT}),
        ("check_text", {"text": "Nobody is quoted here."}),
        ("search_statements", {"query": "quota"}),
        ("search_statements", {"query": "quota", "look_in": "passages"}),
        ("get_document", {"document": "courier.html"}),
        ("get_document", {"document": "norvessia-ministry.html"}),
        ("dossier", {"process": "ossimere", "max_characters": 50_000}),
    ],
)
def test_each_result_is_as_its_schema_says_and_its_text_is_the_same(server, name, arguments):
    async def go():
        async with Client(server) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            return tools[name].output_schema, await client.call_tool(name, arguments)

    schema, result = anyio.run(go)
    assert not result.is_error
    jsonschema.validate(result.structured_content, schema)
    assert json.loads(result.content[0].text) == result.structured_content


def test_a_quotation_comes_with_its_finding_what_to_do_and_what_to_cite(server):
    (result,) = ask(
        server,
        (
            "check_quote",
            {"quote": "We have accepted a fixed quota", "speaker": "Osgarth", "date": "2023-03-02"},
        ),
    )
    found = result.structured_content
    assert found["finding"]["finding"] == "altered"
    assert found["summary"].startswith("altered: words were changed. The record has: “We have not")
    assert "Do not print it" in found["advice"]
    assert "⟦We have not accepted a fixed quota⟧" in found["around"]
    citation = found["citation"]
    assert "Mirelle Osgarth" in citation["text"]
    assert citation["link"].endswith("#:~:text=We%20have%20not%20accepted%20a%20fixed%20quota")
    assert result.content[1].uri == citation["resource"]


def test_what_to_cite_leads_to_the_exact_words(server):
    found = told(server, "check_quote", quote="We have accepted a fixed quota", speaker="Osgarth")
    page = told(server, "get_document", document=found["citation"]["at"], max_characters=4_000)
    start, end = found["finding"]["spans"][0]
    first = page["span"][0]
    assert page["text"][start - first : end - first] == found["finding"]["record"]


def test_what_is_not_held_is_advised_against_as_unsaid(server):
    found = told(server, "check_quote", quote="The moon is made of green cheese and sand")
    assert found["finding"]["finding"] == "record_not_held"
    assert "do not write that it was not said" in found["advice"]
    assert found["citation"] is None
    assert found["around"] == ""


def test_every_quotation_of_a_draft_is_checked_or_listed(server):
    found = told(server, "check_text", text=DRAFT, date="2023-03-02")
    assert [one["finding"] for one in found["findings"]] == ["altered", "verbatim"]
    for one in found["findings"]:
        start, end = one["quotation"]
        assert DRAFT[start:end] == one["quote"]
    assert [one["words"] for one in found["unchecked"]] == ["great surprise on the river"]
    assert "Not to be printed as they are: number 1." in found["summary"]


def test_all_pages_of_a_check_are_the_whole(server):
    draft = "\n\n".join([DRAFT] * 6)
    whole = told(server, "check_text", text=draft, max_characters=200_000)
    parts = pages(server, "check_text", text=draft, max_characters=4_000)
    assert len(parts) > 2
    for field in ("findings", "unchecked"):
        assert [one for part in parts for one in part[field]] == whole[field]
    assert [part["first"] for part in parts if part["findings"]][1] > 1


def test_all_pages_of_a_document_are_the_whole(server):
    whole = told(server, "get_document", document="tamvaria-ministry.txt", max_characters=200_000)
    parts = pages(server, "get_document", document="tamvaria-ministry.txt", max_characters=2_500)
    assert len(parts) > 2
    assert "".join(part["text"] for part in parts) == whole["text"]
    assert len(whole["text"]) == whole["length"]
    numbers = {turn["number"] for part in parts for turn in part["turns"]}
    assert numbers == {turn["number"] for turn in whole["turns"]}


@pytest.mark.parametrize("look_in", ["statements", "passages"])
def test_all_pages_of_a_search_are_the_whole(server, look_in):
    given = (
        {"query": "the", "look_in": look_in} if look_in == "passages" else {"since": "2023-01-01"}
    )
    parts = pages(server, "search_statements", **given, max_characters=5_000)
    found = [one["citation"]["at"] for part in parts for one in part[look_in]]
    assert len(parts) > 2
    assert len(found) == parts[0]["total"]
    assert len(set(found)) == len(found) or look_in == "statements"


def test_all_pages_of_a_dossier_are_the_whole(server):
    whole = told(server, "dossier", process="ossimere", max_characters=200_000)
    parts = pages(server, "dossier", process="ossimere", max_characters=6_000)
    assert len(parts) > 2

    def evidence(page):
        return [
            (line["kind"], line["title"], one["standing"], one["at"], one["words"])
            for line in page["lines"]
            for one in line["evidence"]
        ]

    if whole["next_cursor"]:
        pytest.fail("the sample corpus has outgrown this test")
    assert [one for part in parts for one in evidence(part)] == evidence(whole)


def test_a_dossier_has_lines_of_one_kind_where_that_is_asked_for(server):
    found = told(server, "dossier", process="ossimere", kind="meeting")
    assert {line["kind"] for line in found["lines"]} == {"meeting"}
    assert all(line["evidence"] for line in found["lines"])


def test_a_search_goes_by_speaker_document_and_day(server):
    found = told(server, "search_statements", speaker="Osgarth", since="2023-04-01")
    speakers = {one["statement"]["speaker"] for one in found["statements"]}
    assert speakers == {"Mirelle Osgarth"}
    document = found["statements"][0]["statement"]["document"]
    alone = told(server, "search_statements", document=document, quotation="direct")
    assert {one["statement"]["document"] for one in alone["statements"]} == {document}
    assert {one["statement"]["quotation"] for one in alone["statements"]} == {"direct"}


def test_words_of_a_transcript_are_found_among_passages(server):
    found = told(server, "search_statements", query='"fixed quota"', look_in="passages")
    assert "turn" in {one["kind"] for one in found["passages"]}


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        ("check_quote", {}, "bad_arguments"),
        ("check_quote", {"quote": 12}, "bad_arguments"),
        ("check_quote", {"quote": ["a", "b"]}, "bad_arguments"),
        ("check_quote", {"quote": "some words", "speeker": "Venn"}, "bad_arguments"),
        ("check_text", {"text": "words", "max_characters": 10}, "bad_arguments"),
        ("check_text", {"text": "words", "max_characters": "many"}, "bad_arguments"),
        ("check_quote", {"quote": "..."}, "bad_input"),
        ("check_quote", {"quote": "some words", "date": "yesterday"}, "bad_input"),
        ("check_quote", {"quote": "some words", "leave_out": "nothing"}, "not_found"),
        ("check_quote", {"quote": "word " * 5_000}, "too_large"),
        ("check_text", {"text": " \n"}, "bad_input"),
        ("check_text", {"text": "x" * 1_000_001}, "too_large"),
        ("check_text", {"text": DRAFT, "cursor": "0.1"}, "bad_cursor"),
        ("search_statements", {}, "bad_input"),
        ("search_statements", {"query": "quota", "look_in": "dreams"}, "bad_input"),
        ("search_statements", {"query": "quota", "quotation": "loud"}, "bad_input"),
        ("search_statements", {"query": "quota", "since": "in May"}, "bad_input"),
        ("search_statements", {"query": "quota", "cursor": "x"}, "bad_cursor"),
        ("get_document", {"document": "nothing"}, "not_found"),
        ("get_document", {"document": ""}, "not_found"),
        ("get_document", {"document": "courier.html@5-1"}, "bad_input"),
        ("get_document", {"document": "courier.html@0-99999999"}, "bad_input"),
        ("get_document", {"document": "courier.html", "cursor": "..//"}, "bad_cursor"),
        ("dossier", {"process": "atlantis"}, "not_found"),
        ("dossier", {"process": "/etc/passwd.toml"}, "not_found"),
        ("dossier", {"process": "ossimere", "kind": "rumour"}, "bad_input"),
        ("dossier", {"process": "ossimere", "as_of": "soon"}, "bad_input"),
        ("delete_document", {"document": "courier.html"}, "unknown_tool"),
    ],
)
def test_a_mistake_is_one_line_with_a_code(server, name, arguments, code):
    assert refused(server, name, **arguments)[0] == code


def test_a_cursor_of_other_arguments_is_refused(server):
    cursor = told(server, "search_statements", since="2023-01-01", max_characters=2_000)[
        "next_cursor"
    ]
    assert cursor
    code, message = refused(server, "search_statements", since="2023-02-01", cursor=cursor)
    assert code == "bad_cursor"
    assert "same arguments" in message


def test_a_dossier_of_other_documents_has_no_next_page(server, monkeypatch):
    page = told(server, "dossier", process="ossimere", max_characters=3_000)
    ground, _, rest = page["next_cursor"].partition(".")
    stale = f"{ground}.{'0' * 12}-{rest.partition('-')[2]}"
    code, message = refused(server, "dossier", process="ossimere", cursor=stale)
    assert (code, "has changed" in message) == ("bad_cursor", True)


def test_what_nobody_expected_stays_in_the_log(server, monkeypatch, caplog):
    def broken(*_args, **_options):
        raise ValueError("/home/somebody/secret\nand more")

    monkeypatch.setattr("onrecord.mcp.quotations.check_quote", broken)
    code, message = refused(server, "check_quote", quote="some words")
    assert code == "internal"
    assert "secret" not in message
    assert "check_quote: ValueError: /home/somebody/secret and more" in caplog.text


def test_a_document_is_a_resource_with_its_whole_text(server):
    found = told(server, "check_quote", quote="We have accepted a fixed quota", speaker="Osgarth")

    async def go():
        async with Client(server) as client:
            templates = (await client.list_resource_templates()).resource_templates
            return templates, await client.read_resource(found["citation"]["resource"])

    templates, read = anyio.run(go)
    assert [one.uri_template for one in templates] == ["onrecord://documents/{id}"]
    start, end = found["finding"]["spans"][0]
    assert read.contents[0].text[start:end] == found["finding"]["record"]


def test_the_prompt_puts_a_draft_before_an_agent(server):
    async def go():
        async with Client(server) as client:
            return await client.get_prompt("check_draft", {"draft": "{not a field} %s"})

    (message,) = anyio.run(go).messages
    assert message.content.text.rstrip().endswith("{not a field} %s")


def test_eight_calls_at_once_are_answered_as_one_by_one(server):
    calls = [
        ("check_quote", {"quote": "We have accepted a fixed quota", "speaker": "Osgarth"}),
        ("check_text", {"text": DRAFT}),
        ("search_statements", {"query": "quota"}),
        ("get_document", {"document": "courier.html"}),
    ] * 2

    async def go():
        results = [None] * len(calls)

        async def one(client, number):
            name, given = calls[number]
            results[number] = (await client.call_tool(name, given)).structured_content

        async with Client(server) as client, anyio.create_task_group() as tasks:
            for number in range(len(calls)):
                tasks.start_soon(one, client, number)
        return results

    assert anyio.run(go) == [result.structured_content for result in ask(server, *calls)]


_EXPECTED = ("bad_input", "not_found", "bad_arguments")


def test_hostile_texts_are_answered_or_refused_in_a_line(server):
    texts = [
        "\0",
        "\ufeff\u200b",
        '"' * 500,
        "“" * 500 + "a" * 50,
        "\ud800 said",
        "a\0b\x1b[31m" * 9,
    ]
    calls = [
        (name, {field: text})
        for text in texts
        for name, field in (
            ("check_quote", "quote"),
            ("check_text", "text"),
            ("search_statements", "query"),
            ("get_document", "document"),
        )
    ]
    for result in ask(server, *calls):
        if result.is_error:
            assert result.structured_content["error"]["code"] in _EXPECTED


@settings(max_examples=8)
@given(words=st.text(max_size=60))
def test_any_words_are_answered_or_refused(server, words):
    for result in ask(
        server,
        ("check_quote", {"quote": words, "speaker": words}),
        ("check_text", {"text": f'"{words}," Orla Venn said. "{words}"'}),
        ("search_statements", {"query": words, "publisher": words}),
        ("get_document", {"document": words, "cursor": words}),
    ):
        if result.is_error:
            assert result.structured_content["error"]["code"] != "internal", result.content
