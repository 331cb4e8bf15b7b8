"""Numbers of issues: the office's own (2026-0001), and the provisional ones that laptops give until the office does.

A provisional number says so, names the laptop's officer, and is no number of the office by its very look:
临2026-王建国-001.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

PROVISIONAL = re.compile(r"临(\d{4})-.+-\d+")
MARK, NAMELESS = "临", "本机"
LONGEST_NAME = 8  # characters of the officer's name


def beginning(year: str) -> str:
    """What the office's numbers of a year begin with."""
    return f"{year}-"


def number(year: str, count: int, digits: int = 4) -> str:
    """The office's number, its count of at least so many digits (a setting)."""
    return f"{year}-{count:0{digits}d}"


def is_provisional(word: str | None) -> bool:
    """Whether a laptop gave this number for the time being."""
    return bool(word and PROVISIONAL.fullmatch(word))


def provisional_beginning(year: str, name: str) -> str:
    """What the provisional numbers of a laptop's officer begin with."""
    plain = "".join(letter for letter in name if letter.isalnum())[:LONGEST_NAME]
    return f"{MARK}{year}-{plain or NAMELESS}-"


def following(begin: str, given: Iterable[str | None]) -> int:
    """The count after the highest that was given with this beginning; several numbers of one issue stand with “、”."""
    words = {word for text in given for word in (text or "").split("、") if word.startswith(begin)}
    tails = [word.removeprefix(begin) for word in words]
    return max((int(tail) for tail in tails if tail.isdecimal()), default=0) + 1


def year_of(word: str, raised: date | None, today: date) -> str:
    """The year in which an issue with a provisional number counts: that of its own day, else the number's."""
    found = PROVISIONAL.fullmatch(word)
    return str(raised.year if raised else found.group(1) if found else today.year)
