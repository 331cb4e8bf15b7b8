"""Rosters that chance puts together, as many as wanted: `python3 tests/bench invented [COUNT [SEED]]`.

Every one has a known truth; it is read as it stands and out of one of the formats. What is wrong is printed with the
seed that makes it again.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from random import Random

from daan_desk.exchange.books.reading import book
from tests.rosters.boards import score
from tests.rosters.formats import MERGING, PLAIN
from tests.rosters.invented import invented


def mistakes(seed: str) -> tuple[str, tuple[str, ...]]:
    """In which format this roster was read, and every mistake in words."""
    dice = Random(seed)
    form = dice.choice(["", *MERGING, *PLAIN])
    roster = invented(dice, merging=form == "" or form in MERGING)
    if form:
        roster = replace(roster, sheet=book({**MERGING, **PLAIN}[form](roster.sheet), "名单").sheets[-1])
    return form, score(roster).wrong


def main(arguments: list[str]) -> int:
    """Try so many; 1 where anything is wrong."""
    count, seed = (*map(int, arguments), *(500, 1)[len(arguments) :])
    began, wrong = time.process_time(), 0
    for at in range(count):
        form, found = mistakes(f"{seed}-{at}")
        wrong += bool(found)
        for mistake in found:
            sys.stdout.write(f"✗ 种子 {seed}-{at}（{form or '原样'}）：{mistake}\n")
    sys.stdout.write(f"{count} 张随机名册，{wrong} 张没有全对，用了 {time.process_time() - began:.0f} 秒 CPU\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
