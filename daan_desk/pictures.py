"""A picture of every page, painted without a screen: for the tour and for the manual."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from daan_desk import app
from daan_desk.menu import entries
from daan_desk.services.workspaces import Workplace
from daan_desk.ui.kit.desk import Journey
from daan_desk.ui.shell import Shell

SIZE = (1366, 768)
ROUNDS = 6  # answers of the background thread that ask for more of them


def painted(place: Workplace, folder: Path) -> Iterator[tuple[Path, str]]:
    """Paint every page light, and the first one dark too; answers files and what they show. Closes the workspace."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    program = app.Program(app.application(["daan-desk"]))
    program.faults.install()  # what Qt has to say goes into the log
    program.theme.switch(False)
    shell = program.open(place)
    shell.resize(*SIZE)
    shell.show()
    for entry in entries():
        shell.open(Journey(entry.key))
        yield _taken(program, shell, folder / f"页面-{entry.title}.png"), f"页面：{entry.title}"
    shell.open(Journey(entries()[0].key))
    program.theme.switch(True)
    yield _taken(program, shell, folder / f"页面-{entries()[0].title}-深色.png"), f"页面：{entries()[0].title}（深色）"
    program.theme.switch(False)
    program.close()
    program.faults.uninstall()


def _taken(program: app.Program, shell: Shell, file: Path) -> Path:
    for _ in range(ROUNDS):
        program.tasks.settle(60)
        QApplication.processEvents()
    shell.grab().save(str(file))
    return file
