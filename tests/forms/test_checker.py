"""What the proof-reader of layout says of a document, and what it leaves in peace."""

from typing import Any

import pytest

from desktop_app.domain.wording import LayoutYear
from desktop_app.forms.blocks import (
    Addressee,
    Block,
    Document,
    Head,
    LetterSubject,
    Paragraph,
    Recipients,
    Signature,
    Signer,
    Title,
)
from desktop_app.forms.checker import check
from tests.forms import cast

GOOD = {
    "superior": "ĐẢNG BỘ TỈNH THANH HÓA",
    "issuer": "ĐẢNG ỦY PHƯỜNG ĐÔNG THỌ",
    "number_symbol": "Số 05-BC/ĐU",
    "place_and_date": "Đông Thọ, ngày 05 tháng 02 năm 2026",
}


def said(*blocks: Block, **properties: Any) -> dict[str, bool]:
    """What was found, and whether it is serious."""
    found = check(Document(**{"title": "Thử", "blocks": blocks, **properties}))
    return {finding.sentence: finding.serious for finding in found}


def head(**changed: str) -> Head:
    return Head(**{**GOOD, **changed})


def signed(**signer: str) -> Signature:
    return Signature(
        right=Signer(**{"authority": "T/M ĐẢNG ỦY", "position": "BÍ THƯ", "name": "Lê Thị Hạnh", **signer})
    )


def one(found: dict[str, bool]) -> tuple[str, bool]:
    [(sentence, serious)] = found.items()
    return sentence, serious


def test_a_right_document_is_left_in_peace() -> None:
    assert said(cast.head(), cast.title(), Paragraph("Một."), cast.closing()) == {}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"issuer": ""}, "chưa có tên cơ quan ban hành"),
        ({"superior": ""}, "chưa có tên cơ quan cấp trên"),
        ({"superior": "ĐẢNG BỘ XÃ A"}, "phải là đảng bộ tỉnh hoặc thành phố"),
        ({"issuer": "CHI BỘ 1", "superior": "ĐẢNG ỦY XÃ A"}, "phải là tên đảng bộ"),
        ({"issuer": "BAN XÂY DỰNG ĐẢNG", "superior": "ĐẢNG BỘ TỈNH A"}, "phải là tên đảng ủy"),
        ({"place_and_date": ""}, "Thiếu địa danh và ngày"),
        ({"place_and_date": "Ngày 05 tháng 02 năm 2026"}, "Thiếu địa danh trước ngày"),
        ({"number_symbol": ""}, "Thiếu số và ký hiệu"),
        ({"number_symbol": "Số: 05-BC/ĐU"}, "không có dấu hai chấm"),
        ({"number_symbol": "Số 05/BC-ĐU"}, "sai mẫu"),
        ({"number_symbol": "Số 05-KH/ĐU"}, "Báo cáo mang ký hiệu BC, không phải KH"),
    ],
)
def test_a_wrong_head_is_serious(changed: dict[str, str], words: str) -> None:
    sentence, serious = one(said(head(**changed), cast.title()))
    assert words in sentence and serious


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"place_and_date": "Đông Thọ, ngày 5 tháng 2 năm 2026"}, "phải có số 0"),
        ({"number_symbol": "Số 5-BC/ĐU"}, "Số 05-BC/ĐU"),
        ({"issuer": "VĂN PHÒNG ĐẢNG ỦY", "superior": "ĐẢNG ỦY XÃ A"}, "chỉ ghi “VĂN PHÒNG”"),
    ],
)
def test_a_small_slip_in_the_head_is_only_a_note(changed: dict[str, str], words: str) -> None:
    sentence, serious = one(said(head(**changed), cast.title()))
    assert words in sentence and not serious


@pytest.mark.parametrize(("kind", "wrong", "right"), [("TỜ TRÌNH", "TT", "TTr"), ("CHƯƠNG TRÌNH", "CT", "CTr")])
def test_codes_that_look_alike_are_told_apart(kind: str, wrong: str, right: str) -> None:
    assert said(head(number_symbol=f"Số 05-{right}/ĐU"), Title(kind, "việc a")) == {}
    assert f"ký hiệu {right}, không phải {wrong}" in one(said(head(number_symbol=f"Số 05-{wrong}/ĐU"), Title(kind)))[0]


