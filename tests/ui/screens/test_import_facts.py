"""What is said of a foreign sheet before it is read."""

from desktop_app.domain.legacy import Encoding
from desktop_app.exchange.encodings import overruled
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.sheet import Row, Sheet, Value
from desktop_app.ui.screens.import_facts import cells_in_error, conversion_tip, facts

MAPPING = Mapping(header_row=1, first_data_row=2, columns={"full_name": (0,), "birth_date": (1,)})
HEADER = ("Họ và tên", "Ngày sinh", "Tuổi")


def sheet(*rows: tuple[Value | None, ...], **told: object) -> Sheet:
    made = tuple(Row(at, values) for at, values in enumerate((HEADER, *rows), 1))
    return Sheet(name="DS", rows=made, **told)  # type: ignore[arg-type]


def said(shown: Sheet, mapping: Mapping | None = MAPPING) -> list[str]:
    return [fact.text for fact in facts(shown, mapping, cells_in_error(shown))]


def test_a_clean_sheet_has_nothing_to_say() -> None:
    assert said(sheet(("Lê Thị Đào", "1960"))) == []


def test_a_converted_column_is_told_with_what_it_was_before() -> None:
    read = overruled(sheet(("NguyÔn V¨n An", "1960")), {0: Encoding.TCVN3})
    assert said(read) == [
        "Cột A (Họ và tên) dùng bảng mã TCVN3 (ABC) (theo lựa chọn của bạn), đã đổi: “NguyÔn V¨n An” → “Nguyễn Văn An”"
    ]
    assert "NguyÔn V¨n An  →  Nguyễn Văn An" in conversion_tip(read.conversions[0])


def test_hidden_parts_are_told_with_where_they_begin() -> None:
    hidden = sheet(
        ("An", "1"), ("Bình", "2"), hidden=True, hidden_rows=frozenset({1, 2, 3}), hidden_columns=frozenset({1, 2})
    )
    assert said(hidden) == [
        "Trang tính này đang bị ẩn trong tệp nhưng vẫn được đọc.",
        "2 dòng (từ dòng 2) đang bị ẩn trong tệp nhưng vẫn được đọc.",
        "Cột B (Ngày sinh) đang bị ẩn trong tệp nhưng vẫn được đọc.",
    ]


def test_cells_in_error_are_told_by_column_with_the_first_of_them() -> None:
    found = facts(sheet(("An", "#N/A"), ("Bình", "#REF!")), MAPPING, ((2, 1), (3, 1)))
    assert [fact.text for fact in found] == ["Cột B (Ngày sinh) có 2 ô lỗi (ô đầu tiên B2); các ô ấy không được nhập."]
    assert (found[0].row, found[0].column) == (2, 1)


def test_errors_and_formulas_of_columns_that_are_passed_over_are_left_out() -> None:
    assert said(sheet(("An", "1", "#N/A"), formulas=frozenset({(2, 2)}))) == []


def test_formulas_of_columns_that_are_read_are_counted() -> None:
    assert said(sheet(("An", "1"), ("Bình", "2"), formulas=frozenset({(2, 1), (3, 1)}))) == [
        "Cột B (Ngày sinh) có 2 ô là công thức; lấy kết quả lưu sẵn trong tệp."
    ]
