"""Names in a file to records that we have: towns, parks, departments, officers, enterprises; unknown ones proposed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from daan_desk.domain import names
from daan_desk.domain.imports import New
from daan_desk.domain.towns import town_question
from daan_desk.domain.words import closed, plain
from daan_desk.services.titled import titled
from daan_desk.store.base import LEDGERS
from daan_desk.store.questions import UUID, name_of
from daan_desk.store.reader import Reader

NORMAL: Mapping[str, Callable[[str], str]] = {
    "enterprises": names.normal,
    "officers": names.person,
    "towns": names.place,
    "parks": names.place,
    "departments": names.place,
    "banks": names.place,
}
OTHER_NAMES = ("short_name", "former_names", "code", "credit_code", "number")
TOWN_ENDING = re.compile(r"(?:街道|镇|乡|街道办|街道办事处|办事处|人民政府|镇政府|镇人民政府)+$")
IN_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]$")


@dataclass
class Linker:
    """Finds records by the names that people write; what is unknown is remembered in `proposed`."""

    reader: Reader
    create: frozenset[str]
    proposed: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    known: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    answers: dict[tuple[str, str], tuple[object, str]] = field(default_factory=dict)

    def link(self, ledger: str, text: str) -> tuple[object, str]:
        """The id, a `New`, or None, and what is to be said about it."""
        key = (ledger, text)
        if key not in self.answers:
            self.answers[key] = self._found(ledger, text)
        return self.answers[key]

    def _found(self, ledger: str, text: str) -> tuple[object, str]:
        noun = LEDGERS[ledger].ledger.noun
        if UUID.fullmatch(text):
            return text, ""
        ids = self.ids(ledger, text)
        if len(ids) == 1:
            return ids[0], ""
        if ids:
            return None, f"有 {len(ids)} 个{noun}叫“{text}”，分不清是哪一个，已留空"
        return self._unknown(ledger, text, noun)

    def _unknown(self, ledger: str, text: str, noun: str) -> tuple[object, str]:
        question = town_question(text) if ledger == "towns" else ""
        if question:
            return None, f"{question}，已留空"
        titled = IN_BRACKETS.search(text) if ledger == "officers" else None
        name = closed(IN_BRACKETS.sub("", text)) if titled else closed(text)
        if ledger in NORMAL:
            self.proposed[ledger][name] = None
        if ledger not in self.create:
            return None, f"{noun}“{text}”不在名单里，已留空"
        return New(ledger, name, (("post", titled[1]),) if titled else ()), ""

    @property
    def proposals(self) -> tuple[str, ...]:
        """What new names the file brings, said once for each ledger."""
        said = []
        for ledger, words in self.proposed.items():
            some = "、".join(list(words)[:5]) + ("等" if len(words) > 5 else "")
            what = "将一并新增" if ledger in self.create else "没有新增，相应的栏目留空"
            said.append(f"{LEDGERS[ledger].ledger.label}里没有的 {len(words)} 个名称{what}：{some}")
        return tuple(said)

    def ids(self, ledger: str, text: str) -> list[str]:
        """Ids of the records of that name; of a town also without its ending (大山铺)."""
        index = self.known.get(ledger)
        if index is None:
            index = self.known[ledger] = self._index(ledger)
        normal = NORMAL.get(ledger, plain)
        found = index.get(normal(text), [])
        if not found and ledger == "towns":
            found = index.get(TOWN_ENDING.sub("", normal(text)), [])
        return found

    def _index(self, ledger: str) -> dict[str, list[str]]:
        normal = NORMAL.get(ledger, plain)
        described = LEDGERS[ledger].ledger
        if " " in described.title:
            return dict(titled(self.reader, ledger))
        others = [name for name in OTHER_NAMES if name in described.by_name and described[name].kept]
        found: defaultdict[str, list[str]] = defaultdict(list)
        weaker: defaultdict[str, list[str]] = defaultdict(list)
        for identity, name, *more in self.reader.columns(ledger, "id", name_of(ledger), *others):
            found[normal(name or "")].append(identity)
            words = [word for text in more if text for word in str(text).split("、")]
            words += [TOWN_ENDING.sub("", normal(name or ""))] if ledger == "towns" else []
            for word in words:
                weaker[normal(word)].append(identity)
        return {**{word: list(dict.fromkeys(ids)) for word, ids in weaker.items()}, **found}
