"""The regular expressions of the package, and strings that make bad ones slow.

Run as a program it prints each expression that takes more than twice as long on twice the text.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice, product
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

FIRST = 2_000
"""Characters of the shortest string that an expression is tried on."""
_SHORT = 0.004
"""Seconds in which it is not worth looking closer."""
_RATIO = 3.0
"""How much longer twice the text may take, by which linear is told from quadratic (4)."""
_FAILING = ("\0", "")
LIMITED = frozenset({"dossiers/drafting.py", "drawing/calling.py"})
"""Files whose expressions only ever read the title of a document, or the words of one occasion."""
_ANY = "a \n0.,\"“-(<'A"


def collected() -> dict[tuple[str, int], str]:
    """Each expression that the package compiles, with its flags and the file that does."""
    found: dict[tuple[str, int], str] = {}
    compile_one = re._compile  # type: ignore[attr-defined]

    def compiling(pattern: object, flags: int) -> re.Pattern[str]:
        made: re.Pattern[str] = compile_one(pattern, flags)
        frame = sys._getframe(2)
        place = frame.f_code.co_filename
        if "onrecord" in place and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), place.partition("/onrecord/")[2])
        return made

    re._compile = compiling  # type: ignore[attr-defined]
    try:
        _use_everything()
    finally:
        re._compile = compile_one  # type: ignore[attr-defined]
    return found


def _use_everything() -> None:
    """Import all that there is and let it read something, so that what waits is compiled too."""
    import importlib
    import pkgutil

    import onrecord

    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except Exception as error:  # an extra that is not installed
                print(f"not imported: {module.name}: {error}", file=sys.stderr)
    from tests.soak.growing import grow

    from onrecord import drawing, pipeline, readers
    from onrecord.dossiers.profiles import shipped
    from onrecord.model import Document

    for seed in range(1, 40):
        grown = grow(seed)
        for found in readers.read(grown.data, path=grown.path):
            if isinstance(found, Document):
                drawing.draw(pipeline.read_document(found), shipped()[0])


def attacks(pattern: str, flags: int) -> Iterator[str]:
    """Short strings to be repeated: what the expression's repetitions take, nearly and wholly."""
    tree = parser.parse(pattern, flags & ~re.UNICODE.value | re.UNICODE.value)
    whole = _example(tree)
    singles = list(dict.fromkeys(_taken(tree)))[:12]
    yield from singles
    yield from ("".join(pair) for pair in islice(product(singles, singles), 40))
    yield from filter(None, {whole, whole[:-1], whole[1:], whole + " ", whole + "\n"})
    for cut in range(1, min(len(whole), 12)):
        yield whole[:cut]


def _taken(tree: Iterable[tuple[object, object]]) -> Iterator[str]:
    """One character, or a short string, for each thing that is repeated or taken."""
    for op, argument in tree:
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            yield _example(argument[2])  # type: ignore[index]
            yield from _taken(argument[2])  # type: ignore[index]
        elif op is ops.SUBPATTERN:
            yield from _taken(argument[-1])  # type: ignore[index]
        elif op is ops.BRANCH:
            for branch in argument[1][:6]:  # type: ignore[index]
                yield from _taken(branch)
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from _taken(argument[1])  # type: ignore[index]
        elif op is ops.ATOMIC_GROUP:
            yield from _taken(argument)  # type: ignore[arg-type]
        elif op in (ops.LITERAL, ops.IN, ops.ANY, ops.NOT_LITERAL):
            yield _example([(op, argument)])


def _example(tree: Iterable[tuple[object, object]]) -> str:
    """A string that the expression, or most of it, takes; repetitions at least once."""
    made = []
    for op, argument in tree:
        if op is ops.LITERAL:
            made.append(chr(argument))  # type: ignore[arg-type]
        elif op is ops.NOT_LITERAL:
            made.append("a" if argument != ord("a") else "b")
        elif op is ops.ANY:
            made.append("a")
        elif op is ops.IN:
            made.append(_member(argument))  # type: ignore[arg-type]
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            made.append(_example(argument[2]) * max(1, min(argument[0], 3)))  # type: ignore[index]
        elif op is ops.SUBPATTERN:
            made.append(_example(argument[-1]))  # type: ignore[index]
        elif op is ops.BRANCH:
            made.append(_example(argument[1][0]))  # type: ignore[index]
        elif op is ops.ATOMIC_GROUP:
            made.append(_example(argument))  # type: ignore[arg-type]
    return "".join(made)


def _member(items: list[tuple[object, object]]) -> str:
    """A character of a set."""
    negated = bool(items) and items[0][0] is ops.NEGATE
    takes = _matcher(items)
    if not negated:
        for op, argument in items:
            if op is ops.LITERAL:
                return chr(argument)  # type: ignore[arg-type]
            if op is ops.RANGE:
                return chr(argument[0])  # type: ignore[index]
    return next((c for c in _ANY if takes(c)), "a")


def _matcher(items: list[tuple[object, object]]):  # type: ignore[no-untyped-def]
    kinds = {
        ops.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
        ops.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
        ops.CATEGORY_SPACE: str.isspace,
        ops.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
        ops.CATEGORY_DIGIT: str.isdigit,
        ops.CATEGORY_NOT_DIGIT: lambda c: not c.isdigit(),
    }

    def takes(character: str) -> bool:
        held = False
        for op, argument in items:
            if op is ops.LITERAL:
                held |= ord(character) == argument
            elif op is ops.RANGE:
                held |= argument[0] <= ord(character) <= argument[1]  # type: ignore[index]
            elif op is ops.CATEGORY:
                held |= bool(kinds[argument](character))  # type: ignore[index]
        return held != (bool(items) and items[0][0] is ops.NEGATE)

    return takes


def _texts(bit: str, size: int) -> Iterator[str]:
    run = bit * (size // len(bit))
    yield from (run + end for end in _FAILING)
    yield "a" + run + "\0"


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    best = 9.0
    for _ in range(3):
        began = time.process_time()
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
        pattern.fullmatch(text)
        best = min(best, time.process_time() - began)
        if best < _SHORT:
            break
    return best


def slow(pattern: re.Pattern[str]) -> str:
    """The first string that takes it four times as long when it is twice as long; "" for none."""
    for bit in attacks(pattern.pattern, pattern.flags):
        if not bit:
            continue
        for number, text in enumerate(_texts(bit, FIRST)):
            if _seconds(pattern, text) >= _SHORT and _grows(pattern, bit, number):
                return f"{bit!r} with {text[-1:]!r}"
    return ""


def _grows(pattern: re.Pattern[str], bit: str, number: int) -> bool:
    """Whether the time grows with the square of the length, at two doublings."""
    times = [_seconds(pattern, list(_texts(bit, FIRST * times))[number]) for times in (1, 2, 4)]
    return times[1] > _RATIO * times[0] and times[2] > _RATIO * times[1]


def main() -> None:
    for (pattern, flags), place in sorted(collected().items(), key=lambda one: one[1]):
        if place not in LIMITED and (found := slow(re.compile(pattern, flags))):
            print(f"{place}: {pattern[:150]!r}: slow on {found}", flush=True)


if __name__ == "__main__":
    main()
