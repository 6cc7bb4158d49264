"""An import plan written into the register as one gesture of the journal. What is written is settled in the plan."""

from collections.abc import Sequence
from dataclasses import replace

from db import journal, members, organizations
from db.keys import text_key
from db.records import Member
from db.store import Store
from db.values import Gender, MemberKind, MemberStatus, OrganizationKind
from desktop_app.domain.listed import ListedMember
from desktop_app.domain.names import bare_cell_name, cell_key
from desktop_app.domain.rotation import Reason
from desktop_app.domain.words import STATUS_BY_WORD
from desktop_app.services import backup_rota
from desktop_app.services.import_cells import CellNames
from desktop_app.services.import_plan import CREATED, UPDATED, ImportPlan, Outcome
from desktop_app.services.members import MemberDraft, checked, draft_of, enrol_many, write_changes
from desktop_app.services.office import office, today
from desktop_app.services.progress import Progress, quiet

VERB = "import.members"
TITLE = "Nhập danh sách "
STEP = 500
LISTED = tuple(MemberDraft.__dataclass_fields__.keys() & ListedMember.__dataclass_fields__.keys())


def write(store: Store, planned: ImportPlan, source_name: str, progress: Progress = quiet) -> int | None:
    """Write a plan, held rows left out, as one gesture; its id in the journal, None when there is nothing to write."""
    new = [outcome for outcome in planned.outcomes if outcome.kind == CREATED]
    changed = [outcome for outcome in planned.outcomes if outcome.kind == UPDATED]
    if not new and not changed:
        return None
    progress(0, len(planned.outcomes))
    backup_rota.before(store, Reason.IMPORT)
    with store.gesture(VERB, TITLE + source_name) as gesture_id:
        cell_ids = create_cells(store, planned)
        drafts = [checked(draft(outcome.listed, cell_ids, planned.cells)) for outcome in new]
        enrol_in_bulk(store, gesture_id, drafts)
        progress(len(new), len(planned.outcomes))
        for done in range(0, len(changed), STEP):
            progress(len(new) + done, len(planned.outcomes))
            update_many(store, changed[done : done + STEP], cell_ids, planned.cells)
        progress(len(planned.outcomes), len(planned.outcomes))
    return gesture_id


def create_cells(store: Store, planned: ImportPlan) -> dict[str, int]:
    """Create the new cells of a plan; cell key → id of every cell, old and new."""
    parent = office(store).organization_id
    ids = {key: cell.id for key, cell in planned.cells.known.items()}
    for name in planned.new_cells:
        key = cell_key(name)
        version = {"name": name, "match_key": key, "order_key": text_key(bare_cell_name(name)), "parent_id": parent}
        ids[key] = organizations.add(store, OrganizationKind.CELL, None, version)
    return ids


def enrol_in_bulk(store: Store, gesture_id: int, drafts: Sequence[MemberDraft]) -> None:
    """Write new people by the fast path; the journal keeps the ranges of rows made."""
    before = members.next_ids(store)
    with journal.quiet(store):
        enrol_many(store, drafts)
    for table, next_id in members.next_ids(store).items():
        journal.record_bulk(store, gesture_id, table, before[table], next_id - 1)


def draft(row: ListedMember, cell_ids: dict[str, int], names: CellNames) -> MemberDraft:
    """A listed person as a draft."""
    facts = {name: getattr(row, name) for name in LISTED}
    return MemberDraft(
        **facts
        | {
            "gender": Gender(row.gender) if row.gender else None,
            "party_position": row.position,
            "status": STATUS_BY_WORD[row.status] if row.status else MemberStatus.ACTIVE,
            "cell_id": cell_ids[names.meant(row.cell)] if row.cell else None,
        }
    )


def update_many(store: Store, outcomes: Sequence[Outcome], cell_ids: dict[str, int], names: CellNames) -> None:
    """Write the changed facts of people, each once in a plan; a change of cell holds from today."""
    day = today(store).isoformat()
    found = members.page(store, [o.member_id for o in outcomes if o.member_id is not None], day)
    for outcome, before in zip(outcomes, found, strict=True):
        update(store, outcome, before, cell_ids, names, day)


def update(
    store: Store, outcome: Outcome, before: Member, cell_ids: dict[str, int], names: CellNames, day: str
) -> None:
    """Write the changed facts of one person."""
    listed = draft(outcome.listed, cell_ids, names)
    changed = {name for name, _, _ in outcome.changes}
    values = {name: getattr(listed, name) for name in changed if name not in ("position", "cell")}
    if "status" in changed:
        values["status_date"] = listed.status_date
    if changed & {"admitted_on", "official_on"} and before.kind is not MemberKind.GUEST:
        values["kind"] = None
    if "position" in changed:
        values |= {"party_position": listed.party_position, "government_position": None, "union_position": None}
    if "cell" in changed:
        values |= {"cell_id": listed.cell_id, "cell_since": day if before.cell_id else None}
    write_changes(store, before, checked(replace(draft_of(before), **values)))
