"""What a shell may do to a command: close its streams, stop reading, fill the disk, send other bytes, end it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from daan_desk import cli, stopping
from tests.builders import PASSWORD
from tests.journeys.command import Commands

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="streams are closed like this by shells of Unix only")
Shell = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def shell(commands: Commands) -> Shell:
    """Carries out a line of shell in which DESK is the program and FILE the workspace."""

    def carried_out(line: str) -> subprocess.CompletedProcess[str]:
        whole = line.replace("DESK", f"'{sys.executable}' -P -m daan_desk.cli")
        whole = whole.replace("FILE", f"--workspace '{commands.workspace}'")
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "DAAN_DESK_PASSWORD": PASSWORD, "LC_ALL": "C"}
        return subprocess.run(["/bin/bash", "-c", whole], env=environ, capture_output=True, text=True, check=False)

    return carried_out


@POSIX
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_that_a_command_does_its_work_though_its_streams_are_closed(shell: Shell, closed: str) -> None:
    done = shell(f'DESK add towns FILE --values \'{{"name": "新镇"}}\' {closed}')
    assert (done.returncode, done.stderr) == (cli.DONE, "")
    assert json.loads(shell("DESK list towns FILE --where name=新镇 --json").stdout)["total"] == 1


@POSIX
def test_that_a_refusal_is_answered_though_nobody_hears_its_sentence(shell: Shell) -> None:
    done = shell("DESK list nothing FILE --json 2>&-")
    assert done.returncode == cli.REFUSED
    assert "没有名为“nothing”的台账" in json.loads(done.stdout)["problems"][""]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is played by a device of Linux")
def test_that_an_answer_which_cannot_be_written_is_trouble_in_one_sentence(shell: Shell) -> None:
    done = shell("DESK list towns FILE --json > /dev/full")
    assert (done.returncode, done.stdout) == (cli.TROUBLE, "")
    assert done.stderr == "这一步已经做完，但结果写不出来。请检查输出的位置和磁盘空间。\n"


@POSIX
def test_that_a_reader_who_has_seen_enough_is_no_trouble(shell: Shell) -> None:
    done = shell("set -o pipefail; DESK list towns FILE --json | head -c 5")
    assert (done.returncode, done.stdout, done.stderr) == (cli.DONE, '{"led', "")


@POSIX
def test_that_bytes_of_another_encoding_are_told_and_not_stumbled_over(shell: Shell) -> None:
    done = shell("DESK search $'\\xd6\\xd0' FILE --json")
    assert (done.returncode, done.stdout) == (cli.WRONG_USE, "")
    assert done.stderr.startswith("用法：“文字”里有认不出的字，请把终端的文字编码设为 UTF-8。")


@POSIX
def test_that_whoever_stops_a_command_while_it_starts_is_told_in_a_sentence(commands: Commands) -> None:
    program = (
        "import os, signal, sys; from daan_desk import cli, stopping\n"
        "stopping.put_off(); os.kill(os.getpid(), signal.SIGTERM)\n"
        f"sys.exit(cli.main(['list', 'towns', '--workspace', {commands.workspace!r}]))"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "DAAN_DESK_PASSWORD": PASSWORD}
    done = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (cli.REFUSED, "", f"{cli.STOPPED}\n")


def test_that_a_request_to_end_stops_the_step_and_leaves_the_machines_habits_as_they_were() -> None:
    before = [signal.getsignal(one) for one in stopping.REQUESTS]
    with pytest.raises(KeyboardInterrupt), stopping.heard():
        signal.raise_signal(signal.SIGTERM)
    assert [signal.getsignal(one) for one in stopping.REQUESTS] == before
