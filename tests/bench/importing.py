"""Importing a roster against merely reading it with openpyxl: `python -m tests.bench.importing [ROWS…]`.

Both are whole processes; CPU time counts their children too. The import reads, matches, judges, writes, journals,
spells pinyin and keeps the search words; a second import finds every row the same. Figures: medians of three runs.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from daan_desk.clock import now
from daan_desk.services import workspaces
from daan_desk.services.workspaces import Who

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
PASSWORD = "bench-only"
READ = "import sys, openpyxl\nfor row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.values: pass"
ASK = """import os, resource, subprocess, sys
subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)"""
HEAD = ("序号", "企业名称", "统一社会信用代码", "法定代表人", "联系人", "联系电话", "所属镇街", "详细地址", "主要产品")
CHARACTERS = "天工华瑞宏达嘉禾启航瑞丰鼎盛博创恒信远航盛源中科金川蜀南盐都灯城彩龙大安东方旭日新星长风"
HEAD += ("是否规上", "从业人员", "营业收入", "注册资本", "成立日期", "备注")


@dataclass(frozen=True, slots=True)
class Cost:
    """One process: seconds of CPU, seconds on the wall, peak memory in MB."""

    cpu: float
    wall: float
    peak: float


def cost(command: list[str]) -> Cost:
    """Run a command to its end below a small process, whose own memory does not count; it may refuse some rows."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "DAAN_DESK_PASSWORD": PASSWORD}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # openpyxl's compiled modules are kept by pip, so ours may be too
    began = time.perf_counter()
    said = subprocess.run([sys.executable, "-S", "-c", ASK, *command], env=environ, capture_output=True, check=True)
    cpu, peak = said.stdout.split()[-2:]
    return Cost(float(cpu), time.perf_counter() - began, int(peak) / 1024)


def median(costs: list[Cost]) -> Cost:
    """Figure by figure."""
    return Cost(*(statistics.median(getattr(one, name) for one in costs) for name in ("cpu", "wall", "peak")))


def roster(path: Path, rows: int) -> None:
    """A made-up roster of fifteen columns."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("名册")
    sheet.append(list(HEAD))
    for n in range(1, rows + 1):
        name, phone = f"自贡{CHARACTERS[n % 40]}{CHARACTERS[n // 40 % 40]}{n}机械有限公司", f"138{n:08d}"
        place = ("大山铺镇", "牛佛镇", "何市镇")[n % 3]
        facts = ("是" if n % 4 else "否", n % 900, n * 1.5, n % 5000, "2015-06-01", f"第 {n} 行")
        sheet.append([n, name, None, "张三", "李四", phone, place, f"某路 {n} 号", "阀门、铸件", *facts])
    book.save(path)


def measured(folder: Path, rows: int) -> tuple[Cost, Cost, Cost]:
    """openpyxl's reading, the first import, the second import."""
    file, workspace = folder / f"{rows}.xlsx", folder / f"{rows}.daan"
    roster(file, rows)
    reading, first, second = [], [], []
    for _ in range(RUNS):
        workspace.unlink(missing_ok=True)
        workspaces.make(workspace, PASSWORD, Who("测试"), now).close()
        command = [sys.executable, "-m", "daan_desk.cli", "import", str(file), "--workspace", str(workspace), "--json"]
        reading.append(cost([sys.executable, "-c", READ, str(file)]))
        first.append(cost(command))
        second.append(cost(command))
    return median(reading), median(first), median(second)


def main(sizes: list[int]) -> None:
    """Print the table of ratios."""
    say = sys.stdout.write
    say(f"{'rows':>8} {'act':<14} {'cpu ÷ openpyxl':>15} {'wall ÷ openpyxl':>16} {'peak MB':>8}\n")
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            base, first, second = measured(Path(folder), rows)
            for name, one in (("import", first), ("import again", second)):
                say(
                    f"{rows:>8} {name:<14} {one.cpu / base.cpu:>15.2f} {one.wall / base.wall:>16.2f} {one.peak:>8.0f}\n"
                )
            say(f"{rows:>8} {'openpyxl':<14} {1:>15.2f} {1:>16.2f} {base.peak:>8.0f}   ({base.cpu:.1f} s of CPU)\n")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 100_000])
