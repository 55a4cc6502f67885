"""Writes docs/reference/ from the code, by `python docs/make_reference.py`; --check only compares.

packages   what each exports: signatures and docstrings
findings   findings, flags, edits and what they do, in words
commands   every command with its arguments and options
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import ModuleType

import click

import onrecord
from onrecord.answers import wording
from onrecord.cli import main as commands
from onrecord.model import EditKind, Outcome

FOLDER = Path(__file__).parent / "reference"
MADE = "<!-- Made by docs/make_reference.py from the code. -->"
_WIDE = 100
_MEMBER = re.compile(r"<(\w+\.\w+): [^<>]*>")
"""A member of an enumeration, as a default."""
_NOWHERE = re.compile(r"<[^<>]*(?:<[^<>]*>[^<>]*)* at 0x[0-9a-f]+>|(?<=frozenset\()\{[^{}]*\}")
"""A default that is shown by its place in memory, or in an order of no meaning."""
_DRAWN = re.compile(r"^ {4}|\S {3,}\S|^[├└│]", re.MULTILINE)
# What has no public functions of its own, or is told elsewhere.
_LEFT_OUT = frozenset({"__main__", "cli", "web", "training"})


def pages() -> dict[str, str]:
    """The pages of the reference by their file names."""
    made = {f"{name}.md": page_of(module) for name, module in modules()}
    made["commands.md"] = commands_page()
    made["findings.md"] = findings_page()
    made["README.md"] = contents(made)
    return made


def modules() -> Iterator[tuple[str, ModuleType]]:
    """The package and those of its parts that say what they export."""
    yield "onrecord", onrecord
    for part in pkgutil.iter_modules(onrecord.__path__):
        if part.name in _LEFT_OUT:
            continue
        module = importlib.import_module(f"onrecord.{part.name}")
        yield f"onrecord.{part.name}", module


def contents(made: Iterable[str]) -> str:
    """The page that lists the others."""
    lines = [f"- [{name.removesuffix('.md')}]({name})" for name in sorted(made)]
    return "\n".join((MADE, "", "# Reference", "", *lines, ""))


def page_of(module: ModuleType) -> str:
    """What a module exports, each with its signature and docstring."""
    told = [MADE, "", f"# {module.__name__}", "", *_text(module)]
    for name in _exported(module):
        thing = getattr(module, name)
        home = getattr(thing, "__module__", module.__name__)
        if module is onrecord and home != "onrecord":
            part = ".".join(home.split(".")[:2])
            told += [f"- `{name}`: see [{part}]({part}.md)"]
        elif inspect.isclass(thing) or inspect.isfunction(thing):
            told += ["", f"## {name}", "", *_signature(name, thing), *_text(thing)]
    return "\n".join((*told, "")).replace("\n\n\n", "\n\n")


def _exported(module: ModuleType) -> list[str]:
    named = getattr(module, "__all__", None)
    if named is not None:
        return list(named)
    return [
        name
        for name, thing in vars(module).items()
        if not name.startswith("_") and getattr(thing, "__module__", "") == module.__name__
    ]


def _signature(name: str, thing: Callable[..., object]) -> list[str]:
    """How a thing is called: the values of an enumeration, the fields of a noun, a signature."""
    if not inspect.isclass(thing):
        return _code(_as_written(name, thing))
    if issubclass(thing, Enum):
        return [", ".join(f"`{one.value}`" for one in thing), ""]
    if is_dataclass(thing):
        own = [f"    {field.name}: {field.type}" for field in fields(thing)]
        return _code("\n".join((f"class {name}:", *own)))
    if issubclass(thing, tuple):
        own = [f"    {name}: {kind}" for name, kind in _hints(thing)]
        return _code("\n".join((f"class {name}(NamedTuple):", *own)))
    methods = [
        f"def {_as_written(own, method)}"
        for part in _parts(thing)
        for own, method in vars(part).items()
        if inspect.isfunction(method) and not own.startswith("_")
    ]
    return _code("\n".join(methods)) if methods else []


def _parts(thing: type) -> Iterator[type]:
    """A class, and the protocols of ours that it is put together of."""
    yield thing
    for base in thing.__mro__[1:]:
        if getattr(base, "_is_protocol", False) and base.__module__.startswith("onrecord."):
            yield base


def _hints(thing: type) -> Iterator[tuple[str, str]]:
    for name, kind in vars(thing).get("__annotations__", {}).items():
        yield name, kind if isinstance(kind, str) else getattr(kind, "__forward_arg__", str(kind))


def _code(shown: str) -> list[str]:
    return ["```python", shown, "```", ""]


class _Bare:
    """An annotation that is shown as it is written."""

    def __init__(self, written: object) -> None:
        self.written = written

    def __repr__(self) -> str:
        written = self.written
        return written if isinstance(written, str) else inspect.formatannotation(written)


def _as_written(name: str, function: Callable[..., object]) -> str:
    """A signature with its annotations as they are written, an argument a line where it is long."""
    signature = inspect.signature(function)
    arguments = [
        one if one.annotation is one.empty else one.replace(annotation=_Bare(one.annotation))
        for one in signature.parameters.values()
    ]
    bare = signature.replace(
        parameters=arguments, return_annotation=_Bare(signature.return_annotation)
    )
    shown = _MEMBER.sub(r"\1", _NOWHERE.sub("...", f"{name}{bare}"))
    if len(shown) <= _WIDE:
        return shown
    head, rest = shown.split("(", 1)
    inside, tail = rest.rsplit(")", 1)
    return f"{head}(\n" + "".join(f"    {one},\n" for one in _arguments(inside)) + f"){tail}"


def _arguments(inside: str) -> Iterator[str]:
    """Arguments of a signature; a comma inside brackets parts none."""
    depth, start = 0, 0
    for place, character in enumerate(inside):
        depth += (character in "([{") - (character in ")]}")
        if character == "," and not depth:
            yield inside[start:place].strip()
            start = place + 1
    yield inside[start:].strip()


def _text(thing: object) -> list[str]:
    """A docstring; a paragraph that is set in, or set in columns, is shown as it stands."""
    told = inspect.getdoc(thing) or ""
    if is_dataclass(thing) and told.startswith(f"{getattr(thing, '__name__', '')}("):
        return []
    paragraphs = [
        f"```text\n{one}\n```" if _DRAWN.search(one) else one for one in told.split("\n\n")
    ]
    return "\n\n".join(paragraphs).replace("\n```\n\n```text\n", "\n\n").split("\n")


def findings_page() -> str:
    """What findings, flags and edits mean, from the one wording that programs and pages share."""
    told = [MADE, "", "# Findings, flags, edits", "", "The first that applies is the finding.", ""]
    told += _table("finding", ((one.value, wording.MEANINGS[one]) for one in Outcome))
    told += ["", "## Flags", "", *_table("flag", wording.FLAGS.items())]
    told += ["", "## Edits", "", "What a difference is called, and what it does to the sense.", ""]
    told += [", ".join(f"`{one.value}`" for one in EditKind) + ".", ""]
    told += _table("sense", ((one.value, words) for one, words in wording.SEVERITIES.items()))
    told += ["", "## What was cut", ""]
    told += _table("why", ((one.value, words) for one, words in wording.CUTS.items()))
    return "\n".join((*told, ""))


def _table(head: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    return [
        f"| {head} | means |",
        "|---|---|",
        *(f"| `{name}` | {words} |" for name, words in rows),
    ]


def commands_page() -> str:
    """Every command, as `--help` tells it."""
    context = click.Context(commands, info_name="onrecord")
    told = [MADE, "", "# Commands", "", inspect.cleandoc(commands.help or ""), ""]
    for name in commands.list_commands(context):
        told += _command(commands.get_command(context, name), ["onrecord", name])
    return "\n".join(told)


def _command(command: click.Command | None, names: list[str]) -> list[str]:
    assert command is not None
    context = click.Context(command, info_name=names[-1])
    pieces = [*names, *command.collect_usage_pieces(context)]
    told = [f"## {' '.join(names)}", "", f"    {' '.join(pieces)}", ""]
    told += [_paragraphs(command.help or ""), ""]
    options = [one for one in command.get_params(context) if isinstance(one, click.Option)]
    # Every command has --help; what click calls it hangs on which context asked for it first.
    records = [one.get_help_record(context) for one in options if "--help" not in one.opts]
    rows = [record for record in records if record]
    if rows:
        told += ["| option | |", "|---|---|"]
        told += [f"| `{_cell(name)}` | {_cell(words)} |" for name, words in rows]
        told.append("")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            told += _command(command.get_command(context, name), [*names, name])
    return told


def _paragraphs(told: str) -> str:
    return inspect.cleandoc(told).replace("\b\n", "")


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def stale() -> list[str]:
    """The pages that are not as the code has them, or are nobody's."""
    made = pages()
    held = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in {*made, *held} if made.get(name) != held.get(name))


def write() -> None:
    """Write the pages, and take out those that are nobody's."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        if found := stale():
            sys.exit(
                f"not as the code has it: {', '.join(found)}; run python docs/make_reference.py"
            )
    else:
        write()
