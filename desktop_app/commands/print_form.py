"""Prints one document into a file: PDF to sign, Word to edit, Excel to count on."""

from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import Cell, facts, progress
from desktop_app.commands.subject import subject_of
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.form import Form, Output, Paper, Subject
from desktop_app.services.journal import record_output

FORBIDDEN = '\\/:*?"<>|'


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("form", metavar="BIỂU", help="mã biểu như lệnh forms cho biết")
    parser.add_argument("--out", metavar="TỆP", type=Path, required=True, help="tệp sẽ ghi")
    formats = "pdf để ký, docx (Word) để sửa, xlsx (Excel) để tính; mặc định theo đuôi của tệp, không rõ thì là pdf"
    parser.add_argument("--format", metavar="LOẠI", type=str.lower, choices=list(Output), help=formats)
    parser.add_argument("--two-sided", action="store_true", help="in hai mặt: trang sau đổi lề trái, phải cho nhau")
    parser.add_argument("--draft", metavar="CHỮ", default="", help="ghi dự thảo ở đầu, ví dụ “Dự thảo lần 1”")
    parser.add_argument("--urgency", metavar="MỨC", default="", help="ghi độ khẩn ở đầu, ví dụ “KHẨN”")
    each = "in riêng cho từng chi bộ hoặc điểm cầu: --out là tệp PDF thì gộp, là thư mục thì mỗi nơi một tệp"
    parser.add_argument("--each-cell", action="store_true", help=each)
    chosen.conference_options(parser)
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="chỉ điểm cầu này")
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ chi bộ này; mặc định là mọi chi bộ")
    parser.add_argument("--member", metavar="MÃ", help="chỉ đảng viên này")
    parser.add_argument("--period", metavar="KỲ", help="kỳ báo cáo: 4/2021, quý 2/2021 hoặc 2021")


def run(call: Call) -> Answer:
    from desktop_app.forms import documents, outputs
    from desktop_app.forms.checker import check
    from desktop_app.forms.issue import prepared

    out: Path = call.options.out
    output = Output(call.options.format) if call.options.format else outputs.by_ending(out)
    form = documents.form(call.options.form)
    if out.resolve() == call.path.resolve():
        raise Refusal(f"Không ghi biểu đè lên sổ “{out.name}”; hãy ghi tên tệp khác sau --out.")
    subject = replace(subject_of(call, form.needs), paper=paper(call))
    if call.options.each_cell:
        return by_cell(call, form, subject)
    document = prepared(call.store, form, subject, final=output is Output.PDF)
    try:
        pages = outputs.print_to(document, output, out, progress("Đang in"))
    except OSError:
        raise Refusal(f"Không ghi được “{out.name}”; hãy kiểm tra thư mục có thật và được phép ghi.") from None
    record_output(call.store, form.title, scope(call))
    counted = [] if pages is None else [("Số bảng" if output is Output.XLSX else "Số trang", pages)]
    lines = facts([("Đã in", form.title), ("Tệp", str(out)), *counted])
    findings = [each.sentence for each in check(document)]
    data: dict[str, object] = {"form": form.id, "out": str(out), "format": output, "pages": pages, "findings": findings}
    return Answer(data=data, lines=[*lines, *(f"Thể thức: {each}" for each in findings)])


def paper(call: Call) -> Paper:
    """The marks of this copy."""
    said = call.options
    return Paper(draft=said.draft.strip(), urgency=said.urgency.strip().upper(), two_sided=said.two_sided)


def by_cell(call: Call, form: Form[Any], subject: Subject) -> Answer:
    """One PDF of all cells, or one each into a folder that is there."""
    from desktop_app.forms.by_cell import Batch, offered, print_apart, print_together

    out: Path = call.options.out
    known = offered(call.store, form, subject)
    batch = Batch(form=form, subject=subject, cells=known)
    try:
        if out.is_dir():
            skipped = print_apart(call.store, batch, out, lambda cell: named(form.title, cell), progress("Đang in"))
        else:
            skipped = print_together(call.store, batch, out, progress("Đang in"))
    except OSError:
        raise Refusal(f"Không ghi được “{out.name}”; hãy kiểm tra thư mục có thật và được phép ghi.") from None
    record_output(call.store, form.title, f"từng {batch.place}")
    told: list[tuple[str, Cell]] = [("Đã in", form.title), ("Nơi ghi", str(out))]
    told += [(f"Số {batch.place}", len(known) - len(skipped)), *(("Không có gì để in", cell) for cell in skipped)]
    data = {"form": form.id, "out": str(out), "cells": len(known) - len(skipped), "skipped": skipped}
    return Answer(data=data, lines=facts(told))


def named(title: str, cell: str) -> str:
    """“Danh sách chưa học - Đội Cung 1.pdf”, without what a file name may not hold."""
    return "".join(" " if sign in FORBIDDEN else sign for sign in f"{title} - {cell}") + ".pdf"


def scope(call: Call) -> str:
    """What was typed of whom and what the print is about, for the log of outputs."""
    said = vars(call.options)
    names = {"round": "đợt", "conference": "hội nghị", "venue": "điểm cầu", "cell": "chi bộ", "member": "đảng viên"}
    return "; ".join(f"{name} {said[key]}" for key, name in names.items() if said.get(key))


COMMAND = Command(words=("print",), summary="in một biểu ra tệp PDF, Word hoặc Excel", arguments=arguments, run=run)
