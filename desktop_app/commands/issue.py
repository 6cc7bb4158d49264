"""Issues a document: composed now, numbered, kept for ever, and written into a PDF file where one is named."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from db.paper_records import OfficeSigner
from desktop_app import paths
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.documents import as_json
from desktop_app.commands.lines import day, facts
from desktop_app.commands.subject import subject_of
from desktop_app.domain.refusal import Refusal
from desktop_app.services import issuing, signers


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("form", metavar="BIỂU", help="mã biểu như lệnh forms cho biết")
    parser.add_argument("--number", metavar="SỐ", type=int, help="số văn bản; mặc định là số tiếp theo của loại này")
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="ngày ban hành; mặc định là hôm nay")
    parser.add_argument("--signer", metavar="HỌ_TÊN", help="người ký đã khai; mặc định là người ký của văn phòng")
    parser.add_argument("--out", metavar="TỆP", type=Path, help="ghi luôn bản PDF ra tệp này")
    chosen.conference_options(parser)
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="chỉ điểm cầu này")
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ chi bộ này")
    parser.add_argument("--member", metavar="MÃ", help="chỉ đảng viên này")
    parser.add_argument("--period", metavar="KỲ", help="kỳ báo cáo: 4/2021, quý 2/2021 hoặc 2021")


def run(call: Call) -> Answer:
    from desktop_app.forms import documents
    from desktop_app.forms.issue import send_out

    form = documents.form(call.options.form)
    on = date.fromisoformat(call.options.on) if call.options.on else None
    subject = subject_of(call, form.needs)
    if call.options.out is not None:
        paths.file_only(call.options.out)
    gone = send_out(call.store, form, subject, number=call.options.number, on=on, signer=the_signer(call))
    if call.options.out is not None:
        write(call.options.out, issuing.reprint(call.store, gone.id))
    lines = facts(
        [("Đã phát hành", gone.title), ("Số và ký hiệu", gone.symbol), ("Ngày", day(gone.issued_on)), ("Mã", gone.id)]
    )
    return Answer(data=as_json(gone), lines=lines)


def the_signer(call: Call) -> OfficeSigner | None:
    """The signer named, or None for the office's own."""
    name = call.options.signer
    if not name:
        return None
    found = [each for each in signers.signers(call.store) if each.name.casefold() == name.strip().casefold()]
    if not found:
        raise Refusal(f"Chưa khai người ký “{name}”; hãy khai bằng lệnh signers add.")
    return found[0]


def write(path: Path, data: bytes) -> None:
    """The print as a file. Refuses a place that cannot be written."""
    try:
        path.write_bytes(data)
    except OSError:
        raise Refusal(f"Không ghi được “{path.name}”; hãy kiểm tra thư mục có thật và được phép ghi.") from None


COMMAND = Command(words=("issue",), summary="phát hành một văn bản: cấp số, giữ bản in", arguments=arguments, run=run)
