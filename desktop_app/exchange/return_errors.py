"""What a returned workbook or list is given back with: a reason for each row that was not taken over as it is."""

from collections import defaultdict
from pathlib import Path

from desktop_app.domain.dates import show_date
from desktop_app.domain.words import word
from desktop_app.exchange.error_workbook import write_errors
from desktop_app.services.returns import Difference, Line, LineKind

ASKED = (LineKind.CONFLICT, LineKind.STRANGER, LineKind.PROBLEM)


def reasons_of(found: Difference) -> dict[tuple[str, int], list[str]]:
    """The sentences by (sheet, row), each once."""
    reasons: dict[tuple[str, int], list[str]] = defaultdict(list)
    for line in found.lines:
        said = reason(line)
        place = (line.row.sheet, line.row.number)
        if line.kind in ASKED and said not in reasons[place]:
            reasons[place].append(said)
    return {place: said for place, said in reasons.items() if said}


def reason(line: Line) -> str:
    """Why a line was not taken over, as a sentence; a conflict says what stands and what the file says."""
    if line.kind is not LineKind.CONFLICT or line.present is None or line.half_day is None or line.given.status is None:
        return line.problem
    when = f"{word(line.half_day.part).lower()} {show_date(line.half_day.held_on)}"
    stands, said = word(line.present.status).lower(), word(line.given.status).lower()
    if stands == said:
        return f"Buổi {when}: lý do, ghi chú trong sổ khác với tệp; hãy hỏi lại và thống nhất."
    return f"Buổi {when}: trong sổ ghi {stands}, tệp ghi {said}; hãy hỏi lại và thống nhất."


def write_return_errors(source: Path, found: Difference, out: Path) -> int:
    """Write a copy of the file with the reasons in red; how many rows have one. Raises Refusal where none has."""
    return write_errors(source, reasons_of(found), out)
