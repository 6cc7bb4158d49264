"""The SQL that takes one person's data out of everything kept: rows, journal, words, files. What is counted stays.

The rows of roll, marks, make-ups and essays stay and point at a person of whom nothing is known. Issued documents stay.
"""

import json
from typing import Any

from db import journal
from db.keys import fold, person_key, search_key
from db.store import Store, now

ERASED = "(đã xóa)"
PERSONAL = """sort_name other_name birth_date gender party_card_no old_party_card_no card_issued_on citizen_id old_id_no
    admitted_on official_on party_position government_position union_position phone note""".split()
WRITTEN = (
    "update member_status set reason = null, decision_no = null where member_id = :id",
    "update member_kind set decision_no = null where member_id = :id",
    """update temporary_activity set decision_no = null, place = case when organization_id is null then :erased end
       where member_id = :id""",
    "update mark set reason = null, remark = null where member_id = :id",
    "update makeup set note = null where member_id = :id",
    "update roll_row set reason = null where member_id = :id",
    "update essay set note = null where member_id = :id",
    "update essay_exemption set reason = null where member_id = :id",
    "update extension set reason = :erased where member_id = :id",
    "update scan set code = :erased || ' ' || id where member_id = :id",
    "delete from office_held where member_id = :id",
    "delete from residence where member_id = :id",
)
"""What was written about the person in free words, what says where they live and what they were."""
FILES = """
    select id, hash from attachment where essay_id in (select id from essay where member_id = :id)
    union
    select json_extract(key, '$[0]'), json_extract(image, '$.hash') from
      (select key, before as image from journal_change where tbl = 'attachment'
       union all select key, after from journal_change where tbl = 'attachment')
    where json_extract(image, '$.essay_id') in (select id from essay where member_id = :id)"""
"""Files handed in with their essays, also those taken off again: (attachment, hash of the content)."""
SPOKEN = (
    "delete from typing where instr(form || texts, :name)",
    "update gesture set summary = replace(summary, :name, :erased)",
    "update output_log set what = replace(what, :name, :erased), scope = replace(scope, :name, :erased)",
)


def names(store: Store, member_id: int) -> list[str]:
    """Every name the person was ever written under, the longest first."""
    known = store.column(
        """select full_name from member where id = :id
           union select json_extract(image, '$.full_name') from
             (select before as image from journal_change where tbl = 'member' and member_id = :id
              union all select after from journal_change where tbl = 'member' and member_id = :id)
           where json_valid(image)""",
        {"id": member_id},
    )
    return sorted({name for name in known if name and name != ERASED}, key=len, reverse=True)


def erase(store: Store, member_id: int, gesture_id: int) -> None:
    """Take the data out, inside a bulk gesture; from it on nothing earlier can be undone."""
    given = {"id": member_id, "erased": ERASED, "gesture": gesture_id}
    spoken = names(store, member_id)
    files = [(row["id"], row["hash"]) for row in named(store, member_id)]
    for sql in WRITTEN:
        store.execute(sql, given)
    keys = {"name_key": fold(ERASED), "list_key": person_key(ERASED), "search_key": search_key(ERASED)}
    store.change("member", member_id, **dict.fromkeys(PERSONAL), full_name=ERASED, deleted=1, deleted_at=now(), **keys)
    drop_files(store, files)
    store.execute("delete from journal_change where member_id = :id", given)
    store.execute("delete from journal_change where tbl = 'member' and key = json_array(:id)", given)
    for name in spoken:
        for sql in SPOKEN:
            store.execute(sql, given | {"name": name})
    store.execute(
        """insert into journal_change (gesture_id, tbl, key, before, after, member_id)
           values (:gesture, 'member', json_array(:id), '{}', '{}', :id)""",
        given,
    )
    journal.close_past(store)


def named(store: Store, member_id: int) -> list[dict[str, Any]]:
    """The files of a person, as `id` and `hash`."""
    return store.all(FILES, {"id": member_id})


def drop_files(store: Store, files: list[tuple[int, str]]) -> None:
    """Remove attachments with what the journal says of them, and the contents nobody else has."""
    given = {"ids": json.dumps([each for each, _ in files]), "hashes": json.dumps([each for _, each in files])}
    store.execute("delete from attachment where id in (select value from json_each(:ids))", given)
    store.execute(
        """delete from journal_change where tbl = 'attachment'
           and json_extract(key, '$[0]') in (select value from json_each(:ids))""",
        given,
    )
    store.execute(
        """delete from blob where hash in (select value from json_each(:hashes))
           and hash not in (select hash from attachment)
           and hash not in (select print_hash from issued_document where print_hash is not null)""",
        given,
    )


def entries(store: Store, member_id: int) -> list[int]:
    """The person and the entries that were found to be the same person."""
    return store.column("select id from member where id = :id or merged_into = :id", {"id": member_id})


def scrub(store: Store) -> None:
    """Leave nothing of what was erased in free pages, in the index of words or in the log; outside any transaction."""
    store.execute("insert into member_words (member_words) values ('optimize')")
    store.execute("vacuum")
    store.execute("pragma wal_checkpoint(truncate)")
