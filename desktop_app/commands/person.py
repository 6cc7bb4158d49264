"""One person's page: what is kept, the life line, what they owe. Numbers are masked unless asked for."""

from argparse import ArgumentParser
from collections.abc import Iterator

from db.records import Member
from desktop_app.commands import people
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, facts, table
from desktop_app.commands.standing import person_argument, person_of
from desktop_app.domain.masking import masked
from desktop_app.domain.words import word
from desktop_app.services.person import Owed, PersonFacts, person_facts, reveal

NUMBERS = {
    "party_card_no": "Số thẻ đảng viên",
    "citizen_id": "Số định danh cá nhân",
    "phone": "Điện thoại",
}


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    parser.add_argument(
        "--show-ids", action="store_true", help="hiện đủ số thẻ, số định danh, điện thoại; có ghi nhật ký"
    )


def run(call: Call) -> Answer:
    found = person_facts(call.store, person_of(call).id)
    shown = reveal(call.store, found.person) if call.options.show_ids else masked(found.person)
    return Answer(data=as_json(found, shown), lines=lines(found, shown))


def as_json(found: PersonFacts, shown: Member) -> Json:
    return {
        "member": people.as_json(shown) | {name: getattr(shown, name) for name in NUMBERS},
        "kind": None if shown.kind is None else word(shown.kind),
        "admitted_on": shown.admitted_on,
        "official_on": shown.official_on,
        "events": [{"on": e.on, "kind": e.kind, "text": e.text, "decision": e.paper} for e in found.events],
        "owed": [owed_json(each) for each in found.owed],
    }


def owed_json(owed: Owed) -> Json:
    return {
        "round": owed.round_name,
        "half_days": owed.half_days,
        "study_by": owed.study_by,
        "essay": owed.essay,
        "essay_by": owed.essay_by,
    }


def lines(found: PersonFacts, shown: Member) -> Iterator[str]:
    yield from facts(
        [
            ("Họ và tên", shown.full_name),
            ("Mã", shown.code),
            ("Ngày sinh", day(shown.birth_date)),
            ("Chi bộ", shown.cell),
            ("Loại", None if shown.kind is None else word(shown.kind)),
            ("Trạng thái", people.said_status(shown)),
            ("Chức vụ", shown.position),
            *((said, getattr(shown, name)) for name, said in NUMBERS.items()),
        ]
    )
    yield ""
    rows = [(day(event.on), event.text, event.paper) for event in found.events]
    yield from table(("Ngày", "Việc", "Số quyết định"), rows)
    for owed in found.owed:
        yield ""
        yield from owed_lines(owed)


def owed_lines(owed: Owed) -> Iterator[str]:
    """What is owed in one round."""
    yield f"Còn nợ trong đợt “{owed.round_name}”:"
    if owed.half_days:
        by = f", hạn {day(owed.study_by)}" if owed.study_by else ""
        yield f"  {owed.half_days} buổi chưa học{by}"
    if owed.essay is not None:
        by = f", hạn {day(owed.essay_by)}" if owed.essay_by else ""
        yield f"  bài thu hoạch: {word(owed.essay).lower()}{by}"


COMMAND = Command(words=("person",), summary="xem mọi điều sổ ghi về một người", arguments=arguments, run=run)
