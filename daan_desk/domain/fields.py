"""One description of every field, read by table, form, filter, import, export, print, parcel and journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, NamedTuple

from daan_desk.domain.failures import Rejected

Storage = Literal["text", "integer", "fixed", "day", "truth"]
Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a raw value: the unit its header or sheet named, the year its roster speaks of, and where."""

    unit: str | None = None
    year: int | None = None
    told_by: str = "标题"


NOWHERE = Context()


class Read(NamedTuple):
    """A value read at the door, with a remark where reading lost or assumed something ("" = nothing to say)."""

    value: object
    remark: str = ""


class Kind:
    """How values of a field are read, shown, stored, aligned, edited and written into a workbook.

    `read` takes whatever a form, a roster cell or a script brings and answers `Read`; an empty input is `Read(None)`.
    It raises `Rejected` with a sentence where the input cannot be this kind of value.
    """

    storage: ClassVar[Storage] = "text"
    align: ClassVar[Align] = "left"
    editor: ClassVar[str] = "line"
    number_format: ClassVar[str] = "@"

    def read(self, raw: object, context: Context = NOWHERE) -> Read:
        raise NotImplementedError(type(self).__name__)

    def last(self, raw: object) -> object:
        """The last value that “up to this” still means."""
        return self.read(raw).value

    def show(self, value: object) -> str:
        """The words for the screen and for paper; "" for nothing."""
        return "" if value is None else str(value)

    def cell(self, value: object) -> object:
        """The value for a workbook cell: text stays text, numbers and days keep their type."""
        return value


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a ledger: its words, its kind, and where it appears.

    width: characters of a workbook column, a Chinese character counting two. private: left out of every export unless
    asked for. derived: set by the program's acts, not typed into a form. kept: has a column of its own (False = worked
    out when it is shown). listed: a column of the table by default. quick: may be changed in the table itself.
    """

    name: str
    label: str
    kind: Kind
    required: bool = False
    width: int = 12
    aliases: tuple[str, ...] = ()
    group: str = ""
    listed: bool = True
    total: bool = False
    private: bool = False
    derived: bool = False
    searched: bool = False
    quick: bool = False
    kept: bool = True
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A subject's table as officers know it: its words, its fields, what names a row and what identifies one.

    noun: what one row is called (企业). title: the field that names a row. keys: fields that tell, best first, whether
    an imported row is one that we have. order: the field it is sorted by at first, "-" before it for descending.
    """

    label: str
    noun: str = ""
    icon: str = "table"
    title: str = "name"
    keys: tuple[tuple[str, ...], ...] = (("name",),)
    order: str = "name"
    aliases: tuple[str, ...] = ()
    name: str = ""
    fields: tuple[Field, ...] = ()
    by_name: Mapping[str, Field] = field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, name: str) -> Field:
        return self.by_name[name]

    def find(self, word: str) -> Field:
        """The field of that identifier or Chinese label; `Rejected` names the word where there is none."""
        for candidate in self.fields:
            if word in (candidate.name, candidate.label):
                return candidate
        raise Rejected(f"“{self.label}”没有名为“{word}”的栏目")

    @property
    def kept(self) -> tuple[Field, ...]:
        """The fields that have a column."""
        return tuple(f for f in self.fields if f.kept)

    @property
    def typed(self) -> tuple[Field, ...]:
        """The fields that people fill in."""
        return tuple(f for f in self.fields if not f.derived)
