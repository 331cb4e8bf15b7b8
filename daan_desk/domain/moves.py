"""What a move does to an issue: its new values and the line in its history, or the sentence why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from daan_desk.domain.deadlines import DEADLINES, Deadline, Limits, due_on, raised
from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.issues import DAYS, LABELS, Move, Satisfaction, State, refusal
from daan_desk.domain.working_days import Calendar

Values = dict[str, object]
NOT_CALLED_BACK: Values = {"callback": None, "callback_day": None, "callback_by": None}


@dataclass(frozen=True, slots=True)
class Standing:
    """What of an issue the moves ask about, as the ledger keeps it."""

    state: str
    grade: str | None = None
    category: str | None = None
    raised: date | None = None
    lead_department: str | None = None
    dispatched: date | None = None
    due: date | None = None
    extended: int | None = None
    callback: str | None = None
    redone: int | None = None
    answered: date | None = None
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """The office's own terms, and the days that work."""

    calendar: Calendar
    deadlines: tuple[Deadline, ...] = DEADLINES
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Moved:
    """What to write: the issue's changed values, and the step with its days."""

    changes: Values
    day: date
    move: str
    what: str
    from_state: str
    to_state: str
    old_due: date | None
    new_due: date | None


@dataclass(frozen=True, slots=True)
class _Case:
    issue: Standing
    values: Mapping[str, object]
    day: date
    today: date
    rules: Rules

    def given(self, *names: str) -> Values:
        return {name: self.values[name] for name in names if self.values.get(name)}

    def fresh_due(self, grade: str | None) -> date:
        """The due day that was given, else the one that the table says from the day of the move."""
        given = self.values.get("due")
        if isinstance(given, date):
            refuse_unless(given >= self.day, f"办理时限不能早于 {self.day}", "due")
            return given
        return due_on(self.day, grade, self.rules.deadlines, self.rules.calendar, self.issue.category)


def moved(issue: Standing, move: Move, values: Mapping[str, object], today: date, rules: Rules) -> Moved:
    """The issue after a move; values are read already (days as `date`), `day` is when it happened, by default today.

    Raises `Rejected` by field where the state, a missing value or a rule forbids it.
    """
    refuse_unless(not (why := refusal(issue.state, move)), why)
    missing = {name: f"{move.label}须填写{LABELS[name]}" for name in move.needs if not values.get(name)}
    if missing:
        raise Rejected(missing)
    case = _Case(issue, values, _day(issue, move, values, today), today, rules)
    effect = EFFECTS.get(move.name)
    changes = {"state": move.target or issue.state} | (effect(case) if effect else case.given(*move.takes))
    # Plain words, because ledger and journal keep text and no enumeration.
    changes = {name: str(value) if isinstance(value, str) else value for name, value in changes.items()}
    due, state = changes.get("due", issue.due), str(changes["state"])
    after = due if isinstance(due, date) else None
    return Moved(changes, case.day, move.label, _what(values), issue.state, state, issue.due, after)


def _day(issue: Standing, move: Move, values: Mapping[str, object], today: date) -> date:
    """The day on which the move happened, neither to come nor before the issue was raised or had come so far."""
    given = values.get("day")
    day = given if isinstance(given, date) else today
    refuse_unless(day <= today, f"日期不能晚于今天（{today}）", "day")
    first: date | None = getattr(issue, move.after)
    refuse_unless(first is None or day >= first, f"{move.label}日期不能早于{DAYS[move.after]}（{first}）", "day")
    return day


def _what(values: Mapping[str, object]) -> str:
    return "；".join(str(values[name]) for name in ("what", "reason", "outcome", "callback") if values.get(name))


def _dispatch(case: _Case) -> Values:
    again = case.issue.state == State.RETURNED and case.values["lead_department"] == case.issue.lead_department
    refuse_unless(not again, "这个部门已经退回，请交办给另一个部门", "lead_department")
    given = case.given("lead_department", "assisting", "handler", "grade")
    grade = str(given.get("grade") or case.issue.grade or "")
    return given | {"dispatched": case.day, "due": case.fresh_due(grade)}


def _return(case: _Case) -> Values:
    if case.issue.dispatched:
        days = case.rules.limits.objection
        last = case.rules.calendar.after(case.issue.dispatched, days)
        refuse_unless(case.day <= last, f"异议须在交办后 {days} 个工作日内提出，最迟 {last}，现在已经过了", "day")
    return {"due": None}


def _long_term(case: _Case) -> Values:
    return {"due": case.fresh_due(case.issue.grade)} if case.values.get("due") else {}


def _resume(case: _Case) -> Values:
    kept = case.issue.due is not None and case.issue.due >= case.day and not case.values.get("due")
    return case.given("handler") | ({} if kept else {"due": case.fresh_due(case.issue.grade)})


def _answer(case: _Case) -> Values:
    return case.given("outcome") | {"answered": case.day} | NOT_CALLED_BACK


def _callback(case: _Case) -> Values:
    word = _satisfaction(case.values["callback"])
    told = {"callback": word, "callback_day": case.day, **case.given("callback_by")}
    if word != Satisfaction.DISSATISFIED:
        return told | {"closed": case.day}
    harder = raised(case.issue.grade)
    again = {"state": State.IN_PROGRESS, "grade": harder, "due": case.fresh_due(harder)}
    return told | again | {"answered": None, "redone": _more(case.issue.redone)}


def _close(case: _Case) -> Values:
    if case.issue.state == State.EXPLAINED:
        return {"closed": case.day}
    given = case.values.get("callback")
    word = given or case.issue.callback
    refuse_unless(word, "还没有回访企业，不能销号", "callback")
    refuse_unless(
        _satisfaction(word) != Satisfaction.DISSATISFIED, "企业不满意，不能销号，请登记回访后重新办理", "callback"
    )
    return {"closed": case.day} | ({"callback": word, "callback_day": case.day} if given else {})


def _reopen(case: _Case) -> Values:
    undone: Values = {"answered": None, "closed": None, "redone": _more(case.issue.redone)}
    return undone | NOT_CALLED_BACK | {"due": case.fresh_due(case.issue.grade)}


def _extend(case: _Case) -> Values:
    new, old, days = case.fresh_due(case.issue.grade), case.issue.due, case.rules.limits.extension
    if old is not None:
        refuse_unless(new > old, f"新时限须晚于原时限 {old}", "due")
        # What counts is when it is recorded: an extension that is dated back would undo the rule.
        last = case.rules.calendar.before(old, days)
        refuse_unless(case.today <= last, f"延期须在到期前 {days} 个工作日登记，最迟 {last}，现在已经过了", "due")
    return {"due": new, "extended": _more(case.issue.extended)}


def _more(times: int | None) -> int:
    return (times or 0) + 1


def _satisfaction(word: object) -> Satisfaction:
    refuse_unless(word in tuple(Satisfaction), f"“{word}”不是回访评价，只能是：{'、'.join(Satisfaction)}", "callback")
    return Satisfaction(str(word))


EFFECTS: Mapping[str, Callable[[_Case], Values]] = {
    "dispatch": _dispatch,
    "return": _return,
    "long_term": _long_term,
    "resume": _resume,
    "answer": _answer,
    "explain": lambda case: case.given("outcome"),
    "callback": _callback,
    "close": _close,
    "reopen": _reopen,
    "extend": _extend,
}
