"""A printer that lays its print aside."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop_app.domain.refusal import Refusal
from desktop_app.ui.printer_offset import key, millimetres, print_rulers, remembered, spoken
from desktop_app.ui.settings import remember


@pytest.mark.parametrize(("text", "right"), [("2", 2.0), ("-1,5", -1.5), ("−1.5", -1.5), (None, 0.0)])
def test_millimetres_are_read_as_a_clerk_writes_them(text: str | None, right: float) -> None:
    assert millimetres(text) == right


@pytest.mark.parametrize("text", ["abc", "1,55", "21", "--2"])
def test_what_is_no_offset_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        millimetres(text)


def test_an_offset_is_spoken_with_a_decimal_comma() -> None:
    assert (spoken(-1.5), spoken(2.0)) == ("-1,5", "2")


def test_each_printer_has_an_offset_of_its_own() -> None:
    remember(key("HP LaserJet 1020"), "2.0;-1.5")
    assert remembered("HP LaserJet 1020") == (2.0, -1.5)
    assert remembered("Canon LBP 2900") == (0.0, 0.0)


def test_the_page_to_measure_is_laid_aside_by_the_offset(qtbot: QtBot, tmp_path: Path) -> None:
    straight, aside = (ruled(tmp_path / name, offset) for name, offset in (("a.pdf", (0, 0)), ("b.pdf", (5, 0))))
    assert straight != aside and straight.startswith(b"%PDF")


def ruled(path: Path, offset: tuple[float, float]) -> bytes:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    print_rulers(printer, offset)
    return path.read_bytes()
