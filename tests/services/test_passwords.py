"""A store with a password: set, opened, forgotten, taken off; and what a crash on the way leaves."""

import os
from pathlib import Path

import pytest

from db.crypto import Cost
from desktop_app.domain.refusal import Refusal
from desktop_app.services import passwords
from desktop_app.services.access import holder
from desktop_app.services.passwords import (
    PasswordWanted,
    enter,
    is_locked,
    new_code,
    new_lock,
    set_password,
    through,
)
from desktop_app.services.store import Store, open_office
from tests.cast import some_members
from tests.db.files import content
from tests.db.test_backup import dies_at

CHEAP = Cost(memory=64, passes=1)
PASSWORD = "Đoàn kết 1948"
CANARY = "Trần Thị Chim Hoàng Yến"


@pytest.fixture
def code() -> str:
    return new_code()


@pytest.fixture
def locked(store_path: Path, code: str) -> Path:
    """An office with three people, and a password."""
    store = open_office(store_path)
    some_members(store, 3)
    store.close()
    set_password(store_path, PASSWORD, code, "Chị Lan", cost=CHEAP)
    return store_path


def opened(path: Path, typed: str) -> Store:
    return open_office(path, entrance=enter(path, typed))


def test_a_locked_store_opens_with_its_password(locked: Path) -> None:
    store = opened(locked, PASSWORD)
    assert store.value("select count(*) from member") == 3
    assert store.user == "Chị Lan" and holder(store).name == "Chị Lan"
    store.close()


def test_a_locked_store_asks_for_its_password(locked: Path) -> None:
    assert is_locked(locked)
    with pytest.raises(PasswordWanted, match="có mật khẩu"):
        open_office(locked)


@pytest.mark.parametrize("typed", ["", "sai", PASSWORD + " ", PASSWORD.lower(), "Chị Lan"])
def test_a_wrong_password_learns_nothing(locked: Path, typed: str) -> None:
    with pytest.raises(Refusal) as told:
        enter(locked, typed)
    assert str(told.value) == passwords.WRONG


def test_the_recovery_code_opens_it_however_it_is_typed(locked: Path, code: str) -> None:
    store = opened(locked, code.replace(" ", "-"))
    assert store.value("select count(*) from member") == 3 and holder(store).recovered
    store.close()


def test_another_recovery_code_opens_nothing(locked: Path) -> None:
    with pytest.raises(Refusal, match="không đúng"):
        enter(locked, new_code())


def test_nothing_readable_is_left_beside_a_locked_store(locked: Path) -> None:
    assert sorted(path.name for path in locked.parent.glob("so-hoc-tap*")) == [
        "so-hoc-tap.sht",
        "so-hoc-tap.sht.keys",
    ]


def test_the_plain_file_is_overwritten_not_only_removed(store_path: Path, code: str) -> None:
    twin = store_path.with_name("tên khác")
    os.link(store_path, twin)
    set_password(store_path, PASSWORD, code, cost=CHEAP)
    assert not any(twin.read_bytes())


def test_a_password_is_taken_off_again(locked: Path) -> None:
    store = opened(locked, PASSWORD)
    before = content(store)
    store.close()
    passwords.remove_password(locked, enter(locked, PASSWORD))
    store = open_office(locked)
    assert content(store) == before and not is_locked(locked)
    store.close()
    assert [path.name for path in locked.parent.glob("so-hoc-tap*")] == ["so-hoc-tap.sht"]


def test_a_store_open_elsewhere_gets_no_password(store_path: Path, kept_store: Store, code: str) -> None:
    with pytest.raises(Refusal, match="cửa sổ khác"):
        set_password(store_path, PASSWORD, code, cost=CHEAP)
    assert not is_locked(store_path)


def test_a_store_gets_one_password_only(locked: Path, code: str) -> None:
    with pytest.raises(Refusal, match="đã có mật khẩu"):
        set_password(locked, PASSWORD, code, cost=CHEAP)


@pytest.mark.parametrize(
    "password",
    ["", "1234567", "aaaaaaaaaaaa", "abcabcabcabc", "văn phòng", "1234 " * 12, "12345678", "1234567890", "Matkhau1"],
)
def test_a_password_easy_to_guess_is_refused(store_path: Path, code: str, password: str) -> None:
    with pytest.raises(Refusal):
        set_password(store_path, password, code, cost=CHEAP)
    assert not is_locked(store_path)


def test_a_code_not_typed_back_right_sets_no_password(store_path: Path, code: str) -> None:
    with pytest.raises(Refusal, match="12 nhóm"):
        set_password(store_path, PASSWORD, code[:-1], cost=CHEAP)
    assert not is_locked(store_path)


def test_setting_a_password_killed_anywhere_leaves_a_whole_store(store_path: Path, code: str) -> None:
    store = open_office(store_path)
    some_members(store, 2)
    before = content(store)
    store.close()
    whole, step = store_path.read_bytes(), 0

    def lock() -> None:
        set_password(store_path, PASSWORD, code, cost=CHEAP)

    while dies_at(step, lock):
        store = opened(store_path, PASSWORD) if is_locked(store_path) else open_office(store_path)
        assert content(store) == before
        store.close()
        for left in store_path.parent.glob("so-hoc-tap*"):
            left.unlink()
        store_path.write_bytes(whole)
        step += 1
    assert step >= 4 and is_locked(store_path)


def test_a_disk_that_fails_while_a_password_is_set_leaves_the_plain_store(store_path: Path, code: str) -> None:
    store_path.with_name(f"{store_path.name}.moi").mkdir()
    with pytest.raises(Refusal, match="mật khẩu giữ như cũ"):
        set_password(store_path, PASSWORD, code, cost=CHEAP)
    assert not is_locked(store_path)
    open_office(store_path).close()


def test_a_hundred_codes_open_their_stores_and_a_thousand_others_nothing() -> None:
    _, ring = new_lock(PASSWORD, new_code(), cost=CHEAP)
    for _ in range(100):
        mine = new_code()
        assert through(new_lock(PASSWORD, mine, cost=CHEAP)[1], mine).holder.recovered
    for _ in range(1000):
        with pytest.raises(Refusal, match="không đúng"):
            through(ring, new_code())
