"""XML as a stream of events with no entity ever expanded: elements go to methods that are named after them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from xml.parsers import expat

from daan_desk.exchange.books.refusals import refusal

Attributes = dict[str, str]
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")

CHINESE = re.compile(rb"""\s*<\?xml[^<>]*encoding=["'](?:gb2312|gbk|gb18030|cp936)["'][^<>]*\?>""", re.IGNORECASE)


@cache
def local(name: str) -> str:
    """A name without its namespace or prefix."""
    return name.rpartition(":")[2]


class Events:
    """Walks a document; `begin_row(attributes)` and `end_row()` are called where a subclass has them.

    `collect()` in a `begin_…` starts gathering text, `text()` ends it. Declarations are refused, whatever they say.
    """

    def __init__(self) -> None:
        self._begin: dict[str, Callable[[Attributes], None]] = {}
        self._end: dict[str, Callable[[], None]] = {}
        for name in dir(self):
            if name.startswith("begin_"):
                self._begin[name[6:].replace("_", "-")] = getattr(self, name)
            elif name.startswith("end_"):
                self._end[name[4:].replace("_", "-")] = getattr(self, name)
        self._pieces: list[str] = []
        self._collecting = False

    def walk(self, data: bytes) -> None:
        """Read the whole document; `Trouble` when it is no XML or declares entities."""
        parser, data = expat.ParserCreate(), _recoded(data)
        parser.buffer_text = True
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as why:
            raise refusal("damaged") from why

    def collect(self) -> None:
        self._pieces.clear()
        self._collecting = True

    def text(self) -> str:
        self._collecting = False
        return "".join(self._pieces)

    def _started(self, name: str, attributes: Attributes) -> None:
        begin = self._begin.get(local(name))
        if begin is not None:
            begin({local(key): value for key, value in attributes.items()} if attributes else attributes)

    def _ended(self, name: str) -> None:
        end = self._end.get(local(name))
        if end is not None:
            end()

    def _characters(self, text: str) -> None:
        if self._collecting:
            self._pieces.append(text)


def _recoded(data: bytes) -> bytes:
    """A document that says it is in GBK, as old office systems write it, in UTF-8: the parser knows no GBK."""
    said = CHINESE.match(data)
    if not said:
        return data
    return b'<?xml version="1.0"?>' + data[said.end() :].decode("gb18030", "replace").encode()


def _refuse(*_: object) -> None:
    raise refusal("declarations")


def refuse_declarations(data: bytes) -> None:
    """`Trouble` when a part declares a document type or an entity, found before any parser sees it."""
    if DECLARATION.search(data[:8192]) or b"<!ENTITY" in data:
        raise refusal("declarations")


def truth(attributes: Attributes, name: str) -> bool:
    """Whether an attribute says yes."""
    return attributes.get(name, "") in ("1", "true", "on")
