"""One of every block there is, so that a printer which forgets a kind is found out."""

from typing import get_args

from desktop_app.forms.blocks import (
    Addressee,
    Bar,
    Block,
    Bookmark,
    BulletLine,
    Chart,
    Column,
    FillLine,
    GroupRow,
    Heading,
    LetterSubject,
    Level,
    Note,
    PageBreak,
    Paragraph,
    Recipients,
    Row,
    Section,
    Signature,
    Signer,
    Spacer,
    Span,
    Table,
    TotalRow,
)
from tests.forms import cast

FIGURES = Table(
    columns=(
        Column("STT", mm=12),
        Column("Đơn vị"),
        Column("Dự", mm=20, group="Kết quả", turned=True),
        Column("Tỷ lệ", mm=20, group="Kết quả", turned=True),
    ),
    numbers=("", "", "(1)", "(2)"),
    rows=(
        GroupRow("Khối phố"),
        Row(("1", "Đội Cung 1", "1.950", "99,99")),
        TotalRow("Cộng", ("1.950", "99,99")),
    ),
)
EVERY: dict[type, Block] = {
    type(block): block
    for block in (
        cast.head(),
        LetterSubject("Về triệu tập dự hội nghị"),
        cast.title(),
        Addressee(("Tỉnh ủy", "Các chi bộ")),
        Bookmark("Phần đầu"),
        Heading("I. KẾT QUẢ", level=Level.SECTION),
        Paragraph(cast.SENTENCE),
        BulletLine((Span("Nghị quyết"), Span(" số 05", italic=True))),
        FillLine("Họ và tên:", "Lê Thị Hạnh", more=1),
        Spacer(5),
        FIGURES,
        Chart((Bar("Đội Cung 1", 48, 52), Bar("Đội Cung 2", 52, 52)), title="Tiến độ theo chi bộ"),
        Note("Ghi chú: số liệu tính đến ngày in."),
        Recipients(("Ban Thường vụ Tỉnh ủy", "Lưu Văn phòng Đảng ủy")),
        PageBreak(),
        Section(),
        Signature(left=Signer(authority="NGƯỜI LẬP"), right=Signer(authority="T/M ĐẢNG ỦY", name="Lê Thị Hạnh")),
    )
}


def kinds() -> set[type]:
    return set(get_args(Block))
