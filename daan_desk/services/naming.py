"""Records by the words that people write on the command line: an id, a name, a number."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.services.office import Office
from daan_desk.services.values import linked


def ids(office: Office, ledger: str, words: Sequence[str]) -> tuple[str, ...]:
    """The ids of these records of a ledger; `Rejected` where one is unknown or not the only one of its name."""
    with office.reading() as reader:
        return tuple(linked(reader, ledger, word) for word in words)
