"""Answers for a person: aligned columns and facts."""

from desktop_app.commands.lines import facts, table


def test_figures_stand_right_and_texts_left() -> None:
    assert list(table(("Chi bộ", "Số"), [("Đội Cung 1", 1976), ("Thọ", 5)])) == [
        "Chi bộ         Số",
        "Đội Cung 1  1.976",
        "Thọ             5",
    ]


def test_a_table_without_rows_is_its_header() -> None:
    assert list(table(("Mã", "Họ và tên"), [])) == ["Mã  Họ và tên"]


def test_nothing_known_is_a_dash() -> None:
    assert list(facts([("Hạn", None), ("Số đợt", 2)])) == ["Hạn:     –", "Số đợt:  2"]