def test_a_number_to_be_written_by_hand_is_right() -> None:
    assert said(head(number_symbol="Số         -BC/ĐU"), cast.title()) == {}


def test_a_letter_carries_the_code_of_letters() -> None:
    assert said(head(number_symbol="Số 05-CV/ĐU"), LetterSubject("về triệu tập")) == {}
    assert "Công văn mang ký hiệu CV" in one(said(cast.head(), LetterSubject("về triệu tập")))[0]


def test_a_report_without_a_head_is_serious_and_a_slip_without_one_is_not() -> None:
    assert "Thiếu phần đầu" in one(said(cast.title()))[0]
    assert said(Title("PHIẾU", "Chi bộ 1")) == {}


def test_a_subject_begins_small_and_ends_without_a_stop() -> None:
    found = said(cast.head(), Title("BÁO CÁO", "Kết quả học tập."))
    assert list(found.values()) == [False, False]
    assert "chữ thường" in next(iter(found)) and "không có dấu chấm" in list(found)[1]


@pytest.mark.parametrize(
    ("signer", "words"),
    [
        ({"authority": "K/T BÍ THƯ", "position": "PHÓ BÍ THƯ"}, "không ghi “K/T BÍ THƯ”"),
        ({"authority": "TM. ĐẢNG ỦY"}, "viết “T/M”, không viết “TM.”"),
        ({"authority": "T/M CHI ỦY"}, "ký “T/M CHI BỘ”"),
        ({"position": "PHÓ BÍ THƯ ĐẢNG ỦY"}, "chỉ ghi “PHÓ BÍ THƯ”"),
        ({"authority": "T/M CHI BỘ"}, "không ký “T/M CHI BỘ”"),
        ({"name": "TS. Lê Thị Hạnh"}, "học hàm"),
        ({"name": "Đại tá Lê Thị Hạnh"}, "quân hàm"),
    ],
)
def test_who_signs_wrongly_is_serious(signer: dict[str, str], words: str) -> None:
    sentence, serious = one(said(cast.head(), cast.title(), Paragraph("Một."), signed(**signer)))
    assert words in sentence and serious


def test_a_cell_does_not_sign_for_the_committee() -> None:
    cell = head(issuer="CHI BỘ 1", superior="ĐẢNG BỘ PHƯỜNG ĐÔNG THỌ", number_symbol="Số 05-BC/CB")
    assert "ký “T/M CHI BỘ”" in one(said(cell, cast.title(), signed()))[0]


def test_a_name_that_begins_like_a_degree_is_a_name() -> None:
    assert said(cast.head(), cast.title(), signed(name="Tsơn Văn An")) == {}


def test_degrees_were_allowed_before_2026() -> None:
    assert said(cast.head(), cast.title(), signed(name="TS. Lê Văn An"), layout_year=LayoutYear.Y2018) == {}


@pytest.mark.parametrize(
    ("items", "words"),
    [(("Tỉnh ủy",), "phải là nơi lưu"), (("Tỉnh ủy", "Lưu: VT"), "không ghi “VT”"), ((), "chưa có ai")],
)
def test_recipients_end_with_where_it_is_kept(items: tuple[str, ...], words: str) -> None:
    assert words in one(said(Recipients(items)))[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trân trọng./.", "không ghi “./.”"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "văn bản Nhà nước"),
        ("Độc lập - Tự do - Hạnh phúc", "văn bản Nhà nước"),
        ("Kính mời {name} dự hội nghị.", "chưa điền “{name}”"),
    ],
)
def test_words_that_do_not_belong_are_serious(text: str, words: str) -> None:
    sentence, serious = one(said(Paragraph(text)))
    assert words in sentence and serious


def test_the_name_of_the_state_inside_a_sentence_is_no_header() -> None:
    assert said(Paragraph("Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam.")) == {}


def test_the_last_sentence_ends_with_a_stop() -> None:
    assert "kết thúc bằng dấu chấm" in one(said(cast.head(), cast.title(), Paragraph("Một"), signed()))[0]


def test_a_submission_is_addressed_so_since_2026() -> None:
    blocks = (head(number_symbol="Số 05-TTr/ĐU"), Title("TỜ TRÌNH", "việc a"), Addressee(("Tỉnh ủy",)))
    assert "Kính trình" in one(said(*blocks))[0]
    assert said(*blocks, layout_year=LayoutYear.Y2018) == {}
