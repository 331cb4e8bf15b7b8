"""The issues of the sample district: raised on visits and elsewhere over two years, some of them right at their day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from daan_desk.domain.deadlines import days_for
from daan_desk.domain.issues import State
from daan_desk.services.sample.dice import Dice
from daan_desk.services.sample.enterprises import Sketch
from daan_desk.services.sample.fates import FATES
from daan_desk.services.sample.lives import Life, Place
from daan_desk.services.sample.texts import IssueText, issue_texts

SOURCES = (("下午茶", 2.0), ("恳谈会", 1.5), ("12345", 2.0), ("上级交办", 1.5), ("企业自报", 4.0))
FROM_VISITS = 0.62
STAGED_DAYS = 25
# What the first page must have something of: the end of each, and how many of 600 issues.
AT_THEIR_DAY = (
    ("today", 3),
    ("tomorrow", 3),
    ("overdue", 7),
    ("soon", 8),
    ("returned", 2),
    ("new", 4),
    ("dispatched", 3),
    ("answered", 4),
    ("long_term", 7),
    ("explained", 3),
)
CLUSTER_WISHES = {"特色旅游产品": ("市场订单", "物流运输"), "数字经济/人工智能": ("用工人才", "政策兑现", "科技创新")}
Values = dict[str, object]


class Raising:
    """Raises issues at enterprises and leads each through its life."""

    def __init__(self, dice: Dice, ids: Iterator[str], place: Place, sketches: Sequence[Sketch]) -> None:
        self._dice, self._ids, self._place = dice, ids, place
        self._sketches = {sketch.id: sketch for sketch in sketches if sketch.alive}
        self._among = list(self._sketches.values())
        self._visits: dict[str, list[Values]] = {}

    def made(self, visits: Sequence[Values], count: int) -> tuple[list[Values], list[Values]]:
        """The issues, numbered by year in the order in which they were raised, and their steps."""
        for visit in visits:
            if visit["way"] != "电话" and visit["enterprise"] in self._sketches:
                self._visits.setdefault(str(visit["day"]), []).append(visit)
        staged = [(name, max(1, round(share * count / 600))) for name, share in AT_THEIR_DAY]
        lives = [self._staged(name) for name, share in staged for _ in range(share)]
        # The last weeks have theirs already: those that stand at their day.
        newest = str(self._place.today - timedelta(days=STAGED_DAYS))
        usable = [visit for day, some in self._visits.items() if day < newest for visit in some]
        lives += [self._lived(usable) for _ in range(max(0, count - len(lives)))]
        lives.sort(key=lambda life: (str(life.issue["raised"]), str(life.issue["id"])))
        _number([life.issue for life in lives])
        return [life.issue for life in lives], [step for life in lives for step in life.steps]

    def _lived(self, visits: Sequence[Values]) -> Life:
        """Raised on a visit or elsewhere, and as far as it came by today."""
        dice = self._dice
        if visits and dice.chance(FROM_VISITS):
            life = self._on_visit(dice.choice(visits))
        else:
            back = self._place.today - timedelta(days=dice.randrange(STAGED_DAYS, 730))
            at = {"raised": self._working(back), "source": dice.weighted(SOURCES)}
            life = self._begun(dice.choice(self._among), at)
        dice.weighted(FATES)(life)
        return life

    def _on_visit(self, visit: Values, text: IssueText | None = None) -> Life:
        source = "驻企" if visit["way"] == "驻企" else "走访"
        at = {"raised": visit["day"], "visit": visit["id"], "source": source}
        return self._begun(self._sketches[str(visit["enterprise"])], at, text)

    def _raised(self, day: date, text: IssueText | None = None) -> Life:
        """An issue of that day, on one of its visits where there was one."""
        visits = self._visits.get(str(day), [])
        if visits and self._dice.chance(FROM_VISITS):
            return self._on_visit(self._dice.choice(visits), text)
        at = {"raised": day, "source": self._dice.weighted(SOURCES)}
        return self._begun(self._dice.choice(self._among), at, text)

    def _begun(self, sketch: Sketch, at: Mapping[str, object], text: IssueText | None = None) -> Life:
        text = text or self._wish(sketch)
        issue: Values = {
            "id": next(self._ids),
            "enterprise": sketch.id,
            "title": text.title,
            "category": text.category,
            "grade": text.grade,
            "description": text.description,
            "state": State.REGISTERED.value,
            **at,
        }
        if text.category == "其他":
            issue["notes"] = f"关键词：{text.title[:4]}"
        return Life(self._place, self._dice, self._ids, text, issue)

    def _wish(self, sketch: Sketch) -> IssueText:
        liked = CLUSTER_WISHES.get(sketch.trade.cluster, ())
        some = [text for text in issue_texts() if text.category in liked]
        return self._dice.choice(some if some and self._dice.chance(0.3) else issue_texts())

    def _staged(self, name: str) -> Life:
        """An issue that stands at a certain point today."""
        return STAGES[name](self)

    def _due_on(self, day: date) -> Life:
        """An issue that was dispatched so that its due day is the working day `day`, and is being worked on."""
        text = self._dice.choice([t for t in issue_texts() if t.grade != "疑难"])
        rules = self._place.rules
        raised = rules.calendar.before(day, days_for(rules.deadlines, text.grade, text.category))
        raised = min(raised, self._place.today)  # a long way ahead of the day on weekends
        life = self._raised(raised, text)
        if life.dispatch(raised) and life.accept():
            life.work(min(day, self._place.today))
        return life

    def _ago(self, working_days: int) -> date:
        return self._place.rules.calendar.before(self._place.today, working_days)

    def _working(self, day: date) -> date:
        calendar = self._place.rules.calendar
        return day if calendar.is_working(day) else calendar.before(day, 1)

    def _ahead(self, working_days: int) -> date:
        """Today or the first working day after it, and so many more."""
        calendar, today = self._place.rules.calendar, self._place.today
        first = today if calendar.is_working(today) else calendar.after(today, 1)
        return calendar.after(first, working_days)

    def _fresh(self) -> Life:
        return self._raised(self._working(self._place.today))

    def _dispatched(self) -> Life:
        life = self._fresh()
        life.dispatch(self._place.today)
        return life

    def _returned(self) -> Life:
        life = self._dispatched()
        life.go("return", self._place.today, str(life.issue["handler"]), reason=life.said("return"))
        return life

    def _answered(self) -> Life:
        life = self._due_on(self._ahead(self._dice.randrange(0, 3)))
        life.answer(self._place.today)
        return life

    def _explained(self) -> Life:
        life = self._due_on(self._ahead(self._dice.randrange(1, 4)))
        by = str(life.issue["handler"])
        life.go("explain", max(life.day, self._ago(1)), by, outcome=life.said("explain"))
        return life

    def _long_term(self) -> Life:
        text = self._dice.choice([t for t in issue_texts() if t.grade == "疑难"])
        life = self._raised(self._ago(self._dice.randrange(60, 180)), text)
        life.dispatch(self._place.rules.calendar.after(life.day, 1))
        life.accept()
        life.work(life.due)
        by = str(life.issue["handler"])
        life.go("long_term", life.due, by, reason=life.said("long_term"))
        for back in self._dice.choice(((45, 12), (70, 40), (35, 5))):
            if (day := self._ago(back)) >= life.day:
                life.progress(day, life.said("progress"))
        return life


STAGES: Mapping[str, Callable[[Raising], Life]] = {
    "today": lambda r: r._due_on(r._ahead(0)),
    "tomorrow": lambda r: r._due_on(r._ahead(1)),
    "overdue": lambda r: r._due_on(r._ago(r._dice.randrange(1, 10))),
    "soon": lambda r: r._due_on(r._ahead(r._dice.randrange(2, 7))),
    "returned": lambda r: r._returned(),
    "new": lambda r: r._fresh(),
    "dispatched": lambda r: r._dispatched(),
    "answered": lambda r: r._answered(),
    "long_term": lambda r: r._long_term(),
    "explained": lambda r: r._explained(),
}


def _number(issues: Sequence[Values]) -> None:
    """2026-0001, 2026-0002 …, per year."""
    last: dict[str, int] = {}
    for issue in issues:
        year = str(issue["raised"])[:4]
        last[year] = last.get(year, 0) + 1
        issue["number"] = f"{year}-{last[year]:04d}"
