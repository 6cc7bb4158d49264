"""Several people at one store: each by a password of their own, with a name in the journal and a role."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.values import OutputKind, Role
from desktop_app.domain.refusal import Refusal
from desktop_app.services import users
from desktop_app.services.access import Gate, Holder, holder, may_write, recover
from desktop_app.services.journal import output_log
from desktop_app.services.office import OfficeDraft, save_office
from desktop_app.services.passwords import enter, new_code, set_password
from desktop_app.services.store import Store, second
from tests.cast import a_cell
from tests.services.test_passwords import CHEAP, PASSWORD, opened

CLERK, GUEST = "hoa phượng đỏ", "mùa thu tháng 8"


@pytest.fixture
def held(store_path: Path) -> Iterator[Store]:
    """A locked office in the hands of its administrator; a clerk and a viewer have passwords too."""
    set_password(store_path, PASSWORD, new_code(), "Chị Lan", cost=CHEAP)
    store = opened(store_path, PASSWORD)
    users.add_user(store, "Anh Hùng", Role.ENTRY, CLERK, CHEAP)
    users.add_user(store, "Bác Tư", Role.VIEWER, GUEST, CHEAP)
    yield store
    store.close()


def test_everyone_comes_in_by_their_own_password(held: Store, store_path: Path) -> None:
    found = {typed: enter(store_path, typed).holder for typed in (PASSWORD, CLERK, GUEST)}
    assert {each.name: each.role for each in found.values()} == {
        "Chị Lan": Role.ADMINISTRATOR,
        "Anh Hùng": Role.ENTRY,
        "Bác Tư": Role.VIEWER,
    }
    assert [user.name for user in users.users(held)] == ["Chị Lan", "Anh Hùng", "Bác Tư"]


def test_the_journal_names_who_wrote(held: Store, store_path: Path) -> None:
    store = opened(store_path, CLERK)
    a_cell(store, "Chi bộ 1")
    assert store.value("select user from gesture order by id desc limit 1") == "Anh Hùng"
    store.close()


def test_a_viewer_writes_nothing_in_any_connection(held: Store, store_path: Path) -> None:
    store = opened(store_path, GUEST)
    other = second(store)
    for each in (store, other):
        with pytest.raises(Refusal, match="chỉ được xem"):
            a_cell(each, "Chi bộ 1")
    assert not may_write(store) and store.value("select count(*) from organization") == 1
    other.close()
    store.close()


def test_a_clerk_writes_but_leaves_the_office_as_it_is(held: Store, store_path: Path) -> None:
    store = opened(store_path, CLERK)
    with pytest.raises(Refusal, match="quản trị"):
        save_office(store, OfficeDraft(name="Đảng ủy khác", parent="Tỉnh ủy"))
    assert may_write(store)
    store.close()


def test_only_the_administrator_lets_people_in_and_out(held: Store, store_path: Path) -> None:
    store = opened(store_path, CLERK)
    works: tuple[Callable[[], object], ...] = (
        lambda: users.add_user(store, "Người lạ", Role.ADMINISTRATOR, "mật khẩu lạ", CHEAP),
        lambda: users.remove_user(store, "Bác Tư"),
        lambda: users.give_password(store, "Chị Lan", "mật khẩu lạ", CHEAP),
        lambda: users.renew_code(store, new_code(), CHEAP),
    )
    for work in works:
        with pytest.raises(Refusal, match="quản trị"):
            work()
    store.close()


def test_who_was_removed_no_longer_comes_in(held: Store, store_path: Path) -> None:
    users.remove_user(held, "anh hùng")
    with pytest.raises(Refusal, match="không đúng"):
        enter(store_path, CLERK)
    assert enter(store_path, GUEST).holder.name == "Bác Tư"


def test_the_last_administrator_stays(held: Store) -> None:
    with pytest.raises(Refusal, match="ít nhất một người quản trị"):
        users.remove_user(held, "Chị Lan")


def test_changing_a_password_rewrites_one_slot_and_no_page(held: Store, store_path: Path) -> None:
    held.execute("pragma wal_checkpoint(truncate)")
    pages, slots = store_path.read_bytes(), users.ring_of(held)[1].slots
    users.change_password(held, PASSWORD, "mưa xuân lất phất", CHEAP)
    assert store_path.read_bytes() == pages
    assert [old == new for old, new in zip(slots, users.ring_of(held)[1].slots, strict=True)].count(False) == 1
    assert enter(store_path, "mưa xuân lất phất").holder.name == "Chị Lan"
    with pytest.raises(Refusal):
        enter(store_path, PASSWORD)


@pytest.mark.parametrize("former", ["", "sai", CLERK])
def test_a_password_is_changed_only_on_showing_it(held: Store, store_path: Path, former: str) -> None:
    with pytest.raises(Refusal, match="hiện nay không đúng"):
        users.change_password(held, former, "mưa xuân lất phất", CHEAP)
    assert enter(store_path, PASSWORD).holder.name == "Chị Lan"


def test_two_people_never_have_one_password_or_one_name(held: Store) -> None:
    with pytest.raises(Refusal, match="không dùng được"):
        users.add_user(held, "Cô Mai", Role.ENTRY, CLERK, CHEAP)
    with pytest.raises(Refusal, match="Đã có người dùng"):
        users.add_user(held, " anh  hùng ", Role.ENTRY, "mật khẩu khác hẳn", CHEAP)
    with pytest.raises(Refusal, match="không dùng được"):
        users.give_password(held, "Bác Tư", PASSWORD, CHEAP)


def test_whoever_forgot_comes_in_by_the_code_and_sets_a_new_password(store_path: Path) -> None:
    code = new_code()
    set_password(store_path, PASSWORD, code, "Chị Lan", cost=CHEAP)
    store = opened(store_path, code)
    users.give_password(store, "Chị Lan", "mưa xuân lất phất", CHEAP)
    store.close()
    assert enter(store_path, "mưa xuân lất phất").holder == Holder(name="Chị Lan")


def test_a_new_code_takes_the_place_of_the_former_one(store_path: Path) -> None:
    former, code = new_code(), new_code()
    set_password(store_path, PASSWORD, former, cost=CHEAP)
    store = opened(store_path, PASSWORD)
    users.renew_code(store, code, CHEAP)
    assert users.recovery_since(store) is not None
    store.close()
    assert enter(store_path, code).holder.recovered
    with pytest.raises(Refusal):
        enter(store_path, former)


def test_a_store_without_a_password_has_no_users(kept_store: Store) -> None:
    assert users.users(kept_store) == [] and users.recovery_since(kept_store) is None
    assert holder(kept_store).role is Role.ADMINISTRATOR
    with pytest.raises(Refusal, match="đặt mật khẩu trước"):
        users.add_user(kept_store, "Anh Hùng", Role.ENTRY, CLERK, CHEAP)


def test_the_gate_of_a_viewer_shuts_before_anything_is_written(store: Store) -> None:
    store.gate = Gate(Holder(name="Bác Tư", role=Role.VIEWER))
    with pytest.raises(Refusal), store.gesture("x", "y"):
        raise AssertionError("never reached")


def test_a_password_the_disk_does_not_take_is_told_and_the_former_one_opens(held: Store, store_path: Path) -> None:
    store_path.with_name(f"{store_path.name}.keys.part").mkdir()
    with pytest.raises(Refusal, match="mật khẩu giữ như cũ"):
        users.change_password(held, PASSWORD, "nắng sớm mai", CHEAP)
    assert enter(store_path, PASSWORD).holder.name == "Chị Lan"


def told(store: Store) -> list[tuple[str, str, str]]:
    return [(each.user, each.what, each.scope) for each in output_log(store) if each.kind is OutputKind.ACCESS][::-1]


def test_the_log_names_who_gave_a_password_to_whom(held: Store) -> None:
    users.give_password(held, "Bác Tư", "cây đa đầu làng", CHEAP)
    users.set_rights(held, "Anh Hùng", Role.VIEWER, ())
    users.remove_user(held, "Bác Tư")
    assert told(held) == [
        ("Văn phòng", "Đặt mật khẩu cho sổ", ""),
        ("Chị Lan", "Thêm người dùng", "Anh Hùng (Nhập liệu)"),
        ("Chị Lan", "Thêm người dùng", "Bác Tư (Chỉ xem)"),
        ("Chị Lan", "Đặt mật khẩu mới", "Bác Tư"),
        ("Chị Lan", "Đổi quyền", "Anh Hùng (Chỉ xem)"),
        ("Chị Lan", "Bỏ người dùng", "Bác Tư"),
    ]


def test_a_viewer_who_changes_the_own_password_is_in_the_log(held: Store, store_path: Path) -> None:
    store = opened(store_path, GUEST)
    users.change_password(store, GUEST, "gió mùa đông bắc", CHEAP)
    store.close()
    assert told(held)[-1] == ("Bác Tư", "Đặt mật khẩu mới", "Bác Tư")


def test_the_former_password_is_not_asked_of_whoever_showed_the_code(held: Store, store_path: Path) -> None:
    with pytest.raises(Refusal, match="mật khẩu hiện nay"):
        users.renew_own(held, "gió mùa đông bắc", CHEAP)
    recover(held)
    users.renew_own(held, "gió mùa đông bắc", CHEAP)
    assert enter(store_path, "gió mùa đông bắc").holder.name == "Chị Lan"
    assert not holder(held).recovered
