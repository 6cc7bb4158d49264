"""The four figures of a month, quarter or year, as the superior body asks for them."""

from argparse import ArgumentParser
from dataclasses import asdict

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.domain.periods import period
from desktop_app.services.office import today
from desktop_app.services.period_figures import period_figures


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--period", metavar="KỲ", help="4/2021, quý 2/2021 hoặc 2021; mặc định là tháng này")


def run(call: Call) -> Answer:
    found = period_figures(call.store, period(call.options.period or f"{today(call.store):%Y-%m}"))
    lines = facts(
        [
            ("Kỳ báo cáo", found.period.name),
            ("Số hội nghị quán triệt", found.conferences),
            ("Số người tham gia", found.people),
            ("Số văn bản đã triển khai", found.documents),
            ("Tỷ lệ đảng viên tham gia (%)", found.attended_percent),
            ("Người dự không ghi tên (tính riêng)", found.unnamed),
        ]
    )
    return Answer(data={**asdict(found), "percent": found.attended_percent}, lines=lines)


COMMAND = Command(words=("figures",), summary="bốn số liệu của một kỳ báo cáo", arguments=arguments, run=run)
