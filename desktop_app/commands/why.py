"""Tells why a figure is not what an issued report said: who joined, who left, what was done about them since."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import Cell, day, facts, table
from desktop_app.domain.words import word
from desktop_app.services import figures, issuing


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("figure", metavar="SỐ_LIỆU", help="ví dụ studied hoặc “Chưa học”")
    parser.add_argument("--document", metavar="VĂN_BẢN", required=True, help="mã hoặc số văn bản, ví dụ 12-BC/ĐU")


def run(call: Call) -> Answer:
    document = issuing.find_document(call.store, call.options.document)
    told = figures.why(call.store, document.id, figures.find_figure(call.options.figure))
    people = [
        {
            "member_id": each.member_id,
            "full_name": each.full_name,
            "change": "joined" if each.joined else "gone",
            "doings": [{"at": at, "what": what} for at, what in each.doings],
        }
        for each in told.reasons
    ]
    data = {"document": document.id, "symbol": document.symbol, "figure": told.figure.value}
    return Answer(data={**data, "then": told.then, "now": told.now, "people": people}, lines=lines(told))


def lines(told: figures.Why) -> list[str]:
    """The two figures, then a line for each person that makes the difference."""
    said: list[tuple[str, Cell]] = [
        ("Văn bản", f"{told.document.symbol}, ngày {day(told.document.issued_on)}"),
        ("Số liệu", word(told.figure)),
        ("Khi phát hành", told.then),
        ("Hiện nay", told.now),
    ]
    rows = [
        (
            each.full_name,
            "mới được tính" if each.joined else "không còn tính",
            "; ".join(what for _, what in each.doings) or "không rõ thao tác",
        )
        for each in told.reasons
    ]
    return [*facts(said), "", *(table(("Họ và tên", "Thay đổi", "Vì"), rows) if rows else ("Không có gì khác.",))]


COMMAND = Command(words=("why",), summary="vì sao số liệu khác báo cáo đã phát hành", arguments=arguments, run=run)
