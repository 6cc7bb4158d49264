"""Rows of people under their headings."""

from desktop_app.forms.blocks import GroupRow, Row
from desktop_app.forms.people import by_heading, numbered

PEOPLE = (("Đội Cung 1", "An"), ("Đội Cung 2", "Bình"), ("Đội Cung 1", "Chi"))


def heading(person: tuple[str, str]) -> str:
    return person[0]


def cells(person: tuple[str, str]) -> tuple[str, ...]:
    return person[1:]


def test_people_of_one_heading_come_together() -> None:
    groups = by_heading(PEOPLE, heading)
    assert [name for name, _ in groups] == ["Đội Cung 1", "Đội Cung 2"]
    assert groups[0][1] == (PEOPLE[0], PEOPLE[2])


def test_numbers_run_on_from_one_heading_to_the_next() -> None:
    rows = numbered(by_heading(PEOPLE, heading), cells)
    assert rows[0] == GroupRow("Đội Cung 1 (2 đồng chí)")
    assert [row.cells for row in rows if isinstance(row, Row)] == [("1", "An"), ("2", "Chi"), ("3", "Bình")]


def test_without_headings_there_are_only_people() -> None:
    rows = numbered(by_heading(PEOPLE, heading), cells, headed=False)
    assert not any(isinstance(row, GroupRow) for row in rows)
