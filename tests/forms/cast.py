"""Blocks with defaults: a head, a title, a list of names, a closing."""

from datetime import date

from desktop_app.domain.wording import number_symbol, place_and_date
from desktop_app.forms.blocks import Align, Column, Head, Recipients, Row, Signature, Signer, Table, Title

SENTENCE = "Đảng ủy phường đã tổ chức hội nghị học tập, quán triệt Nghị quyết cho toàn thể đảng viên của Đảng bộ. "
COLUMNS = (Column("STT", mm=12, align=Align.CENTRE), Column("Họ và tên", weight=2), Column("Ký tên", mm=40))


def head(issuer: str = "ĐẢNG ỦY PHƯỜNG ĐÔNG THỌ") -> Head:
    return Head(
        superior="ĐẢNG BỘ TỈNH THANH HÓA",
        issuer=issuer,
        number_symbol=number_symbol("BC", "ĐU", 5),
        place_and_date=place_and_date("Đông Thọ", date(2026, 2, 5)),
    )


def title() -> Title:
    return Title("BÁO CÁO", "kết quả nghiên cứu, học tập Nghị quyết")


def names(count: int) -> Table:
    rows = tuple(Row((str(at), f"Nguyễn Văn Tên{at:03}", "")) for at in range(1, count + 1))
    return Table(columns=COLUMNS, rows=rows, min_row_mm=10)


def closing() -> Signature:
    return Signature(
        right=Signer(authority="T/M ĐẢNG ỦY", position="BÍ THƯ", name="Lê Thị Hạnh"),
        left=Recipients(("Ban Thường vụ Tỉnh ủy", "Lưu Văn phòng Đảng ủy")),
    )
