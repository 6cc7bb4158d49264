"""The works that are broken: each a folder prepared with a small office, and the one command that is run in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_scripts.faults import offices
from build_scripts.faults.offices import BACKUP, EXPORT, LIST, NEW_CELL, OLD_STORES, PRINT, STICK, STORE, WORKBOOK
from build_scripts.faults.proof import CODES

REPAIRED = "so-da-sua.sht"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """`words` are the command, with names of `people` and the folder in braces; `deed` what only the window does.

    `store` is the file looked at afterwards; `files`: what else the work writes, whole or not at all (a pattern).
    `repeatable`: done once more on top of itself it leads to the same.
    """

    name: str
    prepare: Callable[[Path], None]
    words: tuple[str, ...] = ()
    deed: str = ""
    store: str = STORE
    files: str = ""
    repeatable: bool = False

    def argv(self, folder: Path, who: Mapping[str, str]) -> tuple[str, ...]:
        """The command for a folder, or what a deed is told."""
        words = (word.format(folder=folder, **who) for word in self.words)
        return (str(folder / STORE), *words) if self.deed else ("--store", str(folder / STORE), *words)


def importing(name: str, prepare: Callable[[Path], None], file: str) -> Work:
    return Work(name=name, words=("import", "members", "{folder}/" + file, "--new-cell", NEW_CELL), prepare=prepare)


def restoring(name: str, prepare: Callable[[Path], None]) -> Work:
    return Work(name=name, words=("restore", "{folder}/" + BACKUP), prepare=prepare, repeatable=True)


def writing(name: str, words: tuple[str, ...], file: str) -> Work:
    """A paper or a list written over an older one."""
    return Work(name=name, words=(*words, "--out", "{folder}/" + file), prepare=offices.with_papers, files=file)


SAVES = (
    Work(
        name="save: mark all that is blank", words=("mark", "--all", "--fill"), prepare=offices.office, repeatable=True
    ),
    Work(name="save: an essay received", words=("essay", "receive", "--member", "{debtor}"), prepare=offices.office),
    Work(
        name="save: a file beside an essay",
        words=("attach", "{folder}/bai.pdf", "--member", "{author}"),
        prepare=offices.with_essay,
    ),
    Work(name="save in a locked store", words=("mark", "--all", "--fill"), prepare=offices.locked, repeatable=True),
)
MANY_ROWS = (
    importing("import of a csv", offices.with_list, LIST),
    importing("import of a workbook", offices.with_workbook, WORKBOOK),
    Work(name="delete: undo of an import", words=("undo",), prepare=offices.with_imported),
    Work(name="delete: a person into the bin", deed="bin", words=("{other}",), prepare=offices.office),
    Work(
        name="delete: a person erased for good",
        words=("erase", "{newest}", "--for-good"),
        prepare=offices.with_one_gone,
    ),
    Work(name="merge of two entries", words=("duplicates", "--merge", "{author}", "{debtor}"), prepare=offices.office),
)
COPIES = (
    Work(
        name="backup over an older one",
        words=("backup", "{folder}/" + BACKUP),
        prepare=offices.with_backup,
        files=BACKUP,
        repeatable=True,
    ),
    restoring("restore", offices.with_backup),
    restoring("restore of a locked backup", offices.locked_with_locked_backup),
    restoring("restore of a plain backup into a locked office", offices.locked_with_backup),
    Work(
        name="handover",
        words=("handover", "{folder}/" + STICK),
        prepare=offices.with_stick,
        files=f"{STICK}/Bàn giao*[0-9)]/*",
    ),
    Work(name="repair of a torn store", words=("repair",), prepare=offices.torn, store=REPAIRED, repeatable=True),
    writing("export of the list", ("export", "members"), EXPORT),
    writing("print of the register", ("print", "member-register"), PRINT),
)
LOCKS = (
    Work(name="password set", words=("password", "set", "--code", CODES[0]), prepare=offices.office),
    Work(name="password changed", words=("password", "change"), prepare=offices.locked),
    Work(name="password removed", words=("password", "remove"), prepare=offices.locked),
    Work(name="recovery code renewed", words=("password", "recovery", "--code", CODES[1]), prepare=offices.locked),
    Work(name="user added", words=("user", "add", "Lê Thị Bình"), prepare=offices.locked),
)
WORKS = (
    *SAVES,
    *MANY_ROWS,
    *COPIES,
    *LOCKS,
    Work(
        name="first store of an office",
        words=("new", "--name", "Đảng ủy phường Đông Thọ", "--parent", "Thành ủy Thanh Hóa"),
        prepare=offices.nothing,
    ),
    *(
        Work(
            name=f"migrate from {path.stem}",
            words=("history",),
            prepare=partial(offices.old_store, name=path.name),
            repeatable=True,
        )
        for path in sorted(OLD_STORES.glob("m*.sht"))
    ),
)
