"""The statistics table of a round: a row a cell, and the whole."""

from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.services import reports
from desktop_app.services.reports import Summary, SummaryRow

WORKED_OUT = (
    "unmarked_essays",
    "missing_essays",
    "not_studied",
    "attended_percent",
    "studied_percent",
    "total_percent",
    "essay_percent",
)
COLUMNS = (
    ("name", "Chi bộ"),
    ("total", "Tổng số"),
    ("must_attend", "Phải dự"),
    ("attended", "Dự đủ"),
    ("partial", "Dự một phần"),
    ("absent_excused", "Vắng có lý do"),
    ("absent_unexcused", "Vắng không lý do"),
    ("absent", "Vắng chưa rõ"),
    ("not_marked", "Chưa điểm danh"),
    ("made_up", "Học bù"),
    ("studied", "Đã học"),
    ("studied_percent", "% phải dự"),
    ("total_percent", "% tổng số"),
    ("must_write", "Phải viết"),
    ("handed_in", "Đã nộp"),
    ("passed", "Đạt"),
    ("essay_percent", "% nộp bài"),
)


def run(call: Call) -> Answer:
    found = reports.summary(call.store, chosen.the_round(call).id)
    data: Json = {
        "round": {"id": found.round.id, "name": found.round.name},
        "rows": [as_json(row) for row in found.rows],
        "total": as_json(found.total),
    }
    return Answer(data=data, lines=as_lines(found))


def as_json(row: SummaryRow) -> Json:
    """All figures kept and worked out; shares in per cent as text, two decimals and a comma, "–" for none."""
    return asdict(row) | {name: getattr(row, name) for name in WORKED_OUT}


def as_lines(found: Summary) -> Iterator[str]:
    yield found.round.name
    rows = ([getattr(row, name) for name, _ in COLUMNS] for row in (*found.rows, found.total))
    yield from table([said for _, said in COLUMNS], rows)


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)


COMMAND = Command(words=("summary",), summary="xem bảng số liệu của đợt", arguments=arguments, run=run)
