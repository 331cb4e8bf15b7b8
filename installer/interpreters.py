"""Which Pythons the desk runs on; written so that an older one can still read it and say so."""

from __future__ import annotations

import os
import sys

FITTING = ((3, 11), (3, 12), (3, 13))
WRONG_USE = 2


def fits() -> bool:
    """Whether this Python is one that the locked libraries have wheels for."""
    return sys.version_info[:2] in FITTING


def hand_to_a_fitting_one(words: list[str]) -> int:
    """Start anew with a fitting Python of this machine, newest first; say which one is needed where there is none."""
    import shutil  # both are dear, and a fitting Python never needs them
    import subprocess

    found = (shutil.which(f"python{major}.{minor}") for major, minor in reversed(FITTING))
    fitting = next(
        (path for path in found if path and os.path.realpath(path) != os.path.realpath(sys.executable)), None
    )
    if fitting:
        return subprocess.call([fitting, *words])
    here = ".".join(map(str, sys.version_info[:3]))
    sys.stderr.write(f"大安企服台需要 Python 3.11、3.12 或 3.13，这里是 {here}。请安装 Python 3.12 后用它再次运行。\n")
    return WRONG_USE
