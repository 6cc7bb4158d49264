"""Five conferences entered as newspapers told of them: their venues, counts, topics, half-days, last days and heads."""

from collections import Counter
from dataclasses import replace

import pytest

from db.day_records import Activity
from db.records import Conference
from db.values import Audience, HalfDayKind, MarkStatus, MemberKind, VenueLevel
from desktop_app.domain.obligations import required_half_days
from desktop_app.services import (
    activities,
    attendance,
    board,
    conferences,
    contradictions,
    coverage,
    due,
    essays,
    members,
    organizations,
    reports,
    rolls,
    rounds,
    seating,
    venue_diary,
)
from desktop_app.services.due import DueKind
from desktop_app.services.members import MemberDraft
from desktop_app.services.office import office
from desktop_app.services.store import Store
from tests.acceptance.seeds import hau_giang, hoa_binh, thai_nguyen, thanh_hoa, tra_vinh


def a_member(store: Store, name: str, cell_id: int, kind: MemberKind | None = None) -> int:
    admitted = None if kind is MemberKind.GUEST else "1990-01-01"
    return members.enrol(store, MemberDraft(full_name=name, admitted_on=admitted, cell_id=cell_id, kind=kind)).id


def depths(store: Store, held: Conference) -> Counter[int]:
    """How many venues there are at each depth of the tree."""
    return Counter(depth for _, depth in board.as_tree(conferences.venues(store, held.id)))


def cells_served(store: Store, held: Conference) -> dict[str, tuple[int, ...]]:
    return {venue.name: venue.cell_ids for venue in conferences.venues(store, held.id) if venue.cell_ids}


def frozen(store: Store, held: Conference) -> None:
    cell = organizations.create_cell(store, "Văn phòng Tỉnh ủy")
    a_member(store, "Lê Văn Dự", cell.id)
    rolls.freeze(store, held.id)


# --- Hậu Giang, 27–28/3/2021


def test_hau_giang_counts_4119_people_at_19_venues_without_names(store: Store) -> None:
    _, held = hau_giang(store)
    counted = venue_diary.head_counts(store, held.id)
    assert (len(counted), sum(each.count for each in counted)) == (19, 4_119)
    levels = Counter(venue.level for venue in conferences.venues(store, held.id))
    assert levels == {VenueLevel.PROVINCIAL: 3, VenueLevel.WARD: 16}


def test_people_without_names_stand_on_the_board_and_in_no_figure_of_people(store: Store) -> None:
    made, held = hau_giang(store)
    frozen(store, held)
    lines = board.board(store, held.id, held.half_days[0].id)
    assert sum(line.heads or 0 for line in lines) == 4_119 and board.total(lines).present == 0
    total = reports.summary(store, made.id).total
    assert (total.must_attend, total.attended) == (1, 0)
    assert contradictions.contradictions(store, made.id) == []


def test_hau_giang_hears_five_topics_in_two_days(store: Store) -> None:
    _, held = hau_giang(store)
    assert [len(day.topics) for day in held.half_days] == [1, 1, 1, 2]
    assert [day.held_on for day in held.half_days] == ["2021-03-27"] * 2 + ["2021-03-28"] * 2
    numbers = [each.number for each in rounds.study_round(store, held.round_id).documents]
    assert numbers == ["01-CT/TW", "03-HD/BTGTW"]


def test_programmes_of_the_second_quarter_are_owed_until_the_thirtieth_of_june(store: Store) -> None:
    _, held = hau_giang(store)
    frozen(store, held)
    (owed,) = [each for each in due.due(store, "2021-07-01") if each.kind is DueKind.REPORT]
    assert (owed.name, owed.due_on, owed.left) == ("Văn phòng Tỉnh ủy", "2021-06-30", -1)


def test_propaganda_to_the_people_is_kept_beside_the_conference(store: Store) -> None:
    made, _ = hau_giang(store)
    told = Activity(round_id=made.id, held_on="2021-04-10", topic="Văn kiện Đại hội XIII", audience="Nhân dân")
    activities.save(store, told)
    assert activities.add_up(activities.activities(store, made.id)) == activities.ActivityTotals(
        held=1, turnout=0, uncounted=1
    )


