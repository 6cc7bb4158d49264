"""How far a printer lays its print aside, in millimetres, remembered for each printer; and the page it is measured on.

Importing this takes QtPrintSupport along.
"""

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from desktop_app.domain.refusal import Refusal
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, TextField
from desktop_app.ui.paper import NOT_TAKEN, new_printer
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.settings import remember, remembered_text

MOST = 20.0
NUMBER = re.compile(r"[-−]?\d{1,2}(?:[.,]\d)?")
EDGE, WIDTH, HEIGHT, TICK = 20.0, 210.0, 297.0, 4.0
Offset = tuple[float, float]
TOLD = (
    "Trang thử có khung cách mép trái và mép trên đúng 20 mm. Đo lại bằng thước: khung cách mép trái 18 mm thì ghi 2 ở "
    "ô “Sang phải”; cách mép trên 21,5 mm thì ghi -1,5 ở ô “Xuống dưới”."
)
NO_PRINTER = "Máy này chưa cài máy in nào; hãy cài máy in rồi căn lại."
PAGE_WORDS = "Trang thử căn máy in của Sổ Học Tập: khung này phải cách mép trái và mép trên của giấy 20 mm."


def remembered(printer: str) -> Offset:
    """(right, down) for a printer, nothing where it was never set."""
    right, _, down = remembered_text(key(printer)).partition(";")
    return (float(right or 0), float(down or 0))


def key(printer: str) -> str:
    return f"offset/{re.sub(r'[^0-9A-Za-z]+', '_', printer)}"


def millimetres(text: str | None) -> float:
    """“-1,5” as -1.5. Raises Refusal."""
    said = (text or "0").strip()
    if not NUMBER.fullmatch(said):
        raise Refusal(f"Độ lệch “{said}” không phải số mi-li-mét; hãy ghi như 2 hoặc -1,5.")
    found = float(said.replace(",", ".").replace("−", "-"))
    if abs(found) > MOST:
        raise Refusal(f"Độ lệch nhiều nhất {MOST:.0f} mm; hãy đo lại.")
    return found


def spoken(millimetre: float) -> str:
    return f"{millimetre:g}".replace(".", ",")


def ask_offset(parent: QWidget, desk: Desk) -> None:
    """Ask for one printer's offset, keep it, and print the page it is measured on."""
    names = QPrinterInfo.availablePrinterNames()
    if not names:
        desk.refused.emit(NO_PRINTER)
        return
    first = QPrinterInfo.defaultPrinterName() or names[0]
    right, down = remembered(first)
    fields = (
        ChoiceField(key="printer", label="Máy in", required=True, options=[(name, name) for name in names]),
        TextField(key="right", label="Sang phải (mm)", half=True, hint="0"),
        TextField(key="down", label="Xuống dưới (mm)", half=True, hint="0"),
    )

    def keep(values: Values) -> None:
        offset = (millimetres(values["right"]), millimetres(values["down"]))
        remember(key(values["printer"]), f"{offset[0]};{offset[1]}")
        printer = new_printer("Trang thử căn máy in")
        printer.setPrinterName(values["printer"])
        print_rulers(printer, offset)
        desk.said.emit(f"Đã ghi độ lệch và in trang thử ở máy in {values['printer']}.", False)

    start = {"printer": first, "right": spoken(right), "down": spoken(down)}
    fill_in(parent, "Căn máy in", "Ghi và in trang thử", fields, start, keep, told=TOLD)


def print_rulers(printer: QPrinter, offset: Offset) -> None:
    """One page with a frame 20 mm from the left and upper edge, and a tick every 10 mm along both. Raises Refusal."""
    painter = QPainter()
    if not painter.begin(printer):
        raise Refusal(NOT_TAKEN)
    try:
        dots = printer.resolution() / 25.4
        painter.scale(dots, dots)
        painter.translate(QPointF(*offset))
        painter.setPen(QPen(Qt.GlobalColor.black, 0.2))
        frame = QRectF(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)
        painter.drawRect(frame)
        for at in range(10, int(frame.width()), 10):
            painter.drawLine(QPointF(EDGE + at, EDGE), QPointF(EDGE + at, EDGE + TICK))
        for at in range(10, int(frame.height()), 10):
            painter.drawLine(QPointF(EDGE, EDGE + at), QPointF(EDGE + TICK, EDGE + at))
        font = QFont("Liberation Serif")
        font.setPixelSize(5)
        painter.setFont(font)
        inside = frame.adjusted(TICK * 3, TICK * 3, -TICK * 3, -TICK * 3)
        painter.drawText(inside, int(Qt.TextFlag.TextWordWrap), PAGE_WORDS)
    finally:
        painter.end()
