"""Cells and the office's other organizations: the tree, found by name, made, put right.

What a decision changes from a day on (split, merger, move, new name, end) is the business of `reorganization`.
"""

from collections import defaultdict
from dataclasses import dataclass

from db import organizations, reorganization
from db.groupings import OrganizationSuccession, OrganizationVersion
from db.keys import text_key, tidy
from db.records import Organization
from db.store import Store
from db.values import ALWAYS, Audience, OrganizationKind
from desktop_app.domain.names import bare_cell_name, cell_key, nearly_same, said_of
from desktop_app.domain.organizations import head_lines, why_not_under
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services.office import office, today


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRow:
    """One line of the tree: `organization.member_count` counts everyone in it and under it, once."""

    organization: Organization
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationDraft:
    """What the clerk says about a new organization. `opened_on` None = it always was; `parent_id` None = at the top."""

    kind: OrganizationKind
    name: str
    parent_id: int | None
    code: str | None = None
    audience: Audience = Audience.MEMBERS
    superior_line: str | None = None
    issuer_line: str | None = None
    opened_on: str | None = None
    decision_no: str | None = None


def tree(store: Store, on: str | None = None, counted: bool = True) -> list[TreeRow]:
    """All organizations that exist on a day (today by default), each after the one it stands under.

    `counted` False leaves the counts of people out, which cost the most in a large office.
    """
    found = organizations.all_of(store, on or today(store).isoformat(), counted)
    known, under = {each.id for each in found}, defaultdict(list)
    for each in found:
        under[each.parent_id if each.parent_id in known else None].append(each)
    rows: list[TreeRow] = []
    waiting = [(each, 0) for each in reversed(under[None])]
    while waiting:
        each, depth = waiting.pop()
        rows.append(TreeRow(organization=each, depth=depth))
        waiting += [(child, depth + 1) for child in reversed(under[each.id])]
    return rows


def versions(store: Store, organization_id: int) -> list[OrganizationVersion]:
    """What an organization was called and where it stood, through time."""
    return reorganization.versions(store, organization_id)


def successions(store: Store, organization_id: int) -> list[OrganizationSuccession]:
    """The splits and mergers an organization came from or went into."""
    return reorganization.successions(store, organization_id)


def lines_of(store: Store, organization_id: int, on: str | None = None) -> tuple[str, str]:
    """(superior, issuer) head lines of an organization's documents on a day."""
    day = on or today(store).isoformat()
    found = organization(store, organization_id, day)
    above = organizations.organization(store, found.parent_id, day) if found.parent_id else None
    return head_lines(found, above)


def find_organization(store: Store, text: str, on: str | None = None) -> Organization:
    """The organization of any kind with this id, code or name on a day."""
    known = [row.organization for row in tree(store, on, counted=False)]
    same = [each for each in known if cell_key(each.name) == cell_key(text)]
    found = same or [each for each in known if text.strip() in (str(each.id), each.code)]
    if len(found) != 1:
        raise Refusal(f"Không tìm thấy tổ chức “{tidy(text)}”; hãy ghi số hoặc đúng tên như trong sơ đồ tổ chức.")
    return found[0]


def create(store: Store, draft: OrganizationDraft) -> Organization:
    """A new organization of any kind under any other that may have it."""
    opened, day = draft.opened_on or ALWAYS, today(store).isoformat()
    parent = organization(store, draft.parent_id, max(day, opened)) if draft.parent_id else None
    if refused := why_not_under(draft.kind, parent.kind if parent else None):
        raise Refusal(refused)
    if parent and opened < parent.opened_on and draft.opened_on:
        raise Refusal(f"“{parent.name}” chưa có vào ngày đó; hãy chọn ngày thành lập muộn hơn.")
    version = name_keys(store, draft.kind, draft.name, draft.parent_id, max(day, opened)) | {
        "parent_id": draft.parent_id,
        "audience": draft.audience,
        "superior_line": tidy(draft.superior_line or "") or None,
        "issuer_line": tidy(draft.issuer_line or "") or None,
        "decision_no": tidy(draft.decision_no or "") or None,
        "valid_from": opened,
    }
    with store.gesture("organization.create", f"Thêm {word(draft.kind).lower()} {version['name']}"):
        made = organizations.add(store, draft.kind, tidy(draft.code or "") or None, version, opened)
    return organization(store, made, max(day, opened))


