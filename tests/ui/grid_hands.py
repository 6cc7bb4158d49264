"""What the tests of the grid put into it: five people, two half-days, and a hand that notes what is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from db.attendance import Place
from db.records import HalfDay, Mark, RollRow
from db.values import Audience, DayPart, MarkStatus, MemberKind, MemberStatus
from desktop_app.services.attendance import Sheet
from desktop_app.ui.attendance_model import Entry

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Đức Cường", "Phạm Thị Đào", "Đặng Văn Hải")
DAYS = (
    HalfDay(id=1, held_on="2021-03-27", part=DayPart.MORNING),
    HalfDay(id=2, held_on="2021-03-27", part=DayPart.AFTERNOON),
)
PRESENT, EXCUSED, UNEXCUSED, ABSENT = MarkStatus
Key, Keypad = Qt.Key, Qt.KeyboardModifier.KeypadModifier


def person(member_id: int, name: str) -> RollRow:
    return RollRow(
        conference_id=1,
        member_id=member_id,
        full_name=name,
        birth_date="1960-02-05",
        gender=None,
        position=None,
        code=f"000{member_id:03}",
        cell_id=1,
        cell="Đội Cung 1",
        kind=MemberKind.OFFICIAL,
        status=MemberStatus.ACTIVE,
        audience=Audience.MEMBERS,
        hosted=False,
        deduction=None,
        reason=None,
        venue_id=None,
        venue=None,
    )


def a_sheet(marks: dict[Place, MarkStatus] | None = None) -> Sheet:
    """Five people, member ids 1 to 5, at the half-days 1 and 2."""
    given = {p: Mark(half_day_id=p[0], member_id=p[1], status=s) for p, s in (marks or {}).items()}
    rows = tuple(person(at, name) for at, name in enumerate(NAMES, 1))
    return Sheet(half_days=DAYS, rows=rows, marks=given)


class Written:
    """What the grid asked to be kept, gesture by gesture, and what each became; `refusing` keeps nothing."""

    def __init__(self) -> None:
        self.gestures: list[tuple[list[Place], MarkStatus | None]] = []
        self.entries: list[Entry] = []
        self.refusing = False

    def __call__(self, places: Sequence[Place], entry: Entry) -> dict[Place, Mark | None] | None:
        if self.refusing:
            return None
        self.gestures.append((list(places), entry.status))
        self.entries.append(entry)
        return {place: marked(place, entry) for place in places}


def marked(place: Place, entry: Entry) -> Mark | None:
    if entry.status is None:
        return None
    late, left_early = bool(entry.late), bool(entry.left_early)
    return Mark(half_day_id=place[0], member_id=place[1], status=entry.status, late=late, left_early=left_early)
