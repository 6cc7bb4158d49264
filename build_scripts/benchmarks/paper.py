"""The printers of documents, each against the barest way to write the same words and a usual one."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from itertools import groupby
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import xlsxwriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from build_scripts.benchmarks.job import Goal, Job
from build_scripts.benchmarks.starting import MEMORY, told
from db.store import Store
from desktop_app.forms.blocks import (
    Align,
    Block,
    Column,
    Document,
    Kind,
    Note,
    PageBreak,
    PageCode,
    Paragraph,
    Row,
    Table,
    Title,
)
from desktop_app.forms.documents import form
from desktop_app.forms.docx import print_docx
from desktop_app.forms.form import Subject
from desktop_app.forms.pdf import print_pdf
from desktop_app.forms.pdf_code import dark_modules
from desktop_app.forms.pdf_fonts import installed_faces
from desktop_app.forms.xlsx import print_xlsx
from desktop_app.services import members
from desktop_app.services.members import MemberFilter
from desktop_app.services.practice import create_practice

SENTENCE = "Đảng ủy phường đã tổ chức hội nghị học tập, quán triệt Nghị quyết cho toàn thể đảng viên của Đảng bộ. "
PAGES, PARAGRAPHS_A_PAGE, LINES_A_PAGE = 200, 6, 40
MOST = 2_000
"""Rows of a printed list, at most: what an office of that size prints."""
SIGN_IN = """
import sys
from io import BytesIO
from pathlib import Path
from desktop_app.forms.documents import form
from desktop_app.forms.form import Subject
from desktop_app.forms.pdf import print_pdf
from desktop_app.services.store import open_office
store = open_office(Path(sys.argv[1]))
before = memory("VmHWM", "status")
print_pdf(form("sign-in").document(store, Subject()), BytesIO())
"""
COLUMNS = (
    Column("STT", mm=12, align=Align.CENTRE, kind=Kind.NUMBER),
    Column("Họ và tên", weight=2),
    Column("Ngày sinh", mm=28, kind=Kind.DATE),
    Column("Chi bộ"),
    Column("Chức vụ"),
    Column("Ghi chú", mm=20),
)


def jobs(folder: Path, people: int) -> Iterator[Job]:
    """All printers: the sign-in sheets of an office of that size, whatever office is measured, and plain documents."""
    path = folder / "paper.sht"
    store = create_practice(path, MOST)
    yield sign_in(store)
    printed = f"{MEMORY}{SIGN_IN}\nprint(memory('VmHWM', 'status') - before if before else '')"
    yield Job(
        name="memory of those sign-in sheets", ours=lambda: told(printed, str(path)), goal=Goal(most=40), unit="MiB"
    )
    yield Job(name="file of those sign-in sheets", ours=lambda: kib(signed_in(store)), goal=Goal(most=250), unit="KiB")
    store.close()
    yield coded_pages()
    yield pdf_prose()
    yield pdf_list(people)
    yield docx_list(people)
    yield xlsx_list(people)


def sign_in(store: Store) -> Job:
    """Every sign-in sheet as PDF, gathered and composed, against the names alone drawn by reportlab."""
    names = [person.full_name for person in members.page(store, members.list_ids(store, MemberFilter()))]
    return Job(
        name=f"PDF of sign-in sheets, {MOST:,} people, both days",
        ours=lambda: signed_in(store),
        limit=lambda: bare_lines(names * 2),
        goal=Goal(times=6),
        runs=3,
    )


def signed_in(store: Store) -> BytesIO:
    out = BytesIO()
    print_pdf(form("sign-in").document(store, Subject()), out)
    return out


def kib(file: BytesIO) -> float:
    return len(file.getvalue()) / 1024


def coded_pages() -> Job:
    """A short page with its QR code for everybody; the limit draws code and line alone, the usual way all masks."""
    numbers = [f"{at:010}" for at in range(MOST)]
    blocks = [
        each for at in range(MOST) for each in (Title("PHIẾU NHẮC", f"gửi người {at}"), Note(SENTENCE), PageBreak())
    ]
    document = Document(
        title="Trang có mã",
        blocks=tuple(blocks[:-1]),
        page_codes=tuple(PageCode(number, ("Mã trang",)) for number in numbers),
    )
    return Job(
        name=f"PDF of {MOST:,} short pages with QR codes",
        ours=lambda: afresh(lambda: print_pdf(document, BytesIO())),
        limit=lambda: afresh(lambda: bare_codes(numbers)),
        peer=(lambda: usual_codes(numbers)) if find_spec("segno") else None,
        goal=Goal(times=1.3, peers=0.5),
        runs=1,
    )


def afresh(work: Callable[[], object]) -> None:
    """Work with no code worked out before."""
    dark_modules.cache_clear()
    work()


def bare_codes(numbers: list[str]) -> None:
    """Each code with a fixed mask as one path of runs, and one line."""
    canvas, face = Canvas(BytesIO(), pagesize=A4), installed_faces()[0]
    for number in numbers:
        canvas.setFont(face.name, 14)
        canvas.drawString(85, 300, SENTENCE[:40])
        path = canvas.beginPath()
        for row, modules in enumerate(dark_modules(number)):
            column = 0
            for dark, run in groupby(modules):
                width = len(list(run))
                if dark:
                    path.rect(40 + column * 2, 200 - row * 2, width * 2, 2)
                column += width
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()


def usual_codes(numbers: list[str]) -> None:
    """The codes alone as segno makes them by itself."""
    segno = import_module("segno")
    for number in numbers:
        _ = [bytes(row) for row in segno.make(number, error="m", micro=False).matrix]


def prose() -> Document:
    """Reports of about 200 pages."""
    blocks: tuple[Block, ...] = (Paragraph(SENTENCE * 6),) * (PAGES * PARAGRAPHS_A_PAGE)
    return Document(title="Báo cáo", blocks=blocks)


def cells(people: int) -> list[tuple[str, ...]]:
    return [
        (str(at), f"Nguyễn Văn Tên {at}", "05/9/1976", f"Chi bộ Đội Cung {at % 36}", "Đảng viên", "")
        for at in range(1, people + 1)
    ]


def listed(people: int) -> Document:
    return Document(title="Danh sách", blocks=(Table(columns=COLUMNS, rows=tuple(map(Row, cells(people)))),))


def bare_lines(texts: list[str]) -> None:
    """Every text at a fixed place in the embedded typeface, nothing measured."""
    canvas, face = Canvas(BytesIO(), pagesize=A4), installed_faces()[0]
    for at, text in enumerate(texts):
        if at % LINES_A_PAGE == 0:
            canvas.setFont(face.name, 14)
        canvas.drawString(85, 780 - at % LINES_A_PAGE * 18, text)
        if at % LINES_A_PAGE == LINES_A_PAGE - 1:
            canvas.showPage()
    canvas.save()


def pdf_prose() -> Job:
    """Justified prose with its breaks, against lines that were broken beforehand."""
    document = prose()
    lines = [SENTENCE[:80]] * (PAGES * LINES_A_PAGE)
    return Job(
        name=f"PDF of prose, {PAGES} pages",
        ours=lambda: print_pdf(document, BytesIO()),
        limit=lambda: bare_lines(lines),
        goal=Goal(times=6),
        runs=3,
    )


def pdf_list(people: int) -> Job:
    """A ruled table against its texts alone."""
    document = listed(people)
    texts = [text for row in cells(people) for text in row if text]
    return Job(
        name=f"PDF, list of {people} rows",
        ours=lambda: print_pdf(document, BytesIO()),
        limit=lambda: bare_lines(texts),
        goal=Goal(times=6),
        runs=3,
    )


def docx_list(people: int) -> Job:
    """The usual way fills a table of python-docx cell by cell; the limit is the words alone, packed."""
    document, rows = listed(people), cells(people)

    def usual() -> None:
        word = docx.Document()
        filled = word.add_table(len(rows), len(COLUMNS))
        for row, line in zip(rows, filled.rows, strict=True):
            for text, cell in zip(row, line.cells, strict=True):
                cell.text = text
        word.save(BytesIO())

    def bare() -> None:
        text = "".join(f"<w:t>{text}</w:t>" for row in rows for text in row)
        with ZipFile(BytesIO(), "w", ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", text)

    return Job(
        name=f"Word file, list of {people} rows",
        ours=lambda: print_docx(document, BytesIO()),
        limit=bare,
        peer=usual,
        goal=Goal(peers=0.5),
        runs=3,
    )


def xlsx_list(people: int) -> Job:
    document, rows = listed(people), cells(people)

    def bare() -> None:
        with xlsxwriter.Workbook(BytesIO(), {"in_memory": True}) as book:
            sheet = book.add_worksheet()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)

    return Job(
        name=f"workbook, list of {people} rows",
        ours=lambda: print_xlsx(document, BytesIO()),
        limit=bare,
        goal=Goal(times=1.5),
        runs=3,
    )
