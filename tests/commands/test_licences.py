"""The licences of other people's components, listed and read."""

from tests.commands.conftest import Typed


def test_every_component_is_listed_with_its_licence(anywhere: Typed) -> None:
    told = anywhere("licences", "--json").data
    assert {"Qt và PySide6", "SQLCipher và SQLite", "ReportLab"} <= {each["name"] for each in told["components"]}
    assert all(each["licence"] and each["use"] for each in told["components"])


def test_the_licence_of_one_component_is_read_whole(anywhere: Typed) -> None:
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in anywhere("licences", "qt và pyside6").out


def test_an_unknown_component_is_refused(anywhere: Typed) -> None:
    told = anywhere("licences", "Xyz")
    assert told.code == 1 and "“Xyz”" in told.err
