"""The source of a service's ledger: it remembers the tone of every light in words that it has shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from daan_desk.domain.lights import Colour
from daan_desk.domain.questions import Row
from daan_desk.ui.kit.ledger_service import OfficeSource

LIGHTS: Mapping[str, str] = {
    Colour.GREEN: "green",
    Colour.YELLOW: "amber",
    Colour.RED: "red",
    Colour.GREY: "grey",
}


@dataclass(frozen=True)
class LitSource(OfficeSource):
    """lights: the field of each light's words with the field of its colour; tones: what was shown, by field."""

    lights: tuple[tuple[str, str], ...] = ()
    tones: dict[str, dict[str, str]] = field(default_factory=dict, compare=False)

    def rows(self, ids: Sequence[str]) -> tuple[Row, ...]:
        found = super().rows(ids)
        for words, colour in self.lights:
            known = self.tones.setdefault(words, {})
            known.update({str(row[words]): LIGHTS.get(str(row[colour]), "grey") for row in found if row[words]})
        return found
