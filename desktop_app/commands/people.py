"""Members as the answers of commands show them."""

from collections.abc import Iterable, Sequence

from db.records import Member
from desktop_app.commands.command import Answer, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.words import word

HEADERS = ("Mã", "Họ và tên", "Ngày sinh", "Chi bộ", "Chức vụ")


def as_json(person: Member) -> Json:
    return {
        "code": person.code,
        "full_name": person.full_name,
        "birth_date": person.birth_date,
        "cell": person.cell,
        "gender": person.gender,
        "position": person.position,
        "status": said_status(person),
    }


def said_status(person: Member) -> str | None:
    """The status in the words of the national data file."""
    return None if person.status is None else word(person.status)


def answer(people: Sequence[Member]) -> Answer:
    """People as `members` and as a table."""
    rows: Iterable[Sequence[str | None]] = (
        (f.code, f.full_name, day(f.birth_date), f.cell, f.position) for f in people
    )
    return Answer(data={"members": [as_json(person) for person in people]}, lines=table(HEADERS, rows))
