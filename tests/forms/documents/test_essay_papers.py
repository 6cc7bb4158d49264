"""Papers around the essay: the sheet to write on, its cover, the confirmation, the list that is sent on."""

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.domain.refusal import Refusal
from desktop_app.services import figures, rounds
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import ESSAY_EXEMPT, SmallRound, small_round


def test_a_blank_sheet_asks_the_questions_of_the_round(read: Read, small_store: Store, small: SmallRound) -> None:
    text = read("essay-sheet")
    assert "BÀI THU HOẠCH" in text and "NGƯỜI VIẾT THU HOẠCH" in text
    for question in rounds.study_round(small_store, small.round_id).questions:
        assert question[:30] in text


def test_a_cell_gets_a_sheet_for_each_who_must_write(small_store: Store, small: SmallRound) -> None:
    text = " ".join(pages_of(small_store, "essay-sheet", cell_id=small.cell_ids[0]))
    assert "Nguyễn Văn An" in text and "CHI BỘ ĐỘI CUNG 1" in text and ESSAY_EXEMPT not in text


def test_the_cover_names_the_writer(read: Read, small: SmallRound) -> None:
    assert "Họ và tên: Nguyễn Văn An" in read("essay-cover", member_id=small.people["Nguyễn Văn An"])


def test_who_attended_is_confirmed_with_conference_and_essay(read: Read, small: SmallRound) -> None:
    text = read("confirmation", member_id=small.people["Nguyễn Văn An"])
    assert "xác nhận đồng chí Nguyễn Văn An" in text and "từ ngày 27/3/2021 đến ngày 28/3/2021" in text
    assert "-GXN/" in text


def test_who_made_up_is_confirmed_as_such(read: Read, small: SmallRound) -> None:
    assert "học bù: tự nghiên cứu" in read("confirmation", member_id=small.people["Dương Thị Lan"])


def test_who_has_not_studied_is_not_confirmed(small_store: Store, small: SmallRound) -> None:
    with pytest.raises(Refusal, match="chưa học đủ"):
        pages_of(small_store, "confirmation", member_id=small.people["Ngô Văn Hòa"])


def test_the_list_sent_on_counts_its_essays(read: Read, small_store: Store, small: SmallRound) -> None:
    passed = figures.figures(small_store, small.round_id)[Figure.PASSED]
    text = read("forwarding-list")
    assert f"{len(passed)} bài thu hoạch" in text and f"Tổng số: {len(passed)} bài" in text


def test_without_a_list_sent_on_there_is_none_to_print(blank: Store) -> None:
    small_round(blank)
    with pytest.raises(Refusal, match="chưa có danh sách bài gửi cấp trên"):
        pages_of(blank, "forwarding-list")
