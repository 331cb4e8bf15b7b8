"""What Linux must bring is found missing, installed once where we may, and asked for by the exact command elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from installer import environment, system
from installer.packages import ALWAYS, CHINESE_FONT, FOR_A_SCREEN, Need

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows brings its own libraries and fonts")

EGL = Need("libEGL.so.1", "libegl1", "mesa-libEGL")


class Machine:
    """A Linux whose loader, fonts and package manager are ours to arrange; apt-get writes down how it was called."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = tmp_path
        self.calls = tmp_path / "calls"
        self.lists = tmp_path / "lists"
        self.lists.mkdir()
        self.lacks = {EGL.library}
        self.allowed = True
        monkeypatch.setattr(system, "_loads", lambda library: library not in self.lacks)
        monkeypatch.setattr(system, "has_chinese_font", lambda: True)
        monkeypatch.setattr(system, "_is_root", lambda: self.allowed)
        monkeypatch.setattr(system, "_sudo_is_open", lambda: False)
        monkeypatch.setattr(system, "APT_LISTS", self.lists)
        monkeypatch.setattr(system, "UNATTENDED", [])
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setenv(environment.HEADLESS, "1")
        self.manager("apt-get")

    def manager(self, name: str, fails_until: str = "") -> None:
        """A package manager that fails until it was called with that word."""
        refuse = f'case "$seen" in *" {fails_until} "*) exit 0;; *) exit 100;; esac' if fails_until else "exit 0"
        note = f'echo " $* " >> {self.calls}'
        read = f'seen=""; while read -r line; do seen="$seen $line "; done < {self.calls}'
        (self.folder / name).write_text("\n".join(["#!/bin/sh", note, read, refuse, ""]), encoding="utf-8")
        (self.folder / name).chmod(0o755)

    def look_after(self, again: bool = False) -> list[str]:
        """One start; answers the calls of apt-get that were ever made."""
        system.look_after(self.folder / "stamp", self.folder / "log", again)
        return self.calls.read_text(encoding="utf-8").splitlines() if self.calls.exists() else []


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def test_that_only_what_is_missing_is_installed(machine: Machine) -> None:
    (machine.lists / "mirror_Packages.lz4").touch()
    (call,) = machine.look_after()
    assert call.split()[-2:] == ["--no-install-recommends", "libegl1"]


def test_that_the_lists_are_fetched_first_where_there_are_none(machine: Machine) -> None:
    first, second = machine.look_after()
    assert first.split()[-1] == "update"
    assert "install" in second.split()


def test_that_old_lists_are_fetched_anew_when_an_installation_fails(machine: Machine) -> None:
    (machine.lists / "mirror_Packages").touch()
    machine.manager("apt-get", fails_until="update")
    calls = machine.look_after()
    assert ["install" in call for call in calls] == [True, False, True]


def test_that_the_font_is_a_package_among_the_others(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has_chinese_font", lambda: False)
    assert system.missing(screen=False) == (EGL, CHINESE_FONT)
    assert "fonts-noto-cjk libegl1" in machine.look_after()[-1]


def test_that_a_failed_attempt_is_not_repeated_at_every_start_but_said(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    made = machine.look_after()
    assert machine.look_after() == made
    assert "apt-get install -y libegl1" in capsys.readouterr().err.splitlines()[-1]
    assert len(machine.look_after(again=True)) > len(made)


def test_that_whoever_may_not_install_is_told_the_exact_command(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.allowed = False
    assert machine.look_after() == []
    assert "sudo apt-get install -y libegl1" in capsys.readouterr().err


def test_that_another_package_manager_is_named_with_its_own_package(machine: Machine) -> None:
    (machine.folder / "apt-get").rename(machine.folder / "dnf")
    assert not system.may_install()
    assert "sudo dnf install -y mesa-libEGL" in system.request([EGL])
    (machine.folder / "dnf").unlink()
    assert "libEGL.so.1" in system.request([EGL])


def test_that_a_machine_in_order_is_stamped_and_left_alone(machine: Machine) -> None:
    machine.lacks.clear()
    assert machine.look_after() == []
    assert environment.said(machine.folder / "stamp") == {environment.SYSTEM}


def test_that_a_screen_asks_for_more(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.lacks = {"libxcb-cursor.so.0"}
    assert system.missing(screen=False) == ()
    assert [need.apt for need in system.missing(screen=True)] == ["libxcb-cursor0"]
    monkeypatch.delenv(environment.HEADLESS)
    monkeypatch.setenv("DISPLAY", ":0")
    machine.lacks.clear()
    machine.look_after()
    assert environment.said(machine.folder / "stamp") == {environment.SYSTEM, environment.SCREEN}


def test_that_a_window_which_would_die_at_once_is_not_opened(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    machine.lacks = {"libxcb-cursor.so.0"}
    assert system.bars_the_window()
    assert "窗口打不开" in capsys.readouterr().err
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not system.bars_the_window()


def test_that_a_missing_font_bars_no_window(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.lacks.clear()
    monkeypatch.setattr(system, "has_chinese_font", lambda: False)
    assert not system.bars_the_window()


@pytest.mark.parametrize("name", ["NotoSansCJK-Regular.ttc", "wqy-microhei.ttc", "SIMSUN.TTC", "Source Han Sans.otf"])
def test_that_a_font_with_chinese_is_known_by_its_file(name: str) -> None:
    assert system._is_chinese(name)
    assert not system._is_chinese("DejaVuSans.ttf")


def test_that_every_need_names_its_packages() -> None:
    needs = (*ALWAYS, *FOR_A_SCREEN, CHINESE_FONT)
    assert all(need.apt and need.dnf for need in needs)
    assert len({need.library for need in needs}) == len(needs)
