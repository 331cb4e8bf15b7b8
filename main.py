"""`python3 main.py [COMMAND …]`: makes sure that the environment is there, then hands over to the desk."""

from __future__ import annotations

import sys
from pathlib import Path

from daan_desk import paths, stopping, streams
from installer import environment, interpreters

ROOT = Path(__file__).resolve().parent
LOCKS = (ROOT / "requirements.lock",)
WINDOW = "daan_desk.app"
TROUBLE = 3


def main(arguments: list[str]) -> int:
    """Without a word the window opens; where there is no screen, the tour shows the work instead."""
    streams.settle()
    if not interpreters.fits():
        return interpreters.hand_to_a_fitting_one([__file__, *arguments])
    folder = prepared(ROOT, LOCKS)
    if folder is None:
        return TROUBLE
    words = errand(arguments)
    if (words[0] == WINDOW or arguments[:1] == ["open"]) and environment.TRIED in environment.marks(folder):
        from installer import system  # only where something was missing at the first start

        if system.bars_the_window():
            return TROUBLE
    return environment.hand_over(ROOT, folder, ["-m", *words])


def prepared(root: Path, locks: tuple[Path, ...]) -> Path | None:
    """The folder of the environment, made first where that is needed; None when the reason why not has been said."""
    wanted = environment.marks_wanted(locks)
    folder = environment.home(root, wanted)
    if wanted <= environment.marks(folder):
        return folder
    from installer import preparation  # only a first start pays for it

    return folder if preparation.succeeds(root, folder, locks) else None


def errand(arguments: list[str]) -> list[str]:
    """The module to run and its words."""
    if arguments:
        return [environment.DESK, *arguments]
    if environment.has_display():
        return [WINDOW]
    return [environment.DESK, "tour", "--to", str(announced_tour())]


def announced_tour() -> Path:
    """A folder of its own for every tour, named in one sentence."""
    base = paths.workspaces()
    names = ("演示", *(f"演示-{n}" for n in range(2, 10_000)))
    folder = next(base / name for name in names if not (base / name).exists())
    sys.stderr.write(f"这台机器没有显示屏，改为不开窗口演示一个月的工作，结果放在：{folder}\n")
    return folder


if __name__ == "__main__":
    try:
        with stopping.heard():
            status = main(sys.argv[1:])
    except KeyboardInterrupt:
        status = 1
    sys.exit(status)
