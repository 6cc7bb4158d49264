"""The small offices in which works are broken: each function fills an empty folder with one, as before the work."""

import csv
import io
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import xlsxwriter

from build_scripts.faults.proof import CHEAP, CODES, PASSWORDS, opened
from desktop_app.__main__ import main
from desktop_app.commands import secret
from desktop_app.services import members
from desktop_app.services.members import MemberDraft
from desktop_app.services.passwords import set_password

STORE, BACKUP, LIST, WORKBOOK, EXPORT, PRINT = (
    "so.sht",
    "so.sht-backup",
    "danh-sach.csv",
    "danh-sach.xlsx",
    "xuat.xlsx",
    "so-dang-vien.pdf",
)
PEOPLE, LISTED = 60, 120
NEW_CELL = "Khu phố mới"
HEADER = ("Họ và tên", "Ngày sinh", "Chi bộ")
STICK = "usb"
OLD_STORES = Path(__file__).parents[2] / "tests" / "stores"


def do(folder: Path, *words: str) -> None:
    """Run a command that must succeed."""
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        code = main(["--store", str(folder / STORE), *words])
    assert code == 0, f"{words}: exit {code}, {told.getvalue()}"


def people(folder: Path) -> dict[str, str]:
    """Codes of somebody who still owes an essay, of one who has handed one in, of another; of the newest."""
    if not (folder / STORE).exists():
        return {}
    store, roll = opened(folder / STORE)[0], "select code from member where id in (select member_id from roll_row)"
    try:
        if "essay" not in store.table_names():
            return {}
        written = "(select member_id from essay)"
        return {
            "debtor": store.value(f"{roll} and id not in {written}"),
            "author": store.value(f"select code from member where id in {written}"),
            "other": store.value(f"{roll} and id not in {written} order by id desc"),
            "newest": store.value("select code from member order by id desc"),
        }
    finally:
        store.close()


def nothing(folder: Path) -> None:
    """The empty folder of somebody who begins."""


def office(folder: Path) -> None:
    """A practice office, small enough to be looked at as a whole after every run."""
    do(folder, "demo", "--members", str(PEOPLE))


def listed() -> list[tuple[str, ...]]:
    """New people, as rows below the header."""
    return [(f"Nguyễn Văn {number}", f"{number % 28 + 1:02}/03/1975", NEW_CELL) for number in range(LISTED)]


def with_list(folder: Path) -> None:
    office(folder)
    with (folder / LIST).open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADER, *listed()])


def with_workbook(folder: Path) -> None:
    office(folder)
    book = xlsxwriter.Workbook(folder / WORKBOOK)
    sheet = book.add_worksheet()
    for number, row in enumerate([HEADER, *listed()]):
        sheet.write_row(number, 0, row)
    book.close()


def with_essay(folder: Path) -> None:
    """An office, and a file of somebody's essay."""
    office(folder)
    (folder / "bai.pdf").write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 200)


def with_imported(folder: Path) -> None:
    """An office that has just taken the list in."""
    with_list(folder)
    do(folder, "import", "members", str(folder / LIST), "--new-cell", NEW_CELL)


def with_backup(folder: Path) -> None:
    """An office with an older backup beside it."""
    office(folder)
    backed_up(folder)


def backed_up(folder: Path) -> None:
    do(folder, "backup", str(folder / BACKUP))
    do(folder, "mark", "--all", "--fill")


def with_papers(folder: Path) -> None:
    """An office that has given its list out before, and printed its register."""
    office(folder)
    do(folder, "export", "members", "--out", str(folder / EXPORT))
    do(folder, "print", "member-register", "--out", str(folder / PRINT))


def with_stick(folder: Path) -> None:
    office(folder)
    (folder / STICK).mkdir()


def with_one_gone(folder: Path) -> None:
    """An office in which somebody who had just come has died."""
    office(folder)
    store = opened(folder / STORE)[0]
    code = members.enrol(store, MemberDraft(full_name="Đỗ Đức Ân")).code
    store.close()
    do(folder, "died", code, "--on", "01/04/2021")


def locked(folder: Path) -> None:
    """An office with a password; a guess costs little, since the disk is what is looked at."""
    office(folder)
    set_password(folder / STORE, PASSWORDS[0], CODES[0], cost=CHEAP)


def locked_with_backup(folder: Path) -> None:
    """An office that was backed up, plain, and has been locked since."""
    with_backup(folder)
    set_password(folder / STORE, PASSWORDS[0], CODES[0], cost=CHEAP)


def locked_with_locked_backup(folder: Path) -> None:
    """A locked office, with a backup as locked as itself."""
    locked(folder)
    os.environ[secret.PRESENT] = PASSWORDS[0]
    backed_up(folder)


def torn(folder: Path) -> None:
    """An office in whose marks a page is lost."""
    office(folder)
    store = opened(folder / STORE)[0]
    page, size = store.value("select rootpage from sqlite_master where name = 'mark'"), store.value("pragma page_size")
    store.close()
    with (folder / STORE).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))


def old_store(folder: Path, name: str) -> None:
    """A store of a schema that was released."""
    shutil.copyfile(OLD_STORES / name, folder / STORE)
