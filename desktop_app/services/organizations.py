"""Cells and the office's other organizations: found by name, made, renamed."""

from db import organizations
from db.keys import text_key, tidy
from db.records import Organization
from db.store import Store
from db.values import Audience, OrganizationKind
from desktop_app.domain.names import bare_cell_name, cell_key, nearly_same
from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import office, today


def cells(store: Store, on: str | None = None) -> list[Organization]:
    """The cells that exist on a day (today by default), in order, with their counts of members."""
    return organizations.cells(store, on or today(store).isoformat())


def organization(store: Store, organization_id: int) -> Organization:
    """One organization as it is today."""
    found = organizations.organization(store, organization_id, today(store).isoformat())
    if found is None:
        raise Refusal("Không còn tổ chức đảng này; hãy tải lại danh sách.")
    return found


def find_cell(store: Store, text: str) -> Organization:
    """The cell with this id or name; a leading "Chi bộ", case and the place of the tone do not matter."""
    wanted = cell_key(text)
    known = cells(store)
    found = [cell for cell in known if cell_key(cell.name) == wanted] or [c for c in known if str(c.id) == text.strip()]
    if len(found) != 1:
        raise Refusal(f"Không tìm thấy chi bộ «{tidy(text)}»; hãy ghi đúng tên như trong danh sách chi bộ.")
    return found[0]


def near_names(store: Store, name: str) -> list[str]:
    """Names of cells so like this one that it may be a slip."""
    return [cell.name for cell in cells(store) if nearly_same(cell.name, name)]


def create_cell(
    store: Store, name: str, code: str | None = None, audience: Audience = Audience.MEMBERS
) -> Organization:
    """A new cell directly under the office."""
    version = named(store, name) | {"audience": audience}
    with store.gesture("cell.create", f"Thêm chi bộ {version['name']}"):
        version["parent_id"] = office(store).organization_id
        cell_id = organizations.add(store, OrganizationKind.CELL, code, version)
    return organization(store, cell_id)


def set_audience(store: Store, cell_id: int, audience: Audience) -> Organization:
    """Say which audience of the rounds a cell's people belong to."""
    cell = organization(store, cell_id)
    with store.gesture("cell.audience", f"Sửa đối tượng của chi bộ {cell.name}"):
        organizations.correct(store, cell_id, today(store).isoformat(), audience=audience)
    return organization(store, cell_id)


def rename_cell(store: Store, cell_id: int, name: str) -> Organization:
    """Correct a cell's name."""
    version = named(store, name, but=cell_id)
    with store.gesture("cell.rename", f"Sửa tên chi bộ {version['name']}"):
        organizations.correct(store, cell_id, today(store).isoformat(), **version)
    return organization(store, cell_id)


def named(store: Store, name: str, but: int | None = None) -> dict[str, object]:
    """The name with its keys. Refuses an empty name and one another cell has."""
    words = tidy(name)
    if not words:
        raise Refusal("Chưa có tên chi bộ; hãy ghi tên, ví dụ «Chi bộ Đội Cung 1».")
    if any(cell_key(cell.name) == cell_key(words) and cell.id != but for cell in cells(store)):
        raise Refusal(f"Đã có chi bộ «{words}»; hãy dùng chi bộ đó hoặc ghi tên khác.")
    return {"name": words, "match_key": cell_key(words), "order_key": text_key(bare_cell_name(words))}
