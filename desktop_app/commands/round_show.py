"""One study round: what is studied, who leads it, its dates, and how far it has come."""

from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict

from db.records import Conference, StudyDocument, StudyRound
from desktop_app.commands import chosen
from desktop_app.commands.chosen import half_day_name
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, facts, table
from desktop_app.domain.words import word
from desktop_app.services import activities, conferences, reports
from desktop_app.services.activities import ActivityTotals
from desktop_app.services.reports import SummaryRow

PERCENTS = ("attended_percent", "studied_percent", "total_percent", "essay_percent", "not_studied", "missing_essays")


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)


def run(call: Call) -> Answer:
    found = chosen.the_round(call)
    total = reports.summary(call.store, found.id).total
    held = conferences.conferences(call.store, found.id)
    told = activities.add_up(activities.activities(call.store, found.id))
    data: Json = {
        "round": asdict(found),
        "figures": asdict(total) | {name: getattr(total, name) for name in PERCENTS},
        "conferences": [asdict(each) for each in held],
        "activities": asdict(told),
    }
    return Answer(data=data, lines=as_lines(found, total, held, told))


def as_lines(found: StudyRound, total: SummaryRow, held: list[Conference], told: ActivityTotals) -> Iterator[str]:
    """The round as a person reads it."""
    required = "; ".join(f"{word(audience)}: {n} buổi" for audience, n in found.required_half_days)
    yield from facts(
        [
            ("Đợt", found.name),
            ("Số", found.id),
            *(("Văn bản", document_line(each)) for each in found.documents),
            ("Chủ trì", found.chair),
            ("Người chịu trách nhiệm", found.responsible_head),
            ("Chỉ tiêu", f"{found.target_percent} %"),
            ("Hạn học xong", day(found.study_by)),
            ("Số buổi phải học", required or "tất cả các buổi"),
            ("Hạn nộp thu hoạch", day(found.essay_by) if found.essay_required else "không phải viết"),
            ("Phải học", total.must_attend),
            ("Đã học", f"{total.studied} ({total.studied_percent} %)"),
            ("Chưa học", total.not_studied),
            ("Khách mời, quần chúng", total.guests),
            ("Đã nộp thu hoạch", f"{total.handed_in} ({total.essay_percent} %)"),
            ("Tuyên truyền", f"{told.held} buổi, {told.turnout} lượt người"),
        ]
    )
    yield ""
    rows = [(c.id, c.name, ", ".join(map(half_day_name, c.half_days)), frozen(c)) for c in held]
    yield from table(("Số", "Hội nghị", "Các buổi", "Danh sách triệu tập"), rows)


def document_line(each: StudyDocument) -> str:
    """ "Chỉ thị 01-CT/TW ngày 09/03/2021 của Bộ Chính trị, về việc …"."""
    number = f" {each.number}" if each.number else ""
    issued = f" ngày {day(each.issued_on)}" if each.issued_on else ""
    issuer = f" của {each.issuer}" if each.issuer else ""
    return f"{word(each.role)}{number}{issued}{issuer}, {each.title}"


def frozen(held: Conference) -> str:
    return "đã chốt" if held.frozen_at else "chưa chốt"


COMMAND = Command(words=("round", "show"), summary="xem một đợt học tập với mọi số liệu", arguments=arguments, run=run)
