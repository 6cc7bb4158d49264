"""The register at work: opening the list, finding somebody, taking a list in."""

import csv
import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import openpyxl
import python_calamine
import xlsxwriter

from build_scripts.benchmarks.job import Goal, Job
from db.keys import fold
from db.store import Store
from desktop_app.exchange.member_list import members_of
from desktop_app.exchange.remembered import known_mappings
from desktop_app.exchange.sheets import read_sheets
from desktop_app.services import import_writing, imports, members
from desktop_app.services.members import MemberFilter
from desktop_app.services.office import OfficeDraft, today
from desktop_app.services.store import create_office, open_office

QUERIES = ("ng", "nguyen van", "binh", "đặng thị", "quyen", "tran", "hoa", "le duc", "xuan", "tho")
SMALL = 5_000
LISTED, COLUMNS, MANY = 20_000, 20, 2_000
NEW_CELL = "Khu phố mới"


def jobs(store: Store, folder: Path, people: int) -> Iterator[Job]:
    """All jobs of the register, on an office of so many people."""
    yield opening(store)
    yield listing(store)
    yield far_page(store)
    yield searching(store, people)
    yield card(store)
    yield reading(folder)
    yield importing(folder)


def opening(store: Store) -> Job:
    """The store opened, checked and ready, against the file connected to."""
    assert store.path is not None
    path = store.path
    return Job(name="open the store", ours=lambda: open_office(path).close(), goal=Goal(ms=1000))


def listing(store: Store) -> Job:
    """All members in order, and the first page of them."""

    def ours() -> None:
        members.page(store, members.list_ids(store, MemberFilter())[:100])

    sql = "select id from member where deleted = 0 order by list_key, birth_date, id"
    return Job(
        name="open the list of members",
        ours=ours,
        limit=lambda: store.execute(sql).fetchall(),
        goal=Goal(ms=1200),
        runs=9,
    )


def far_page(store: Store) -> Job:
    """The last hundred of the list against the first hundred."""
    ids = members.list_ids(store, MemberFilter())
    return Job(
        name="a page of 100 at the end of the list",
        ours=lambda: members.page(store, ids[-100:]),
        limit=lambda: members.page(store, ids[:100]),
        goal=Goal(times=2),
        runs=40,
    )


def searching(store: Store, people: int) -> Job:
    """Fifty sorted hits for what was typed; the usual way folds every name at every key."""
    ours, bare, usual = cycle(QUERIES), cycle(QUERIES), cycle(QUERIES)
    store.register_function(lambda text: fold(text), name="un")
    walk = "select id from member where name_key like ? order by list_key, birth_date limit 50"
    naive = "select id from member where un(full_name) like ? order by list_key limit 50"
    return Job(
        name="search while typing, 50 sorted hits",
        ours=lambda: members.search(store, next(ours), 50),
        limit=lambda: store.execute(walk, [f"%{fold(next(bare))}%"]).fetchall(),
        peer=lambda: store.execute(naive, [f"%{fold(next(usual))}%"]).fetchall(),
        goal=Goal(ms=2 if people <= SMALL else 20, peers=0.02 if people > SMALL else None),
        runs=40,
    )


def card(store: Store) -> Job:
    """Somebody by the code on the card, with everything the window shows of them."""
    code = store.value("select max(code) from member where deleted = 0")
    return Job(
        name="somebody by code",
        ours=lambda: members.find_member(store, code),
        limit=lambda: store.value("select id from member where code = :code", {"code": code}),
        goal=Goal(ms=1),
        runs=100,
    )


def reading(folder: Path) -> Job:
    """A workbook of text; ours starts a process with limits for it."""
    path = folder / "list.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Danh sách")
        for row in range(MANY):
            sheet.write_row(row, 0, [f"Nguyễn Văn {row} {column}" for column in range(COLUMNS)])

    def usual() -> None:
        book = openpyxl.load_workbook(path, read_only=True)
        _ = [list(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]

    return Job(
        name=f"read a workbook of {MANY:,} × {COLUMNS} in a process of its own",
        ours=lambda: read_sheets(path),
        limit=lambda: python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python(),
        peer=usual,
        goal=Goal(times=2, peers=0.33),
        runs=3,
    )


def importing(folder: Path) -> Job:
    """A list read, understood, held against an empty register and written, against its rows kept as they are."""
    path, empty = folder / "list.csv", folder / "empty.sht"
    write_list(path)
    create_office(empty, OfficeDraft(name="Đảng ủy phường", parent="Thành ủy")).close()
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


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [dict(zip("abc", row, strict=True)) for row in csv.reader(file, delimiter=";")]


def insert_bare(target: Path, path: Path) -> None:
    """One statement for all rows, into a table with two indexes."""
    store = open_office(target)
    store.execute("create table bare (a text, b text, c text)")
    for column in "ac":
        store.execute(f"create index bare_{column} on bare ({column})")
    with store.atomic():
        store.many("insert into bare values (:a, :b, :c)", rows_of(path))
    store.close()


def insert_usual(target: Path, path: Path) -> None:
    """The rows given to sqlite-utils, with its search index."""
    store = open_office(target)
    table = store.table("usual")
    table.insert_all(rows_of(path))
    table.enable_fts(["a"], create_triggers=True)
    store.close()
