"""Biên bản bàn giao and biên bản sao lưu: what the register holds, counted, and who gave it to whom."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import (
    Align,
    Block,
    BulletLine,
    Column,
    Document,
    FillLine,
    Heading,
    Kind,
    Paragraph,
    Row,
    Signature,
    Signer,
    Table,
    Title,
)
from desktop_app.forms.form import Form, Subject
from desktop_app.forms.letterhead import BY_HAND, Letterhead, letterhead
from desktop_app.forms.phrases import day
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services import issuing
from desktop_app.services.backups import BackupFacts, last_backup, present
from desktop_app.services.store import Store

HANDOVER = "Biên bản bàn giao sổ học tập"
BACKUP = "Biên bản sao lưu sổ học tập"
CHECKED = (
    "Tệp sổ mở được trên máy của người nhận",
    "Bản sao lưu mới nhất đã được kiểm tra và mở thử",
    "Mật khẩu và mã khôi phục (nếu có) đã giao trong phong bì dán kín",
    "Các bản in đã ký, bài thu hoạch viết tay đã giao kèm danh mục",
    "Người nhận đã được hướng dẫn sử dụng chương trình",
)
WORDS = (
    Wording(
        field="close",
        caption="Câu kết biên bản bàn giao",
        text="Biên bản lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.",
        names={},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`backed_up_at` None = never; `issued` counts documents that went out."""

    paper: Letterhead
    texts: Texts
    facts: BackupFacts
    backed_up_at: str | None
    issued: int


def gather(store: Store, subject: Subject) -> Sheet:
    return Sheet(
        paper=letterhead(store, subject),
        texts=texts(store, "handover", WORDS),
        facts=present(store),
        backed_up_at=last_backup(store),
        issued=len(issuing.documents(store)),
    )


def compose_handover(sheet: Sheet) -> Document:
    blocks: tuple[Block, ...] = (
        sheet.paper.head(sheet.paper.symbol("BB")),
        Title("BIÊN BẢN", "bàn giao sổ học tập"),
        Paragraph(f"Ngày {day(sheet.paper.on.isoformat())}, tại {sheet.paper.office.name}, chúng tôi gồm:"),
        FillLine("Bên giao:"),
        FillLine("Bên nhận:"),
        FillLine("Người chứng kiến:"),
        Heading("1. Nội dung bàn giao"),
        _counts(sheet),
        Paragraph(_backed_up(sheet)),
        Heading("2. Kiểm tra khi bàn giao"),
        *(BulletLine(f"{line}: [\u00a0\u00a0\u00a0] có   [\u00a0\u00a0\u00a0] chưa.") for line in CHECKED),
        FillLine("Ý kiến của hai bên:", more=2),
        Paragraph(sheet.texts.say("close")),
        _signed("BÊN GIAO", "BÊN NHẬN"),
    )
    return sheet.paper.document(HANDOVER, blocks, "bàn giao sổ học tập")


def compose_backup(sheet: Sheet) -> Document:
    if sheet.backed_up_at is None:
        raise Refusal("Sổ chưa sao lưu lần nào nên chưa có gì để lập biên bản; hãy sao lưu rồi in lại.")
    blocks: tuple[Block, ...] = (
        sheet.paper.head(sheet.paper.symbol("BB")),
        Title("BIÊN BẢN", "sao lưu sổ học tập"),
        Paragraph(_backed_up(sheet)),
        _counts(sheet),
        FillLine("Nơi cất bản sao lưu:"),
        FillLine("Người giữ bản sao lưu:"),
        _signed("NGƯỜI SAO LƯU", "NGƯỜI GIỮ BẢN SAO LƯU"),
    )
    return sheet.paper.document(BACKUP, blocks, "sao lưu sổ học tập")


def _signed(left: str, right: str) -> Signature:
    return Signature(left=Signer(authority=left, hint=BY_HAND), right=Signer(authority=right, hint=BY_HAND))


def _counts(sheet: Sheet) -> Table:
    facts = sheet.facts
    held = (
        ("Người có trong sổ", facts.members),
        ("Đợt học tập", facts.rounds),
        ("Lượt điểm danh", facts.marks),
        ("Bài thu hoạch", facts.essays),
        ("Văn bản đã phát hành", sheet.issued),
        ("Dung lượng tệp sổ (KB)", -(-facts.size // 1024)),
    )
    columns = (Column("Nội dung"), Column("Số lượng", mm=40, align=Align.RIGHT, kind=Kind.NUMBER))
    return Table(columns=columns, rows=[Row((what, grouped(count))) for what, count in held], min_row_mm=7)


def _backed_up(sheet: Sheet) -> str:
    if sheet.backed_up_at is None:
        return "Sổ chưa được sao lưu lần nào."
    on, at = show_date(sheet.backed_up_at[:10]), sheet.backed_up_at[11:16].replace(":", " giờ ")
    return f"Sổ được sao lưu lần gần nhất lúc {at} ngày {on}, đã kiểm tra sau khi ghi."


def _form(form_id: str, title: str, compose: Callable[[Sheet], Document]) -> Form[Sheet]:
    return Form(
        id=form_id,
        title=title,
        scopes=(),
        gather=gather,
        compose=compose,
        kind="BB",
        group="Văn phòng",
        words=WORDS,
    )


FORM = _form("handover", HANDOVER, compose_handover)
BACKUP_FORM = _form("backup-minutes", BACKUP, compose_backup)
