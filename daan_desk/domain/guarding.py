"""How long somebody waits who does not know the password, and how a phone is shown to who need not know it."""

from __future__ import annotations

import re
from typing import Final

FREE: Final = 2  # slips that cost nothing
LONGEST_WAIT: Final = 60
MASK: Final = "****"
NUMBER = re.compile(r"\d[\d -]{5,}\d")


def wait_after(failures: int) -> int:
    """Seconds to wait after so many wrong passwords: none for two slips, then 2, 4, 8 … up to a minute."""
    return 0 if failures <= FREE else min(LONGEST_WAIT, 2 ** min(failures - FREE, 10))


def masked(phone: str) -> str:
    """A phone, or several in one text, with the four digits before the last four hidden: 138****5678."""
    return NUMBER.sub(lambda found: _hidden(found.group()), phone)


def _hidden(number: str) -> str:
    at = [place for place, sign in enumerate(number) if sign.isdigit()]
    keep = 4 if len(at) > 8 else 2
    first, last = at[max(0, len(at) - keep - 4)], at[len(at) - keep]
    return number[:first] + MASK + number[last:]


def is_masked(text: str) -> bool:
    """Whether a cell is one that an export of ours hid: it says nothing about what stands behind it."""
    return MASK in text
