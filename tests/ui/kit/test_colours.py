"""Every colour that is written on another can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from daan_desk.ui.kit.colours import ROLES, TONES, WRITTEN_ON, contrast, roles
from daan_desk.ui.kit.sheet import SHEET, style_sheet
from tests.ui.conftest import RESOURCES


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), WRITTEN_ON)
def test_that_what_is_written_on_a_ground_can_be_read(ink: str, ground: str, dark: bool) -> None:
    colours = roles(dark)
    assert contrast(colours[ink], colours[ground]) >= 4.5


def test_that_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_that_every_tone_of_a_pill_has_a_soft_ground() -> None:
    missing = [tone for tone in TONES if f"{tone}-soft" not in ROLES]
    assert missing == ["teal"]  # only drawn in charts


def test_that_the_style_sheet_has_no_colour_of_its_own() -> None:
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", SHEET)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_that_the_style_sheet_leaves_no_role_unfilled(dark: bool) -> None:
    assert "$" not in style_sheet(dark)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_that_every_little_picture_of_the_style_sheet_is_there_in_colours_of_its_look(look: str) -> None:
    wanted = set(re.findall(r"look:([\w-]+\.svg)", SHEET))
    folder: Path = RESOURCES / "themes" / look
    known = {colour.lower() for colour in roles(look == "dark").values()}
    for name in wanted:
        drawn = (folder / name).read_text(encoding="utf-8")
        assert {colour.lower() for colour in re.findall(r"#[0-9A-Fa-f]{6}", drawn)} <= known, name


def test_that_no_source_file_of_the_kit_paints_in_a_colour_without_a_role() -> None:
    kit = RESOURCES.parent / "daan_desk" / "ui"
    told = {
        "colours.py",
        "typesetting.py",
        "measure.py",
        "preview.py",
    }  # the table itself, and what is printed on paper
    bare = [
        file.name
        for file in kit.rglob("*.py")
        if file.name not in told and re.search(r"[\"']#[0-9A-Fa-f]{6}", file.read_text(encoding="utf-8"))
    ]
    assert bare == []
