"""The words of wrong use and of --help in Chinese: what is missing, what is not known, what was perhaps meant."""

from __future__ import annotations

import argparse
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from daan_desk.domain.addresses import Place, place_of
from daan_desk.domain.failures import Rejected

# What argparse says → what is said instead. Its English is the same in 3.11, 3.12 and 3.13 but for quotation marks.
SENTENCES = (
    (re.compile(r"the following arguments are required: (.+)"), "还缺少：{0}"),
    (re.compile(r"unrecognized arguments: (.+)"), "不认识：{0}"),
    (re.compile(r"argument ([^:]+): invalid choice: '?([^'(]*)'? \(choose from (.+)\)", re.DOTALL), ""),
    (re.compile(r"argument ([^:]+): expected (?:one|at least one) argument"), "“{0}”后面还要写一个值"),
    (re.compile(r"argument ([^:]+): ignored explicit argument '?(.*?)'?$"), "“{0}”后面不用写“{1}”"),
    (re.compile(r"argument ([^:]+): not allowed with argument (.+)"), "“{0}”和“{1}”不能一起写"),
    (re.compile(r"argument ([^:]+): (.+)", re.DOTALL), "“{0}”{1}"),
)
NEAR = 0.6


class Parser(argparse.ArgumentParser):
    """argparse, speaking Chinese to whoever is wrong."""

    def __init__(self, **given: Any) -> None:
        super().__init__(add_help=False, **given)
        self._positionals.title, self._optionals.title = "要写的", "可以加的"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        return in_chinese(super().format_usage())

    def format_help(self) -> str:
        return in_chinese(super().format_help())

    def error(self, message: str) -> NoReturn:
        """One sentence, and where the rest is written."""
        self.exit(2, f"用法：{told(message)}。\n看全部写法：{self.prog} --help\n")


def in_chinese(text: str) -> str:
    """Help with its first word in Chinese."""
    return re.sub(r"^usage: ", "用法：", text)


def told(message: str) -> str:
    """What argparse found wrong."""
    for pattern, sentence in SENTENCES:
        if found := pattern.fullmatch(message):
            return sentence.format(*found.groups()) if sentence else unknown(*found.groups())
    return message


def unknown(what: str, word: str, choices: str) -> str:
    """A word that is none of those that may stand there, and those that it is like."""
    offered = [choice.strip(" '\"") for choice in choices.split(",")]
    near = get_close_matches(word, offered, 3, NEAR)
    return f"{what}没有“{word}”，" + (f"是不是“{'”或“'.join(near)}”" if near else f"可以写：{'、'.join(offered)}")


def legible(text: str) -> str:
    """Words of an argument; what the terminal sent in another encoding than UTF-8 cannot be told apart any more."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("里有认不出的字，请把终端的文字编码设为 UTF-8") from None
    return text


def count(text: str) -> int:
    """A number of things, at least one; what is wrong with it is said in words."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"要写大于 0 的整数，不能是“{text}”")
    return int(text)


def workspace(text: str) -> Place:
    """A file, or the address of a server."""
    try:
        return place_of(legible(text))
    except Rejected as refused:
        raise argparse.ArgumentTypeError("".join(refused.problems.values())) from None


def refuse_workspace(given: argparse.Namespace) -> None:
    """A file that is named to be read or written beside the workspace is never the workspace itself."""
    own = getattr(given, "workspace", None)
    if not isinstance(own, Path) or not own.exists():
        return
    for name, value in vars(given).items():
        for path in value if isinstance(value, list) else [value]:
            if name != "workspace" and isinstance(path, Path) and path.exists() and path.samefile(own):
                raise Rejected(f"用法：“{path}”就是工作区本身，请换一个文件。")
