"""Who still has to study, and who still has to hand in an essay."""

from argparse import ArgumentParser
from collections.abc import Iterator

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.obligations import OWED, EssayState
from desktop_app.domain.words import word
from desktop_app.services import essays, owing
from desktop_app.services.essays import EssayStanding
from desktop_app.services.owing import Owing
from desktop_app.services.standings import Standing


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ chi bộ này")


def run(call: Call) -> Answer:
    found, cell = chosen.the_round(call), chosen.cell_id(call)
    study = owing.owing(call.store, found.id, cell)
    written = essays.standings(call.store, found.id, cell)
    writing = [each for each in written if each.state in OWED]
    not_due = sum(each.state is EssayState.NOT_DUE for each in written)
    data: Json = {
        "round": found.name,
        "study_by": found.study_by,
        "days_left": owing.days_left(call.store, found.id),
        "not_studied": [study_json(each) for each in study],
        "by_half_day": [
            {"held_on": day.held_on, "part": day.part, "people": len(people)}
            for day, people in owing.by_half_day(study)
        ],
        "by_topic": [{"topic": topic, "people": len(people)} for topic, people in owing.by_topic(study)],
        "essays_owed": [essay_json(each) for each in writing],
        "essays_not_due": not_due,
    }
    return Answer(data=data, lines=as_lines(study, writing, not_due))


def person(standing: Standing) -> Json:
    row = standing.row
    return {"code": row.code, "full_name": row.full_name, "cell": row.cell}


def study_json(owed: Owing) -> Json:
    """`cell` is the cell of today, null for none; `former_cell` the one at the conference where it was another."""
    standing = owed.standing
    return person(standing) | {
        "cell": owed.cell,
        "former_cell": owed.former_cell,
        "outcome": standing.outcome,
        "missed": len(standing.missed),
        "made_up": len(standing.made_up),
        "owed_half_days": [{"held_on": day.held_on, "part": day.part} for day in owed.missed],
        "owed_topics": list(owed.topics),
    }


def essay_json(essay: EssayStanding) -> Json:
    return person(essay.standing) | {"state": essay.state, "due_on": essay.due_on}


def as_lines(study: list[Owing], writing: list[EssayStanding], not_due: int) -> Iterator[str]:
    yield f"Chưa học xong: {len(study)} người"
    if study:
        rows = ((o.standing.row, o) for o in study)
        owing_lines = (
            (row.code, row.full_name, o.cell, o.former_cell, word(o.standing.outcome), len(o.missed)) for row, o in rows
        )
        yield from table(("Mã", "Họ và tên", "Chi bộ", "Trước ở", "Đã dự", "Buổi thiếu"), owing_lines)
    apart = f"; ngoài ra {not_due} người chưa học, chưa nộp nên chưa đến hạn" if not_due else ""
    yield f"Còn nợ bài thu hoạch: {len(writing)} người{apart}"
    if writing:
        owed = ((e.standing.row, e) for e in writing)
        due = ((r.code, r.full_name, r.cell, word(e.state), day(e.due_on)) for r, e in owed)
        yield from table(("Mã", "Họ và tên", "Chi bộ", "Tình trạng", "Hạn nộp"), due)


COMMAND = Command(words=("outstanding",), summary="xem ai chưa học, ai còn nợ bài", arguments=arguments, run=run)
