"""The dialog that grants people or units a later last day, with the reason."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop_app.domain.wording import grouped
from desktop_app.services import extensions
from desktop_app.services.office import today
from desktop_app.services.store import Store
from desktop_app.ui.deadline_field import DeadlineField
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import Field, TextField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screens.moved import agree


def fields(store: Store) -> tuple[Field, ...]:
    return (
        DeadlineField(key="until", label="Gia hạn đến hết ngày", required=True, year=today(store).year),
        TextField(key="reason", label="Lý do", required=True, hint="ví dụ: đi công tác dài ngày"),
    )


def ask_people(parent: QWidget, desk: Desk, round_id: int, people: Mapping[int, str]) -> None:
    """Grant these people (member → name) more time for the essay of a round."""
    who = next(iter(people.values())) if len(people) == 1 else f"{grouped(len(people))} người"

    def keep(values: Values) -> None:
        desk.write(extensions.extend, round_id, values["until"], values["reason"], member_ids=list(people))

    told = (
        "Hạn muộn nhất trong các hạn của người đó và của chi bộ được tính; bài nộp trong hạn mới không bị coi là muộn."
    )
    fill_in(parent, f"Gia hạn nộp bài cho {who}", "Gia hạn", fields(desk.store), {}, keep, told=told)


def ask_units(
    parent: QWidget, desk: Desk, round_id: int, units: Mapping[int, str], deadline_id: int | None, what: str
) -> None:
    """Grant these units (organization → name) more time for one deadline, or their people for the essay (None)."""
    who = next(iter(units.values())) if len(units) == 1 else f"{grouped(len(units))} đơn vị"

    def keep(values: Values) -> None:
        def change(store: Store) -> int:
            return extensions.extend(
                store,
                round_id,
                values["until"],
                values["reason"],
                organization_ids=list(units),
                deadline_id=deadline_id,
            )

        if deadline_id is None:
            agree(parent, desk, round_id, change)
        desk.write(change)

    fill_in(parent, f"Gia hạn cho {who}", "Gia hạn", fields(desk.store), {}, keep, told=what)
