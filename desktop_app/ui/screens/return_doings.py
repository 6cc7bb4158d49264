"""Sending attendance workbooks out and taking them, or lists made by others, back: the questions and the jobs.

What came back is looked at on a page of its own: see return_page.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from db.records import HalfDay
from db.values import MarkStatus
from desktop_app.domain.mark_words import DOUBTFUL, WRITTEN
from desktop_app.domain.missed import half_day_words
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.exchange.attendance_list import (
    AttendanceList,
    guessed_half_days,
    list_difference,
    read_list,
    said_rows,
)
from desktop_app.exchange.return_reading import read_return
from desktop_app.services import return_sheets, returns
from desktop_app.services.conferences import conference
from desktop_app.services.progress import Progress
from desktop_app.services.returned_files import recognised
from desktop_app.services.returns import Difference
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.return_page import ReturnPage

WORKBOOKS = "Bảng tính (*.xlsx *.ods *.xls)"
LISTS = "Bảng tính (*.xlsx *.ods *.xls *.csv)"
CELLS, VENUES, EVERY, LEAVE = "cells", "venues", "every", "leave"
PLACES = ((CELLS, "Mỗi chi bộ một tệp"), (VENUES, "Mỗi điểm cầu một tệp"))
Read = tuple[list[Difference], list[Path], list[str]]


def send_sheets(screen: Screen, conference_id: int) -> None:
    """Ask for whom, ask where to, and write the workbooks beside the window."""
    places = places_of(screen.store, conference_id)
    fields = (
        ChoiceField(key="by", label="Lập phiếu cho", options=PLACES, required=True),
        ChoiceField(key="only", label="Chỉ gửi một nơi (để trống: gửi mọi nơi)", options=tuple(places.items())),
    )

    def keep(values: Values) -> None:
        one = values["only"]
        targets = [one] if one else return_sheets.targets(screen.store, conference_id, values["by"] == VENUES)
        if not targets:
            raise Refusal("Chưa ai được xếp vào điểm cầu; hãy xếp chỗ, hoặc lập phiếu theo chi bộ.")
        folder = ask.choose_folder(screen, "Thư mục ghi các phiếu")
        if folder is not None:
            _write(screen, conference_id, targets, folder)

    fill_in(screen, "Gửi phiếu điểm danh", "Chọn thư mục và ghi", fields, {"by": CELLS}, keep)


def places_of(store: Store, conference_id: int) -> dict[return_sheets.Target, str]:
    """The cells, then the venues, where somebody must attend, with their names."""
    found = [each for by in (False, True) for each in return_sheets.targets(store, conference_id, by)]
    return {each: return_sheets.place_words(store, conference_id, each) for each in found}


def _write(screen: Screen, conference_id: int, targets: Sequence[return_sheets.Target], folder: Path) -> None:
    def work(store: Store, progress: Progress) -> int:
        from desktop_app.exchange.return_workbook import send

        return len(send(store, conference_id, targets, folder, progress))

    def then(count: int) -> None:
        where = words.shortened(str(folder))
        screen.desk.said.emit(f"Đã ghi {grouped(count)} phiếu điểm danh vào {where}; gửi mỗi nơi tệp của mình.", False)

    screen.desk.run("Lập phiếu điểm danh", work, then, writes=True)


def receive_sheets(screen: Screen, conference_id: int) -> None:
    """Choose workbooks that came back, read them beside the window, and show what they say."""
    paths = ask.choose_files_open(screen, "Chọn các phiếu điểm danh gửi về", WORKBOOKS)
    if not paths:
        return

    def work(store: Store, progress: Progress) -> Read:
        found: list[Difference] = []
        read: list[Path] = []
        refused: list[str] = []
        for done, path in enumerate(paths, 1):
            try:
                found.append(recognised(store, read_return(path), conference_id))
                read.append(path)
            except Refusal as refusal:
                refused.append(str(refusal))
            progress(done, len(paths))
        return found, read, refused

    screen.desk.run("Đọc phiếu điểm danh", work, partial(_show, screen))


def _show(screen: Screen, read: Read) -> None:
    found, paths, refused = read
    if found:
        screen.desk.page_opened.emit(ReturnPage(screen.desk, found, paths, refused))
    else:
        screen.desk.refused.emit(" ".join(refused))


def receive_list(screen: Screen, conference_id: int) -> None:
    """Choose a list made by others, read it beside the window, ask what cannot be told, and show what it says."""
    path = ask.choose_file_open(screen, "Chọn danh sách điểm danh", LISTS)
    if path is None:
        return

    def work(store: Store, progress: Progress) -> AttendanceList:
        return read_list(path)

    screen.desk.run("Đọc danh sách điểm danh", work, partial(_ask_list, screen, conference_id, path))


def _ask_list(screen: Screen, conference_id: int, path: Path, found: AttendanceList) -> None:
    """Which half-day each column is of, and what its doubtful words mean."""
    days = conference(screen.store, conference_id).half_days
    fields = [*column_fields(found, days), *word_fields(found)]

    def keep(values: Values) -> None:
        of = half_days_of(found, days, values)
        if not any(of.values()):
            raise Refusal("Chưa chọn cột nào để nhận; hãy chọn buổi cho ít nhất một cột.")
        answers = {word: values[f"word_{word}"] for word in letters(found)}

        def work(store: Store, progress: Progress) -> Read:
            return [list_difference(store, found, conference_id, of, answers)], [path], []

        screen.desk.run("So danh sách với sổ", work, partial(_show, screen))

    told = f"{found.file}: {grouped(len(found.people))} người, {len(found.columns)} cột điểm danh."
    fill_in(screen, "Nhận danh sách điểm danh", "So với sổ", fields, guessed(found, days), keep, told=told)


def column_fields(found: AttendanceList, days: Sequence[HalfDay]) -> list[ChoiceField]:
    """A question for each column of marks."""
    options = [(day.id, half_day_words(day)) for day in days]
    more = [(EVERY, "Mọi buổi")] if len(days) > 1 else []
    return [
        ChoiceField(
            key=f"column_{column.place}",
            label=f"Cột “{column.title}” là của",
            options=[*more, *options, (LEAVE, "Không nhận cột này")],
            required=True,
        )
        for column in found.columns
    ]


def word_fields(found: AttendanceList) -> list[ChoiceField]:
    """A question for each letter of two meanings; the likelier meaning stands first."""
    return [
        ChoiceField(key=f"word_{word}", label=f"Chữ “{word}” nghĩa là", options=meanings(word), required=True)
        for word in letters(found)
    ]


def meanings(word: str) -> list[tuple[MarkStatus, str]]:
    likely = DOUBTFUL[word]
    return [(status, WRITTEN[status]) for status in (*likely, *(s for s in WRITTEN if s not in likely))]


def letters(found: AttendanceList) -> tuple[str, ...]:
    """The letters of two meanings in all columns."""
    apart = {column.place: (at,) for at, column in enumerate(found.columns)}
    return returns.doubts(said_rows(found, apart))


def guessed(found: AttendanceList, days: Sequence[HalfDay]) -> dict[str, Any]:
    """What the form shows at first; letters of two meanings are left to the clerk."""
    try:
        of = guessed_half_days(found, days)
    except Refusal:
        of = {}
    return {f"column_{place}": _one(ids, len(days)) for place, ids in of.items()}


def _one(ids: Sequence[int], count: int) -> object:
    return EVERY if len(ids) == count > 1 else ids[0] if ids else LEAVE


def half_days_of(found: AttendanceList, days: Sequence[HalfDay], values: Values) -> dict[int, tuple[int, ...]]:
    """Column → half-days as the clerk chose."""
    of: dict[int, tuple[int, ...]] = {}
    for column in found.columns:
        chosen = values[f"column_{column.place}"]
        every = tuple(day.id for day in days)
        of[column.place] = every if chosen == EVERY else () if chosen == LEAVE else (chosen,)
    return of
