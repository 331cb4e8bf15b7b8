"""Write both locks anew from pyproject.toml: `python installer/relock.py [--upgrade]`, with uv installed.

One lock serves Windows, macOS and Linux on CPython 3.11 to 3.13. Without --upgrade only what pyproject.toml asks moves.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements.lock"
TESTS = ROOT / "tests" / "requirements.lock"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


def compile_lock(target: Path, extra: Sequence[str]) -> None:
    """Let uv settle every version and write it with the hashes of all its files."""
    arguments = ["pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"]
    written = ["--no-header", "--no-annotate", "--constraint", "installer/constraints.txt"]
    command = [sys.executable, "-m", "uv", *arguments, *written, *extra, "--output-file", str(target), "pyproject.toml"]
    subprocess.run(command, cwd=ROOT, check=True)


def names(lock: Path) -> list[str]:
    """The packages that a lock pins."""
    return PIN.findall(lock.read_text(encoding="utf-8"))


def main(extra: Sequence[str]) -> None:
    """The test tools' lock holds only what the program does not need itself, in the versions that go with it."""
    compile_lock(RUNTIME, extra)
    omitted = [word for name in names(RUNTIME) for word in ("--no-emit-package", name)]
    compile_lock(TESTS, ["--extra", "test", "--constraint", str(RUNTIME), *omitted, *extra])


if __name__ == "__main__":
    main(sys.argv[1:])
