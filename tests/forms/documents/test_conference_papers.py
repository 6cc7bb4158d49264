"""What is printed around a conference: who is called where and when, who sits where, how it went."""

from db.day_records import DiaryEntry, HeadCount
from db.values import DiaryKind
from desktop_app.forms.documents import guest_list
from desktop_app.forms.form import Subject
from desktop_app.services import attendance, conferences, roll_changes, rolls, venue_diary
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import GUEST, SmallRound, small_round


def test_the_notice_says_when_where_who_and_what(read: Read) -> None:
    text = read("summons")
    assert "THÔNG BÁO" in text and "-TB/" in text
    assert "Buổi sáng ngày 27/3/2021" in text and "2. Địa điểm" in text
    assert "(13 đồng chí)" in text and "Nơi nhận" in text


def test_the_notice_of_one_cell_counts_that_cell_only(read: Read, small: SmallRound, small_store: Store) -> None:
    text = read("summons", cell_id=small.cell_ids[1])
    rows = rolls.roll(small_store, small.conference_id, None, small.cell_ids[1])
    called = sum(row.deduction is None and row.kind.value != "guest" for row in rows)
    assert "Chi bộ Đội Cung 2" in text and f"({called} đồng chí)" in text


def test_the_letter_goes_to_the_cells(read: Read) -> None:
    text = read("summons-letter")
    assert "-CV/" in text and "Kính gửi: Các chi bộ trực thuộc" in text and "THÔNG BÁO" not in text


def test_guests_are_invited_each_on_a_page(small_store: Store) -> None:
    pages = pages_of(small_store, "invitation")
    assert len(pages) == 1 and GUEST in pages[0] and "GIẤY MỜI" in pages[0]


def test_a_member_chosen_is_invited_instead(read: Read, small: SmallRound) -> None:
    text = read("invitation", member_id=small.people["Nguyễn Văn An"])
    assert "Kính gửi: đồng chí Nguyễn Văn An" in text and GUEST not in text


def test_a_guest_of_no_cell_is_named_by_what_they_came_as(blank: Store) -> None:
    made = small_round(blank)
    roll_changes.add_guest(blank, made.conference_id, "Trần Văn Khách", "khách mời của Mặt trận", made.venue_ids[0])
    guest = next(row for row in rolls.roll(blank, made.conference_id) if row.full_name == "Trần Văn Khách")
    text = " ".join(pages_of(blank, "invitation", member_id=guest.member_id, cell_id=made.cell_ids[0]))
    assert "Kính gửi: ông (bà) Trần Văn Khách, khách mời của Mặt trận" in text and "Như kính gửi" in text
    assert "Trần Văn Khách, Đảng ủy" not in text
    units = {each.name: each.unit for each in guest_list.gather(blank, Subject()).guests}
    assert units["Trần Văn Khách"] == "khách mời của Mặt trận"


def test_the_programme_opens_and_closes_the_conference_once(read: Read) -> None:
    text = read("programme")
    assert text.count("khai mạc hội nghị") == 1 and text.count("kết luận, bế mạc") == 1


def test_a_cell_is_reminded_of_its_own_people(read: Read, small: SmallRound) -> None:
    text = read("reminder", cell_id=small.cell_ids[0])
    assert "Nguyễn Văn An" in text and "Phan Thị Chi" not in text


def test_everyone_to_come_sits_once(small_store: Store, small: SmallRound) -> None:
    text = " ".join(pages_of(small_store, "seating-list"))
    rows = [row for row in rolls.roll(small_store, small.conference_id) if row.deduction is None]
    assert all(text.count(row.full_name) == 1 for row in rows)


def test_the_guest_list_counts_guests_only(read: Read) -> None:
    text = read("guest-list")
    assert GUEST in text and "Tổng số: 1 người" in text and "4/4 buổi" in text


def test_minutes_tell_who_was_absent_and_what_happened(blank: Store) -> None:
    made = small_round(blank)
    venue = conferences.venues(blank, made.conference_id)[0]
    day = conferences.conference(blank, made.conference_id).half_days[0]
    told = DiaryEntry(
        venue_id=venue.id, half_day_id=day.id, kind=DiaryKind.LINE, happened_at="2021-03-27 08:05", text="chập chờn"
    )
    venue_diary.write(blank, made.conference_id, told)
    heads = HeadCount(venue_id=venue.id, half_day_id=day.id, people="Hội viên nông dân", count=12)
    venue_diary.count(blank, made.conference_id, heads)
    text = " ".join(pages_of(blank, "venue-minutes", venue_id=venue.id))
    assert "8 giờ 05, đường truyền: chập chờn." in text
    assert "hội viên nông dân (không ghi tên): 12" in text and "NGƯỜI GHI BIÊN BẢN" in text


def test_the_quick_report_agrees_with_the_marks(small_store: Store, small: SmallRound, read: Read) -> None:
    sheet = attendance.sheet(small_store, small.conference_id)
    must = {row.member_id for row in sheet.rows if row.deduction is None and row.kind.value != "guest"}
    first = sheet.half_days[0].id
    present = sum(
        mark.status.value == "present" for (day, member), mark in sheet.marks.items() if day == first and member in must
    )
    assert f"{present} " in read("quick-report").partition("27/3")[2]
    assert f"phải dự {len(must)} đồng chí" in read("quick-report")
