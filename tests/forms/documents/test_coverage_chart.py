"""The chart of progress: a bar a cell, its figures those of the statistics table, and nothing drawn of nobody."""

from desktop_app.forms.blocks import Chart
from desktop_app.forms.documents import form
from desktop_app.forms.form import Subject
from desktop_app.services.reports import summary
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read
from tests.round_office import SmallRound, one_person


def charts(store: Store) -> list[Chart]:
    return [each for each in form("coverage-chart").document(store, Subject()).blocks if isinstance(each, Chart)]


def test_the_bars_are_the_figures_of_the_table(small_store: Store, small: SmallRound) -> None:
    told = summary(small_store, small.round_id)
    study, essays = charts(small_store)
    assert sorted((bar.part, bar.whole) for bar in study.bars[1:]) == sorted(
        (row.studied, row.must_attend) for row in told.rows
    )
    assert (study.bars[0].part, study.bars[0].whole) == (told.total.studied, told.total.must_attend)
    assert (essays.bars[0].part, essays.bars[0].whole) == (told.total.handed_in, told.total.must_write)


def test_the_cells_stand_from_the_best_to_the_last(small_store: Store, small: SmallRound) -> None:
    for chart in charts(small_store):
        shares = [bar.part / bar.whole for bar in chart.bars[1:]]
        assert shares == sorted(shares, reverse=True)


def test_the_figures_are_said_in_words_too(read: Read) -> None:
    text = read("coverage-chart")
    assert "đã học 8/13 đảng viên phải dự, đạt 61,54 %; 0/3 chi bộ đạt chỉ tiêu 100 %." in text
    assert "8/13 (61,54 %)" in text and "3/12 (25,00 %)" in text


def test_a_cell_of_one_has_its_bar(blank: Store) -> None:
    one_person(blank, attended=True)
    study, _ = charts(blank)
    assert [(bar.label, bar.part, bar.whole) for bar in study.bars] == [
        ("Toàn đảng bộ", 1, 1),
        ("Chi bộ Đội Cung 1", 1, 1),
    ]
