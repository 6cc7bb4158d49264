"""The steps of the schema's history, in order. A released step is never edited; a new store replays them all."""

from sqlite_utils.migrations import Migrations

from db.migrations import (
    m0001_register,
    m0002_study,
    m0003_register_history,
    m0004_search_blocks,
    m0005_import_layouts,
    m0006_conference_desk,
    m0007_essays_and_submissions,
    m0008_issued_documents,
    m0009_typing,
    m0010_member_order,
    m0011_access_log,
)

STEPS = {
    "m0001_register": m0001_register.upgrade,
    "m0002_study": m0002_study.upgrade,
    "m0003_register_history": m0003_register_history.upgrade,
    "m0004_search_blocks": m0004_search_blocks.upgrade,
    "m0005_import_layouts": m0005_import_layouts.upgrade,
    "m0006_conference_desk": m0006_conference_desk.upgrade,
    "m0007_essays_and_submissions": m0007_essays_and_submissions.upgrade,
    "m0008_issued_documents": m0008_issued_documents.upgrade,
    "m0009_typing": m0009_typing.upgrade,
    "m0010_member_order": m0010_member_order.upgrade,
    "m0011_access_log": m0011_access_log.upgrade,
}

MIGRATIONS = Migrations("so_hoc_tap")
for name, step in STEPS.items():
    MIGRATIONS(name=name)(step)
