"""A locked practice office where whoever is outside two cells is called by a name found nowhere else."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from db import key_slots
from db.keys import fold, person_key, search_key
from db.records import Organization
from db.store import whole
from db.values import Role
from desktop_app.services import organizations, users
from desktop_app.services.passwords import enter, new_code, set_password
from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store, open_office
from tests.db.locked import CHEAP

CANARY = "Hoàng Oanh Lạ"
CANARIES = (CANARY, CANARY.upper(), "hoang oanh la", "77700077")
ADMINISTRATOR, CLERK, VIEWER = "Đoàn kết 1948", "hoa phượng đỏ", "mùa thu tháng 8"
TEXTS = """update member set full_name = :name || ' ' || id, name_key = :folded || ' ' || id,
    list_key = :listed || id, search_key = :sought || ' ' || id, other_name = :name, phone = '77700077' || id,
    party_card_no = '77700077' || id, citizen_id = '77700077' || id, party_position = :name, note = :name
    where id not in (select member_id from membership where organization_id in (:one, :two)
                     and valid_to = '9999-12-31')"""
OUTSIDE = "member_id in (select id from member where full_name like :name || '%')"
WRITTEN = (
    f"update mark set remark = :name, reason = :name where {OUTSIDE}",
    f"update makeup set note = :name, confirmed_by = :name where {OUTSIDE}",
    f"update essay set note = :name, marked_by = :name, checker = :name where {OUTSIDE}",
    f"update roll_row set reason = :name where {OUTSIDE}",
    """update venue set person_in_charge = :name, follower = :name, phone = '77700077', note = :name where id in
       (select venue_id from venue_cell where organization_id not in (:one, :two))""",
    "insert into output_log (done_at, user, kind, what, scope) values ('2026-01-01', 'Chị Lan', 'print', :name, :name)",
    "insert into typing (form, texts, saved_at) values ('x', json_object('name', :name), '2026-01-01 10:00:00')",
)


@dataclass(frozen=True, kw_only=True)
class Office:
    """The closed store, and the two cells a limited user sees."""

    path: Path
    cells: tuple[Organization, ...]


def limited_office(path: Path, members: int = 150) -> Office:
    """Make the office at a path: an administrator, a clerk and a viewer who see only two of its cells."""
    store = create_practice(path, members)
    cells = tuple(each for each in organizations.cells(store) if each.member_count)[:2]
    plant(store, cells)
    store.close()
    set_password(path, ADMINISTRATOR, new_code(), "Chị Lan", cost=CHEAP)
    held = opened(path, ADMINISTRATOR)
    ids = [each.id for each in cells]
    users.add_user(held, "Anh Hùng", Role.ENTRY, CLERK, CHEAP, ids)
    users.add_user(held, "Bác Tư", Role.VIEWER, VIEWER, CHEAP, ids)
    held.close()
    return Office(path=path, cells=cells)


def plant(store: Store, cells: tuple[Organization, ...]) -> None:
    """Give everybody outside the cells the name that must not be seen, wherever they are written of."""
    given: dict[str, str | int] = {"name": CANARY, "folded": fold(CANARY)}
    given |= {"listed": person_key(CANARY), "sought": search_key(CANARY)}
    given |= {"one": cells[0].id, "two": cells[1].id}
    with store.gesture("member.amend", f"Sửa {CANARY}"):
        for sql in (TEXTS, *WRITTEN):
            store.execute(sql, given)


def copy_of(office: Office, folder: Path) -> Office:
    """The office in a file of its own."""
    for each in (office.path, key_slots.beside(office.path)):
        shutil.copy(each, folder / each.name)
    return Office(path=folder / office.path.name, cells=office.cells)


def opened(path: Path, typed: str) -> Store:
    return open_office(path, entrance=enter(path, typed))


def everything(store: Store) -> Store:
    """The same file, seen whole."""
    return whole(store)


def told(text: str) -> list[str]:
    """The canaries a text holds."""
    return [canary for canary in CANARIES if canary.casefold() in text.casefold()]
