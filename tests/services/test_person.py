"""One person's page: the life line, what they owe, who changed what."""

import pytest

from db.values import OutputKind
from desktop_app.domain.lifeline import EventKind
from desktop_app.domain.masking import masked
from desktop_app.domain.obligations import EssayState
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, essays, journal, moves, positions, standing
from desktop_app.services.person import person_facts, reveal
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member
from tests.round_office import small_round


def lines(store: Store, member_id: int) -> list[tuple[str | None, str]]:
    return [(event.on, event.text) for event in person_facts(store, member_id).events]


def test_the_life_line_runs_from_what_always_was(store: Store) -> None:
    person = a_member(store)
    moves.move(store, person.id, "2020-03-01", a_cell(store, "Phố 2").id)
    moves.send_away(store, person.id, "2020-06-01", "Ba Đình", until="2020-09-01")
    positions.hold_office(store, person.id, "Bí thư", "2020-10-01", term="2020–2025")
    moves.transfer_out(store, person.id, "2021-01-01", "Hà Nội")
    assert lines(store, person.id) == [
        (None, "Thuộc Chi bộ Đội Cung 1"),
        ("1985-05-19", "Kết nạp Đảng, là đảng viên dự bị"),
        ("1986-05-19", "Là đảng viên chính thức"),
        ("2020-03-01", "Chuyển sang Chi bộ Phố 2"),
        ("2020-06-01", "Sinh hoạt tạm thời tại Ba Đình"),
        ("2020-09-01", "Hết thời gian sinh hoạt tạm thời tại Ba Đình"),
        ("2020-10-01", "Giữ chức vụ Bí thư, nhiệm kỳ 2020–2025"),
        ("2021-01-01", "Chuyển đi Hà Nội"),
        ("2021-01-01", "Thôi chức vụ Bí thư"),
    ]


def test_statuses_say_why(store: Store) -> None:
    person = a_member(store)
    standing.exempt(store, person.id, "2020-03-01", "tuổi cao")
    standing.resume(store, person.id, "2020-06-01", "7-QĐ")
    told = [(e.text, e.paper) for e in person_facts(store, person.id).events if e.kind is EventKind.STATUS]
    assert told == [("Được miễn sinh hoạt đảng (tuổi cao)", None), ("Trở lại sinh hoạt đảng", "7-QĐ")]


def test_conferences_make_ups_and_essays_are_on_the_line(store: Store) -> None:
    made = small_round(store)
    told = [text for _, text in lines(store, made.people["Hồ Thị Nga"])]
    assert "Hội nghị “Hội nghị trực tuyến toàn quốc”: dự một phần" in told
    assert "Học bù 1 buổi của hội nghị “Hội nghị trực tuyến toàn quốc” (tự nghiên cứu)" in told
    assert "Nộp bài thu hoạch đợt “Học tập Nghị quyết Đại hội XIII của Đảng”" in told


def test_who_was_not_summoned_has_the_reason_on_the_line(store: Store) -> None:
    made = small_round(store)
    told = [text for _, text in lines(store, made.people["Vũ Văn Miễn"])]
    assert "Hội nghị “Hội nghị trực tuyến toàn quốc”: không triệu tập: miễn sinh hoạt" in told


def test_an_essay_to_be_rewritten_is_owed(store: Store) -> None:
    made = small_round(store)
    debt = person_facts(store, made.people["Trần Thị Ánh"]).owed[0]
    assert (debt.half_days, debt.essay) == (0, EssayState.REWRITE)


def test_half_days_missed_are_owed_until_made_up(store: Store) -> None:
    made = small_round(store)
    person = made.people["Hoàng Văn Bình"]
    assert [(d.half_days, d.study_by, d.essay) for d in person_facts(store, person).owed] == [(2, "2021-06-30", None)]
    attendance.record_makeup(store, made.conference_id, [person], "2021-04-10")
    essays.receive(store, made.round_id, [person], "2021-04-12")
    assert person_facts(store, person).owed == ()


def test_who_has_passed_owes_nothing(store: Store) -> None:
    made = small_round(store)
    assert person_facts(store, made.people["Nguyễn Văn An"]).owed == ()


def test_the_dead_owe_nothing(store: Store) -> None:
    made = small_round(store)
    person = made.people["Ngô Văn Hòa"]
    assert person_facts(store, person).owed
    standing.died(store, person, "2021-04-01")
    assert person_facts(store, person).owed == ()


def test_nobody_dies_before_they_were_last_seen(store: Store) -> None:
    made = small_round(store)
    with pytest.raises(Refusal, match="còn được ghi có mặt hoặc nộp bài ngày 01/04/2021"):
        standing.died(store, made.people["Nguyễn Văn An"], "2021-03-30")


def test_the_page_says_who_changed_what(store: Store) -> None:
    person = a_member(store)
    moves.move(store, person.id, "2020-03-01", a_cell(store, "Phố 2").id)
    told = [(c.gesture, c.caption, c.after) for c in person_facts(store, person.id).changes]
    assert ("Chuyển sang Chi bộ Phố 2: Nguyễn Văn An", "Tổ chức", "Phố 2") in told


def test_numbers_shown_in_full_are_written_down(store: Store) -> None:
    person = a_member(store, citizen_id="038060001234", party_card_no="12345678")
    assert masked(person).citizen_id == "•••••••••234"
    assert reveal(store, person).citizen_id == "038060001234"
    assert [(o.kind, o.scope) for o in journal.output_log(store)] == [
        (OutputKind.REVEAL, f"Nguyễn Văn An ({person.code})")
    ]
