"""Adds a report or plan that the office or every cell owes in a round."""

from argparse import ArgumentParser
from dataclasses import asdict, replace

from db.records import Deadline
from db.values import DeadlineKind, OwedBy
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, facts
from desktop_app.domain.dates import deadline_in_words
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import rounds
from desktop_app.services.office import today


def kind(text: str) -> DeadlineKind:
    return typed.kept(DeadlineKind, text)


def owed_by(text: str) -> OwedBy:
    return typed.kept(OwedBy, text)


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    parser.add_argument("--title", metavar="TÊN", required=True, help="tên báo cáo, kế hoạch")
    parser.add_argument("--kind", metavar="LOẠI", type=kind, default=DeadlineKind.RESULT_REPORT, help="loại")
    parser.add_argument("--due", metavar="HẠN", required=True, help="ngày, hoặc “trong tháng 4”, “trước ngày 11/12”")
    parser.add_argument("--owed-by", metavar="AI", type=owed_by, default=OwedBy.OFFICE, help="đảng ủy hoặc từng chi bộ")
    parser.add_argument("--to", metavar="NƠI", help="nơi nhận")
    parser.add_argument("--through", metavar="NƠI", help="gửi qua nơi nào")


def run(call: Call) -> Answer:
    found, said = chosen.the_round(call), call.options
    try:
        due_on = deadline_in_words(said.due, today(call.store).year)
    except ValueError as error:
        raise Refusal(f"Hạn {error}; hãy ghi như “30/4/2021”, “trong tháng 4”, “trước ngày 11/12”.") from None
    new = Deadline(
        kind=said.kind, title=said.title, due_on=due_on, recipient=said.to, route=said.through, owed_by=said.owed_by
    )
    draft = rounds.draft_of(found)
    kept = rounds.amend(call.store, found.id, replace(draft, deadlines=(*draft.deadlines, new))).deadlines[-1]
    lines = facts(
        [("Đã thêm", kept.title), ("Số", kept.id), ("Hạn", day(kept.due_on)), ("Phải nộp", word(kept.owed_by))]
    )
    return Answer(data={"round": found.name, "deadline": asdict(kept)}, lines=lines)


COMMAND = Command(words=("milestone", "add"), summary="thêm báo cáo, kế hoạch phải nộp", arguments=arguments, run=run)
