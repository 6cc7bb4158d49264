"""How the office's scanner is set: its pace, what it types before a code, what counts as a repeat. It reads nothing."""

from dataclasses import dataclass

from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import save_setting, setting
from desktop_app.services.store import Store

REPEAT_SECONDS, REPEAT_SETTING = 5, "scan.repeat_seconds"
GAP_MS, GAP_SETTING, PREFIX_SETTING = 35, "scan.gap_ms", "scan.prefix"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerSettings:
    """How the office's scanner types: the longest pause between two of its keys, what it types before a code. Within
    `repeat_seconds` the same person read again is the same scan."""

    gap_ms: int = GAP_MS
    prefix: str = ""
    repeat_seconds: int = REPEAT_SECONDS


def scanner_settings(store: Store) -> ScannerSettings:
    return ScannerSettings(
        gap_ms=number(setting(store, GAP_SETTING), GAP_MS),
        prefix=setting(store, PREFIX_SETTING),
        repeat_seconds=repeat_seconds(store),
    )


def save_scanner(store: Store, wanted: ScannerSettings) -> ScannerSettings:
    """Refuses pauses no scanner has, at which a hand's typing would be taken for one."""
    if not 10 <= wanted.gap_ms <= 100:
        raise Refusal("Khoảng cách giữa hai phím của máy quét phải từ 10 đến 100 phần nghìn giây; hãy sửa lại.")
    if not 0 <= wanted.repeat_seconds <= 600:
        raise Refusal("Thời gian coi là quét lặp phải từ 0 đến 600 giây; hãy sửa lại.")
    with store.gesture("settings.save", "Sửa thiết lập máy quét"):
        save_setting(store, GAP_SETTING, str(wanted.gap_ms))
        save_setting(store, PREFIX_SETTING, wanted.prefix)
        save_setting(store, REPEAT_SETTING, str(wanted.repeat_seconds))
    return wanted


def repeat_seconds(store: Store) -> int:
    """Within how many seconds the same person read again is the same scan."""
    return number(setting(store, REPEAT_SETTING), REPEAT_SECONDS)


def number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() else default
