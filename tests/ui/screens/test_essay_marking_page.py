"""Marking by keyboard: one key a result, points with Enter, UniKey's đ taken once, the next essay by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.essay_records import Criterion
from db.values import EssayResult, EssayScale
from desktop_app.services import essay_marking, essays, rounds
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.essay_checkers_page import EssayCheckersPage
from desktop_app.ui.screens.essay_marking_page import EssayMarkingPage
from tests.round_office import SmallRound, office, small_round
from tests.ui.hands import dialog, pressed, rows, sent, shown, typed

NAME, STATE, RESULT = 0, 5, 6
WAITING = ("Hồ Thị Nga", "Phạm Văn Ân", "Lý Văn Minh")


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(office(practice=True), Background())


@pytest.fixture
def made(desk: Desk) -> SmallRound:
    """Three essays wait for a result."""
    found = small_round(desk.store)
    essays.receive(desk.store, found.round_id, [found.people[name] for name in WAITING[1:]], "2021-04-03")
    return found


@pytest.fixture
def page(desk: Desk, made: SmallRound, qtbot: QtBot) -> EssayMarkingPage:
    return opened(desk, made, qtbot)


def opened(desk: Desk, made: SmallRound, qtbot: QtBot) -> EssayMarkingPage:
    found = EssayMarkingPage(desk, made.round_id)
    qtbot.addWidget(found)
    found.resize(1180, 700)
    found.show()
    found.focus_start()
    return found


def in_points(desk: Desk, made: SmallRound) -> None:
    draft = rounds.draft_of(rounds.study_round(desk.store, made.round_id))
    rounds.amend(desk.store, made.round_id, replace(draft, essay_scale=EssayScale.TEN_POINTS))


def results(desk: Desk, made: SmallRound) -> dict[str, EssayResult | None]:
    found = essays.standings(desk.store, made.round_id)
    return {e.standing.row.full_name: e.last.result for e in found if e.last and e.standing.row.full_name in WAITING}


def test_only_essays_that_wait_are_shown_first(page: EssayMarkingPage) -> None:
    assert {row[NAME] for row in rows(page)} == set(WAITING)


def test_one_key_marks_and_goes_on_to_the_next(page: EssayMarkingPage, desk: Desk, made: SmallRound) -> None:
    order = [row[NAME] for row in rows(page)]
    for key in "121":
        sent(page.entry, key)
    assert results(desk, made) == dict(
        zip(order, (EssayResult.PASSED, EssayResult.REWRITE, EssayResult.PASSED), strict=True)
    )


def test_the_letter_as_unikey_sends_it_marks_one_essay(page: EssayMarkingPage, desk: Desk, made: SmallRound) -> None:
    typed(page.entry, "đ")
    assert list(results(desk, made).values()).count(EssayResult.PASSED) == 1
    typed(page.entry, "v")
    assert list(results(desk, made).values()).count(EssayResult.REWRITE) == 1


def test_the_arrows_choose_the_essay(page: EssayMarkingPage, desk: Desk, made: SmallRound) -> None:
    last = rows(page)[-1][NAME]
    for _ in range(9):
        QTest.keyClick(page.entry, Qt.Key.Key_Down)
    sent(page.entry, "1")
    assert results(desk, made)[last] is EssayResult.PASSED


def test_points_are_typed_with_enter_and_named_by_their_band(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    in_points(desk, made)
    page = opened(desk, made, qtbot)
    first = rows(page)[0][NAME]
    typed(page.entry, "8,5")
    QTest.keyClick(page.entry, Qt.Key.Key_Return)
    assert results(desk, made)[first] is EssayResult.PASSED
    typed(page.entry, "4")
    QTest.keyClick(page.entry, Qt.Key.Key_Return)
    assert sorted(map(str, results(desk, made).values())) == ["None", "passed", "rewrite"]


def test_points_out_of_range_are_refused_and_the_cursor_stays(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    in_points(desk, made)
    page = opened(desk, made, qtbot)
    before = page.table.current_id()
    typed(page.entry, "11")
    with qtbot.waitSignal(desk.refused):
        QTest.keyClick(page.entry, Qt.Key.Key_Return)
    assert page.table.current_id() == before and set(results(desk, made).values()) == {None}


def test_an_essay_is_marked_by_criterion_in_a_dialog(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    in_points(desk, made)
    criteria = [Criterion(title="Nhận thức", points="6"), Criterion(title="Trách nhiệm", points="4")]
    essay_marking.save_criteria(desk.store, made.round_id, criteria)
    page = opened(desk, made, qtbot)
    page.table.select_ids([made.people["Hồ Thị Nga"]])
    pressed(page, "Chấm theo tiêu chí…")
    for text in ("5,5", "3"):
        typed(dialog(page).focusWidget(), text)
        QTest.keyClick(dialog(page).focusWidget(), Qt.Key.Key_Return)
    assert "Tổng điểm 8,5: Giỏi, đạt." in shown(dialog(page))
    pressed(dialog(page), "Ghi điểm")
    assert results(desk, made)["Hồ Thị Nga"] is EssayResult.PASSED


def test_cells_are_given_to_a_checker_and_the_list_follows(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    page = EssayCheckersPage(desk, made.round_id)
    qtbot.addWidget(page)
    page.show()
    page.table.select_ids([made.cell_ids[0]])
    pressed(page, "Giao người chấm…")
    typed(dialog(page).focusWidget(), "Lê Văn Hai")
    pressed(dialog(page), "Giao")
    assert [row[1] for row in rows(page)] == ["Lê Văn Hai", "Chưa phân công", "Chưa phân công"]
