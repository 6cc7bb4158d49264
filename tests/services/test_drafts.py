"""Typing not yet kept: saved by form, never given to another form, gone when kept or grown old, in no journal."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from db import typing_kept
from db.values import Role
from desktop_app.services import drafts, journal, users
from desktop_app.services.drafts import Where, form_key
from desktop_app.services.passwords import new_code, set_password
from desktop_app.services.store import Store, memory_office
from tests.services.test_passwords import CHEAP, PASSWORD, opened

KEY = form_key("Thêm đảng viên", {"name": ""})


def test_typing_is_there_again(store: Store) -> None:
    drafts.save(store, KEY, {"name": "Nguyễn Văn"})
    drafts.save(store, KEY, {"name": "Nguyễn Văn Ân"})
    found = drafts.kept(store, KEY)
    assert found is not None and found.texts == {"name": "Nguyễn Văn Ân"}


def test_kept_typing_is_gone(store: Store) -> None:
    drafts.save(store, KEY, {"name": "Nguyễn Văn"})
    drafts.forget(store, KEY)
    assert drafts.kept(store, KEY) is None


def test_no_record_gets_the_typing_of_another(store: Store) -> None:
    keys = {form_key("Sửa", {"name": "An"}), form_key("Sửa", {"name": "Bình"}), form_key("Thêm", {"name": "An"})}
    assert len(keys) == 3
    assert form_key("Sửa", {"a": "1", "b": "2"}) == form_key("Sửa", {"b": "2", "a": "1"})


def test_typing_nobody_came_back_for_goes_after_a_month(store: Store) -> None:
    drafts.save(store, "cũ", {"name": "x"})
    old = (datetime.now() - timedelta(days=31)).isoformat(" ", "seconds")
    store.execute("update typing set saved_at = :at", {"at": old})
    drafts.save(store, "mới", {"name": "y"})
    assert typing_kept.kept(store, "cũ") is None and typing_kept.kept(store, "mới") is not None


def test_typing_is_no_gesture(store: Store) -> None:
    before = journal.history(store, 5)
    drafts.save(store, KEY, {"name": "Nguyễn Văn"})
    assert journal.history(store, 5) == before


@settings(deadline=None, max_examples=30)
@given(st.dictionaries(st.text(max_size=8), st.text(max_size=40), max_size=5))
def test_any_letters_come_back_as_they_were(texts: dict[str, Any]) -> None:
    store = memory_office()
    try:
        json.dumps(texts, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        store.close()
        return
    drafts.save(store, KEY, texts)
    found = drafts.kept(store, KEY)
    store.close()
    assert found is not None and found.texts == texts


def test_typing_of_one_user_is_not_offered_to_another(store_path: Path) -> None:
    set_password(store_path, PASSWORD, new_code(), "Chị Lan", cost=CHEAP)
    lan = opened(store_path, PASSWORD)
    users.add_user(lan, "Anh Hùng", Role.ENTRY, "hoa phượng đỏ", CHEAP)
    drafts.save(lan, "một mẫu", {"name": "Phố Nguyễn Trãi"}, Where(title="Thêm chi bộ"))
    hung = opened(store_path, "hoa phượng đỏ")
    assert drafts.kept(hung, "một mẫu") is None and drafts.unfinished(hung) == []
    assert [each.where.title for each in drafts.unfinished(lan)] == ["Thêm chi bộ"]
    lan.close()
    hung.close()
