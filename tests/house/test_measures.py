"""Files and functions stay short, are named after what they hold, and are found where they belong."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import daan_desk
from tests.house.tree import ROOT, named, sources

LINES_OF_A_FILE = 200
LINES_OF_A_FUNCTION = 25
# A room's tests tell one story after the other: they may be longer, but not without an end.
LINES_OF_A_TEST_FILE = 450
LINES_OF_A_TEST = 45

# What may be longer, how long, since when and why. A line goes as soon as it is not needed any more.
LONGER: dict[str, tuple[int, str]] = {}

NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "stuff", "base_classes"}
NAMED_BY_A_LIBRARY = {"process_bind_param", "process_result_value", "get_column_specification"}
VERBS_OF_NOTHING = ("get_", "do_", "handle_", "process_")

A_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, A_FUNCTION))


def lengths() -> Iterator[tuple[str, int, int]]:
    """Every file and every function with its lines and the measure."""
    for file in sources():
        tells = named(file).startswith("tests/")
        yield named(file), len(file.read_text("utf-8").splitlines()), LINES_OF_A_TEST_FILE if tells else LINES_OF_A_FILE
        most = LINES_OF_A_TEST if tells else LINES_OF_A_FUNCTION
        for node in functions(file):
            yield f"{named(file)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1, most


def test_that_no_file_and_no_function_outgrows_its_measure() -> None:
    too_long = {name: lines for name, lines, most in lengths() if lines > LONGER.get(name, (most, ""))[0]}
    assert not too_long, "\n".join(f"{name}: {lines}" for name, lines in too_long.items())


def test_that_an_exception_goes_when_it_is_not_needed_any_more() -> None:
    needed = {name for name, lines, most in lengths() if lines > most}
    assert set(LONGER) <= needed
    assert len(LONGER) <= 5


def test_that_a_file_is_named_after_a_noun_that_means_something() -> None:
    empty = [named(file) for file in sources() if NAMES_OF_NOTHING & set(file.stem.split("_"))]
    assert empty == []


def test_that_a_function_is_named_after_what_it_does_or_answers() -> None:
    inside = sources("daan_desk", "installer")
    names = [(file, node.name) for file in inside for node in functions(file)]
    written = [(file, name) for file, name in names if name not in NAMED_BY_A_LIBRARY]
    assert [f"{named(file)}:{name}" for file, name in written if name.lstrip("_").startswith(VERBS_OF_NOTHING)] == []


def test_that_a_package_says_in_one_line_what_it_is() -> None:
    for file in (ROOT / "daan_desk").glob("*/**/__init__.py"):
        body = ast.parse(file.read_text(encoding="utf-8")).body
        assert len(body) == 1, named(file)
        assert isinstance(body[0], ast.Expr), named(file)
        assert body[0].lineno == body[0].end_lineno, named(file)


def test_that_the_desk_says_its_version_once_and_the_project_the_same() -> None:
    body = ast.parse((ROOT / "daan_desk" / "__init__.py").read_text(encoding="utf-8")).body
    assert [type(part) for part in body] == [ast.Expr, ast.Assign]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == daan_desk.VERSION


def test_that_every_module_begins_by_saying_what_it_is() -> None:
    trees = {named(file): ast.parse(file.read_text(encoding="utf-8")) for file in sources("daan_desk", "installer")}
    assert [name for name, tree in trees.items() if not ast.get_docstring(tree)] == []
