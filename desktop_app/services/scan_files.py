"""Reading the memory of a hand-held scanner in: many readings at one door, one gesture, harmless when done twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.values import ScanOutcome
from desktop_app.domain.half_days import starts_at
from desktop_app.domain.refusal import Refusal
from desktop_app.services.progress import Progress, quiet
from desktop_app.services.scanning import Door, Reading, read_at
from desktop_app.services.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What came of a file of scans. `again` were in the store before; `doubtful` were read on another day."""

    counts: dict[ScanOutcome, int]
    again: int
    doubtful: int
    readings: tuple[Reading, ...]


def load(store: Store, place: Door, read_off: Iterable[tuple[str, str | None]], progress: Progress = quiet) -> Loaded:
    """Read (code, moment) pairs of a device in, the earliest first, as one gesture; harmless when done twice.

    A pair without a moment is taken as read when the half-day began.
    """
    if place.half_day is None:
        raise Refusal("Chưa chọn buổi của tệp máy quét; hãy chọn buổi rồi đọc lại.")
    begins = starts_at(place.half_day)
    pairs = sorted(((code, at or begins) for code, at in read_off), key=lambda pair: pair[1])
    readings: list[Reading] = []
    with store.gesture("scan.load", f"Đọc {len(pairs)} lượt quét từ {place.device}"):
        for done, (code, moment) in enumerate(pairs, 1):
            readings.append(read_at(store, place, code, moment))
            progress(done, len(pairs))
    return add_up(readings)


def add_up(readings: Sequence[Reading]) -> Loaded:
    new = [each for each in readings if not each.again]
    counts = {outcome: sum(each.scan.outcome is outcome for each in new) for outcome in ScanOutcome}
    return Loaded(
        counts={outcome: times for outcome, times in counts.items() if times},
        again=len(readings) - len(new),
        doubtful=sum(each.clock_doubt for each in new),
        readings=tuple(readings),
    )
