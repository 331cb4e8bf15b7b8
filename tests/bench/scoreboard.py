"""How an import does at every stage, one line a stage: `python3 tests/bench scoreboard [-v] [-a]`.

First over the written rosters of tests/rosters, which are always there (-a: in every dress too, which takes a minute);
then over the shared folder of real and hostile files, where it is there. -v also names every mistake.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from tests.bench import scoreboard_columns, scoreboard_layout
from tests.rosters.boards import score
from tests.rosters.dressing import DRESSES, Rows, dressed
from tests.rosters.header_words import tried, words
from tests.rosters.written import blocks, read

Dress = Callable[[Rows], Rows]
# How the sentence about a mistake begins, and the stage that made it; what begins otherwise is a wrong value.
STAGES = {"表头": "表头", "数据行": "数据行", "台账": "台账", "“": "列"}


def stage_of(mistake: str) -> str:
    """The stage that made a mistake."""
    return next((stage for begin, stage in STAGES.items() if mistake.startswith(begin)), "值")


def written(told: bool, dresses: Sequence[Dress | None]) -> Iterator[str]:
    """A line for every stage, and one for every mistake if they are to be told."""
    wrong: Counter[str] = Counter()
    sheets = columns = 0
    for dress in dresses:
        for block in blocks():
            one = read(dressed(block, dress) if dress else block)
            found = score(one)
            sheets, columns = sheets + 1, columns + found.columns
            wrong.update({stage_of(mistake) for mistake in found.wrong})
            for mistake in found.wrong if told else ():
                yield f"  {one.name}（{dress.__name__ if dress else '原样'}）：{mistake}"
    yield f"自写名册 {sheets} 张（{columns} 列）"
    for stage in (*STAGES.values(), "值"):
        yield f"  {stage:<4} {sheets - wrong[stage]} / {sheets}"


def spoken() -> str:
    """How many of the header words are recognised, asked, and taken for something else."""
    answers = [(word.field, tried(word)) for word in words()]
    right = sum(found.field == field for field, found in answers)
    asked = sum(found.field == "" and found.suggested == field != "" for field, found in answers)
    return f"表头用语 {len(answers)} 个：认出 {right}，询问 {asked}，认错 {len(answers) - right - asked}"


def main(arguments: list[str]) -> int:
    """Print it all; 1 where anything is wrong."""
    say = scoreboard_layout.say
    for line in written("-v" in arguments, (None, *DRESSES) if "-a" in arguments else (None,)):
        say(line)
    say(spoken())
    if not (scoreboard_columns.HERE / "manifest.json").exists():
        say(f"没有 {scoreboard_layout.USUAL}，真实文件和恶意文件这次没有比对")
        return 0
    say("共享文件：各列")
    for line in list(scoreboard_columns.lines(scoreboard_columns.HERE))[-1:]:
        say(f"  {line}")
    say("共享文件：版式与应答")
    return scoreboard_layout.main(["", str(scoreboard_layout.USUAL)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
