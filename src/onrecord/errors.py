"""What can go wrong, as one tree.

OnrecordError                 everything this package raises on purpose
├── InputError                what the caller gave cannot be used
│   ├── ReadError             bytes that give no document: empty, binary, too large, broken
│   ├── FetchError            a page of the web that cannot or may not be fetched
│   ├── NotFoundError         an id, path or URL that no held document answers to
│   ├── AmbiguousError        a reference that several held documents answer to
│   └── SettledError          a doubt that somebody else has settled meanwhile
├── ModelError                a learned model cannot be used; the rules still work
│   ├── MissingModelError     no such model is here: no manifest, no entry in it, no file
│   ├── DamagedModelError     its bytes are not those that its manifest names, or hold no model
│   ├── OtherModelError       its format is not the one that this Onrecord reads
│   └── MissingExtraError     its engine needs a library that is not installed
├── MissingLibraryError       a part of Onrecord needs a library that is not installed
└── StoreError                the store cannot be used
    ├── NotAStoreError        the file is not an Onrecord database
    ├── NewerStoreError       the database was written by a newer Onrecord
    ├── StoreBusyError        another process holds the database, or it cannot be written
    └── DamagedIndexError     the passage index beside it is damaged or foreign; make it again

Each message is one line that says what is wrong and, where something can be done, what.

OnrecordWarning, a UserWarning, is what went on all the same: an engine that stood in for another.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root of the tree; its message is one line for a person."""


class InputError(OnrecordError):
    """What the caller gave cannot be used."""


class ReadError(InputError):
    """These bytes give no document, and the message says why."""


class FetchError(InputError):
    """A page of the web cannot be fetched, or may not be, and the message says why."""


class AnnotationError(InputError):
    """A file of annotated articles is not in its form, and the message says where."""


class NotFoundError(InputError):
    """No held document answers to this reference."""


class AmbiguousError(InputError):
    """Several held documents answer to this reference."""


class SettledError(InputError):
    """Somebody settled this doubt meanwhile, and the message says who, when and how."""


class ModelError(OnrecordError):
    """A learned model cannot be used; the rules still work."""


class MissingModelError(ModelError):
    """No such model is here."""


class DamagedModelError(ModelError):
    """The bytes are not those that the manifest names, or hold no model."""


class OtherModelError(ModelError):
    """The format of the model is not the one that this Onrecord reads."""


class MissingExtraError(ModelError):
    """The engine needs a library that is not installed."""


class MissingLibraryError(OnrecordError):
    """A part of Onrecord needs a library that is not installed; the message names the extra."""

    @classmethod
    def of(cls, library: str | None, extra: str) -> MissingLibraryError:
        """The error for a library that the extra `extra` brings."""
        name = (library or extra).partition(".")[0]
        return cls(f"{name} is not installed; pip install 'onrecord[{extra}]' brings it")


class OnrecordWarning(UserWarning):
    """Something went on all the same, and a person should know how."""


class StoreError(OnrecordError):
    """The store cannot be used."""


class NotAStoreError(StoreError):
    """The file is not an Onrecord database."""


class NewerStoreError(StoreError):
    """The database was written by a newer Onrecord."""


class StoreBusyError(StoreError):
    """Another process holds the database, or it cannot be written."""


class DamagedIndexError(StoreError):
    """The folder of the passage index is damaged or foreign; `onrecord reindex` makes it again."""
