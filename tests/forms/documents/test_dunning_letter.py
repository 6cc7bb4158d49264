"""The letter that presses for what is owed: names for one cell, figures and an annex for several."""

from desktop_app.forms.blocks import Section, Table, Title, TotalRow
from desktop_app.forms.documents import form
from desktop_app.forms.form import Paper, Subject
from desktop_app.services import due
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import SmallRound


def test_a_letter_to_one_cell_names_its_people(small_store: Store, small: SmallRound) -> None:
    text = " ".join(pages_of(small_store, "dunning-letter", cell_id=small.cell_ids[1]))
    assert "-CV/ĐU" in text and "Kính gửi: Chi bộ Đội Cung 2" in text
    owed = next(each for each in due.dunning(small_store, small.round_id) if each.cell_id == small.cell_ids[1])
    assert all(each.row.full_name in text for each in owed.study)
    assert "DANH SÁCH" not in text


def test_a_letter_to_all_counts_each_cell_and_lists_the_names_behind(small_store: Store, small: SmallRound) -> None:
    blocks = form("dunning-letter").document(small_store, Subject()).blocks
    owed = due.dunning(small_store, small.round_id)
    (total,) = [row for each in blocks if isinstance(each, Table) for row in each.rows if isinstance(row, TotalRow)]
    sums = sum(len(each.study) for each in owed), sum(len(each.essays) for each in owed)
    assert total.cells == (*map(str, sums), "0")
    assert any(isinstance(each, Section) for each in blocks)


def test_the_letter_says_what_is_missing(read: Read) -> None:
    text = read("dunning-letter")
    assert "3 chi bộ còn 5 đồng chí chưa học đủ, " in text and "đôn đốc nghiên cứu, học tập, quán triệt" in text


def test_the_annex_names_the_number_of_its_letter(small_store: Store) -> None:
    document = form("dunning-letter").document(small_store, Subject(paper=Paper(number=7)))
    (annex,) = [each for each in document.blocks if isinstance(each, Title)]
    assert annex.reference.startswith("(kèm theo Công văn số 07-CV/ĐU, ngày 05/4/2021 của")
