"""A user limited to cells: what they find and see, and what they are told otherwise."""

import pytest

from db.paper_records import Term
from db.values import Role
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.documents import form
from desktop_app.forms.form import Subject
from desktop_app.forms.plain import plain_text
from desktop_app.services import (
    access,
    attendance,
    bin,
    board,
    drafts,
    duplicates,
    history,
    import_history,
    issuing,
    journal,
    lives,
    members,
    moves,
    organizations,
    reorganization,
    reports,
    rolls,
    standing,
    terms,
)
from desktop_app.services.issuing import Issue
from desktop_app.services.members import MemberFilter
from desktop_app.services.reorganization import Decision
from tests.round_office import CELLS
from tests.services.limited_round import NEIGHBOUR, OWN, Limited, limit, refused, whole


def test_lists_and_counts_hold_only_the_people_of_the_cell(limited: Limited) -> None:
    store = limited.store
    ids = members.list_ids(store, MemberFilter())
    assert {person.full_name for person in members.page(store, ids)} == OWN
    assert members.count(store, MemberFilter()) == len(OWN)
    assert [(each.name, each.member_count) for each in organizations.cells(store)] == [(CELLS[0], len(OWN))]


@pytest.mark.parametrize("text", [NEIGHBOUR, "phan thi chi", "chi", "PTC", CELLS[2]])
def test_somebody_of_another_cell_is_not_found_by_any_search(limited: Limited, text: str) -> None:
    assert NEIGHBOUR not in {person.full_name for person in members.search(limited.store, text)}


def test_nor_by_code_card_or_page(unlimited: Limited) -> None:
    store, chi = unlimited.store, unlimited.made.people[NEIGHBOUR]
    code = members.member(store, chi).code
    with store.gesture("member.amend", "Sửa"):
        store.change("member", chi, party_card_no="12345678", citizen_id="079187654321")
    limit(store, Role.VIEWER, unlimited.made.cell_ids[0])
    assert [members.search(store, text) for text in (code, "12345678", "079187654321")] == [[], [], []]
    with pytest.raises(Refusal):
        members.find_member(store, code)
    with pytest.raises(Refusal):
        members.member(store, chi)
    assert not history.of_member(store, chi)


def test_figures_are_those_the_office_has_for_the_cell(unlimited: Limited) -> None:
    store, round_id = unlimited.store, unlimited.made.round_id
    [before] = [row for row in reports.summary(store, round_id).rows if row.name == CELLS[0]]
    limit(store, Role.VIEWER, unlimited.made.cell_ids[0])
    seen = reports.summary(store, round_id)
    assert seen.rows == (before,)
    assert (seen.total.total, seen.total.attended) == (before.total, before.attended)


def test_the_roll_and_the_marks_are_those_of_the_cell(limited: Limited) -> None:
    sheet = attendance.sheet(limited.store, limited.made.conference_id)
    assert {row.full_name for row in sheet.rows} <= OWN
    assert {row.full_name for row in rolls.roll(limited.store, limited.made.conference_id)} == OWN


def test_the_board_names_nobody_at_other_venues(limited: Limited) -> None:
    shown = board.board(limited.store, limited.made.conference_id, limited.made.half_day_ids[0])
    assert "Trần Văn Chủ" not in repr(shown)


