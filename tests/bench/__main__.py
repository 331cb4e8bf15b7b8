"""`python3 tests/bench [NAME [ITS WORDS …]]`: the tests' own set-up, then that measurement; without a name every one.

Names are the files beside this one. Every table names the yardstick that was measured in the same run.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[0] = str(ROOT)

import main as launcher  # noqa: E402  (found only now that the root is on the path)
from installer import environment, interpreters  # noqa: E402

LOCKS = (*launcher.LOCKS, HERE.parent / "requirements.lock")
WRONG_WORDS = 2


def names() -> list[str]:
    """What can be measured."""
    programs = (path for path in sorted(HERE.glob("*.py")) if not path.name.startswith("_"))
    return [path.stem for path in programs if 'if __name__ == "__main__"' in path.read_text(encoding="utf-8")]


def main(arguments: list[str]) -> int:
    """Measure what was named; the worst exit status of all."""
    if not interpreters.fits():
        return interpreters.hand_to_a_fitting_one([str(HERE), *arguments])
    wanted, words = (arguments[:1], arguments[1:]) if arguments else (names(), [])
    if not set(wanted) <= set(names()):
        sys.stderr.write(f"{wanted[0]}？可以量的有：{'、'.join(names())}\n")
        return WRONG_WORDS
    folder = launcher.prepared(launcher.ROOT, LOCKS)
    if folder is None:
        return launcher.TROUBLE
    return max(measured(environment.interpreter(folder), name, words) for name in wanted)


def measured(python: Path, name: str, words: list[str]) -> int:
    """Run one measurement in a process of its own; its exit status."""
    sys.stdout.write(f"\n== {name}\n")
    sys.stdout.flush()
    return subprocess.run([str(python), "-m", f"tests.bench.{name}", *words], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
