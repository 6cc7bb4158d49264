"""A table over ids asks only for the rows it shows, however many there are."""

from array import array
from collections.abc import Sequence

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.ui.table_model import BLOCK, BLOCKS_KEPT, Column, Listing, Sorting, TableModel, listing_of
from tests.cast import NAMES

COLUMNS = (Column(key="name", title="Tên", value=lambda row: str(row)),)


class Shelf:
    """Records that count how often they are fetched."""

    def __init__(self, count: int) -> None:
        self.ids = array("q", range(1, count + 1))
        self.fetched: list[int] = []

    def fetch(self, ids: Sequence[int]) -> list[str]:
        self.fetched.append(len(ids))
        return [f"người {i}" for i in ids]

    def listing(self) -> Listing:
        return Listing(ids=self.ids, fetch=self.fetch)


def test_a_million_rows_cost_nothing_until_they_are_looked_at() -> None:
    shelf, model = Shelf(1_000_000), TableModel(COLUMNS)
    model.show(shelf.listing())
    assert model.rowCount() == 1_000_000
    assert shelf.fetched == []


def test_only_the_block_around_a_row_is_fetched_and_only_once() -> None:
    shelf, model = Shelf(1_000_000), TableModel(COLUMNS)
    model.show(shelf.listing())
    assert [model.text(row, 0) for row in (999_999, 999_990)] == ["người 1000000", "người 999991"]
    assert shelf.fetched == [1_000_000 % BLOCK]


def test_blocks_least_used_are_forgotten() -> None:
    shelf, model = Shelf(BLOCK * (BLOCKS_KEPT + 2)), TableModel(COLUMNS)
    model.show(shelf.listing())
    for block in range(BLOCKS_KEPT + 1):
        model.text(block * BLOCK, 0)
    model.text(0, 0)
    assert len(shelf.fetched) == BLOCKS_KEPT + 2


def test_a_row_gone_from_the_store_is_shown_blank() -> None:
    model = TableModel(COLUMNS)
    model.show(Listing(ids=array("q", [1, 2]), fetch=lambda ids: ["người 1"]))
    assert model.text(1, 0) == ""


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = TableModel(COLUMNS)
    model.show(Shelf(300).listing())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(("text", "expected"), [("dao", [4]), ("TRẦN", [2]), ("không ai", [])])
def test_a_list_in_memory_is_narrowed_without_accents(qtbot: QtBot, text: str, expected: list[int]) -> None:
    people = dict(enumerate(NAMES, 1))
    listing = listing_of(people, (Column(key="n", title="", value=lambda i: people[i]),), text, key=lambda i: i)
    assert list(listing.ids) == expected


def test_a_list_in_memory_is_sorted_by_the_chosen_column() -> None:
    column = Column(key="n", title="", value=str, sort_key=lambda n: n)
    listing = listing_of([2, 10, 1], (column,), sorting=Sorting(column=column, descending=True), key=lambda n: n)
    assert list(listing.ids) == [10, 2, 1]
