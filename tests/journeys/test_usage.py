"""Wrong use is told in Chinese, in one sentence that says what to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from daan_desk import cli

ENGLISH = re.compile(r"\b(?:usage|error|argument|required|invalid|options|show|exit|positional)\b")


def refused(words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as left:
        cli.main(words)
    assert left.value.code == cli.WRONG_USE
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["imprt"], "用法：命令没有“imprt”，是不是“import”。"),
        (["飞行"], "用法：命令没有“飞行”，可以写：new、"),
        (["list", "enterprises"], "用法：还缺少：--workspace。"),
        (["list", "x", "--workspace"], "用法：“--workspace”后面还要写一个值。"),
        (["list", "x", "--workspace", "a", "--limit", "三"], "用法：“--limit”要写大于 0 的整数，不能是“三”。"),
        (["list", "x", "--workspace", "a", "--limit", "0"], "用法：“--limit”要写大于 0 的整数，不能是“0”。"),
        (["list", "x", "--workspace", "a", "--json=1"], "用法：“--json”后面不用写“1”。"),
        (["list", "x", "--workspace", "a", "--what"], "用法：不认识：--what。"),
        ([], "用法：还缺少：命令。"),
    ],
)
def test_that_wrong_use_says_what_to_write(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(words, capsys)
    assert said.startswith(sentence)
    assert not ENGLISH.search(said)


@pytest.mark.parametrize("word", ["", *(command.word for command in cli.EVERY)])
def test_that_help_speaks_chinese(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main([word, "--help"] if word else ["--help"])
    assert left.value.code == cli.DONE
    said = capsys.readouterr().out
    assert said.startswith("用法：python3 main.py")
    assert not ENGLISH.search(said)
