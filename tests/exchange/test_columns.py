"""The words real lists put over their columns, and the field each of them means."""

import pytest

from desktop_app.exchange.columns import IGNORED, field_of, field_under

HEADERS = {
    "full_name": ["Họ và tên", "HỌ VÀ TÊN", "Họ tên khai sinh", "Họ và tên*", "Họ, chữ đệm và tên", "Họ\u00a0và\ntên"],
    "family_name": ["Họ đệm", "Họ và tên đệm", "Họ và đệm", "Họ, chữ lót"],
    "given_name": ["Tên"],
    "other_name": ["Tên gọi khác", "Bí danh"],
    "birth_date": ["Ngày, tháng, năm sinh", "Năm sinh", "Sinh ngày*", "Ngày sinh (dd/mm/yyyy)", "Sinh năm"],
    "gender": ["Giới tính", "Nam, nữ", "Nam/Nữ", "Giới tính (Nam/Nữ)"],
    "gender_female": ["Nữ"],
    "gender_male": ["Nam"],
    "cell": ["Chi bộ", "Đơn vị", "Tổ chức Đảng sinh hoạt*", "Sinh hoạt tại", "Chi bộ sinh hoạt"],
    "party_card_no": ["Số thẻ đảng viên", "Số thẻ Đảng*", "Số TĐV", "Số thẻ"],
    "old_party_card_no": ["Số thẻ Đảng theo QĐ 85", "Số thẻ Đảng cũ"],
    "card_issued_on": ["Ngày cấp thẻ", "Ngày cấp thẻ đảng viên"],
    "citizen_id": ["Số định danh cá nhân*", "CCCD", "Số căn cước công dân", "Số CCCD (12 số)"],
    "any_id": ["Số CCCD/CMND", "Số CMND"],
    "old_id_no": ["Số CMND cũ"],
    "admitted_on": ["Ngày vào Đảng*", "Ngày kết nạp", "Ngày tháng năm vào ĐCSVN", "Ngày vào Đảng (dự bị)"],
    "official_on": ["Ngày chính thức*", "Ngày công nhận chính thức", "Ngày vào Đảng chính thức"],
    "position": ["Chức vụ", "Chức vụ Đảng"],
    "status": ["Trạng thái hoạt động*", "Trạng thái", "Tình trạng sinh hoạt"],
    "status_date": ["Ngày rời/mất/miễn SH"],
    "phone": ["SĐT", "Điện thoại", "Số điện thoại liên hệ"],
    "note": ["Ghi chú"],
    "two_names": ["Họ và tên/\nHọ tên khai sinh"],
    "party_dates": ["Ngày vào Đảng; ngày chính thức"],
    "card_and_more": ["Số thẻ đảng viên; số lý lịch đảng viên; số Huy hiệu Đảng"],
    "card_and_day": ["Số thẻ đảng, ngày cấp"],
    "gender_and_more": ["Nam, nữ; dân tộc; tôn giáo"],
    "birth_and_more": ["Ngày sinh, quê quán"],
    "birth_male": ["Năm sinh nam"],
    "birth_female": ["Năm sinh (nữ)"],
    "deceased_on": ["Ngày từ trần, lý do"],
    "left_on": ["Ngày ra khỏi Đảng, hình thức"],
    "moved_on": ["Ngày chuyển đi, đến đảng bộ cơ sở nào"],
    "ordinal": ["STT", "TT", "Số TT"],
    IGNORED: [
        "Dân tộc",
        "Tôn giáo",
        "Quê quán",
        "Trình độ học vấn",
        "Nơi cấp thẻ",
        "Nơi sinh",
        "Họ tên người giới thiệu",
    ],
}


@pytest.mark.parametrize(
    ("field", "header"), [(field, header) for field, headers in HEADERS.items() for header in headers]
)
def test_a_header_is_understood(field: str, header: str) -> None:
    found = field_of(header)
    assert found is not None and found[1] == field


@pytest.mark.parametrize(
    "text", ["Nguyễn Văn An", "DANH SÁCH ĐẢNG VIÊN CHI BỘ 1", "12/03/1955", "Ngày sinh hoạt", "x" * 200]
)
def test_other_texts_are_no_header(text: str) -> None:
    assert field_of(text) is None


@pytest.mark.parametrize(
    ("group", "sub", "field"),
    [
        ("Năm sinh", "Nam", "birth_male"),
        ("Ngày, tháng, năm sinh", "Nữ", "birth_female"),
        ("Giới tính", "Nữ", "gender_female"),
        ("Ngày tháng năm", "vào Đảng", "admitted_on"),
        ("Vào Đảng", "Ngày chính thức", "official_on"),
        ("Thẻ đảng viên", "Ngày cấp", "card_issued_on"),
        ("Họ và", "tên", "full_name"),
        ("Ngày sinh", "Tháng", "birth_date"),
        ("Quê quán", "Chi tiết", IGNORED),
        ("Đảng viên", "Họ và tên", "full_name"),
    ],
)
def test_a_header_in_two_rows_is_understood(group: str, sub: str, field: str) -> None:
    found = field_under(group, sub)
    assert found is not None and found[1] == field