# --- Thanh Hóa, 27–28/3/2021


def test_thanh_hoa_has_55_venues_in_a_tree_of_three_levels(store: Store) -> None:
    _, held = thanh_hoa(store, members=36)
    assert depths(store, held) == {0: 2, 1: 34, 2: 19}
    levels = Counter(venue.level for venue in conferences.venues(store, held.id))
    assert levels == {VenueLevel.PROVINCIAL: 2, VenueLevel.WARD: 34, VenueLevel.CELL: 19}


def test_the_36_cells_of_dong_tho_sit_at_20_venues(store: Store) -> None:
    _, held = thanh_hoa(store, members=36)
    served = cells_served(store, held)
    assert len(served) == 20 and sorted(map(len, served.values())) == [1] * 4 + [2] * 16
    assert len({cell for cells in served.values() for cell in cells}) == 36


def test_the_2000_members_of_dong_tho_are_counted_at_every_level(store: Store) -> None:
    made, held = thanh_hoa(store)
    rolls.freeze(store, held.id)
    rows = rolls.roll(store, held.id)
    assert len(rows) == 2_000 and len({row.venue_id for row in rows}) == 20
    totals = rolls.totals(store, held.id)
    assert (totals.total, totals.must_attend) == (2_000, 2_000 - totals.exempt - totals.away)
    places = [(day.id, row.member_id) for day in held.half_days for row in rows if row.deduction is None]
    attendance.mark(store, held.id, places, MarkStatus.PRESENT)
    top, *cells = coverage.coverage(store, made.id).rows
    assert (len(top.attended), top.attended_percent, len(cells)) == (totals.must_attend, "100,00", 36)
    total = reports.summary(store, made.id).total
    assert (total.venues, total.conferences, total.attended) == (20, 1, totals.must_attend)


def test_a_cell_too_large_for_its_house_is_parted_between_two(store: Store) -> None:
    _, held = thanh_hoa(store, members=360)
    small, other = [venue for venue in conferences.venues(store, held.id) if len(venue.cell_ids) == 1][:2]
    cell = small.cell_ids[0]
    come = [row for row in rolls.preview(store, held.id)[1] if row.deduction is None]
    of_cell = sum(row.cell_id == cell for row in come)
    conferences.save_venue(store, held.id, replace(small, capacity=of_cell - 1, cell_ids=(cell,)))
    conferences.save_venue(store, held.id, replace(other, capacity=1, cell_ids=()))
    rolls.freeze(store, held.id)
    everyone = seating.propose(store, held.id, afresh=True)
    seated = {each.venue.id: each.people for each in everyone.venues}
    assert (seated[small.id], seated[other.id]) == (of_cell - 1, 1)
    assert sum(seated.values()) + everyone.left_over == len(come)


# --- Trà Vinh, 4/12/2023


def test_tra_vinh_studies_a_day_and_gives_half_a_day_to_the_action_programme(store: Store) -> None:
    _, held = tra_vinh(store)
    kinds = [day.kind for day in held.half_days]
    assert kinds == [HalfDayKind.STUDY, HalfDayKind.STUDY, HalfDayKind.ACTION_PROGRAMME]
    speakers = [topic.speakers[0].name for day in held.half_days for topic in day.topics]
    assert speakers == ["Võ Văn Thưởng", "Phạm Minh Chính", "Phan Văn Giang", "Nguyễn Trọng Nghĩa"]


def test_tra_vinh_asks_the_two_questions_of_letter_1726(store: Store) -> None:
    made, _ = tra_vinh(store)
    assert [question.split(" của bản thân")[0] for question in made.questions] == ["Nhận thức", "Trách nhiệm"]
    assert made.documents[0].number == "1726-CV/BTGTU"


