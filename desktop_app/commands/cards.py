"""Prints cards or labels with people's codes into a PDF file: of a conference, a cell, or people one by one."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts, progress
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.form import Subject
from desktop_app.services.journal import record_output

KINDS = {
    "the": "member-cards",
    "the-ma-vach": "member-cards-barcode",
    "nhan-24": "member-labels-24",
    "nhan-40": "member-labels-40",
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", metavar="TỆP", type=Path, required=True, help="tệp PDF sẽ ghi")
    parser.add_argument(
        "--kind",
        choices=KINDS,
        default="the",
        help="the (thẻ, mã QR; mặc định), the-ma-vach, nhan-24 (70 × 37 mm), nhan-40 (52,5 × 29,7 mm)",
    )
    parser.add_argument(
        "--first", metavar="CHỖ", type=typed.number, default=1, help="in từ chỗ thứ mấy của trang đầu; mặc định là 1"
    )
    chosen.conference_options(parser)
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="chỉ người ngồi ở điểm cầu này của hội nghị")
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ chi bộ này; mặc định là mọi chi bộ")
    chosen.members_option(parser, required=False)


def run(call: Call) -> Answer:
    from desktop_app.forms.documents import form
    from desktop_app.forms.pdf import print_pdf

    said = call.options
    if said.out.resolve() == call.path.resolve():
        raise Refusal(f"Không ghi thẻ đè lên sổ “{said.out.name}”; hãy ghi tên tệp khác sau --out.")
    wanted = form(KINDS[said.kind])
    document = wanted.document(call.store, subject(call))
    try:
        pages = print_pdf(document, said.out, progress("Đang in"))
    except OSError:
        raise Refusal(f"Không ghi được “{said.out.name}”; hãy kiểm tra thư mục có thật và được phép ghi.") from None
    record_output(call.store, wanted.title, said.cell or said.conference or "")
    lines = facts([("Đã in", wanted.title), ("Tệp", str(said.out)), ("Số trang", pages)])
    return Answer(data={"form": wanted.id, "out": str(said.out), "pages": pages}, lines=lines)


def subject(call: Call) -> Subject:
    """The roll of a conference when one is typed (or a venue, or a round); else the register."""
    said = call.options
    held = chosen.the_conference(call) if said.conference or said.venue or said.round else None
    return Subject(
        conference_id=held.id if held else None,
        venue_id=chosen.venue_id(call, held.id) if held else None,
        cell_id=chosen.cell_id(call),
        member_ids=tuple(chosen.member_ids(call)),
        first_place=said.first,
    )


COMMAND = Command(words=("cards",), summary="in thẻ dự học, nhãn có mã ra tệp PDF", arguments=arguments, run=run)
