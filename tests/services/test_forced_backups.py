"""What is hard to take back waits for a backup: an import, a merge, a closing, a change to many people at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import backup_rota, backups, closing, duplicates, members
from desktop_app.services.imports import plan, write
from desktop_app.services.store import Store
from tests.cast import a_member, some_members
from tests.round_office import small_round
from tests.services.test_imports import AN, listed

Act = Callable[[Store], object]


def imported(store: Store) -> object:
    return write(store, plan(store, listed(AN)), "danh sách.xlsx")


def merged(store: Store) -> object:
    one, other = (a_member(store, "Lê Văn Trùng", cell="Phố Mới") for _ in range(2))
    return duplicates.merge(store, one.id, other.id)


def many_removed(store: Store) -> object:
    some_members(store, 20)
    return members.remove(store, members.list_ids(store, members.MemberFilter()))


def closed(store: Store) -> object:
    return closing.close(store, small_round(store).conference_id, absent=True)


def made(store: Store) -> list[str]:
    where = backup_rota.folder(store)
    assert where is not None and store.path is not None
    return [backups.verify(each.path).reason for each in backup_rota.kept(where, store.path.stem)]


@pytest.mark.parametrize(
    ("act", "reason"), [(imported, "import"), (merged, "merge"), (many_removed, "bulk"), (closed, "closing")]
)
def test_a_backup_comes_before(kept_store: Store, act: Act, reason: str) -> None:
    act(kept_store)
    assert made(kept_store) == [reason]


@pytest.mark.parametrize("act", [imported, many_removed])
def test_what_cannot_be_backed_up_is_not_done(kept_store: Store, store_path: Path, act: Act) -> None:
    (store_path.parent / "sao-luu").write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(Refusal, match="thư mục sao lưu"):
        act(kept_store)
    assert members.count(kept_store, members.MemberFilter()) in (0, 20)


def test_a_few_people_are_removed_without_one(kept_store: Store) -> None:
    some_members(kept_store, 3)
    members.remove(kept_store, members.list_ids(kept_store, members.MemberFilter()))
    assert made(kept_store) == []
