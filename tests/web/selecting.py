"""Elements of a page by a small part of CSS: tag, .class, #id, [name], [name="value"], nested."""

import re

from lxml.html import HtmlElement

_PART = re.compile(r'([.#]?)([\w-]+)|\[([\w-]+)(?:(\^?=)"?([^"\]]*)"?)?\]')


def select(page: HtmlElement, selector: str) -> list[HtmlElement]:
    """The elements that any of the selectors, parted by commas, means, in order."""
    steps = (one.split() for one in selector.split(","))
    return page.xpath(" | ".join("." + "".join(map(_step, one)) for one in steps))


def _step(written: str) -> str:
    tests, name = [], "*"
    for sign, word, attribute, how, value in _PART.findall(written):
        if sign == ".":
            tests.append(f"contains(concat(' ', normalize-space(@class), ' '), ' {word} ')")
        elif sign == "#":
            tests.append(f"@id='{word}'")
        elif attribute and how == "^=":
            tests.append(f"starts-with(@{attribute}, '{value}')")
        elif attribute:
            tests.append(f"@{attribute}='{value}'" if how else f"@{attribute}")
        else:
            name = word
    return f"//{name}" + "".join(f"[{test}]" for test in tests)
