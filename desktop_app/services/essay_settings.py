"""What the office sets once about essays and files: how heavy a file may be, and what may be sent upward."""

from dataclasses import dataclass

from db import settings
from db.store import Store
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import MEGABYTE
from desktop_app.services.attachments import LIMIT_SETTING, limit
from desktop_app.services.essay_forwarding import PASSED_SETTING
from desktop_app.services.office import setting

LEAST, MOST = 1, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class EssaySettings:
    """`megabytes` is the most a file may weigh; `forward_passed`: essays need not be confirmed before they are sent."""

    megabytes: int
    forward_passed: bool


def essay_settings(store: Store) -> EssaySettings:
    return EssaySettings(megabytes=limit(store) // MEGABYTE, forward_passed=setting(store, PASSED_SETTING) == "1")


def save(store: Store, wanted: EssaySettings) -> None:
    """Keep both as one gesture. Refuses a bound that lets nothing in, or anything."""
    if not LEAST <= wanted.megabytes <= MOST:
        raise Refusal(f"Mức nặng nhất của một tệp phải từ {LEAST} đến {MOST} MB.")
    with store.gesture("settings.save", "Sửa thiết lập thu hoạch, tệp đính kèm"):
        passed = "1" if wanted.forward_passed else "0"
        settings.save(store, {LIMIT_SETTING: str(wanted.megabytes), PASSED_SETTING: passed})
