"""Every attempt of one person at the essay of a round, in order; withdrawn ones too. Nothing is changed here."""

from collections.abc import Sequence

from db.records import Essay
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import essays, rounds
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import label
from desktop_app.ui.screens.essay_columns import shown
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen


def result(essay: Essay) -> str:
    return word(essay.result) if essay.result else ""


class EssayHistory(TableScreen):
    """A page opened from the list of essays."""

    name = "essay_history"
    search_hint = "Tìm trong các lần nộp (Ctrl+K)"
    empty = "Chưa nộp bài lần nào."
    columns: Sequence[Column] = (
        Column(key="attempt", title="Lần nộp", value=lambda e: str(e.attempt), width=80, figures=True),
        Column(key="received", title="Ngày nộp", value=lambda e: shown(e.received_on), width=104),
        Column(key="form", title="Hình thức", value=lambda e: word(e.form), width=104),
        Column(key="result", title="Kết quả", value=result, width=144),
        Column(key="score", title="Điểm", value=lambda e: e.score or "", width=72),
        Column(key="marked", title="Ngày chấm", value=lambda e: shown(e.marked_on), width=104),
        Column(key="by", title="Người chấm", value=lambda e: e.marked_by or "", width=160, least=120),
        Column(key="withdrawn", title="Đã rút ngày", value=lambda e: shown(e.withdrawn_on), width=104),
    )

    def __init__(self, desk: Desk, round_id: int, member_id: int) -> None:
        self.round_id, self.member_id = round_id, member_id
        self._essays: tuple[Essay, ...] = ()
        super().__init__(desk)
        self._facts = label(name="quiet", wrap=True)
        self.body.insertWidget(0, self._facts)

    def load(self) -> None:
        found = [e for e in essays.standings(self.store, self.round_id) if e.standing.row.member_id == self.member_id]
        if not found:
            raise Refusal("Người này không còn trong danh sách của đợt; hãy quay lại trang thu hoạch.")
        person = found[0]
        self.set_title(f"{person.standing.row.full_name} · {person.standing.row.cell}")
        due = f"Hạn nộp {shown(person.due_on)}" if person.due_on and not person.exempt else "Chưa có hạn nộp"
        where = f"gửi {person.recipient}" if person.recipient else ""
        told = (rounds.study_round(self.store, self.round_id).name, word(person.state), due, where)
        self._facts.setText(" · ".join(filter(None, told)))
        self._essays = person.essays
        super().load()

    def listing(self, query: Query) -> Listing:
        return listing_of(self._essays, self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} lần nộp"
