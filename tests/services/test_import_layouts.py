"""Layouts of lists, kept by the words of their header: corrected in place, left alone by undo."""

from dataclasses import replace

from desktop_app.services import import_layouts, journal
from desktop_app.services.import_layouts import KeptLayout
from desktop_app.services.store import Store
from tests.cast import a_member

NAMES = KeptLayout(
    words=frozenset({"nguoi du", "nam"}), height=2, columns={"full_name": ("nguoi du",)}, parts={"full_name": 0}
)


def test_a_layout_comes_back_as_it_was(store: Store) -> None:
    import_layouts.remember(store, [NAMES])
    assert import_layouts.recall(store) == {NAMES.words: NAMES}


def test_what_is_said_later_of_the_same_header_takes_its_place(store: Store) -> None:
    other = replace(NAMES, columns={"full_name": ("nam",)}, parts={})
    import_layouts.remember(store, [NAMES])
    import_layouts.remember(store, [other])
    assert import_layouts.recall(store) == {NAMES.words: other}


def test_learning_is_nothing_to_undo(store: Store) -> None:
    a_member(store, "Nguyễn Văn An")
    import_layouts.remember(store, [NAMES])
    assert journal.undo(store).summary == "Thêm Nguyễn Văn An"
    assert import_layouts.recall(store)
