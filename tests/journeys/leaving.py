"""Opens the program's own window on a workspace, looks at every page, closes it as an officer does, and ends."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from daan_desk import app
from daan_desk.menu import entries
from daan_desk.services import workspaces
from tests.builders import MONDAY, PASSWORD, at

SHOWN = 30  # milliseconds that a page stands before the next


def look_and_leave(file: Path) -> int:
    """What `app.main` does from the moment on in which the password was right."""
    program = app.Program(app.application(["daan-desk"]))
    shell = program.open(workspaces.unlock(file, PASSWORD, at(MONDAY)))
    shell.show()
    pages = [entry.key for entry in entries()]
    for number, name in enumerate(pages, 1):
        QTimer.singleShot(SHOWN * number, partial(shell.desk.go, name))
    QTimer.singleShot(SHOWN * (len(pages) + 1), shell.close)
    status = program.application.exec()
    program.close()
    return status


if __name__ == "__main__":
    sys.exit(look_and_leave(Path(sys.argv[1])))
