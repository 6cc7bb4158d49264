"""Biên bản bàn giao and biên bản sao lưu: what the register holds, counted, and who gave it to whom."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped, size_words
from desktop_app.forms.blocks import (
    Align,
    Block,
    Column,
    Document,
    FillLine,
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
    "Mật khẩu, mã khôi phục (nếu có) đã giao trong phong bì kín",
    "Bản in đã ký, bài thu hoạch viết tay đã giao kèm danh mục",
    "Người nhận đã được hướng dẫn sử dụng chương trình",
)
TICK = "[\u00a0\u00a0\u00a0]"
ROW_MM = 5.5
"""Low rows: with its signatures the paper is one page."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who gives or receives; what is empty is written by hand."""

    name: str = ""
    position: str = ""

    def words(self) -> str:
        """“Nguyễn Văn An, Chánh Văn phòng”."""
        return ", ".join(filter(None, (self.name, self.position)))


NOBODY = Party()


def compose_handover(sheet: Sheet, giver: Party = NOBODY, receiver: Party = NOBODY) -> Document:
    blocks: tuple[Block, ...] = (
        sheet.paper.head(sheet.paper.symbol("BB")),
        Title("BIÊN BẢN", "bàn giao sổ học tập"),
        Paragraph(f"Ngày {day(sheet.paper.on.isoformat())}, tại {sheet.paper.office.name}, chúng tôi gồm:"),
        FillLine("Bên giao:", giver.words()),
        FillLine("Bên nhận:", receiver.words()),
        FillLine("Người chứng kiến:"),
        _counts(sheet),
        Paragraph(_backed_up(sheet)),
        _checked(),
        FillLine("Ý kiến của hai bên:", more=1),
        Paragraph(sheet.texts.say("close")),
        _signed("BÊN GIAO", "BÊN NHẬN", giver.name, receiver.name),
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


def _signed(left: str, right: str, left_name: str = "", right_name: str = "") -> Signature:
    return Signature(
        left=Signer(authority=left, hint=BY_HAND, name=left_name),
        right=Signer(authority=right, hint=BY_HAND, name=right_name),
    )


def _counts(sheet: Sheet) -> Table:
    facts = sheet.facts
    held = (
        ("Người có trong sổ", grouped(facts.members)),
        ("Đợt học tập", grouped(facts.rounds)),
        ("Lượt điểm danh", grouped(facts.marks)),
        ("Bài thu hoạch", grouped(facts.essays)),
        ("Văn bản đã phát hành", grouped(sheet.issued)),
        ("Dung lượng tệp sổ", size_words(facts.size)),
    )
    columns = (Column("Có trong sổ"), Column("Số lượng", mm=40, align=Align.RIGHT, kind=Kind.NUMBER))
    return Table(columns=columns, rows=[Row(line) for line in held], min_row_mm=ROW_MM)


def _checked() -> Table:
    """What is looked at together, with a box to tick for yes and for not yet."""
    answers = (Column("Có", mm=16, align=Align.CENTRE), Column("Chưa", mm=16, align=Align.CENTRE))
    columns = (Column("Kiểm tra khi bàn giao"), *answers)
    return Table(columns=columns, rows=[Row((line, TICK, TICK)) for line in CHECKED], min_row_mm=ROW_MM)


def _backed_up(sheet: Sheet) -> str:
    if sheet.backed_up_at is None:
        return "Sổ chưa được sao lưu lần nào."
    on, at = show_date(sheet.backed_up_at[:10]), sheet.backed_up_at[11:16].replace(":", " giờ ")
    return f"Sổ được sao lưu lần gần nhất lúc {at} ngày {on}, đã kiểm tra."


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


def between(giver: Party, receiver: Party) -> Form[Sheet]:
    """The minutes with the names of both parties in them."""
    return replace(FORM, compose=partial(compose_handover, giver=giver, receiver=receiver))


FORM = _form("handover", HANDOVER, compose_handover)
BACKUP_FORM = _form("backup-minutes", BACKUP, compose_backup)
