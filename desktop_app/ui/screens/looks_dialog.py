"""Asks how the window shall look on this machine, and dresses it at once. It writes nothing to the store."""

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui import style, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField
from desktop_app.ui.looks import SIZES, Looks, Theme, choose, looks
from desktop_app.ui.record_dialog import fill_in

THEMES = ((Theme.SYSTEM, "Theo máy"), (Theme.LIGHT, "Sáng"), (Theme.DARK, "Tối"))
FIELDS = (
    ChoiceField(key="theme", label="Nền", required=True, options=THEMES),
    ChoiceField(key="size", label="Cỡ chữ", required=True, options=tuple((each, f"{each} %") for each in SIZES)),
)
TOLD = "Chỉ đổi trên máy này, không đổi gì trong sổ và trên văn bản in ra."


def ask_looks(parent: QWidget, desk: Desk) -> None:
    """Light or dark, and how large."""

    def keep(values: Values) -> None:
        choose(Looks(theme=values["theme"], size=values["size"]))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        style.dress(application)
        desk.said.emit("Đã đổi cách hiển thị.", False)

    now = looks()
    fill_in(parent, "Hiển thị", words.SAVE, FIELDS, {"theme": now.theme, "size": now.size}, keep, told=TOLD)
