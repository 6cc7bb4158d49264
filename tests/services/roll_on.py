"""The roll of a day without a conference kept: what a conference that day would summon."""

from db.rolls import worked_out
from desktop_app.services.rolls import RollTotals, add_up, count
from desktop_app.services.store import Store


def on_roll(store: Store, day: str, cell_id: int | None = None, count_hosted: bool = True) -> RollTotals:
    """The totals of the roll of a day, of the whole office or of who stands with one cell."""
    rows = worked_out(store, 0, day, count_hosted)
    return add_up(count(row for row in rows if cell_id is None or row.cell_id == cell_id))


def names_on_roll(store: Store, day: str, cell_id: int) -> list[str]:
    """Who stands with a cell on a day."""
    return [row.full_name for row in worked_out(store, 0, day, True) if row.cell_id == cell_id]
