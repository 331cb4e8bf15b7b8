"""How much of everything a district of so many enterprises has, in the proportions of the district of 312."""

from __future__ import annotations

from dataclasses import dataclass

USUAL = 312
# Beyond ten districts only the roster grows: two years of life for 100,000 enterprises would prove nothing more.
RICHEST = 3120
OUTPUT_PER_ENTERPRISE = 770_000 / 69  # 万元: 77 亿元 over 69 enterprises
CLUSTER_SHARE = 0.6611
JOBS_PER_DIGITAL = 37.5  # 600 jobs in 16 firms


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts for a district of `enterprises`; what has details stands at the beginning of the roster."""

    enterprises: int

    def _of(self, count: float, least: int = 1) -> int:
        whole = round(count * min(self.enterprises, RICHEST) / USUAL)
        return min(max(least, whole), self.enterprises)

    @property
    def above_scale(self) -> int:
        return self._of(69)

    @property
    def digital(self) -> int:
        return min(self._of(16), self.enterprises - self.above_scale)

    @property
    def specialised(self) -> int:
        """专精特新, all of them 规上."""
        return min(self._of(14), self.above_scale)

    @property
    def served(self) -> int:
        """With a chief service officer."""
        return max(self.above_scale, self._of(190))

    @property
    def linked(self) -> int:
        """With anybody: beyond the served, those that a town's liaison looks after."""
        return min(self.enterprises, RICHEST)

    @property
    def issues(self) -> int:
        return max(6, round(600 * min(self.enterprises, RICHEST) / USUAL))

    @property
    def output(self) -> int:
        """万元 a year over the 规上 enterprises."""
        return round(OUTPUT_PER_ENTERPRISE * self.above_scale)

    @property
    def cluster_output(self) -> int:
        """万元 of it in 一主两辅."""
        return round(self.output * CLUSTER_SHARE)

    @property
    def jobs(self) -> int:
        """People in the digital firms."""
        return round(JOBS_PER_DIGITAL * self.digital)

    def officers(self, count: int, most: int) -> int:
        """So many officers as the usual district has, fewer in a small one, never more than `most`."""
        return max(2, min(most, round(count * self.enterprises / USUAL)))
