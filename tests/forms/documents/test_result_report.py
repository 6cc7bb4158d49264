"""The report on a round: its parts in order, its figures with their denominators, its annex."""

from io import BytesIO

import pdfplumber
import pytest

from db.records import HalfDay
from db.values import DayPart
from desktop_app.services import conferences, makeup_conferences, rolls, rounds, submissions
from desktop_app.services import office as offices
from desktop_app.services.makeup_conferences import MakeUpDraft
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of, printed_bytes
from tests.forms.measures import MM
from tests.round_office import hall, one_person, small_round

PARTS = (
    "BÁO CÁO kết quả nghiên cứu, học tập, quán triệt Nghị quyết Đại hội XIII của Đảng -----",
    "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN",
    "II. KẾT QUẢ",
    "III. ĐÁNH GIÁ CHUNG",
    "IV. NHIỆM VỤ THỜI GIAN TỚI",
    "Nơi nhận:",
    "PHỤ LỤC",
)


def test_the_parts_come_in_their_order(read: Read) -> None:
    text = read("result-report")
    places = [text.index(part) for part in PARTS]
    assert places == sorted(places)


def test_the_number_is_left_blank_without_a_colon(read: Read) -> None:
    text = read("result-report")
    assert "-BC/ĐU" in text and "Số:" not in text and "01-BC" not in text


@pytest.mark.parametrize(
    "sentence",
    [
        "Chỉ thị số 01-CT/TW, ngày 09/3/2021 của Bộ Chính trị về việc nghiên cứu",
        "từ sáng ngày 27/3/2021 đến chiều ngày 28/3/2021 (4 buổi), 2 điểm cầu.",
        "Tổng số đảng viên: 14, trừ miễn sinh hoạt 1, sinh hoạt tạm thời nơi khác 1, cộng 1 đồng chí",
        "Dự đủ các buổi: 5/13 đảng viên phải dự, đạt 38,46 %.",
        "dự một phần 2 (3 lượt vắng có lý do); vắng cả hội nghị: có lý do 3, không lý do 1, chưa rõ lý do 1;",
        "Đã học bù 3 đồng chí. Tính cả dự hội nghị và học bù, đã học 8/13 đảng viên phải dự, đạt 61,54 %;",
        "so với tổng số đảng viên là 7/14, đạt 50,00 %.",
        "1/1 khách mời, quần chúng dự đủ các buổi (không tính vào số đảng viên).",
        "Báo cáo Chính trị (sáng 27/3/2021), do đồng chí Lê Văn Giảng (Ủy viên Ban Thường vụ) truyền đạt.",
        "Đã nộp 3/12 đảng viên phải viết, đạt 25,00 %, trong đó nộp muộn 1.",
        "Kết quả: đạt 1, phải viết lại 1, chưa chấm 1. Chưa nộp: 9 đồng chí, trong đó quá hạn 2, chưa học nên chưa "
        "đến hạn 5.",
        "Đôn đốc 9 đồng chí chưa nộp bài thu hoạch, trong đó 5 đồng chí chưa học xong nên chưa đến hạn.",
        "Tổ chức học bù cho 5 đồng chí chưa học đủ, xong chậm nhất ngày 30/6/2021 (còn 86 ngày).",
        "Chương trình hành động: chậm nhất ngày 30/6/2021, gửi Thành ủy.",
        "Đảng ủy phường Đông Thọ kính báo cáo Thành ủy Thanh Hóa.",
    ],
)
def test_what_the_program_knows_is_said(read: Read, sentence: str) -> None:
    assert sentence in read("result-report")


def test_what_was_sent_is_no_task_any_more(blank: Store) -> None:
    made = small_round(blank)
    asked = "Chương trình hành động: chậm nhất ngày 30/6/2021, gửi Thành ủy."
    assert asked in " ".join(pages_of(blank, "result-report"))
    programme = rounds.study_round(blank, made.round_id).deadlines[0].id
    submissions.record(blank, programme, [offices.office(blank).organization_id], "2021-04-05", "02-CTr/ĐU")
    text = " ".join(pages_of(blank, "result-report"))
    assert "đã gửi ngày 05/4/2021, số 02-CTr/ĐU." in text and asked not in text


def test_a_conference_held_again_is_counted_apart(blank: Store) -> None:
    made = small_round(blank)
    on = HalfDay(held_on="2021-04-05", part=DayPart.EVENING)
    again = MakeUpDraft(name="Hội nghị học bù", half_days=(on,), member_ids=(made.people["Phan Thị Chi"],))
    makeup_conferences.create(blank, made.round_id, again)
    assert "Đã tổ chức 1 hội nghị với 2 điểm cầu, 1 hội nghị học bù:" in " ".join(pages_of(blank, "result-report"))


def test_the_annex_is_landscape_and_numbered_apart(small_store: Store) -> None:
    with pdfplumber.open(BytesIO(printed_bytes(small_store, "result-report"))) as pdf:
        annex = next(page for page in pdf.pages if "PHỤ LỤC" in page.extract_text())
        assert (round(annex.width * MM), round(annex.height * MM)) == (297, 210)
        assert annex.extract_text().startswith("PHỤ LỤC")
        assert "TỔNG CỘNG" in annex.extract_text()


def test_the_signer_of_the_office_signs(read: Read) -> None:
    text = read("result-report")
    assert "T/M ĐẢNG ỦY" in text and "BÍ THƯ" in text and "Nguyễn Thị Tâm" in text
    assert "Lưu Văn phòng Đảng ủy." in text


def test_the_offices_spelling_is_kept_but_not_in_names(blank: Store) -> None:
    one_person(blank, attended=True)
    offices.save_setting(blank, "office.spelling", "uỷ")
    text = " ".join(pages_of(blank, "result-report"))
    assert "Đảng uỷ phường" in text and "Đảng ủy" not in text and "ĐẢNG ỦY" not in text


def test_a_venue_where_nobody_sits_is_counted_neither_in_the_report_nor_in_its_annex(blank: Store) -> None:
    made = small_round(blank, freeze=False)
    conferences.save_venue(blank, made.conference_id, hall("Trạm y tế", ()))
    rolls.freeze(blank, made.conference_id)
    text = " ".join(pages_of(blank, "result-report"))
    assert "Đã tổ chức 1 hội nghị với 2 điểm cầu:" in text and "TỔNG CỘNG 1 2 14" in text