def test_associates_attend_as_guests_and_write_nothing(store: Store) -> None:
    made, held = tra_vinh(store)
    cell = organizations.create_cell(store, "Văn phòng UBND tỉnh")
    member, guest = a_member(store, "Trần Văn Dự", cell.id), a_member(store, "Lê Thị Hội", cell.id, MemberKind.GUEST)
    rolls.freeze(store, held.id)
    places = [(day.id, person) for day in held.half_days for person in (member, guest)]
    attendance.mark(store, held.id, places, MarkStatus.PRESENT)
    total = reports.summary(store, made.id).total
    assert (total.must_attend, total.attended, total.guests_attended, total.must_write) == (1, 1, 1, 1)
    (owed,) = essays.standings(store, made.id, on="2023-12-05")
    assert (owed.due_on, owed.recipient) == ("2023-12-10", "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh")


# --- Hòa Bình, 27–28/3/2021


def test_hoa_binh_counts_3700_people_at_61_followed_venues(store: Store) -> None:
    _, held = hoa_binh(store)
    assert sum(each.count for each in venue_diary.head_counts(store, held.id)) == 3_700
    venues = conferences.venues(store, held.id)
    assert len(venues) == 61 and all(venue.follower for venue in venues)


@pytest.mark.parametrize(
    ("audience", "half_days"),
    [(Audience.MEMBERS, 4), (Audience.ARMED_FORCES, 3), (Audience.MASS_ORGANIZATIONS, 3)],
)
def test_each_audience_owes_its_own_half_days(store: Store, audience: Audience, half_days: int) -> None:
    made, held = hoa_binh(store)
    cell = organizations.create_cell(store, "Chi bộ đối tượng", audience=audience)
    person = a_member(store, "Bùi Văn Học", cell.id)
    rolls.freeze(store, held.id)
    assert required_half_days(made, audience, len(held.half_days)) == half_days
    studied = []
    for day in held.half_days:
        attendance.mark(store, held.id, [(day.id, person)], MarkStatus.PRESENT)
        studied.append(coverage.coverage(store, made.id).rows[0].studied)
    assert studied == [0] * (half_days - 1) + [1] * (5 - half_days)


def test_a_soldier_who_has_done_a_day_and_a_half_is_not_waited_for(store: Store) -> None:
    _, held = hoa_binh(store)
    cell = organizations.create_cell(store, "Ban Chỉ huy Quân sự", audience=Audience.ARMED_FORCES)
    person = a_member(store, "Bùi Văn Học", cell.id)
    rolls.freeze(store, held.id)
    attendance.mark(store, held.id, [(day.id, person) for day in held.half_days[:3]], MarkStatus.PRESENT)
    nowhere = board.board(store, held.id, held.half_days[3].id)[-1]
    assert (nowhere.figures.free, nowhere.figures.unmarked) == (1, 0)


def test_hoa_binh_reports_through_the_commission_in_april_and_in_july(store: Store) -> None:
    hoa_binh(store)
    found = [each for each in due.due(store, "2021-05-01") if each.kind is DueKind.REPORT]
    assert [(each.due_on, each.left, each.route) for each in found] == [
        ("2021-04-30", -1, "Ban Tuyên giáo Tỉnh ủy"),
        ("2021-07-31", 91, "Ban Tuyên giáo Tỉnh ủy"),
    ]
    assert {each.name for each in found} == {office(store).name}


# --- Thái Nguyên, 11/3/2021


def test_the_head_answers_for_the_round_and_a_deputy_speaks(store: Store) -> None:
    made = thai_nguyen(store)
    (held,) = conferences.conferences(store, made.id)
    assert (made.responsible_head, held.chair) == ("Nguyễn Thanh Hải", "Nguyễn Thanh Hải")
    assert held.half_days[0].topics[0].speakers[0].name == "Phạm Hoàng Sơn"
    assert held.half_days[0].held_on == "2021-03-11"


def test_conferences_and_programmes_end_with_the_second_quarter(store: Store) -> None:
    made = thai_nguyen(store)
    (held,) = conferences.conferences(store, made.id)
    (cell,) = organizations.cells(store)
    a_member(store, "Hoàng Văn Học", cell.id)
    rolls.freeze(store, held.id)
    owed = {(each.kind, each.due_on, each.left) for each in due.due(store, "2021-06-30")}
    assert owed == {(DueKind.STUDY, "2021-06-30", 0), (DueKind.REPORT, "2021-06-30", 0)}
