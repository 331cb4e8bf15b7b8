"""Where the officer has been: back and forward as in a browser."""

from __future__ import annotations

from daan_desk.ui.kit.desk import Journey

KEPT = 100


class History:
    """Journeys in order, and which of them is on the screen."""

    def __init__(self) -> None:
        self._been: list[Journey] = []
        self._at = -1

    @property
    def here(self) -> Journey | None:
        return self._been[self._at] if self._been else None

    def went(self, journey: Journey) -> None:
        """A new journey cuts off what lay ahead; the same one twice counts once."""
        if journey != self.here:
            self._been = [*self._been[: self._at + 1], journey][-KEPT:]
            self._at = len(self._been) - 1

    def back(self) -> Journey | None:
        """The journey before this one; None at the beginning."""
        return self._step(-1)

    def forward(self) -> Journey | None:
        """The journey that was gone back from; None at the end."""
        return self._step(1)

    def _step(self, by: int) -> Journey | None:
        if not 0 <= self._at + by < len(self._been):
            return None
        self._at += by
        return self.here
