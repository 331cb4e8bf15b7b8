"""`python3 tests/faults [kills|cuts|failures] [ROUNDS] [ACT …]`: the set-up of the tests, then a table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT)

import main as launcher  # noqa: E402  (found only now that the root is on the path)
from installer import environment, interpreters  # noqa: E402

LOCKS = (*launcher.LOCKS, ROOT / "tests" / "requirements.lock")


def main(arguments: list[str]) -> int:
    """Exit status 1 where anything that was acknowledged is lost."""
    if not interpreters.fits():
        return interpreters.hand_to_a_fitting_one([str(Path(__file__).parent), *arguments])
    folder = launcher.prepared(launcher.ROOT, LOCKS)
    if folder is None:
        return launcher.TROUBLE
    command = [str(environment.interpreter(folder)), "-m", "tests.faults.rounds", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
