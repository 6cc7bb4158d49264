"""Action programmes and plans of a round in figures and sentences: how many units sent theirs, in time, late or not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from db.records import Deadline
from db.values import DeadlineKind, OwedBy
from desktop_app.domain.deadlines import OUTSTANDING, SendState
from desktop_app.domain.wording import grouped
from desktop_app.forms.attendance_words import counts
from desktop_app.forms.people import by_heading
from desktop_app.forms.phrases import day
from desktop_app.services.submissions import BoardLine

PROGRAMMES = (DeadlineKind.ACTION_PROGRAMME, DeadlineKind.PLAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One programme or plan and every unit that owes it, the most pressing first."""

    deadline: Deadline
    lines: tuple[BoardLine, ...]

    @property
    def sent(self) -> int:
        return sum(each.sent for each in self.lines)


def sent_of(board: Iterable[BoardLine]) -> tuple[Sent, ...]:
    """The programmes and plans among the lines of a board, by their last day."""
    wanted = sorted((each for each in board if each.deadline.kind in PROGRAMMES), key=lambda each: each.deadline.due_on)
    found = {each.deadline.id: each.deadline for each in wanted}
    grouped_lines = dict(by_heading(wanted, lambda each: str(each.deadline.id)))
    return tuple(Sent(deadline=each, lines=grouped_lines[str(key)]) for key, each in found.items())


def still_open(board: Iterable[BoardLine], on: str) -> tuple[Deadline, ...]:
    """What falls due on a day or later and some unit has not sent yet, by its last day."""
    found = {each.deadline.id: each.deadline for each in board if not each.sent and each.deadline.due_on >= on}
    return tuple(sorted(found.values(), key=lambda each: each.due_on))


def named(deadline: Deadline) -> str:
    """“Chương trình hành động (hạn ngày 30/6/2021, gửi Thành ủy)”."""
    to = f", gửi {deadline.recipient}" if deadline.recipient else ""
    return f"{deadline.title.rstrip(' .;')} (hạn ngày {day(deadline.due_on)}{to})"


def sent_said(found: Sent) -> str:
    """“… đã gửi 12/24 đơn vị (gửi muộn 2); chưa gửi 12 (quá hạn 3)”; of the office alone, whether and when."""
    if found.deadline.owed_by is OwedBy.OFFICE:
        return f"{named(found.deadline)}: {_of_office(found.lines[0])}"
    states = Counter(each.state for each in found.lines)
    missing = sum(states[each] for each in OUTSTANDING)
    late = counts((states[SendState.SENT_LATE], "gửi muộn"))
    over = counts((states[SendState.LATE], "quá hạn"))
    said = f"đã gửi {grouped(found.sent)}/{grouped(len(found.lines))} đơn vị" + (f" ({late})" if late else "")
    rest = f"; chưa gửi {grouped(missing)}" + (f" ({over})" if over else "") if missing else ""
    return f"{named(found.deadline)}: {said}{rest}"


def _of_office(line: BoardLine) -> str:
    submission = line.submission
    if line.sent and submission is not None:
        number = f", số {submission.document_no}" if submission.document_no else ""
        return f"đã gửi ngày {day(submission.sent_on or '')}{number}"
    return "chưa gửi, đã quá hạn" if line.state is SendState.LATE else "chưa gửi"