def test_journal_history_bin_imports_and_duplicates_tell_only_of_the_cell(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    members.remove(store, [made.people["Phạm Văn Ân"]])
    members.remove(store, [made.people["Lê Thị Thủy"]])
    limit(store, Role.VIEWER, made.cell_ids[0])
    assert [each.person.full_name for each in bin.binned(store)] == ["Lê Thị Thủy"]
    told = repr([journal.history(store, 1000), journal.output_log(store), import_history.history(store)])
    told += repr([history.of_gesture(store, gesture) for gesture in range(1, 80)])
    outside = made.people.keys() - OWN
    assert not [name for name in outside if name in told + repr(duplicates.pairs(store))]
    assert "Lê Thị Thủy" in told


def test_who_has_gone_is_seen_by_name_on_the_roll_of_then_and_nowhere_else(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    dung = made.people["Đặng Văn Dũng"]
    with store.gesture("member.amend", "Sửa"):
        store.change("member", dung, phone="0912345678")
    moves.move(store, dung, "2021-04-04", made.cell_ids[2])
    limit(store, Role.ENTRY, made.cell_ids[0])
    assert "Đặng Văn Dũng" in {row.full_name for row in rolls.roll(store, made.conference_id)}
    assert not members.search(store, "Đặng Văn Dũng")
    assert members.count(store, MemberFilter()) == len(OWN) - 1
    assert "0912345678" not in repr(store.all("select * from member"))
    assert not [each for each in bin.binned(store) if each.person.id == dung]


def test_who_has_come_is_seen_from_that_day_on(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    limited_to = made.cell_ids[0]
    moves.move(store, made.people[NEIGHBOUR], "2021-04-04", limited_to)
    limit(store, Role.ENTRY, limited_to)
    assert [person.full_name for person in members.search(store, NEIGHBOUR)] == [NEIGHBOUR]
    assert NEIGHBOUR not in {row.full_name for row in rolls.roll(store, made.conference_id)}


def test_cells_that_came_out_of_an_allowed_one_are_allowed(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    said = Decision(on="2021-04-03", number="01-QĐ/ĐU")
    reorganization.merge(store, list(made.cell_ids[:2]), said, "Đội Cung")
    limit(store, Role.VIEWER, made.cell_ids[0])
    assert access.cell_names(store) == ("Đội Cung",)
    assert "Trần Thị Ánh" in {person.full_name for person in members.search(store, "Ánh")}


def test_where_no_cell_is_left_the_door_stays_shut(unlimited: Limited) -> None:
    store = unlimited.store
    cell = organizations.create_cell(store, "Chi bộ sắp hết")
    reorganization.close(store, cell.id, Decision(on="2021-04-03", number="02-QĐ/ĐU"))
    with refused(access.NO_CELL_LEFT):
        limit(store, Role.VIEWER, cell.id)


def test_papers_say_of_which_cells_they_are_and_the_offices_own_are_refused(limited: Limited) -> None:
    subject = Subject(round_id=limited.made.round_id, conference_id=limited.made.conference_id)
    listed = plain_text(form("summary").document(limited.store, subject))
    assert f"(Phạm vi: Chi bộ {CELLS[0]})" in listed
    for name in ("result-report", "quick-report", "plan", "four-figures", "handover"):
        with refused(access.WHOLE_STORE):
            form(name).document(limited.store, subject)


def test_of_an_issued_document_only_number_and_day_are_seen(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    terms.save_term(store, Term(name="2020–2025", starts_on="2020-01-01"))
    going_out = Issue(
        kind="BC",
        number=1,
        issued_on="2021-04-05",
        title=f"Báo cáo về {NEIGHBOUR}",
        body=NEIGHBOUR,
        print_data=NEIGHBOUR.encode(),
        form_id="result-report",
        subject="{}",
        signer="",
        member_ids=(made.people[NEIGHBOUR],),
    )
    issuing.issue(store, going_out)
    limit(store, Role.VIEWER, made.cell_ids[0])
    [found] = issuing.documents(store)
    assert (found.number, found.issued_on) == (1, "2021-04-05") and NEIGHBOUR not in repr(found)
    with pytest.raises(Refusal):
        issuing.reprint(store, found.id)


def test_typing_of_others_is_not_offered_and_ones_own_is(unlimited: Limited) -> None:
    store = unlimited.store
    drafts.save(store, "khóa", {"name": NEIGHBOUR})
    limit(store, Role.ENTRY, unlimited.made.cell_ids[0])
    assert drafts.kept(store, "khóa") is None
    drafts.save(store, "khóa", {"name": "An"})
    kept = drafts.kept(store, "khóa")
    assert kept is not None and kept.texts == {"name": "An"}
    assert len(whole(store, "typing")) == 2


def test_lives_and_standing_of_others_are_refused(limited: Limited) -> None:
    chi = limited.made.people[NEIGHBOUR]
    with pytest.raises(Refusal):
        lives.case(limited.store, chi, "2021-04-05")
    with pytest.raises(Refusal):
        standing.died(limited.store, chi, "2021-04-05")