def name_keys(
    store: Store, kind: OrganizationKind, name: str, parent_id: int | None, on: str, but: tuple[int, ...] = ()
) -> dict[str, object]:
    """A name with its keys. Refuses an empty one, and one that another of its kind has on that day.

    Party groups are called alike in many cells: only those of one cell must differ.
    """
    words = tidy(name)
    if not words:
        raise Refusal(f"Chưa có tên {word(kind).lower()}; hãy ghi tên.")
    for row in tree(store, on, counted=False):
        other = row.organization
        apart = kind is OrganizationKind.PARTY_GROUP and other.parent_id != parent_id
        if other.kind is kind and other.id not in but and not apart and cell_key(other.name) == cell_key(words):
            raise Refusal(f"Đã có {word(kind).lower()} “{other.name}”; hãy ghi tên khác.")
    return {"name": words, "match_key": cell_key(words), "order_key": text_key(bare_cell_name(words))}


def cells(store: Store, on: str | None = None, counted: bool = True) -> list[Organization]:
    """The cells that exist on a day (today by default), in order; `counted`: with their counts of members, which takes
    a look at everybody."""
    return organizations.cells(store, on or today(store).isoformat(), counted)


def cell_names(store: Store, on: str | None = None) -> list[tuple[int, str]]:
    """(id, name) of the cells that exist on a day (today by default), in order; nobody is counted."""
    return organizations.cell_names(store, on or today(store).isoformat())


def organization(store: Store, organization_id: int, on: str | None = None) -> Organization:
    """One organization as it is on a day, today by default."""
    found = organizations.organization(store, organization_id, on or today(store).isoformat())
    if found is None:
        raise Refusal("Không còn tổ chức đảng này; hãy tải lại danh sách.")
    return found


def find_cell(store: Store, text: str, on: str | None = None) -> Organization:
    """The cell with this id or name on a day; a leading "Chi bộ", case and the place of the tone do not matter."""
    wanted = cell_key(text)
    known = cells(store, on, counted=False)
    found = [cell for cell in known if cell_key(cell.name) == wanted] or [c for c in known if str(c.id) == text.strip()]
    if len(found) != 1:
        raise Refusal(f"Không tìm thấy chi bộ “{tidy(text)}”; hãy ghi đúng tên như trong danh sách chi bộ.")
    return found[0]


def near_names(store: Store, name: str) -> list[str]:
    """Names of cells so like this one that it may be a slip."""
    return [cell.name for cell in cells(store, counted=False) if nearly_same(cell.name, name)]


def create_cell(
    store: Store, name: str, code: str | None = None, audience: Audience = Audience.MEMBERS
) -> Organization:
    """A new cell directly under the office."""
    version = named(store, name) | {"audience": audience}
    with store.gesture("cell.create", f"Thêm {said_of('chi bộ', str(version['name']))}"):
        version["parent_id"] = office(store).organization_id
        cell_id = organizations.add(store, OrganizationKind.CELL, code, version)
    return organization(store, cell_id)


def set_audience(store: Store, cell_id: int, audience: Audience) -> Organization:
    """Say which audience of the rounds a cell's people belong to."""
    cell = organization(store, cell_id)
    with store.gesture("cell.audience", f"Sửa đối tượng của {said_of('chi bộ', cell.name)}"):
        organizations.correct(store, cell_id, today(store).isoformat(), audience=audience)
    return organization(store, cell_id)


def rename_cell(store: Store, cell_id: int, name: str) -> Organization:
    """Correct a cell's name."""
    version = named(store, name, but=cell_id)
    with store.gesture("cell.rename", f"Sửa tên {said_of('chi bộ', str(version['name']))}"):
        organizations.correct(store, cell_id, today(store).isoformat(), **version)
    return organization(store, cell_id)


def named(store: Store, name: str, but: int | None = None) -> dict[str, object]:
    """The name with its keys. Refuses an empty name and one another cell has."""
    words = tidy(name)
    if not words:
        raise Refusal("Chưa có tên chi bộ; hãy ghi tên, ví dụ “Chi bộ Đội Cung 1”.")
    if set(organizations.cells_named(store, cell_key(words), today(store).isoformat())) - {but}:
        raise Refusal(f"Đã có chi bộ “{words}”; hãy dùng chi bộ đó hoặc ghi tên khác.")
    return {"name": words, "match_key": cell_key(words), "order_key": text_key(bare_cell_name(words))}
