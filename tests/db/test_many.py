"""Records made many at once are those made one after another."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.many import by_column, closed, records, uncollected
from db.records import Speaker
from db.values import Role

NAMES = ("name", "title")


@given(st.lists(st.tuples(st.text(), st.none() | st.text())))
def test_records_made_at_once_equal_those_made_one_by_one(rows: list[tuple[str, str | None]]) -> None:
    made = records(Speaker, by_column(rows, NAMES), len(rows))
    assert made == [Speaker(name=name, title=title) for name, title in rows]
    assert len(set(made)) == len(set(rows))


def test_a_field_left_out_is_a_mistake() -> None:
    with pytest.raises(AssertionError):
        records(Speaker, {"name": ("An",)}, 1)


def test_a_record_made_at_once_cannot_be_changed_either() -> None:
    (made,) = records(Speaker, {"name": ("An",), "title": (None,)}, 1)
    with pytest.raises(AttributeError):
        made.name = "Bình"  # type: ignore[misc]


def test_what_is_kept_is_read_as_its_value_and_nothing_as_nothing() -> None:
    assert closed(Role)["viewer"] is Role.VIEWER
    assert closed(Role)[None] is None


def test_garbage_is_looked_for_again_whatever_happens() -> None:
    with pytest.raises(KeyError), uncollected():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
