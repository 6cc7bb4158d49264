"""The dialog of what the office sets once about essays and files, opened from the settings."""

from dataclasses import asdict

from PySide6.QtWidgets import QWidget

from desktop_app.services import attachments, essay_settings
from desktop_app.services.essay_settings import LEAST, MOST, EssaySettings
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import CheckField, NumberField
from desktop_app.ui.record_dialog import fill_in

FIELDS = (
    NumberField(key="megabytes", label="Mỗi tệp nặng nhất (MB)", required=True, least=LEAST, most=MOST),
    CheckField(key="forward_passed", label="", sentence="Được gửi cấp trên cả bài đạt mà chưa xác nhận"),
)


def ask_essay_settings(parent: QWidget, desk: Desk) -> None:
    """Open it; it tells how much the files kept so far weigh."""

    def keep(values: Values) -> None:
        desk.write(essay_settings.save, EssaySettings(**values))

    told = f"Tệp đính kèm trong sổ: {attachments.total_words(desk.store)}."
    start = asdict(essay_settings.essay_settings(desk.store))
    fill_in(parent, "Thu hoạch, tệp đính kèm", words.SAVE, FIELDS, start, keep, told=told)
