"""A folder as the Hugging Face Hub takes it: a dataset card and Parquet files, in splits."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from onrecord.exports.accounts import SOFTWARE, Account
from onrecord.exports.characters import whole
from onrecord.exports.tables.parquet import RowGroups, library
from onrecord.exports.tables.rows import COLUMNS, rows

SPLITS = ("train", "validation", "test")
_SHARES = (80, 90, 100)
_FEATURES: Mapping[str, Any] = {
    "text": {"dtype": "string"},
    "named": {"dtype": "string"},
    "number": {"dtype": "int64"},
    "truth": {"dtype": "bool"},
    "day": {"dtype": "date32"},
    "texts": {"list": "string"},
    "spans": {
        "list": [{"name": "start", "dtype": "int64"}, {"name": "end", "dtype": "int64"}],
    },
    "edits": {
        "list": [
            *({"name": name, "dtype": "string"} for name in "kind quote record severity".split()),
            {"name": "marked", "dtype": "bool"},
        ],
    },
}


def fill_hugging_face(accounts: Iterable[Account], folder: Path) -> None:
    """Write README.md (the card) and data/TABLE/SPLIT.parquet for each table that has rows.

    A document with all that is in it goes to one split, by the SHA-256 of its id: about 80 in a
    hundred to train, 10 to validation, 10 to test. Each table is written in groups of rows.
    """
    library()
    counts: Counter[tuple[str, str]] = Counter()
    languages: dict[str, None] = {}
    files: dict[tuple[str, str], RowGroups] = {}
    with ExitStack() as stack:
        for account in accounts:
            languages.setdefault(account.document.language or "und")
            split = split_of(account.document.id)
            for table in COLUMNS:
                for row in rows(account, table):
                    key = (table, split)
                    if key not in files:
                        files[key] = stack.enter_context(_opened(folder, *key))
                    files[key].add(row)
                    counts[key] += 1
    folder.mkdir(parents=True, exist_ok=True)
    card = dataset_card(counts, list(languages))
    (folder / "README.md").write_text(card, "utf-8", newline="")


def _opened(folder: Path, table: str, split: str) -> RowGroups:
    path = folder / "data" / table / f"{split}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    return RowGroups(path, table)


def split_of(document: str) -> str:
    """The split of a document: always the same for the same id."""
    number = int.from_bytes(hashlib.sha256(document.encode("utf-8", "replace")).digest()[:4])
    return next(s for s, share in zip(SPLITS, _SHARES, strict=True) if number % 100 < share)


def dataset_card(counts: Mapping[tuple[str, str], int], languages: list[str]) -> str:
    """The card: what is in the folder, whose the texts are, and where care is needed."""
    import yaml

    tables = [table for table in COLUMNS if any(counts.get((table, s)) for s in SPLITS)]
    front = {
        "pretty_name": "Who said what: attributed statements",
        "language": [whole(one) for one in languages if one != "und"] or ["und"],
        "license": "other",
        "license_name": "texts-belong-to-their-publishers",
        "task_categories": ["token-classification", "text-classification"],
        "tags": ["quotation", "attribution", "fact-checking"],
        "configs": [_config(table, counts) for table in tables],
        "dataset_info": [_info(table, counts) for table in tables],
    }
    head = yaml.safe_dump(front, sort_keys=False, allow_unicode=True)
    listed = "\n".join(_listed(table, counts) for table in tables)
    return f"---\n{head}---\n{_CARD.format(software=SOFTWARE, tables=listed)}"


_CARD = """
# Who said what: attributed statements

Made with {software} from documents that its user holds.

| table | rows |
|---|---|
{tables}

**Whose the texts are.** The texts belong to their publishers, who are named in `publisher` with the
address in `url`. Nothing here is a licence to publish them again: look up the terms of each
publisher before you share this folder.

**How it was made.** Readers, rules and the engine that `engine` names found the statements and
their speakers; they may be wrong. An empty speaker is one that nobody could name. A finding
`record_not_held` or `not_in_record` says what is held here, and never that something was not said.

**Spans** are half-open and count Unicode code points of `documents.text`, not bytes and not UTF-16
units. **Dates** are EDTF. **Splits** keep a document together: its statements, passages and
findings are in the split of the document, by the SHA-256 of its id.
"""


def _config(table: str, counts: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    files = [
        {"split": split, "path": f"data/{table}/{split}.parquet"}
        for split in SPLITS
        if counts.get((table, split))
    ]
    default = {"default": True} if table == "statements" else {}
    return {"config_name": table, "data_files": files} | default


def _info(table: str, counts: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    features = [{"name": name} | _FEATURES[kind] for name, kind in COLUMNS[table].items()]
    splits = [{"name": s, "num_examples": n} for s in SPLITS if (n := counts.get((table, s), 0))]
    return {"config_name": table, "features": features, "splits": splits}


def _listed(table: str, counts: Mapping[tuple[str, str], int]) -> str:
    several = ", ".join(f"{s} {counts[table, s]:,}" for s in SPLITS if counts.get((table, s)))
    return f"| `{table}` | {several} |"
