"""Where the packed program begins: the same errands as `python3 main.py`, with everything already in place."""

from __future__ import annotations

import os
import runpy
import sys

import main as launcher
from daan_desk.exchange.books import child
from installer import environment


def main() -> None:
    """A packed program is its own Python: it starts itself to read a workbook in a process apart."""
    if child.called(sys.argv):
        sys.exit(child.main(sys.argv))
    environment.settle_screen(os.environ)
    module, *words = launcher.errand(sys.argv[1:])
    sys.argv[1:] = words
    runpy.run_module(module, run_name="__main__")


if __name__ == "__main__":
    main()
