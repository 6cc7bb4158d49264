"""The national file: its columns where they belong, what is kept in them, blank what is not; read back unchanged."""

from pathlib import Path

import pytest

from db.values import MemberKind
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.member_export import export_list
from desktop_app.exchange.national_export import export_national
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.exchange.given_out import counts, dangerous, formulas, sheet_of, three_people


@pytest.fixture
def people(store: Store) -> Store:
    return three_people(store)


def test_the_national_file_read_back_changes_nothing(people: Store, tmp_path: Path) -> None:
    done = export_national(people, tmp_path / "4.0.xlsx")
    assert counts(people, done.path) == (0, 0, 3, 0)


def test_the_national_file_has_its_columns_where_they_belong(people: Store, tmp_path: Path) -> None:
    sheet = sheet_of(export_national(people, tmp_path / "4.0.xlsx").path)
    assert sheet.max_column == 31
    assert [sheet[f"{column}6"].value for column in ("A", "C", "N", "O", "R", "U", "X", "AA", "AE")] == [
        "STT", "Họ và tên*", "Tổ chức Đảng sinh hoạt*", "Nơi đăng ký khai sinh", "Quê quán", "Thường trú",
        "Ngày vào Đảng*", "Trạng thái hoạt động*", "Chi tiết lỗi",
    ]  # fmt: skip
    assert [sheet[f"{column}7"].value for column in "OPQ"] == ["Quốc gia", "Tỉnh/Thành phố", "Chi tiết"]
    assert (sheet["C8"].value, sheet["N8"].value) == ("Nguyễn Văn An", "Chi bộ Đội Cung 1")


def test_the_result_names_the_columns_left_blank(people: Store, tmp_path: Path) -> None:
    done = export_national(people, tmp_path / "4.0.xlsx")
    assert done.blank[:3] == ("ID", "Dân tộc", "Tôn giáo")
    assert "để trống vì sổ không lưu: ID, Dân tộc" in done.sentence


def test_guests_are_not_in_the_national_file(people: Store, tmp_path: Path) -> None:
    a_member(people, "Phạm Thị Khách", kind=MemberKind.GUEST)
    assert export_national(people, tmp_path / "4.0.xlsx").people == 3
    assert export_list(people, tmp_path / "ds.xlsx").people == 4


def test_no_text_becomes_a_formula(store: Store, tmp_path: Path) -> None:
    dangerous(store)
    assert formulas(export_national(store, tmp_path / "ds.xlsx").path) == []


def test_it_is_only_given_out_as_a_workbook(people: Store, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="đuôi"):
        export_national(people, tmp_path / "4.0.csv")
