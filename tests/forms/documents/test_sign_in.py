"""The sign-in sheet: a sheet a venue and day, room to sign, who is on it and who is not."""

from io import BytesIO
from typing import Any

import pdfplumber
import pypdf
import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.documents.sign_in import FORM
from desktop_app.forms.form import Subject
from desktop_app.services import conferences, members, organizations, rolls
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of, printed_bytes
from tests.forms.measures import MM, find, rules, seen
from tests.round_office import AWAY, EXEMPT, GUEST, HOSTED, MARKS, SmallRound, draft, make_round, two_days


def first_page(store: Store) -> Any:
    return pdfplumber.open(BytesIO(printed_bytes(store, "sign-in"))).pages[0]


def test_each_venue_signs_on_a_sheet_of_its_own_each_day(small_store: Store) -> None:
    sheets = pages_of(small_store, "sign-in")
    assert len(sheets) == 4
    assert [("27/3/2021" in sheet, "Hội trường" in sheet) for sheet in sheets] == [
        (True, True),
        (False, True),
        (True, False),
        (False, False),
    ]


def test_a_sheet_has_its_own_head_and_no_number_on_its_first_page(small_store: Store) -> None:
    assert all(sheet.startswith("ĐẢNG BỘ THÀNH PHỐ") for sheet in pages_of(small_store, "sign-in"))


def test_there_is_a_place_to_sign_for_each_half_day(read: Read) -> None:
    text = read("sign-in")
    assert text.count("(buổi sáng)") == text.count("(buổi chiều)") == 4
    assert "(buổi tối)" not in text


def test_rows_to_sign_are_at_least_ten_millimetres_high(small_store: Store) -> None:
    page = first_page(small_store)
    an = find(page, "Nguyễn Văn An").top
    tops = sorted(top for _, _, top in rules(page))
    above, below = max(top for top in tops if top < an), min(top for top in tops if top > an)
    assert below - above >= 10


def test_there_is_room_for_a_signature_beside_each_name(small_store: Store) -> None:
    page = first_page(small_store)
    morning, afternoon = (find(page, words).middle for words in ("(buổi sáng)", "(buổi chiều)"))
    edges = sorted({round(line["x0"] * MM, 1) for line in page.lines if abs(line["x1"] - line["x0"]) < 1})
    assert [max(x for x in edges if x < morning), min(x for x in edges if x > afternoon)] == pytest.approx(
        [195 - 12 - 56, 195 - 12], abs=0.2
    )
    assert afternoon - morning >= 25


def test_a_cell_is_named_over_its_people_and_not_beside_each(small_store: Store) -> None:
    page = first_page(small_store)
    assert page.extract_text().count("Đội Cung 1") == 1
    assert "Đơn vị" not in page.extract_text()


def test_thirty_one_people_of_cells_with_long_names_sign_on_two_pages_a_day(blank: Store) -> None:
    names = ("Trường Trung học phổ thông chuyên Lam Sơn", "Công ty Môi trường và Công trình đô thị Đông Thọ")
    cells = [organizations.create_cell(blank, name).id for name in names]
    for at in range(31):
        members.enrol(blank, draft(f"Nguyễn Thị Tên{at}", cells[at % 2], 1))
    held = conferences.create(blank, make_round(blank), two_days())
    rolls.freeze(blank, held.id)
    assert len(pages_of(blank, "sign-in")) == 4


def test_guests_sign_in_a_group_of_their_own_after_the_members(read: Read) -> None:
    text = read("sign-in")
    sheet = text[: text.index("CHỦ TRÌ")]
    assert sheet.index("Lý Văn Minh") < sheet.index("Khách mời, quần chúng dự học (1 người)") < sheet.index(GUEST)
    assert "Tổng số triệu tập: 9." in sheet


def test_who_need_not_come_is_not_on_the_sheet(read: Read) -> None:
    text = read("sign-in")
    assert HOSTED in text
    assert EXEMPT not in text and AWAY not in text


def test_whoever_leads_the_venue_signs_for_it(read: Read, small: SmallRound) -> None:
    text = read("sign-in", venue_id=small.venue_ids[0])
    assert "CHỦ TRÌ ĐIỂM CẦU" in text and "Trần Văn Chủ" in text
    assert "Có mặt: ........ Vắng: ........ (có lý do: ........; không lý do: ........)" in text


def test_a_cell_has_its_own_sheet_without_group_headings(read: Read, small: SmallRound) -> None:
    text = read("sign-in", cell_id=small.cell_ids[0])
    assert "(Chi bộ Đội Cung 1, điểm cầu Hội trường Đảng ủy phường, ngày 27/3/2021)" in text
    assert "đồng chí)" not in text and "T/M CẤP ỦY" in text


def test_the_outline_leads_to_each_sheet(small_store: Store) -> None:
    outline = pypdf.PdfReader(BytesIO(printed_bytes(small_store, "sign-in"))).outline
    titles = [str(entry["/Title"]) for entry in outline if not isinstance(entry, list)]
    assert titles[0] == "Điểm cầu Hội trường Đảng ủy phường, ngày 27/3/2021"
    assert len(titles) == 4


def test_a_venue_of_another_conference_is_refused(small_store: Store, small: SmallRound) -> None:
    with pytest.raises(Refusal, match="không thuộc hội nghị"):
        FORM.gather(small_store, Subject(conference_id=small.conference_id, venue_id=99))


def test_every_summoned_person_signs_once_a_day(read: Read) -> None:
    text = read("sign-in")
    assert {name: text.count(name) for name in MARKS} == dict.fromkeys(MARKS, 2)


def test_names_stand_at_the_left_of_their_column(small_store: Store) -> None:
    lines = [line for line in seen(first_page(small_store)) if line.text in MARKS]
    assert len({round(line.left, 1) for line in lines}) == 1
