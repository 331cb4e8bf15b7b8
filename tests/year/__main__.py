"""`python -m tests.year SEED…` lives these years and says what was wrong at their ends, and how long they took."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.year.life import live, quickly
from tests.year.world import pattern


def main(seeds: list[str]) -> int:
    """Exit status 1 where something is wrong."""
    folder, bad = Path(tempfile.mkdtemp(prefix="years-")), 0
    (folder / "morning").mkdir()
    with quickly():
        pattern(folder / "morning")
        for seed in map(int, seeds):
            begun = time.process_time()
            problems = live(folder, seed)
            bad += bool(problems)
            sys.stdout.write(f"{seed}: {len(problems)} problems, {time.process_time() - begun:.1f} s\n")
            sys.stdout.write("".join(f"  {problem[:300]}\n" for problem in problems[:12]))
            sys.stdout.flush()
    sys.stdout.write(f"{len(seeds)} years in {folder}, {bad} with problems\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
