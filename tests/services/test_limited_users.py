"""Users limited to cells in the key file, and what keeps their limits: every connection, the lock, the backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import backup
from db.key_slots import SlotKind, make_slot
from db.store import memory_store
from db.values import Role
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.services import access, backup_rota, backups, organizations, users
from desktop_app.services.passwords import enter
from desktop_app.services.store import Store, second
from tests.cast import a_member
from tests.limited import ADMINISTRATOR, CANARY, CLERK, VIEWER, Office, copy_of, limited_office, opened, told
from tests.services.test_passwords import CHEAP


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return limited_office(tmp_path_factory.mktemp("limited") / "so.sht", 60)


@pytest.fixture
def office(made: Office, tmp_path: Path) -> Office:
    return copy_of(made, tmp_path)


@pytest.fixture
def held(office: Office) -> Iterator[Store]:
    """In the hands of the administrator."""
    store = opened(office.path, ADMINISTRATOR)
    yield store
    store.close()


@pytest.fixture
def limited(office: Office) -> Iterator[Store]:
    """In the hands of the limited clerk."""
    store = opened(office.path, CLERK)
    yield store
    store.close()


def everybody(store: Store) -> str:
    return repr(store.all("select * from member"))


def test_the_list_of_users_says_whose_people_each_sees(held: Store, office: Office) -> None:
    said = {user.name: users.scope_words(held, user) for user in users.users(held)}
    named = ", ".join(each.name for each in office.cells)
    assert said == {"Chị Lan": "Tất cả chi bộ", "Anh Hùng": f"2 chi bộ: {named}", "Bác Tư": f"2 chi bộ: {named}"}


def test_cells_and_role_change_while_the_password_stays(held: Store, office: Office) -> None:
    users.set_rights(held, "anh hùng", Role.VIEWER, [office.cells[1].id])
    store = opened(office.path, CLERK)
    assert access.cell_names(store) == (office.cells[1].name,) and not access.may_write(store)
    store.close()
    users.set_rights(held, "Anh Hùng", Role.ENTRY, [])
    store = opened(office.path, CLERK)
    assert not access.is_limited(store) and told(everybody(store))
    store.close()


def test_a_new_password_keeps_the_cells(held: Store, office: Office) -> None:
    users.give_password(held, "Anh Hùng", "tre xanh bao giờ", CHEAP)
    assert len(enter(office.path, "tre xanh bao giờ").holder.cells) == 2


def test_an_administrator_is_not_limited_and_the_last_one_stays(held: Store, office: Office) -> None:
    cell = office.cells[0].id
    with pytest.raises(Refusal, match="không giới hạn theo chi bộ"):
        users.add_user(held, "Cô Ba", Role.ADMINISTRATOR, "tre xanh bao giờ", CHEAP, [cell])
    with pytest.raises(Refusal, match="không giới hạn theo chi bộ"):
        users.set_rights(held, "Chị Lan", Role.ADMINISTRATOR, [cell])
    with pytest.raises(Refusal, match="ít nhất một người quản trị"):
        users.set_rights(held, "Chị Lan", Role.ENTRY, [])


def test_a_limited_user_changes_nobodys_rights(limited: Store) -> None:
    with pytest.raises(Refusal, match="quản trị"):
        users.set_rights(limited, "Anh Hùng", Role.ENTRY, [])
    with pytest.raises(Refusal, match="quản trị"):
        users.add_user(limited, "Cô Ba", Role.ENTRY, "tre xanh bao giờ", CHEAP)


def test_a_key_file_that_names_no_cells_opens_as_before(held: Store, office: Office) -> None:
    """As every key file written before there were limits."""
    key, ring = users.ring_of(held)
    label = {"name": "Cô Ba", "role": "entry", "since": "2026-01-01 08:00:00"}
    users.keep(held, (*ring.slots, make_slot(key, SlotKind.PASSWORD, "tre xanh bao giờ", label, CHEAP)))
    store = opened(office.path, "tre xanh bao giờ")
    assert not access.is_limited(store) and access.may_write(store)
    assert users.users(held)[-1].cells == ()
    store.close()


def test_cells_that_are_gone_are_told_to_the_administrator(held: Store) -> None:
    user = users.User(name="x", role=Role.ENTRY, since="2026-01-01", cells=("không còn",))
    assert users.scope_words(held, user) == "1 chi bộ: 1 chi bộ không còn, cần chọn lại"


def test_every_connection_and_a_woken_store_keep_the_limits(limited: Store, office: Office) -> None:
    assert not told(everybody(limited))
    other = second(limited)
    assert not told(everybody(other))
    other.close()
    limited.fall_asleep()
    limited.wake(enter(office.path, CLERK).key)
    assert not told(everybody(limited)) and access.is_limited(limited)


def test_who_is_moved_by_another_connection_is_seen_at_once(limited: Store, office: Office) -> None:
    held = opened(office.path, ADMINISTRATOR)
    before = limited.value("select count(*) from member where deleted = 0")
    a_member(held, "Nguyễn Thị Mới", office.cells[0].name)
    assert limited.value("select count(*) from member where deleted = 0") == before + 1
    held.close()


def test_a_backup_by_itself_holds_the_whole_store(limited: Store, tmp_path: Path) -> None:
    facts = backup_rota.keep_safe(limited, Reason.EXIT)
    assert facts is not None and facts.members == 60
    [kept] = backup_rota.kept(backup_rota.folder(limited) or tmp_path, "so")
    assert backup.verify(kept.path, tmp_path / "proven.sht", lambda done, total: None, limited.key)["members"] == 60


def test_a_backup_by_hand_does_not_leave_with_everybody(limited: Store, tmp_path: Path) -> None:
    for reason in (Reason.HAND, Reason.HANDOVER):
        with pytest.raises(Refusal, match="cả sổ"):
            backups.back_up(limited, tmp_path / "usb.sht-backup", reason=reason)
    assert not (tmp_path / "usb.sht-backup").exists()


def test_a_viewer_limited_to_cells_writes_nothing(office: Office) -> None:
    store = opened(office.path, VIEWER)
    with pytest.raises(Refusal, match="chỉ được xem"):
        organizations.create_cell(store, "Chi bộ lạ")
    assert CANARY not in everybody(store)
    store.close()


def test_a_store_without_limits_says_nothing_of_cells() -> None:
    store = memory_store()
    assert access.cell_names(store) == ()
    access.require_whole(store)
    store.close()
