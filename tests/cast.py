"""People and cells for tests, written through the services; a test says only what matters to it."""

from typing import Any

from db.records import Member, Organization
from desktop_app.domain.refusal import Refusal
from desktop_app.services import members, organizations
from desktop_app.services.members import MemberDraft
from desktop_app.services.store import Store

CELL = "Chi bộ Đội Cung 1"
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Đức Cường", "Phạm Thị Đào", "Đặng Văn Hải")


def a_cell(store: Store, name: str = CELL) -> Organization:
    """The cell of this name, made when it is not there yet."""
    try:
        return organizations.find_cell(store, name)
    except Refusal:
        return organizations.create_cell(store, name)


def a_member(store: Store, full_name: str = NAMES[0], cell: str | None = CELL, **facts: Any) -> Member:
    """An official member of long standing; `cell` None leaves the person without one."""
    standing = {"birth_date": "1960-02-05", "admitted_on": "1985-05-19", "official_on": "1986-05-19"}
    cell_id = a_cell(store, cell).id if cell else None
    return members.enrol(store, MemberDraft(**{**standing, "cell_id": cell_id, "full_name": full_name, **facts}))


def some_members(store: Store, count: int = 5, cell: str = CELL) -> list[Member]:
    """So many people in one cell; beyond the names at hand they are numbered."""
    named = [NAMES[i] if i < len(NAMES) else f"{NAMES[i % len(NAMES)]} {i}" for i in range(count)]
    return [a_member(store, name, cell) for name in named]
