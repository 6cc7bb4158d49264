"""The register opened, and people brought into it: from a list, and in bulk. Finding them is in finding."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from build_scripts.benchmarks.job import Goal, Job
from db.store import Store
from desktop_app.exchange.member_list import members_of
from desktop_app.exchange.remembered import known_mappings
from desktop_app.exchange.sheets import read_sheets
from desktop_app.services import import_writing, imports, members
from desktop_app.services.members import MemberDraft, MemberFilter, checked, enrol_many
from desktop_app.services.office import OfficeDraft, today
from desktop_app.services.practice_people import invented
from desktop_app.services.store import create_office, open_office

LISTED, ENROLLED, BATCH = 20_000, 100_000, 5_000
NEW_CELL = "Khu phố mới"


def jobs(store: Store, folder: Path) -> Iterator[Job]:
    """The register opened, and people brought into an empty one."""
    yield opening(store)
    empty = folder / "empty.sht"
    create_office(empty, OfficeDraft(name="Đảng ủy phường", parent="Thành ủy")).close()
    yield importing(folder, empty)
    yield enrolling(folder, empty)


def opening(store: Store) -> Job:
    """The store opened, checked and ready, against the file connected to."""
    assert store.path is not None
    path = store.path
    return Job(name="open the store", ours=lambda: open_office(path).close(), goal=Goal(ms=1000))


def importing(folder: Path, empty: Path) -> Job:
    """A list read, understood, held against an empty register and written, against its rows kept as they are."""
    path = folder / "list.csv"
    write_list(path)
    return Job(
        name=f"import {LISTED:,} people from a list",
        ours=lambda: import_into(copied(empty, folder / "ours.sht"), path),
        limit=lambda: insert_bare(copied(empty, folder / "bare.sht"), path),
        peer=lambda: insert_usual(copied(empty, folder / "usual.sht"), path),
        goal=Goal(ms=20_000),
        runs=2,
    )


def write_list(path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, delimiter=";")
        lines.writerow(["Họ và tên", "Ngày sinh", "Chi bộ"])
        lines.writerows([f"Nguyễn Văn {n}", f"{n % 28 + 1:02}/03/1975", NEW_CELL] for n in range(LISTED))


def copied(empty: Path, target: Path) -> Path:
    for left in target.parent.glob(f"{target.name}*"):
        left.unlink()
    return Path(shutil.copyfile(empty, target))


def import_into(target: Path, path: Path) -> None:
    """As the command does it."""
    store = open_office(target)
    sheets = read_sheets(path, None)
    listed = members_of(sheets, known_mappings(sheets, {}, {}), today(store))
    written = import_writing.write(store, imports.plan(store, listed, {NEW_CELL: None}), path.name)
    assert written is not None and members.count(store, MemberFilter()) == LISTED
    store.close()


def rows_of(path: Path) -> list[dict[str, str | None]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [dict(zip("abc", row, strict=True)) for row in csv.reader(file, delimiter=";")]


def insert_bare(target: Path, path: Path) -> None:
    insert_rows(target, rows_of(path))


def insert_rows(target: Path, rows: list[dict[str, str | None]]) -> None:
    """One statement for all rows, into a table with two indexes."""
    store = open_office(target)
    store.execute("create table bare (a text, b text, c text)")
    for column in "ac":
        store.execute(f"create index bare_{column} on bare ({column})")
    with store.atomic():
        store.many("insert into bare values (:a, :b, :c)", rows)
    store.close()


def insert_usual(target: Path, path: Path) -> None:
    insert_all(target, rows_of(path))


def insert_all(target: Path, rows: list[dict[str, str | None]]) -> None:
    """The rows given to sqlite-utils, with its search index."""
    store = open_office(target)
    table = store.table("usual")
    table.insert_all(rows)
    table.enable_fts(["a"], create_triggers=True)
    store.close()


def enrolling(folder: Path, empty: Path) -> Job:
    """Many checked drafts written with all their keys, periods and words, in one gesture; the rest is as for a list."""
    drafts = [checked(each) for each in invented(Random(1), [1], ENROLLED, 2021)]
    rows = [{"a": each.full_name, "b": each.birth_date, "c": each.citizen_id} for each in drafts]
    return Job(
        name=f"write {ENROLLED:,} new people",
        ours=lambda: enrol_into(copied(empty, folder / "ours.sht"), drafts),
        limit=lambda: insert_rows(copied(empty, folder / "bare.sht"), rows),
        peer=lambda: insert_all(copied(empty, folder / "usual.sht"), rows),
        runs=1,
    )


def enrol_into(target: Path, drafts: list[MemberDraft]) -> None:
    store = open_office(target)
    with store.gesture("import.members", "Một trăm nghìn người", bulk=True):
        for start in range(0, len(drafts), BATCH):
            enrol_many(store, drafts[start : start + BATCH])
    store.close()
