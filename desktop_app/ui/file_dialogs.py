"""Qt's boxes that choose a file or folder, in Vietnamese where the system has none of its own. What is asked: `ask`."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QFileDialog, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

SIZE, KIND = 1, 2
UNITS = {"bytes": "byte", "KiB": "KB", "MiB": "MB", "GiB": "GB", "TiB": "TB"}


class Sizes(QStyledItemDelegate):
    """Sizes of files as Vietnamese writes them."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = spoken_size(option.text)


def spoken_size(text: str) -> str:
    """“4.88 KiB” as “4,88 KB”."""
    number, _, unit = text.partition(" ")
    return f"{number.replace('.', ',')} {UNITS[unit]}" if unit in UNITS else text


def box(parent: QWidget | None, title: str, folder: Path, pattern: str) -> QFileDialog:
    """A box for one file that is there. The column of kinds, which the system words in English, is left out."""
    made = QFileDialog(parent, title, str(folder), pattern)
    made.setFileMode(QFileDialog.FileMode.ExistingFile)
    if tree := made.findChild(QTreeView, "treeView"):
        tree.setItemDelegateForColumn(SIZE, Sizes(tree))
        tree.setColumnHidden(KIND, True)
    return made


def several(parent: QWidget | None, title: str, folder: Path, pattern: str) -> QFileDialog:
    """A box for files that are there, one or more."""
    made = box(parent, title, folder, pattern)
    made.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return made


def to_save(parent: QWidget | None, title: str, suggested: Path, pattern: str) -> QFileDialog:
    """A box for a file to be written; of several kinds, choosing another changes the ending of the name."""
    made = box(parent, title, suggested.parent, pattern)
    made.setFileMode(QFileDialog.FileMode.AnyFile)
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    made.selectFile(suggested.name)
    made.filterSelected.connect(lambda chosen: made.selectFile(renamed(made.selectedFiles(), suggested, chosen)))
    return made


def renamed(chosen: list[str], suggested: Path, pattern: str) -> str:
    """The name typed so far with the first ending of “Word (*.docx)”."""
    name = Path(chosen[0]).name if chosen else suggested.name
    ending = pattern.partition("*")[2].rstrip(")").split(" ")[0]
    return str(Path(name).with_suffix(ending)) if name and ending else suggested.name


def of_folder(parent: QWidget | None, title: str, start: Path) -> QFileDialog:
    """A box for a folder."""
    made = box(parent, title, start, "")
    made.setFileMode(QFileDialog.FileMode.Directory)
    made.setOption(QFileDialog.Option.ShowDirsOnly)
    return made


def all_chosen(dialog: QFileDialog) -> list[Path]:
    """All that was chosen."""
    files = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return [Path(file) for file in files]


def chosen(dialog: QFileDialog) -> Path | None:
    """What was chosen, or None when the box was left."""
    files = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(files[0]) if files else None
