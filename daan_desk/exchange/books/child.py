"""The process that reads a workbook: bytes come in on standard input, a book or a sentence goes out, and it ends."""

from __future__ import annotations

import gc
import pickle
import sys
from typing import BinaryIO

from daan_desk.domain.failures import Trouble
from daan_desk.exchange.books.reading import book
from daan_desk.exchange.books.refusals import SENTENCES

FLAG = "--read-workbook"
CAREFUL = "--careful"
MEMORY = 2_000_000_000
PROTOCOL = 5


def called(arguments: list[str]) -> bool:
    """Whether the program was started only to read a workbook, as a frozen build starts itself."""
    return arguments[1:2] == [FLAG]


def main(arguments: list[str]) -> int:
    """Read standard input and answer on standard output. arguments: … FLAG, the file's name, perhaps CAREFUL."""
    _bound_memory()
    gc.disable()
    careful = CAREFUL in arguments
    name = arguments[arguments.index(FLAG) + 1]
    with open(0, "rb", closefd=False) as source, open(1, "wb", closefd=False) as target:
        answer(source.read(), name, careful, target)
    return 0


def answer(data: bytes, name: str, careful: bool, target: BinaryIO) -> None:
    """Write the book, or the sentence and remedy of what is in the way."""
    try:
        result: object = book(data, name, careful)
    except Trouble as why:
        result = (why.sentence, why.remedy)
    except MemoryError:
        result = SENTENCES["large"]
    pickle.dump(result, target, PROTOCOL)


def _bound_memory() -> None:
    """Where the system can, no more than `MEMORY` bytes of address space; Windows has no such limit."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv))
