"""`python3 tests [ROOM …] [pytest's own words]`: the same set-up as the desk's, with the test tools, and every test."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[0] = str(HERE.parent)

import main as launcher  # noqa: E402  (found only now that the root is on the path)
from installer import environment, interpreters  # noqa: E402

LOCKS = (*launcher.LOCKS, HERE / "requirements.lock")
A_HANG_SHOWS_ITSELF = ("-o", "faulthandler_timeout=300")  # every thread's stack, when one test takes so long


def words(arguments: list[str]) -> list[str]:
    """Pytest's words: the name of a room stands for its folder."""
    return [f"tests/{word}" if (HERE / word).is_dir() else word for word in arguments]


def main(arguments: list[str]) -> int:
    """Pytest speaks last: its closing line and its exit status are ours."""
    if not interpreters.fits():
        return interpreters.hand_to_a_fitting_one([str(HERE), *arguments])
    folder = launcher.prepared(launcher.ROOT, LOCKS)
    if folder is None:
        return launcher.TROUBLE
    os.chdir(launcher.ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("PYTHONFAULTHANDLER", "1")  # pytest's own is gone when Python takes itself apart
    return environment.hand_over(launcher.ROOT, folder, ["-m", "pytest", *A_HANG_SHOWS_ITSELF, *words(arguments)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
