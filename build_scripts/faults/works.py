"""The works that are broken: each a folder prepared with a small office, and the one command that is run in it."""

import csv
import io
import shutil
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from build_scripts.faults.proof import PASSWORDS, opened
from desktop_app.__main__ import main
from desktop_app.services.passwords import new_code, set_password

STORE, BACKUP, LIST = "so.sht", "so.sht-backup", "danh-sach.csv"
PEOPLE, LISTED = 60, 120
NEW_CELL = "Khu phố mới"
CODE = new_code()
OLD_STORES = Path(__file__).parents[2] / "tests" / "stores"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """`words` are the command, with names of `people` and the folder in braces. `file`: what a backup writes."""

    name: str
    words: tuple[str, ...]
    prepare: Callable[[Path], None]
    file: str | None = None
    repeatable: bool = False

    def argv(self, folder: Path, who: Mapping[str, str]) -> tuple[str, ...]:
        """The command for a folder."""
        words = (word.format(folder=folder, **who) for word in self.words)
        return ("--store", str(folder / STORE), *words)


def do(folder: Path, *words: str) -> None:
    """Run a command that must succeed."""
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        code = main(["--store", str(folder / STORE), *words])
    assert code == 0, f"{words}: exit {code}, {told.getvalue()}"


def people(folder: Path) -> dict[str, str]:
    """Codes of somebody who still owes an essay and of somebody who has handed one in."""
    store, roll = opened(folder / STORE)[0], "select code from member where id in (select member_id from roll_row)"
    try:
        if "essay" not in store.table_names():
            return {}
        written = "(select member_id from essay)"
        debtor = store.value(f"{roll} and id not in {written}")
        return {"debtor": debtor, "author": store.value(f"select code from member where id in {written}")}
    finally:
        store.close()


def office(folder: Path) -> None:
    """A practice office, small enough to be looked at as a whole after every run."""
    do(folder, "demo", "--members", str(PEOPLE))


def with_list(folder: Path) -> None:
    office(folder)
    with (folder / LIST).open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, delimiter=";")
        lines.writerow(["Họ và tên", "Ngày sinh", "Chi bộ"])
        lines.writerows([f"Nguyễn Văn {number}", f"{number % 28 + 1:02}/03/1975", NEW_CELL] for number in range(LISTED))


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
    do(folder, "backup", str(folder / BACKUP))
    do(folder, "mark", "--all", "--fill")


def locked(folder: Path) -> None:
    """An office with a password."""
    office(folder)
    set_password(folder / STORE, PASSWORDS[0], CODE)


def old_store(folder: Path) -> None:
    """A store of the oldest schema that was ever released."""
    shutil.copyfile(min(OLD_STORES.glob("m*.sht")), folder / STORE)


WORKS = (
    Work(name="save: mark all that is blank", words=("mark", "--all", "--fill"), prepare=office, repeatable=True),
    Work(
        name="save: an essay received",
        words=("essay", "receive", "--member", "{debtor}"),
        prepare=office,
    ),
    Work(
        name="save: a file beside an essay",
        words=("attach", "{folder}/bai.pdf", "--member", "{author}"),
        prepare=with_essay,
    ),
    Work(name="import", words=("import", "members", "{folder}/" + LIST, "--new-cell", NEW_CELL), prepare=with_list),
    Work(name="delete: undo of an import", words=("undo",), prepare=with_imported),
    Work(
        name="backup over an older one",
        words=("backup", "{folder}/" + BACKUP),
        prepare=with_backup,
        file=BACKUP,
        repeatable=True,
    ),
    Work(name="restore", words=("restore", "{folder}/" + BACKUP), prepare=with_backup, repeatable=True),
    Work(name="save in a locked store", words=("mark", "--all", "--fill"), prepare=locked, repeatable=True),
    Work(name="password set", words=("password", "set", "--code", CODE), prepare=office),
    Work(name="password changed", words=("password", "change"), prepare=locked),
    Work(name="password removed", words=("password", "remove"), prepare=locked),
    Work(name="migrate", words=("history",), prepare=old_store, repeatable=True),
)
