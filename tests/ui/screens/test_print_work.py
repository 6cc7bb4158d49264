"""The name a printed file gets."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.screens.print_work import file_name


@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=2))
def test_a_file_name_suits_every_system(title: str, about: list[str]) -> None:
    name = file_name(title, about, date(2021, 4, 5))
    assert name.endswith("05-04-2021.pdf") and not set(name) & set('\\/:*?"<>|\n\t\0')
    assert len(name) <= 140 and name == name.strip()
