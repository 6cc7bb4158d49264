"""The board of reports and plans: which unit sent what when, and how complete and timely each unit is."""

from argparse import ArgumentParser

from desktop_app.commands import chosen, owed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.words import word
from desktop_app.services import submissions
from desktop_app.services.office import today
from desktop_app.services.submissions import BoardLine, UnitScore


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.as_of_option(parser)


def run(call: Call) -> Answer:
    found, on = chosen.the_round(call), call.options.on or today(call.store).isoformat()
    lines = submissions.board(call.store, found.id, on)
    scores = submissions.scores(lines, on)
    data: Json = {
        "round": found.name,
        "on": on,
        "milestones": [owed.line_json(each) for each in lines],
        "units": [score_json(each) for each in scores],
    }
    headers = ("Số", "Báo cáo, kế hoạch", "Đơn vị", "Hạn", "Tình trạng", "Ngày gửi", "Số văn bản")
    told = table(headers, map(shown, lines)) if lines else ["Đợt chưa ghi báo cáo, kế hoạch nào phải nộp."]
    return Answer(data=data, lines=told)


def shown(line: BoardLine) -> tuple[str | int | None, ...]:
    sent = line.submission
    when, number = (day(sent.sent_on), sent.document_no) if sent else (None, None)
    return (line.deadline.id, line.deadline.title, line.unit, day(line.due_on), word(line.state), when, number)


def score_json(score: UnitScore) -> Json:
    return {
        "unit": score.unit,
        "asked": score.asked,
        "sent": score.sent,
        "in_time": score.in_time,
        "complete_percent": score.complete_percent,
        "timely_percent": score.timely_percent,
    }


COMMAND = Command(words=("milestones",), summary="xem báo cáo, kế hoạch các đơn vị nộp", arguments=arguments, run=run)
