"""The sheet a marker fills in: the essays handed in, a column a criterion, what is marked already."""

from dataclasses import replace

import pytest

from db.essay_records import Criterion
from db.values import EssayScale
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Table
from desktop_app.forms.documents import form
from desktop_app.forms.form import Subject
from desktop_app.services import essay_marking, rounds
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import SmallRound, small_round

CRITERIA = (Criterion(title="Nhận thức", points="6"), Criterion(title="Trách nhiệm", points="4"))
NGA = "Hồ Thị Nga"


@pytest.fixture
def marked(blank: Store) -> SmallRound:
    """Marked out of ten by two criteria, one essay so far; the first cell has a checker."""
    made = small_round(blank)
    draft = rounds.draft_of(rounds.study_round(blank, made.round_id))
    rounds.amend(blank, made.round_id, replace(draft, essay_scale=EssayScale.TEN_POINTS))
    essay_marking.save_criteria(blank, made.round_id, CRITERIA)
    essay_marking.assign(blank, made.round_id, [made.cell_ids[0]], "Tổ chấm số 1")
    essay_marking.score_parts(blank, made.round_id, made.people[NGA], {1: "5,5", 2: "3"}, "Lê Văn Chấm")
    return made


def columns(store: Store) -> list[str]:
    found = next(each for each in form("marking-sheet").document(store, Subject()).blocks if isinstance(each, Table))
    return [each.title for each in found.columns]


def test_the_criteria_of_the_round_are_columns(blank: Store, marked: SmallRound) -> None:
    assert columns(blank)[3:] == [
        "Nhận thức (6)",
        "Trách nhiệm (4)",
        "Điểm bằng số",
        "Điểm bằng chữ",
        "Xếp loại",
        "Nhận xét",
    ]


def test_a_round_that_only_passes_or_not_has_no_points(small_store: Store, read: Read) -> None:
    assert columns(small_store)[3:] == ["Kết quả", "Nhận xét"]
    assert "Trần Thị Ánh 02/04/2021 Phải viết lại" in read("marking-sheet")


def test_what_is_marked_stands_in_figures_and_in_words(blank: Store, marked: SmallRound) -> None:
    text = " ".join(pages_of(blank, "marking-sheet"))
    assert f"{NGA} 09/04/2021 5,5 3 8,5 Tám phẩy năm Giỏi" in text


def test_only_essays_handed_in_are_on_it_a_page_a_cell(blank: Store, marked: SmallRound) -> None:
    pages = pages_of(blank, "marking-sheet")
    assert all(page.count("PHIẾU CHẤM BÀI THU HOẠCH") == 1 for page in pages)
    text = " ".join(pages)
    assert "Nguyễn Văn An" in text and "Phạm Văn Ân" not in text


def test_the_checker_of_the_cell_signs(blank: Store, marked: SmallRound) -> None:
    first = " ".join(pages_of(blank, "marking-sheet", cell_id=marked.cell_ids[0]))
    assert "Người chấm: Tổ chấm số 1." in first and "NGƯỜI CHẤM" in first


def test_one_person_has_a_slip_of_their_own(blank: Store, marked: SmallRound) -> None:
    (page,) = pages_of(blank, "marking-sheet", member_id=marked.people[NGA])
    assert f"Họ và tên: {NGA}" in page and "Tổng điểm 8,5" in page and "Điểm bằng chữ: Tám phẩy năm" in page
    assert "Lê Văn Chấm" in page and "Nguyễn Văn An" not in page


def test_who_has_not_handed_in_has_no_slip(blank: Store, marked: SmallRound) -> None:
    with pytest.raises(Refusal, match="chưa nộp bài thu hoạch"):
        pages_of(blank, "marking-sheet", member_id=marked.people["Phạm Văn Ân"])
