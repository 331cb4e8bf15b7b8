"""The kinds of failure an officer meets: one to be mended in the form, one of the world outside, a cancelled act."""

from __future__ import annotations

from collections.abc import Mapping


class Rejected(Exception):
    """The officer can mend it: problems are sentences by field ("" = the record as a whole)."""

    def __init__(self, problems: Mapping[str, str] | str) -> None:
        self.problems: dict[str, str] = {"": problems} if isinstance(problems, str) else dict(problems)
        super().__init__("；".join(self.problems.values()))


class Trouble(Exception):
    """The world outside is in the way (disk full, file locked, newer data): a sentence, and what to do about it."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        self.sentence = sentence
        self.remedy = remedy
        super().__init__(f"{sentence}{remedy}")


class Offline(Trouble):
    """The line to a server is cut or was never there; what is typed waits until it is back."""


class Contended(Trouble):
    """Another's work came between and nothing was kept; the same once more may well succeed."""


class Damaged(Trouble):
    """The file itself cannot be read any more; what its pages still say may be saved."""


class Cancelled(Exception):
    """The officer stopped the work; nothing of it is left behind."""


def refuse_unless(condition: object, sentence: str, field: str = "") -> None:
    """Raise `Rejected` with the sentence beside `field` unless the condition holds."""
    if not condition:
        raise Rejected({field: sentence})
