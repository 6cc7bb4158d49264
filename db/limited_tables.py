"""What a store shows of each table to a user limited to cells: one condition a table, for reading and for writing.

`t` is the row. The conditions stand on tables of the connection itself, which `db.limits` fills: `limit_cell` (the
cells), `limit_own` (people who belong to them today), `limit_seen` (those, and whoever stands on a roll in them) and
`limit_venue` (venues where nobody else sits).
"""

ROLL = "({r}.cell_id in (select id from limit_cell) or {r}.home_cell_id in (select id from limit_cell))"
OWN = "t.member_id in (select id from limit_own)"
SEATED = f"""t.member_id in (select id from limit_seen) and exists (
    select 1 from main.half_day h join main.roll_row r on r.conference_id = h.conference_id
    where h.id = t.half_day_id and r.member_id = t.member_id and {ROLL.format(r="r")})"""
SUMMONED = f"""t.member_id in (select id from limit_seen) and exists (
    select 1 from main.roll_row r
    where r.conference_id = t.conference_id and r.member_id = t.member_id and {ROLL.format(r="r")})"""
IN_ROUND = f"""(t.member_id in (select id from limit_own) or t.member_id in (select id from limit_seen) and exists (
    select 1 from main.conference c join main.roll_row r on r.conference_id = c.id
    where c.round_id = t.round_id and r.member_id = t.member_id and {ROLL.format(r="r")}))"""
OF_CELL = "t.organization_id in (select id from limit_cell)"
OF_VENUE = "t.venue_id in (select id from limit_venue)"
ON_PAPER = f"(t.cell_id in (select id from limit_cell) or t.cell_id is null and {OF_VENUE})"
IN_ESSAY = "exists (select 1 from temp.essay e where e.id = t.essay_id)"
IN_SUBMISSION = """exists (select 1 from main.submission s where s.id = t.submission_id
    and s.organization_id in (select id from limit_cell))"""
IN_DIARY = "exists (select 1 from temp.venue_diary d where d.id = t.venue_diary_id)"
ON_PAGE = "exists (select 1 from temp.sheet_page p where p.id = t.page_id)"
NOTHING = "0"

OWNED = {
    "member": "t.id in (select id from limit_own)",
    "member_kind": OWN,
    "member_status": OWN,
    "membership": OWN,
    "office_held": OWN,
    "residence": OWN,
    "temporary_activity": OWN,
    "essay_exemption": OWN,
    "roll_row": ROLL.format(r="t"),
    "mark": SEATED,
    "makeup": SEATED,
    "scan": SUMMONED,
    "essay": IN_ROUND,
    "essay_part_score": IN_ESSAY,
    "essay_checker": OF_CELL,
    "extension": f"(t.member_id is not null and {IN_ROUND} or {OF_CELL})",
    "submission": OF_CELL,
    "plan_task": IN_SUBMISSION,
    "venue_report": OF_VENUE,
    "venue_diary": OF_VENUE,
    "head_count": OF_VENUE,
    "attachment": f"(t.essay_id is not null and {IN_ESSAY} or t.submission_id is not null and {IN_SUBMISSION}"
    f" or t.venue_diary_id is not null and {IN_DIARY})",
}
"""Rows about people or cells, in the order in which their views may lean on each other: what is outside is neither
shown nor written, and nothing else of the journal's tables is written by a limited user at all."""

UNWRITTEN = {
    "organization": "(t.kind not in ('cell', 'party_group') or t.id in (select id from limit_cell))",
    "not_same_person": "t.one_id in (select id from limit_own) and t.other_id in (select id from limit_own)",
    "sheet_page": ON_PAPER,
    "sheet_row": f"t.member_id in (select id from limit_seen) and {ON_PAGE}",
    "sheet_total": ON_PAGE,
    "return_sheet": ON_PAPER,
    "blob": "exists (select 1 from temp.attachment a where a.hash = t.hash)",
    "issued_about": OWN,
    "conference_reopening": NOTHING,
    "draft": NOTHING,
    "output_log": NOTHING,
    "typing": "exists (select 1 from limit_user u where substr(t.form, 1, length(u.name) + 1) = u.name || '/')",
    "member_words": "t.rowid in (select id from limit_own)",
}
"""Rows that are only looked at, or never. Other cells keep their names where a row of a roll speaks of them, but stand
in no list: their figures would read as nought."""

NAMED = "t.id in (select id from limit_own)"
PERSONAL = """sort_name other_name gender party_card_no old_party_card_no card_issued_on citizen_id old_id_no
    admitted_on official_on party_position government_position union_position phone note deleted_at""".split()
VENUE = "t.id in (select id from limit_venue)"
MASKS: dict[str, dict[str, str]] = {
    "member": {name: f"case when {NAMED} then t.{name} end" for name in PERSONAL}
    | {
        "deleted": f"case when {NAMED} then t.deleted else 1 end",
        "merged_into": f"case when {NAMED} then t.merged_into else t.id end",
    },
    "venue": {
        name: f"case when {VENUE} then t.{name} end"
        for name in ("person_in_charge", "follower", "note", "equipment", "line_note", "phone")
    },
    "essay_forwarding": {"note": "null"},
    "issued_document": {
        "title": "'Văn bản phát hành'",
        "body": "''",
        "figures": "'{}'",
        "print_hash": "null",
        "subject": "null",
        "withdrawn_reason": "null",
    },
}
"""Columns that do not say what is kept. Of somebody who has gone to another cell only the name stays, in the rolls of
then: they are like one taken out of the register, so that no list, search or count meets them."""

SHOWN = {
    "member": "t.id in (select id from limit_seen)",
    "submission": "t.organization_id in (select id from temp.organization)",
}
"""Where more is shown than may be written: who has gone, and what the office itself has sent."""

FREE = frozenset(
    """_sqlite_migrations activity committee_term conference counter current_gesture essay_question
    half_day half_day_covers import_layout organization_succession organization_version residence_block
    round_audience round_deadline round_document rubric_criterion score_band setting signer store_property study_round
    topic topic_speaker venue_cell wording""".split()
)
"""Tables that say nothing about people of the register: days, topics, rules, names of cells, and whoever stands on the
office's own paper (who chairs, who speaks, who signs)."""
