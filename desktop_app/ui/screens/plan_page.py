"""What one unit does about one plan or report: its tasks with owner, day and result, and the files kept with it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

from db.owed_records import PlanTask
from desktop_app.domain.dates import show_date
from desktop_app.domain.words import word
from desktop_app.services import submissions
from desktop_app.services.access import Right
from desktop_app.services.office import today
from desktop_app.services.organizations import organization
from desktop_app.ui import ask, words
from desktop_app.ui.deadline_field import DeadlineField
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import DateField, Field, LongTextField, TextField
from desktop_app.ui.list_pane import ListPane, Numbered, numbered
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.files_pane import PATTERN, FilesPane
from desktop_app.ui.style import Tone
from desktop_app.ui.tabbed_page import TabbedPage
from desktop_app.ui.table_model import Column


class PlanPage(TabbedPage):
    """The tasks in front, the files behind."""

    title = "Nhiệm vụ, tệp kèm"

    def __init__(self, desk: Desk, deadline_id: int, organization_id: int) -> None:
        super().__init__(desk)
        self.deadline_id, self.organization_id = deadline_id, organization_id
        self.add_tab("Nhiệm vụ", TasksPane(self))
        self.add_tab("Tệp đính kèm", PlanFiles(self))

    def read(self) -> None:
        round_id, deadline = submissions.deadline_of(self.store, self.deadline_id)
        self.set_title(f"{deadline.title}: {organization(self.store, self.organization_id).name}")
        lines = submissions.board(self.store, round_id)
        place = next((e for e in lines if (e.deadline.id, e.unit_id) == (self.deadline_id, self.organization_id)), None)
        if place is not None:
            self.facts_line.setText(f"Hạn: hết ngày {show_date(place.due_on)} · {word(place.state)}")

    def tasks(self) -> list[PlanTask]:
        found = submissions.submission(self.store, self.deadline_id, self.organization_id)
        return list(found.tasks) if found else []


class TasksPane(ListPane):
    """The tasks in the order of the plan."""

    opening = Right.CELL
    name = "plan_tasks"
    empty = "Chưa ghi nhiệm vụ nào. Ghi từng việc của kế hoạch với người phụ trách và thời hạn để theo dõi."

    def __init__(self, page: PlanPage) -> None:
        self.plan, self._day = page, ""
        self.columns: Sequence[Column] = (
            Column(key="number", title="TT", value=lambda r: str(r.id + 1), width=48, figures=True),
            Column(key="title", title="Nhiệm vụ", value=lambda r: r.item.title, width=360, least=200),
            Column(key="owner", title="Phụ trách", value=lambda r: r.item.owner or "", width=160),
            Column(key="due", title="Hạn", value=lambda r: shown(r.item.due_on), width=96),
            Column(key="state", title="Tình trạng", value=self.state, width=168, tone=self.tone),
            Column(key="result", title="Kết quả", value=lambda r: r.item.result or "", width=240),
        )
        super().__init__(page)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm nhiệm vụ", run=self.add, keys="Ctrl+N", main=True, right=Right.CELL),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.CELL),
            Action(caption="Đã xong", run=self.finish, keys="Ctrl+D", needs=Needs.SOME, right=Right.CELL),
            Action(caption="Lên", run=lambda: self.shift(-1), keys="Alt+Up", needs=Needs.ONE, right=Right.CELL),
            Action(caption="Xuống", run=lambda: self.shift(1), keys="Alt+Down", needs=Needs.ONE, right=Right.CELL),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.SOME, right=Right.CELL),
        )

    def records(self) -> Iterable[Numbered]:
        self._day = today(self.store).isoformat()
        return numbered(self.plan.tasks())

    def counted(self, count: int) -> str:
        done = sum(task.done_on is not None for task in self.plan.tasks())
        return f"xong {done}/{count} nhiệm vụ" if count else ""

    def late(self, line: Numbered) -> bool:
        task = line.item
        return task.done_on is None and task.due_on is not None and task.due_on < self._day

    def state(self, line: Numbered) -> str:
        if line.item.done_on:
            return f"Xong {show_date(line.item.done_on)}"
        return "Quá hạn, chưa xong" if self.late(line) else "Chưa xong"

    def tone(self, line: Numbered) -> Tone:
        if line.item.done_on:
            return Tone.GOOD
        return Tone.BAD if self.late(line) else Tone.QUIET

    def fields(self) -> Sequence[Field]:
        year = today(self.store).year
        return (
            LongTextField(key="title", label="Nhiệm vụ", required=True, hint="việc phải làm", lines=2),
            TextField(key="owner", label="Phụ trách", hint="người hoặc bộ phận"),
            DeadlineField(key="due_on", label="Hạn", half=True, year=year),
            DateField(key="done_on", label="Xong ngày", half=True, whole=True),
            LongTextField(key="result", label="Kết quả", lines=2),
        )

    def keep(self, tasks: Sequence[PlanTask], done: str) -> None:
        plan = self.plan
        self.desk.write(submissions.save_tasks, plan.deadline_id, plan.organization_id, tasks, done=done)

    def add(self) -> None:
        def keep(values: Values) -> None:
            tasks = [*self.plan.tasks(), PlanTask(**values)]
            self.keep(tasks, "Đã thêm nhiệm vụ.")
            self.table.select_ids([len(tasks) - 1])

        fill_in(self, "Thêm nhiệm vụ", words.ADD, self.fields(), {}, keep)

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        tasks = self.plan.tasks()

        def keep(values: Values) -> None:
            tasks[record_id] = PlanTask(**values)
            self.keep(tasks, "Đã sửa nhiệm vụ.")

        fill_in(self, "Sửa nhiệm vụ", words.SAVE, self.fields(), asdict(tasks[record_id]), keep)

    def finish(self) -> None:
        """The chosen tasks are done today."""
        chosen, day = set(self.table.selected_ids()), today(self.store).isoformat()
        tasks = [
            replace(task, done_on=task.done_on or day) if place in chosen else task
            for place, task in enumerate(self.plan.tasks())
        ]
        self.keep(tasks, f"Đã ghi xong {len(chosen)} nhiệm vụ.")

    def shift(self, step: int) -> None:
        """One place up or down; at the end of the list it stays."""
        place, tasks = self.table.selected_ids()[0], self.plan.tasks()
        if 0 <= place + step < len(tasks):
            tasks.insert(place + step, tasks.pop(place))
            self.keep(tasks, f"Đã chuyển nhiệm vụ {'lên' if step < 0 else 'xuống'}.")
            self.table.select_ids([place + step])

    def remove(self) -> None:
        gone = set(self.table.selected_ids())
        kept = [task for place, task in enumerate(self.plan.tasks()) if place not in gone]
        self.keep(kept, f"Đã xóa {len(gone)} nhiệm vụ.")


class PlanFiles(FilesPane):
    """Copies of what the unit sent."""

    name, heading = "plan_files", ""

    def __init__(self, page: PlanPage) -> None:
        self.plan = page
        super().__init__(page, self.owner)

    def owner(self) -> dict[str, int] | None:
        """What the unit has recorded; None while it has nothing."""
        found = submissions.submission(self.store, self.plan.deadline_id, self.plan.organization_id)
        return {"submission_id": found.id} if found else None

    def attach(self) -> None:
        """A file of the machine into the store, also as the first thing recorded of the unit."""
        path = ask.choose_file_open(self, "Đính kèm tệp", PATTERN)
        if path is not None:
            self.page.perform(submissions.attach_file, self.plan.deadline_id, self.plan.organization_id, path)


def shown(iso: str | None) -> str:
    return show_date(iso) if iso else ""
