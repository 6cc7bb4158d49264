"""The sheet a recovery code is kept on: two copies, each to be sealed and locked away. It is in no list of documents.

It is made in memory and goes to the printer alone: nothing of it is kept in the store or on the disk.
"""

from datetime import date

from desktop_app.domain.dates import show_date
from desktop_app.forms.blocks import (
    Align,
    Block,
    BulletLine,
    Document,
    FillLine,
    Paragraph,
    Section,
    Spacer,
    Span,
    Title,
)

RULES = (
    "Ai có mã này và có tệp sổ kèm tệp .keys, hoặc có bản sao lưu, thì mở được toàn bộ sổ. Riêng tệp sổ mà thiếu tệp "
    ".keys nằm cạnh thì không mở được, kể cả khi có mã này.",
    "Bỏ mã vào phong bì, niêm phong, cất trong tủ "
    "có khóa; hai bản cất ở hai nơi, không cất cùng máy tính và ổ USB sao lưu.",
    "Khi quên mật khẩu: mở chương trình, gõ mã này vào ô mật khẩu rồi đặt mật khẩu mới.",
    "Khi thay mã khôi phục: hủy cả hai bản này. Mã cũ vẫn mở được các bản sao lưu làm trước ngày thay.",
)
GROUPS_A_LINE = 4


def compose(office: str, store: str, code: str, on: date) -> Document:
    """Two sheets alike, each by itself, for a code in groups, of an office and the file of its store."""
    copies = [copy(number, office, store, code, on) for number in (1, 2)]
    return Document(title="Mã khôi phục", blocks=(*copies[0], Section(), *copies[1]))


def copy(number: int, office: str, store: str, code: str, on: date) -> tuple[Block, ...]:
    groups = code.split()
    lines = [groups[at : at + GROUPS_A_LINE] for at in range(0, len(groups), GROUPS_A_LINE)]
    return (
        Title("MÃ KHÔI PHỤC", f"Sổ học tập của {office}"),
        FillLine("Tệp sổ:", store),
        FillLine("Ngày lập:", show_date(on.isoformat())),
        FillLine("Bản số:", f"{number}/2"),
        Spacer(6),
        *(Paragraph((Span("   ".join(line), bold=True),), align=Align.CENTRE, indent=False) for line in lines),
        Spacer(6),
        *(BulletLine(rule) for rule in RULES),
        Spacer(6),
        FillLine("Người giữ:"),
        FillLine("Nơi cất:"),
    )
